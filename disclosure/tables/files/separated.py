"""Sheets of a csv: what a program wrote for others, divided by commas, tabs or semicolons."""

from __future__ import annotations

import csv
import io
import re

from disclosure.exports.cells import harmless, meant
from disclosure.ingest.formats import plain
from disclosure.tables.files import cells
from disclosure.tables.files.grid import filled
from disclosure.tables.files.shapes import OpenedSheet, OpenedTable
from disclosure.tables.files.workbook_cells import MAX_COLUMNS, MAX_ROWS
from disclosure.translation import gettext as _

MARKS = ",\t;，"
# So many lines say how a file is divided
LOOKED = 50
# Excel keeps noughts of a csv so
QUOTED = re.compile(r'="([^"]*)"')


def read(data: bytes, name: str) -> OpenedTable:
    """The encoding is UTF-8 or what older programs write; told where it is one of those."""
    text, encoding = plain.decoded(data)
    text = text.replace("\0", "")
    mark = max(MARKS, key=lambda one: _fitness(text, one))
    rows = _rows(text, mark, MAX_ROWS + 1)
    told = [] if encoding == "utf-8" else [plain.said(encoding)]
    if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
        told.append(_("文件太大，只读了前 {rows} 行、前 {columns} 列").format(rows=MAX_ROWS, columns=MAX_COLUMNS))
    placed = {
        (row, column): cells.of_text(_meant(value), cells.place(row, column))
        for row, values in enumerate(rows[:MAX_ROWS])
        for column, value in enumerate(values[:MAX_COLUMNS])
    }
    return OpenedTable(sheets=(OpenedSheet(sheet=filled(name, placed)),), told=tuple(told))


def _rows(text: str, mark: str, most: int) -> list[list[str]]:
    found: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for row in reader:
            found.append(row)
            if len(found) == most:
                break
    except csv.Error:
        # A field beyond the module's limit: a quotation that nobody closed
        return [line.split(mark) for line in text.splitlines()[:most]]
    return found


def _fitness(text: str, mark: str) -> tuple[int, int]:
    """How many lines have the same number of fields, and how many that is."""
    rows = [len(row) for row in _rows(text, mark, LOOKED) if len(row) > 1]
    best = max(rows, key=lambda count: (rows.count(count), count), default=0)
    return rows.count(best), best


def _meant(value: str) -> str:
    """A formula that is nothing but a text is that text; so is what our own files keep from a spreadsheet. Before
    anything else an apostrophe is the writer's own."""
    found = QUOTED.fullmatch(value)
    if found:
        return found[1]
    text = meant(value)
    return text if harmless(text) == value else value
