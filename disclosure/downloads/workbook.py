"""The workbook: a sheet for each table, before them one that says what this is, after them one on every column.

It has no formula, no macro and no link that leads out of it: every text is written as text, whatever it looks like.
Rows go to a file as they come, so that the memory it takes does not grow with them. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from disclosure.downloads import cells, introduction, sheets
from disclosure.downloads.sheets import Sheet, Value
from disclosure.exports import published
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

DAY = "yyyy-mm-dd"
TOP = {"valign": "top"}
# Widths of the first sheet
INTRODUCTION = (18, 70, 10)

Cells = Sequence[Value | None]


def write(data: Path, target: Path) -> None:
    """The workbook of a folder of published data, at the path given second."""
    from xlsxwriter import Workbook

    described = tuple(sheets.of_folder(data))
    # Its temporary files beside it: a build that is killed leaves them where the next one clears away
    with cells.saved(), Workbook(str(target), {"constant_memory": True, "tmpdir": str(target.parent)}) as book:
        book.set_properties({"title": introduction.title(data), "created": cells.MADE})
        pen = _Pen.of(book)
        _introduce(pen, data, described)
        for one in described:
            _table(pen, one, map(one.cells, published.rows(data, one.table)))
        _explain(pen, described)


class _Form(Struct, frozen=True, kw_only=True):
    """What a sheet is, its rows aside: rows are so many ``lines`` high, ``kept`` columns at the left stay in sight."""

    title: str
    heads: Sequence[str]
    widths: Sequence[int]
    lines: int = 1
    kept: int = 0


class _Pen(Struct, frozen=True, kw_only=True):
    """The workbook, and how cells of each kind look; ``guarded`` is text that stays text when somebody edits it."""

    book: Workbook
    head: Format
    text: Format
    guarded: Format
    number: Format
    day: Format

    @classmethod
    def of(cls, book: Workbook) -> _Pen:
        return cls(
            book=book,
            head=book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#EAEFF5", **TOP}),
            text=book.add_format({"text_wrap": True, **TOP}),
            guarded=book.add_format({"text_wrap": True, "quote_prefix": True, **TOP}),
            number=book.add_format(TOP),
            day=book.add_format({"num_format": DAY, "align": "left", **TOP}),
        )

    def write(self, sheet: Worksheet, row: int, values: Cells) -> None:
        for column, value in enumerate(values):
            if isinstance(value, str):
                form = self.guarded if cells.is_risky(value) else self.text
                cells.write_text(sheet, (row, column), value, form)
            elif isinstance(value, date):
                sheet.write_datetime(row, column, value, self.day)
            elif value is not None:
                sheet.write_number(row, column, value, self.number)


def _table(pen: _Pen, one: Sheet, rows: Iterable[Cells]) -> None:
    """A table's rows on a sheet, or on as many as they need."""
    left, form = iter(rows), _Form(title=one.title, heads=one.heads, widths=one.widths, lines=one.lines, kept=one.kept)
    for n in range(1, one.sheets + 1):
        name = form.title if n == 1 else f"{form.title}{n}"
        _sheet(pen, replace(form, title=name), islice(left, sheets.MOST_ROWS - 1))


def _sheet(pen: _Pen, form: _Form, rows: Iterable[Cells]) -> None:
    sheet, row = pen.book.add_worksheet(form.title), 0
    _widen(sheet, form.widths)
    # A height for all: one for each row would stay in memory, and no row hides those after it
    sheet.set_default_row(form.lines * cells.LINE)
    # Years and ids are text on purpose
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for column, head in enumerate(form.heads):
        sheet.write_string(0, column, head, pen.head)
    for row, values in enumerate(rows, 1):
        pen.write(sheet, row, values)
    sheet.autofilter(0, 0, row, len(form.heads) - 1)
    sheet.freeze_panes(1, form.kept)


def _widen(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide * cells.STRETCH + cells.MARGIN)


def _introduce(pen: _Pen, data: Path, described: Sequence[Sheet]) -> None:
    """The first sheet: what this is, how to read it, and what sheets there are."""
    told = [(name, said) for _id, name, said in introduction.about(data)]
    told += [(_("怎样读"), text) for text in introduction.reading()]
    sheet = pen.book.add_worksheet(_("说明"))
    _widen(sheet, INTRODUCTION)
    for row, values in enumerate(told):
        sheet.set_row(row, ceil(sheets.width(values[1]) / INTRODUCTION[1]) * cells.LINE)
        pen.write(sheet, row, values)
    listed = len(told) + 1
    for column, head in enumerate((_("表"), _("一行是什么"), _("行数"))):
        sheet.write_string(listed, column, head, pen.head)
    for row, one in enumerate(described, listed + 1):
        pen.write(sheet, row, (one.title, introduction.row_of(one.table), one.number))


def _explain(pen: _Pen, described: Sequence[Sheet]) -> None:
    """The last sheet: each column of each sheet."""
    form = _Form(
        title=_("列的说明"),
        heads=(_("表"), _("列"), _("含义"), _("类型"), _("数据文件里的名称")),
        widths=(18, 22, 60, 8, 40),
        lines=2,
        kept=2,
    )
    rows = (
        (one.title, column.head, column.about, introduction.type_of(column), f"{one.table}.{column.name}")
        for one in described
        for column in one.columns
    )
    _sheet(pen, form, rows)
