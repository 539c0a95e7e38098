"""How the example (``examples/shiguang``) came to be what it is: commit after commit, told backwards.

The example is kept as it stands today. What each commit brought is written here, so that every earlier state can be had
by taking it back: its files away, its edits undone, the files it took away put back. Whoever changes a line that an
edit names finds the edit refused.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Growth:
    """A commit of the example: what it says, the files it ``brings`` (patterns), its ``edits`` (file, before, after;
    nothing before where a text was added), and what the files said that it ``takes`` away."""

    day: str
    says: str
    brings: tuple[str, ...] = ()
    edits: tuple[tuple[str, str, str], ...] = ()
    takes: Mapping[str, str] = field(default_factory=dict)


FIRST_DAY = "2025-03-20"
# An update that was made of a repost, before the original announcement was found
REPOST = """\
---
title: 转载的消息称区老年食堂开业
date: 2025-11-21
published: 2025-11-21 18:00
commitments: [c017]
evidenced: 部分支持
confidence: 低
evidence:
  - {publisher: 样例日报, title: 区老年食堂开业（虚构）, date: 2025-11-21, seen: 转载}
---

转载没有写开业的日期。
"""
SPORTS_PARK = """
- id: sports-park
  question: 体育公园建成了吗？
  wordings: [体育公园什么时候开放]
  answer: 2024年的报告说“年底前建成体育公园”，后来的结论是“原目标未达成，调整后达成”。\
2025年的报告又写“6月底前建成体育公园”，后来的结论是“达成”。
  grounds:
    - {of: 2024/c019, says: 年底前建成体育公园, outcome: 原目标未达成，调整后达成}
    - {of: 2025/c016, says: 6月底前建成体育公园, outcome: 达成}
  ways:
    - {to: entities/sports-park.html, label: 说到体育公园的全部内容}
"""
ROADS_ADJUSTED = """\
adjustments:
  - date: 2025-11-28
    target: c012/1
    old: 4条
    new: 3条
    by: 拾光区人民代表大会常务委员会
    asked_by: 拾光区人民政府
    asked: 2025-11-10
    reason: 一条路的征地没有完成
    votes_for: 19
    votes_against: 3
    abstained: 2
    cast: 24
    document: {publisher: 拾光区人民代表大会常务委员会, title: 关于批准调整2025年部分计划指标的决定（虚构）, \
locator: 拾人常〔2025〕11号, date: 2025-11-28}
"""
REFUSED = """\
answer:
  date: 2025-12-01
  result: 不予公开
  says: 清单还在汇总，属于过程性信息。
  reason: 《政府信息公开条例》第十六条，过程性信息可以不予公开
  evidence:
    - {publisher: 拾光区住建局, title: 不予公开告知书（虚构）, date: 2025-12-01}
"""
SATISFIED = (
    "satisfaction: {date: 2026-01-15, satisfied: 120, basically: 45, dissatisfied: 17, cast: 182, source: "
    "{publisher: 拾光区人民代表大会常务委员会, title: 2025年民生实事项目满意度测评（虚构）, date: 2026-01-15}}\n"
)
STATISTICS = (
    "  found: {publisher: 拾光区统计局, title: 2025年主要指标初步核算（虚构）, date: 2026-01-20, "
    "retrieved: 2026-01-21}\n"
)
GROWTHS = (
    Growth(
        day="2025-04-09",
        says="2025年的报告：全文、承诺、成果",
        brings=(
            *("reports/2025/[!d]*", "reports/2025/documents.yml", "reports/2025/*/**/*"),
            *("responsibilities/2025.yml", "votes/2025.yml", "entities/care.yml", "indicators/parking.yml"),
        ),
        edits=(
            ("index.md", "一份虚构的政府工作报告和它后来的一年", "两份虚构的政府工作报告和它们后来的两年"),
            (
                "index.md",
                "2024年的政府工作报告，和后来一年里公开的进展。每一种状态",
                "2024年、2025年的政府工作报告，和后来两年里公开的进展。每一种结论、状态",
            ),
            (
                *("site.yml", "一份虚构的报告和它后来的一年，每一种状态都有"),
                "两份虚构的报告和它们后来的两年，每一种结论都有",
            ),
            (
                *("vocabulary/entity-kinds.yml", ""),
                "- {id: care, label: 养老医疗设施, description: 为老人和病人服务的场所, order: 3}\n",
            ),
            ("indicators/gdp-growth.yml", "", "  - {period: 2024, report: 2025, result: r001/2}\n"),
            ("indicators/gdp-growth.yml", "", "  - {period: 2025, report: 2025, commitment: c001}\n"),
            ("indicators/prices.yml", "", "  - {period: 2025, report: 2025, commitment: c003}\n"),
            ("indicators/dead-end-roads.yml", "", "  - {period: 2024, report: 2025, result: r008}\n"),
            ("indicators/dead-end-roads.yml", "", "  - {period: 2025, report: 2025, commitment: c012}\n"),
            ("indicators/technology-sme.yml", "", "  - {period: 2024, report: 2025, result: r004}\n"),
            ("indicators/technology-sme.yml", "", "  - {period: 2025, report: 2025, commitment: c007/1}\n"),
            (
                *("reports/2024/documents.yml", ""),
                "  found: {publisher: 拾光区人民政府, title: 2025年拾光区政府工作报告（虚构）, date: 2025-04-03, "
                "retrieved: 2025-04-08}\n",
            ),
            (
                *("requests/2025-03-10-work-report.md", ""),
                "answer:\n  date: 2025-04-08\n  result: 已主动公开\n  says: 全文已于4月3日在区政府网站公布。\n"
                "  evidence:\n    - {publisher: 拾光区人民政府, title: 政府信息公开告知书（虚构）, date: 2025-04-08}\n",
            ),
            ("requests/2025-03-10-work-report.md", "", "全文见[2025年的报告](../reports/2025/report.md)。"),
        ),
    ),
    Growth(
        day="2025-05-06",
        says="更正：区老年食堂不是民生实事候选；2025年的报告的摘要",
        brings=("corrections/2025-05-06-canteen-kind.md", "reports/2025/digest.yml"),
        edits=(("reports/2025/commitments/2-2/c017.yml", "kind: 民生实事候选", "kind: 重点任务"),),
    ),
    Growth(
        day="2025-06-23",
        says="上半年的更新和答复",
        brings=("updates/2025/2025-05-*", "updates/2025/2025-06-*"),
        edits=(
            (
                *("requests/2025-02-18-museum.md", ""),
                "answer:\n  date: 2025-04-16\n  result: 信息不存在\n  says: 博物馆尚未竣工验收，没有验收公告。\n"
                "  evidence:\n"
                "    - {publisher: 拾光区文化和旅游局, title: 政府信息不存在告知书（虚构）, date: 2025-04-16}\n",
            ),
        ),
    ),
    Growth(
        day="2025-06-24",
        says="区民政局改名",
        edits=(
            (
                "vocabulary/departments.yml",
                "label: 拾光区民政局, description: 养老服务（虚构的单位）, order: 6}",
                "label: 拾光区民政和养老服务局, names: [{label: 拾光区民政局, until: 2025-06-23}], "
                "description: 养老服务（虚构的单位）, order: 6}",
            ),
        ),
    ),
    Growth(
        day="2025-11-21",
        says="2026年的放假安排；充电桩的申请；区老年食堂的转载",
        brings=("calendar/2026.yml", "requests/2025-11-05-*", "updates/2025/2025-11-21-*"),
    ),
    Growth(
        day="2025-12-10",
        says="原公告找到了，撤下转载；目标调整；充电桩的答复",
        brings=("updates/2025/2025-11-24-*", "updates/2025/2025-12-*", "retired.yml"),
        edits=(
            ("reports/2025/commitments/2-2/c012.yml", "", ROADS_ADJUSTED),
            ("requests/2025-11-05-charging.md", "", REFUSED),
        ),
        takes={"updates/2025/2025-11-21-canteen-repost.md": REPOST},
    ),
    Growth(
        day="2026-01-21",
        says="一年的结果",
        brings=("updates/*/2026-01-*",),
        edits=(
            ("reports/2025/commitments/2-3/c022.yml", "", SATISFIED),
            ("reports/2025/documents.yml", "", STATISTICS),
            ("questions.yml", "  answer: “加装", "  answer: 2024年的“加装"),
            ("questions.yml", "", "2025年再提“加装电梯20部”，后来的结论是“未完成”。"),
            ("questions.yml", "", "    - {of: 2025/c023, says: 加装电梯20部, outcome: 未完成}\n"),
            ("questions.yml", "", "    - {to: reports/2025/projects.html, label: 2025年民生实事候选项目}\n"),
            ("questions.yml", "", SPORTS_PARK),
        ),
    ),
    Growth(
        day="2026-02-10",
        says="更正：科技型中小企业的家数",
        brings=("corrections/2026-02-10-firms.md", "updates/2025/2026-02-03-*"),
        edits=(("updates/2025/2026-01-14-firms.md", "value: 138,", "value: 133,"),),
    ),
    Growth(
        day="2026-03-12",
        says="档案馆、跨年度工程；又一次查找；停车位的申请",
        brings=("updates/*/2026-02-26-*", "updates/*/2026-03-*", "requests/2026-02-24-*"),
        edits=(
            (
                *("places.yml", ""),
                "    - {date: 2026-01-30}\n    - {date: 2026-03-12, found: 有跨年度工程进度表，没有充电桩}\n",
            ),
            ("places.yml", "", "    - {date: 2026-03-12}\n"),
        ),
    ),
)


def as_of(day: str, root: Path, example: Path) -> None:
    """The example's content as it stood on a day, in the folder ``root``."""
    shutil.copytree(example, root)
    for growth in reversed(GROWTHS):
        if growth.day > day:
            _take_back(growth, root)


def _take_back(growth: Growth, root: Path) -> None:
    for name, before, after in growth.edits:
        _replace(root / name, after, before)
    for path in [path for pattern in growth.brings for path in root.glob(pattern) if path.is_file()]:
        path.unlink()
    for name, text in growth.takes.items():
        (root / name).write_text(text, "utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")
