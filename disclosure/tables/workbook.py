"""A department's workbook: the table to fill in, a page on how, and a hidden sheet with the words to choose from.

Nothing in it runs: every text is written as text. What must not change is locked, without a password, so that nobody
fills in the wrong cell by mistake and whoever must can still unlock it. The same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from disclosure.catalog.words import Vocabularies
from disclosure.downloads import cells, sheets
from disclosure.model import vocabulary
from disclosure.tables import on_file
from disclosure.tables.cell_formats import DAY, TEXT
from disclosure.tables.columns import COLUMNS, HOW, SHEET, WORDS, OutColumn
from disclosure.tables.rows import OutRow
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Columns that stay in sight
KEPT = 3
# How high a row is, in lines: with room for what is filled in
LOWEST, HIGHEST = 3, 10
# Excel shows so many characters of a hint and of its title
LONGEST_HINT = 255
# Paper, and how many sheets of it beside each other: on fewer nobody could read it
A3, A4, PAGES_WIDE = 8, 9, 2
# What an editor of a protected sheet may do besides
ALLOWED = {
    **dict.fromkeys(("format_cells", "format_columns", "format_rows", "sort", "autofilter"), True),
    **dict.fromkeys(("select_locked_cells", "select_unlocked_cells"), True),
}
FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2199, 12, 31)
INSTRUCTIONS = (
    N_("白色的格子请填写，灰色的格子是本站登记的内容，不要改；锁定没有密码，是为了不会误改。"),
    N_("一行说一项目标；一条任务有几项目标的，占几行，每一行都写全了编号和任务，排序、筛选以后仍然对得上。"),
    N_("已登记的内容已经填好，没有变化的不用动；空着的格子不算改动。"),
    N_("同一任务的几行里，状态、进展、单位、时限改其中一行就可以。"),
    N_("实际值和时期要一起写：时期是这个数字算到什么时候，例如 2025-06 是1至6月，2025 是全年。"),
    N_("数字有变化的，时期也要跟着改；只改数字、不改时期的，读回来时会问清楚。"),
    N_("单位写全称，几个单位之间用顿号；列表里没有的单位照实写，由编辑登记以后再读。"),
    N_("进展会照录公开，请不要写个人的姓名、电话和证件号码；不公开的话写在备注里。"),
    N_("可以用 Excel、WPS 表格或 LibreOffice 填写，存成 .xlsx、.xls、.et 或 .ods 都能读回。"),
    N_("筛选可以直接用。要排序，先在“审阅”里撤销工作表保护（没有密码）；不要合并单元格，不要改第一行。"),
)


class Pen(Struct, frozen=True, kw_only=True):
    """How cells look. ``closed`` cells of an asked column take nothing in their row."""

    head: Format
    given: Format
    number: Format
    asked: Mapping[str, Format]
    guarded: Mapping[bool, Format]
    closed: Format


class BookTitle(Struct, frozen=True):
    """What the workbook is called: of which report, for whom."""

    report: str
    department: str

    @property
    def whole(self) -> str:
        return _("{report}任务进展填报表").format(report=self.report) + (
            f"（{self.department}）" if self.department else ""
        )


def write(target: Path, title: BookTitle, rows: Sequence[OutRow], words: Vocabularies) -> None:
    """The workbook, at a path that does not exist yet."""
    from xlsxwriter import Workbook

    # Small, and whoever is killed leaves no temporary files
    with cells.saved(), Workbook(str(target), {"in_memory": True}) as book:
        book.set_properties({"title": title.whole, "created": cells.MADE})
        pen = _pen(book)
        shown = _columns(rows)
        sheet, how, lists = (book.add_worksheet(_(name)) for name in (SHEET, HOW, WORDS))
        ranges = _lists(lists, shown, rows, words)
        _table(sheet, pen, shown, rows)
        _validate(sheet, shown, len(rows), ranges)
        _set_up(sheet, title, len(shown), len(rows))
        _explain(how, book, title)
        lists.hide()


def _columns(rows: Sequence[OutRow]) -> list[OutColumn]:
    """Those that something can be written into, or stands in."""
    return [one for one in COLUMNS if one.field != "basis" or any(each.values[one.head] is not None for each in rows)]


def _pen(book: Workbook) -> Pen:
    plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    given, asked = {**plain, "bg_color": "#EDEDED"}, {**plain, "locked": False}
    number = {"align": "left"}
    return Pen(
        head=book.add_format({**plain, "bold": True, "bg_color": "#D9E2EF", "valign": "vcenter"}),
        given=book.add_format({**given, "num_format": TEXT}),
        number=book.add_format({**given, "align": "center"}),
        asked={
            "text": book.add_format({**asked, "num_format": TEXT}),
            "words": book.add_format({**asked, "num_format": TEXT}),
            "number": book.add_format({**asked, **number}),
            "day": book.add_format({**asked, **number, "num_format": DAY}),
        },
        guarded={
            is_asked: book.add_format({**(asked if is_asked else given), "num_format": TEXT, "quote_prefix": True})
            for is_asked in (True, False)
        },
        closed=book.add_format({**given, "pattern": 14, "fg_color": "#D0D0D0"}),
    )


def _table(sheet: Worksheet, pen: Pen, columns: Sequence[OutColumn], rows: Sequence[OutRow]) -> None:
    for at, row in enumerate(rows, 1):
        # Programs that do not measure anew would show the first line alone
        sheet.set_row(at, _lines(columns, row) * cells.LINE)
    for n, column in enumerate(columns):
        sheet.set_column(n, n, column.width * cells.STRETCH + cells.MARGIN)
        sheet.write_string(0, n, _(column.head), pen.head)
        for at, row in enumerate(rows, 1):
            _write(sheet, pen, (at, n), column, row)


def _lines(columns: Sequence[OutColumn], row: OutRow) -> int:
    """How many lines the highest cell of a row takes, within what can be looked through."""
    texts = ((one.width, text) for one in columns if isinstance(text := row.values[one.head], str))
    needed = (sum(ceil(sheets.width(line) / wide) for line in text.split("\n")) for wide, text in texts)
    return min(max(LOWEST, *needed), HIGHEST)


def _write(sheet: Worksheet, pen: Pen, at: tuple[int, int], column: OutColumn, row: OutRow) -> None:
    value = row.values[column.head]
    if column.head in row.closed and value is None:
        sheet.write_blank(*at, None, pen.closed)
        return
    form = pen.asked[column.kind] if column.asked else pen.given
    if value is None:
        sheet.write_blank(*at, None, form)
    elif isinstance(value, str):
        cells.write_text(sheet, at, value, pen.guarded[column.asked] if cells.is_risky(value) else form)
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, form)
    else:
        sheet.write_number(*at, value, form if column.asked else pen.number)


def _lists(
    sheet: Worksheet, columns: Sequence[OutColumn], rows: Sequence[OutRow], words: Vocabularies
) -> dict[str, str]:
    """The words to choose from, a column each, on a sheet of their own; their ranges by field. In the cells' own list
    none over 255 characters can be, nor one with a comma in a word."""
    found = {}
    lists = {one.field: _choices(one, words) for one in columns if one.words} | {"unit": _units(columns, rows)}
    for n, (field, labels) in enumerate((name, all) for name, all in lists.items() if all):
        for row, label in enumerate(labels):
            cells.write_text(sheet, (row, n), label, None)
        name = chr(ord("A") + n)
        found[str(field)] = f"='{_(WORDS)}'!${name}$1:${name}${len(labels)}"
    return found


def _choices(column: OutColumn, words: Vocabularies) -> list[str]:
    """The labels in use; what stands where nobody said anything is not to be said."""
    return [
        one.value.label
        for one in words.records.get(column.words, ())
        if (column.words, one.value.id) != (vocabulary.REPORTED, on_file.NOTHING_SAID) and not one.value.until
    ]


def _units(columns: Sequence[OutColumn], rows: Sequence[OutRow]) -> list[str]:
    head = next(one.head for one in columns if one.field == "unit")
    return list(dict.fromkeys(str(row.values[head]) for row in rows if row.values[head]))


def _validate(sheet: Worksheet, columns: Sequence[OutColumn], rows: int, ranges: Mapping[str, str]) -> None:
    for n, column in enumerate(columns):
        if column.asked and rows:
            sheet.data_validation(1, n, rows, n, {**_hint(column), **_rule(column, ranges)})


def _hint(column: OutColumn) -> dict[str, Any]:
    return {"input_title": _(column.head), "input_message": _(column.hint)[:LONGEST_HINT], "ignore_blank": True}


def _rule(column: OutColumn, ranges: Mapping[str, str]) -> dict[str, Any]:
    """What may be written; but for closed lists, a warning that can be passed over."""
    warns = {"error_type": "warning", "error_title": _(column.head), "error_message": _(column.hint)}
    if column.field in ranges:
        strict = {"error_type": "stop", "error_message": _("请从列表里选")} if column.strict and column.words else {}
        return {**warns, "validate": "list", "source": ranges[column.field], **strict}
    if column.kind == "day":
        return {**warns, "validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
    if column.kind == "number":
        return {**warns, "validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    return {"validate": "any"}


def _set_up(sheet: Worksheet, title: BookTitle, columns: int, rows: int) -> None:
    sheet.freeze_panes(1, KEPT)
    sheet.autofilter(0, 0, rows, columns - 1)
    # Ids and periods are text on purpose
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.protect("", ALLOWED)
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(PAGES_WIDE, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, KEPT - 1)
    sheet.set_header("&C" + title.whole.replace("&", "&&"))
    sheet.set_footer("&C" + _("第 &P 页，共 &N 页"))


def _explain(sheet: Worksheet, book: Workbook, title: BookTitle) -> None:
    """How to fill it in."""
    sheet.set_column(0, 0, 110)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, title.whole, book.add_format({"bold": True, "font_size": 14}))
    text = book.add_format({"text_wrap": True, "valign": "top"})
    told = [_(one) for one in INSTRUCTIONS]
    told += [f"{_(one.head)}：{_(one.hint)}" for one in COLUMNS if one.asked]
    for n, line in enumerate(told, 1):
        cells.write_text(sheet, (n, 0), line, text)
    sheet.protect("", ALLOWED)
