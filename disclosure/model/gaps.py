"""What is missing and where to look for it: documents that would settle promises, and the places they would appear."""

from typing import Literal

from disclosure.model import vocabulary
from disclosure.model.evidence import WEB, EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, FREE, ID, Day, Record, optional, required
from disclosure.model.update import PERIOD


class ScopeRecord(Record, change=FREE):
    """The promises that a document would settle: all, or whatever any of the other fields names."""

    all: bool = optional("全部", "写 true：能说明这份报告的全部承诺", default=False)
    kinds: list[str] = optional("类别", "能说明哪几类承诺，用词见词表 kinds", words=vocabulary.KINDS, default=[])
    sections: list[str] = optional("小节", "能说明哪几个小节的承诺，写小节编号，例如 2-1-industry", default=[])
    measures: list[str] = optional("指标", "能说明哪几个目标，照录承诺里 targets 的 measure", default=[])
    commitments: list[str] = optional("承诺", "能说明哪几条承诺，例如 [c016, c017]", default=[])


class DocumentRecord(Record, change=CORRECTED):
    """``reports/<key>/documents.yml``: a document that would tell what became of promises, and who holds it."""

    id: str = required("编号", "英文小写，发布后不改，例如 work-report-2023", pattern=ID, max_length=80, change=FIXED)
    name: str = required("名称", "文件的名称；没有见过原件的写通常的名称，不加书名号", min_length=2)
    holder: str = required("掌握文件的机关", "制作或保存它的机关，信就写给它", min_length=2)
    office: str | None = optional("受理机构", "该机关的政府信息公开工作机构，确知才写，例如 区政府办公室")
    way: Literal["request", "letter", "none"] = optional(
        "怎样要",
        "request 依申请公开（向行政机关），letter 普通来信（对方不是行政机关，例如人大常委会），none 只能等它公布",
        default="request",
    )
    expected: str | None = optional(
        "应在何时公开",
        "按规定或惯例应当在什么时候以前公开，写 2023、2023-01 或 2023-03-31；不确知就不写",
        pattern=PERIOD,
    )
    because: str | None = optional("为什么是这时", "上面这个时间的依据；写了 expected 就要写")
    basis: str | None = optional("公开依据", "规定这份文件应当公开的法律、法规和条文，照原文的条号；没有就不写")
    contents: str = required("应有的内容", "一句话：这份文件里应当写着什么，信里也用这一句")
    settles: ScopeRecord = required("能说明哪些承诺", "按类别、小节、指标或编号写，至少一样", change=FREE)
    found: EvidenceRecord | None = optional("已经公开", "已经找到时写它的出处；此后不再算缺的文件")


class LookRecord(Record, change=CORRECTED):
    """One look at a place: when, and what came of it."""

    date: Day = required("日期", "实际去看的那一天")
    found: str | None = optional("看到什么", "一句话；没有看到要找的东西就不写")


class PlaceRecord(Record, change=CORRECTED):
    """``places.yml``: a place where something would appear, an official column above all, and when it was looked at."""

    id: str = required(
        "编号", "英文小写，发布后不改，例如 district-work-reports", pattern=ID, max_length=80, change=FIXED
    )
    name: str = required("名称", "栏目或来源的名称", min_length=2, change=FREE)
    holder: str = required("谁办的", "栏目由谁维护；不是一家办的，写“多家”", change=FREE)
    url: str | None = optional(
        "网址", "亲眼打开过的完整网址；没有打开过就不写，不要猜", pattern=WEB, leads=True, change=FREE
    )
    note: str | None = optional("说明", "这里会出现什么，怎样找到", change=FREE)
    every: int | None = optional("多少天看一次", "不写就按 site.yml 的更新周期", ge=1, le=3650, change=FREE)
    looks: list[LookRecord] = optional("查看记录", "每次去看写一项；没有看过就不写", default=[])
