"""Three tables of forty tasks as governments make them, each with what has to be read of it.

What columns there are, and the habits in them, is public: tasks divided among departments, progress of livelihood
projects, an inspector's ledger. No text is anybody's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from disclosure.tables.shapes import TableField
from tests.tables import district

# What each row says, by its row: the promise, and its values as texts
Expected = dict[str, tuple[str, int, Mapping[TableField, str]]]
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
HOUSING, TRANSPORT, PROJECTS = "拾光区住建局", "拾光区交通局", "拾光区项目办"
CULTURE, CIVIL = "拾光区文化旅游局", "拾光区民政和养老服务局"


@dataclass
class TableLayout:
    """A table: how it is made, and what is expected of its rows; the cells that are told of, without more."""

    name: str
    make: Callable[[Workbook, Expected], None]
    rows: Expected = field(default_factory=dict)

    def written(self, folder: Path) -> Path:
        path = folder / f"{self.name}.xlsx"
        self.rows.clear()
        with Workbook(str(path)) as book:
            self.make(book, self.rows)
        return path


def quotes() -> list[tuple[str, str]]:
    """Each promise's full id and quote."""
    lines = [*district.TASKS, *district.LIVELIHOOD]
    return [(f"{district.YEAR}/c{n:03}", one.partition("|")[0]) for n, one in enumerate(lines, 1)]


def _said(n: int, quote: str) -> str:
    """The ways in which a task is written down."""
    ways = (
        quote,
        f"{n % 9 + 1}.{quote}。",
        quote.translate(FULL),
        f"{quote}，压实责任、按时调度",
        f"  {quote[: len(quote) // 2]}\n{quote[len(quote) // 2 :]}\u00a0",
    )
    return ways[n % len(ways)]


# How a deadline is written, by what format it is a day (empty: a text), and which day that is
DEADLINES: tuple[tuple[Any, Any, str], ...] = (
    ("2026年12月底", "", "2026-12-31"),
    (date(2026, 12, 31), 'm"月"d"日"', "2026-12-31"),
    (date(2026, 11, 1), 'yyyy"年"m"月"', "2026-11-30"),
    ("12月31日", "", "2026-12-31"),
    (date(2026, 9, 30), 'yyyy"年"m"月"d"日"', "2026-09-30"),
    ("2026.9.30", "", "2026-09-30"),
    ("年底前", "", "2026-12-31"),
    ("第三季度", "", "2026-09-30"),
    (date(2026, 10, 31), '[DBNum1][$-804]yyyy"年"m"月"d"日"', "2026-10-31"),
    ("2026/8", "", "2026-08-31"),
    ("六月底前", "", "2026-06-30"),
    ("长期坚持", "", ""),
    ("全年", "", "2026-12-31"),
)
# How departments are written, who leads, who helps
BODIES = (
    ("区住建局", HOUSING, ""),
    ("交通局", TRANSPORT, ""),
    ("拾光区文化旅游局", CULTURE, ""),
    ("区项目办", PROJECTS, ""),
    ("区民政局", CIVIL, ""),
)
HELPERS = (
    ("区交通局、区项目办", f"{TRANSPORT}、{PROJECTS}"),
    ("住建局，文化旅游局", f"{HOUSING}、{CULTURE}"),
    ("", ""),
    ("区民政和养老服务局\n交通局", f"{CIVIL}、{TRANSPORT}"),
)


class LayoutPen:
    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self.book, self.sheet = book, sheet
        self.plain = book.add_format({"text_wrap": True, "border": 1})

    def write(self, row: int, column: int, value: Any, format: Any = "") -> None:
        look = self.book.add_format({"num_format": format, "border": 1}) if format else self.plain
        if isinstance(value, date):
            self.sheet.write_datetime(row, column, value, look)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, look) if value else None
        else:
            self.sheet.write_number(row, column, value, look)

    def merge(self, first: tuple[int, int], last: tuple[int, int], text: str) -> None:
        if first == last:
            self.write(*first, text)
        else:
            self.sheet.merge_range(*first, *last, text, self.plain)


def _filled(values: dict[TableField, str]) -> dict[TableField, str]:
    return {name: text for name, text in values.items() if text}


def _division(book: Workbook, expected: Expected) -> None:
    """序号 | 工作任务 | 牵头领导 | 牵头单位 | 配合单位 | 完成时限, in sections; who leads is merged over three rows."""
    pen = LayoutPen(book, book.add_worksheet("任务分解"))
    pen.merge((0, 0), (0, 5), "2026年《政府工作报告》重点任务分解表")
    for column, head in enumerate(("序号", "工作任务", "牵头领导", "牵头\n单位", "配合单位", "完成时限")):
        pen.write(1, column, head)
    row = 2
    for group, start in enumerate(range(0, 40, 12)):
        pen.merge((row, 0), (row, 5), f"{'一二三四'[group]}、第{'一二三四'[group]}方面")
        row = _division_rows(pen, row + 1, list(enumerate(quotes()))[start : start + 12], expected)


def _division_rows(pen: LayoutPen, row: int, tasks: list[tuple[int, tuple[str, str]]], expected: Expected) -> int:
    for n, (id, quote) in tasks:
        first = n - n % 3
        body, lead, _helps = BODIES[first % len(BODIES)]
        leader, (helpers, helping) = "甲乙丙丁"[first % 4] + "某某", HELPERS[n % len(HELPERS)]
        helping = "、".join(one for one in helping.split("、") if one != lead)
        deadline, format, day = DEADLINES[n % len(DEADLINES)]
        pen.write(row, 0, n + 1)
        pen.write(row, 1, _said(n, quote))
        if n == first:
            last = min(n + 2, tasks[-1][0]) - n + row
            pen.merge((row, 2), (last, 2), leader)
            pen.merge((row, 3), (last, 3), body)
        pen.write(row, 4, helpers)
        pen.write(row, 5, deadline, format)
        values: dict[TableField, str] = {"leader": leader, "lead": lead, "supporting": helping, "deadline": day}
        expected[str(row + 1)] = (id, 0, _filled(values))
        row += 1
    return row


# How a rate is written, its format, and what it says
RATES: tuple[tuple[Any, str, str, str], ...] = (
    (0.85, "0%", "推进中", "85%"),
    (1, "0%", "已完成", "100%"),
    ("100%", "", "已完成", "100%"),
    (0.625, "0.0%", "推进中", "62.5%"),
    ("６０％", "", "推进中", "６０％"),
)


def _livelihood(book: Workbook, expected: Expected) -> None:
    """项目名称 | 主要内容 | 责任单位 | 计划完成时间 | 目前进展 | 完成率; the head again on each page."""
    heads = ("项目名称", "主要内容", "责任单位", "计划完成时间", "目前进展", "完成率")
    pen = LayoutPen(book, book.add_worksheet("公示表"))
    pen.merge((0, 0), (0, 5), "2026年拾光区民生实事项目进展情况公示表（截至6月30日）")
    row = 1
    for n, (id, quote) in enumerate(quotes()):
        if n % 20 == 0:
            for column, head in enumerate(heads):
                pen.write(row, column, head)
            row += 1
        expected[str(row + 1)] = (id, 0, _livelihood_row(pen, row, n, quote))
        row += 1
    pen.merge((row, 0), (row, 5), "注：进展由责任单位提供。")


def _livelihood_row(pen: LayoutPen, row: int, n: int, quote: str) -> Mapping[TableField, str]:
    deadline, format, day = DEADLINES[n % len(DEADLINES)]
    body, lead, _helps = BODIES[n % len(BODIES)]
    helper = "、区项目办" if n % 7 == 3 else ""
    rate, look, state, shown = RATES[n % len(RATES)]
    pen.write(row, 0, f"（{n + 1}）项目{n + 1}")
    pen.write(row, 1, _said(n, quote))
    pen.write(row, 2, body + helper)
    pen.write(row, 3, deadline, format)
    pen.write(row, 4, f"已开展第{n + 1}轮调度")
    pen.write(row, 5, rate, look)
    helping = PROJECTS if helper and lead != PROJECTS else ""
    return _filled(
        {
            "lead": lead,
            "supporting": helping,
            "deadline": day,
            "progress": f"已开展第{n + 1}轮调度",
            "reported": state,
            "remarks": f"完成率：{shown}",
        }
    )


STATES = (
    ("已完成", "已完成"),
    ("正在推进", "推进中"),
    ("达到序时进度", "推进中"),
    ("√", "已完成"),
    ("尚未开工", "未启动"),
    ("基本完成", "部分完成"),
    ("", ""),
)


def _ledger(book: Workbook, expected: Expected) -> None:
    """序号 | 督查事项 | 责任单位 over two | 进展情况 over four quarters | 亮灯 | 状态 | 备注."""
    sheet = book.add_worksheet("督查台账")
    pen = LayoutPen(book, sheet)
    pen.merge((0, 0), (0, 10), "2026年政府工作报告督查台账")
    for column, head in ((0, "序号"), (1, "督查事项"), (8, "亮灯"), (9, "状态"), (10, "备注")):
        pen.merge((1, column), (2, column), head)
    pen.merge((1, 2), (1, 3), "责任单位")
    pen.merge((1, 4), (1, 7), "进展情况")
    for column, head in enumerate(("牵头", "配合", "一季度", "二季度", "三季度", "四季度"), 2):
        pen.write(2, column, head)
    for n, (id, quote) in enumerate(quotes()):
        expected[str(n + 4)] = (id, 0, _ledger_row(pen, n + 3, n, quote))
    sheet.set_row(6, None, None, {"hidden": True})
    pen.write(43, 0, "填表人：某某某    审核：某某某")


def _ledger_row(pen: LayoutPen, row: int, n: int, quote: str) -> Mapping[TableField, str]:
    body, lead, _helps = BODIES[n % len(BODIES)]
    helpers, helping = HELPERS[n % len(HELPERS)]
    helping = "、".join(one for one in helping.split("、") if one != lead)
    state, label = STATES[n % len(STATES)]
    light = ("绿灯", "黄灯", "红灯")[n % 3]
    quarters = [f"第{q}季度第{n}项进展" if n % 4 >= q else "" for q in (1, 2, 3)]
    for column, text in enumerate((_said(n, quote), body, helpers, *quarters, "", light, state), 1):
        pen.write(row, column, text)
    pen.write(row, 0, n + 1)
    pen.write(row, 10, f"备注{n}" if n % 5 == 0 else "")
    told = [f"{name}：{text}" for name, text in zip(("一季度", "二季度", "三季度"), quarters, strict=True) if text]
    notes = [*([f"备注{n}"] if n % 5 == 0 else []), f"亮灯：{light}"]
    return _filled(
        {
            "lead": lead,
            "supporting": helping,
            "progress": "\n".join(told),
            "reported": label,
            "remarks": "\n".join(notes),
        }
    )


def all_layouts() -> Iterator[TableLayout]:
    yield TableLayout("division", _division)
    yield TableLayout("livelihood", _livelihood)
    yield TableLayout("ledger", _ledger)
