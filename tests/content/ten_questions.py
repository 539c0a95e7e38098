"""The ten questions that a citizen comes with, in wordings that ``content/questions.yml`` does not have."""

from __future__ import annotations

from typing import Final

import yaml
from msgspec import Struct

from tests.content.shipped import CONTENT

WORDINGS: Final = {
    "parking": ("小区里停车太难了", "附近有没有停车场", "要加多少车位"),
    "lift": ("我家小区电梯", "七楼的老人爬楼太累", "老楼能不能加电梯"),
    "roads": ("断头路打通了没有", "家旁边的路修好没", "今年修什么路"),
    "livelihood-projects": ("今年有哪些惠民项目", "12件大事", "民生实事投票通过了吗"),
    "gdp": ("全区GDP", "经济增长目标是多少", "青云谱生产总值"),
    "responsible": ("这事归哪个部门", "由谁来做", "责任领导是哪位"),
    "changes": ("最新情况", "承诺做到了没有", "这半年有什么进展"),
    "cite": ("写文章要引用报告", "怎么给出处", "复制一句原文"),
    "report-an-error": ("网页有错别字", "这个数写错了", "怎么反馈问题"),
    "spreadsheet": ("下载成表格", "把目标导出来", "有没有CSV"),
}


class Question(Struct, frozen=True):
    """A question as the editors wrote it; ``ways`` are where its answer is found in full."""

    id: str
    question: str
    answer: str
    wordings: tuple[str, ...]
    ways: tuple[str, ...]


def questions() -> list[Question]:
    records = yaml.safe_load((CONTENT / "questions.yml").read_text("utf-8"))
    return [
        Question(
            id=one["id"],
            question=one["question"],
            answer=one["answer"],
            wordings=tuple(one.get("wordings", ())),
            ways=tuple(way["to"] for way in one.get("ways", ())),
        )
        for one in records
    ]
