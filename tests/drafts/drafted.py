"""An invented report for drafts, as a new site has it, and an editor's hand in the draft files."""

from __future__ import annotations

import re
from pathlib import Path

from tests import beginnings
from tests.projects import Run, Sandbox

DAY = "2024-03-01"
TEXT = """\
样例县政府工作报告
——2024年1月10日在样例县第五届人民代表大会第三次会议上
样例县人民政府县长　甲某某
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。

一、2023年工作回顾
全县地区生产总值180亿元，增长5.6%。改造老旧小区12个，建成4A级景区1家。我们也清醒地看到，公共停车位还不够多。

二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右；城镇登记失业率控制在4.5%以内。
（一）改善居住条件
改造老旧小区15个，6月底前建成河滨公园。推进社区治理。
（二）办好民生实事
提请大会票决的民生实事候选项目：1.新建社区食堂4处；2.加装电梯20台。
各位代表！让我们一起努力！
"""
OPEN = "- 采纳:\n"


def begun(folder: Path, text: str = TEXT) -> Sandbox:
    """A new site of the report, without a record."""
    report = folder / "报告.txt"
    report.write_text(text, "utf-8")
    done = beginnings.init(folder / "site", report=report)
    assert done.code == 0, done.out + done.err
    return Sandbox(folder / "site")


def draft(project: Sandbox, *words: str) -> Run:
    return project.run("draft", *words, date=DAY)


def accept(project: Sandbox, *words: str) -> Run:
    return project.run("accept", *words, date=DAY)


def sheets(project: Sandbox) -> dict[str, str]:
    """The draft files by their names below ``draft/``."""
    folder = project.root / "draft"
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.glob("*/*.yml"))}


def write(project: Sandbox, name: str, text: str) -> None:
    (project.root / "draft" / name).write_text(text, "utf-8")


def tick_all(project: Sandbox) -> None:
    for name, text in sheets(project).items():
        write(project, name, text.replace(OPEN, "- 采纳: 是\n"))


def item(project: Sandbox, words: str) -> tuple[str, str]:
    """The draft file and the lines of the one item that has these words in its record."""
    for name, text in sheets(project).items():
        for one in re.split(r"(?=\n# 原文)", text)[1:]:
            if words in one.partition("\n- 采纳:")[2]:
                return name, one
    raise AssertionError(words)


def change(project: Sandbox, words: str, old: str, new: str) -> None:
    """One change in the item that has these words."""
    name, one = item(project, words)
    assert old in one, one
    write(project, name, sheets(project)[name].replace(one, one.replace(old, new, 1)))


def tick(project: Sandbox, words: str, decision: str = "是") -> None:
    change(project, words, OPEN, f"- 采纳: {decision}\n")


def records(project: Sandbox) -> dict[str, str]:
    """The content files that hold records of the report."""
    folder = project.content / "reports/2024"
    found = [*folder.glob("commitments/*/*.yml"), *folder.glob("results/*.yml"), *folder.glob("exemptions.yml")]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(found)}
