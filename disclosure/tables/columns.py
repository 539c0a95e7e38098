"""The columns of the workbook that a department gets: what their heads are called, what is asked for, what is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from disclosure.model import vocabulary
from disclosure.tables.shapes import TableField
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# How a cell is written: ``words`` is text with a list to choose from
ColumnKind = Literal["text", "number", "day", "words"]


class OutColumn(Struct, frozen=True, kw_only=True):
    """A column of the workbook.

    ``field`` is empty where nothing in it is ever read back. What is not ``asked`` is locked. ``words`` is the
    vocabulary to choose from, ``strict`` where nothing else may be written; ``hint`` is shown beside a chosen cell.
    """

    head: str
    field: TableField | Literal[""] = ""
    kind: ColumnKind = "text"
    asked: bool = False
    width: int = 10
    words: str = ""
    strict: bool = True
    hint: str = ""


COLUMNS: tuple[OutColumn, ...] = (
    OutColumn(head=N_("序号"), kind="number", width=5),
    OutColumn(head=N_("编号"), field="id", width=13),
    OutColumn(head=N_("工作任务"), field="task", width=26),
    OutColumn(head=N_("原文"), field="quote", width=28),
    OutColumn(head=N_("指标"), field="measure", width=18),
    OutColumn(head=N_("目标"), field="target", width=14),
    OutColumn(head=N_("责任领导"), field="leader", asked=True, width=10, hint=N_("与已登记的不同才改；文件写明的才填")),
    OutColumn(
        head=N_("牵头单位"),
        field="lead",
        kind="words",
        asked=True,
        width=18,
        words=vocabulary.DEPARTMENTS,
        strict=False,
        hint=N_("只写一个单位的全称；与已登记的不同才改"),
    ),
    OutColumn(
        head=N_("配合单位"),
        field="supporting",
        asked=True,
        width=22,
        hint=N_("写全，几个单位之间用顿号；与已登记的不同才改"),
    ),
    OutColumn(
        head=N_("完成时限"),
        field="deadline",
        kind="day",
        asked=True,
        width=15,
        hint=N_("计划哪一天以前完成，例如 2025-12-31；报告里的期限不因此改变"),
    ),
    OutColumn(head=N_("本站已登记"), width=26),
    OutColumn(
        head=N_("状态"),
        field="reported",
        kind="words",
        asked=True,
        width=11,
        words=vocabulary.REPORTED,
        hint=N_("从列表里选；与已登记的相同就不用动"),
    ),
    OutColumn(
        head=N_("进展"),
        field="progress",
        asked=True,
        width=40,
        hint=N_("只写新的进展，会照录公开；不写个人的姓名、电话和证件号码"),
    ),
    OutColumn(
        head=N_("实际值"),
        field="value",
        kind="number",
        asked=True,
        width=11,
        hint=N_("只写数字，单位写在后面一栏；还没有数就空着"),
    ),
    OutColumn(head=N_("计量单位"), field="unit", asked=True, width=10, hint=N_("例如 个、亿元、%")),
    OutColumn(
        head=N_("时期"),
        field="period",
        asked=True,
        width=11,
        hint=N_("数字算到什么时候：全年写 2025，1至6月写 2025-06，截至某一天写 2025-06-18"),
    ),
    OutColumn(
        head=N_("数据口径"),
        field="vintage",
        kind="words",
        asked=True,
        width=10,
        words=vocabulary.VINTAGES,
        hint=N_("预计、初步或最终；不分的就空着"),
    ),
    OutColumn(
        head=N_("可比口径"),
        field="basis",
        kind="words",
        asked=True,
        width=10,
        words=vocabulary.BASES,
        hint=N_("只有两种口径结论会不同的增速才选"),
    ),
    OutColumn(
        head=N_("完成日期"),
        field="done",
        kind="day",
        asked=True,
        width=15,
        hint=N_("有期限的任务：哪一天完成，例如 2025-06-20；没有完成就空着"),
    ),
    OutColumn(head=N_("材料发布单位"), field="publisher", asked=True, width=18, hint=N_("公开材料是谁发布的，写全称")),
    OutColumn(head=N_("材料标题"), field="title", asked=True, width=26, hint=N_("公开材料自己的标题，照录")),
    OutColumn(head=N_("材料文号"), field="locator", asked=True, width=18, hint=N_("文号或文章编号；没有就空着")),
    OutColumn(head=N_("材料日期"), field="date", kind="day", asked=True, width=15, hint=N_("公开材料自己的日期")),
    OutColumn(head=N_("材料网址"), field="url", asked=True, width=26, hint=N_("以 http 开头的完整网址；没有就空着")),
    OutColumn(head=N_("备注"), field="remarks", asked=True, width=22, hint=N_("写给编辑看的，不公开")),
)


SHEET, HOW, WORDS = N_("填报"), N_("说明"), N_("选项")


def is_own(heads: Iterable[str]) -> bool:
    """Whether a table with these heads is a workbook of ours: then what we wrote beside it is no news."""
    return set(heads) >= {_(one.head) for one in COLUMNS if not one.asked}


def given() -> frozenset[str]:
    """What is never read back of our own workbooks: heads, and names of sheets."""
    return frozenset({_(one.head) for one in COLUMNS if not one.field} | {_(HOW), _(WORDS)})


def heads() -> Iterator[tuple[str, TableField]]:
    """How each field that is read back is called in our own workbooks."""
    for one in COLUMNS:
        if one.field:
            yield _(one.head), one.field
