"""The workbook as others open it, and the values that must be in it."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from disclosure.downloads import sheets
from disclosure.exports import published
from disclosure.exports.published import TableColumn

ReadRows = list[list[Any]]
# Before the tables, and after them
FIRST, LAST = "说明", "列的说明"


def by_calamine(path: Path) -> dict[str, ReadRows]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: _filled(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


def by_openpyxl(path: Path) -> dict[str, ReadRows]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: _filled([[_read(one) for one in row] for row in sheet.values]) for sheet in book}


def _read(value: Any) -> Any:
    """A day is a day, and what is escaped is itself."""
    if isinstance(value, datetime.datetime):
        return value.date()
    return unescape(value) if isinstance(value, str) else value


def _filled(rows: ReadRows) -> ReadRows:
    return [[None if value == "" else value for value in row] for row in rows]


def rows_of(read: Mapping[str, ReadRows], table: str) -> Iterator[dict[str, Any]]:
    """A table's rows as a sheet has them, by the names of columns."""
    head, *rows = read[published.title(table)]
    names = {one.head: one.name for one in published.columns(table)}
    return (dict(zip((names[one] for one in head), row, strict=True)) for row in rows)


def wanted(column: TableColumn, value: Any) -> Any:
    """What a cell must hold for a value of the JSON files."""
    if value is None or value in ("", []):
        return None
    if column.several:
        return "、".join(map(str, value))
    if column.type == "boolean":
        return "是" if value else "否"
    return datetime.date.fromisoformat(value) if column.type == "date" else value


def wanted_rows(data: Path, table: str) -> Iterator[dict[str, Any]]:
    columns = published.columns(table)
    return ({one.name: wanted(one, row[one.name]) for one in columns} for row in published.rows(data, table))


def csv_rows(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheets_of(data: Path) -> list[str]:
    """The tables that have a sheet: of a table of pairs, a list in another one's rows says the same."""
    return [one for one in published.tables(data) if not sheets.is_of_pairs(one)]
