"""A table that came back, as values: cells as they stand, what their columns mean, and which promise a row is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

# What a column may mean. A row speaks of one promise, or of one target of it: ``task`` is its title or its quote in
# whatever table, ``quote`` the column of quotes that our own workbooks have beside it; ``target`` is the figure as
# written in the report (3条以上), ``value`` what was reached, ``done`` the day on which it was
TableField = Literal[
    "id",
    "task",
    "quote",
    "measure",
    "target",
    "leader",
    "lead",
    "supporting",
    "deadline",
    "reported",
    "progress",
    "value",
    "unit",
    "period",
    "vintage",
    "basis",
    "done",
    "publisher",
    "title",
    "url",
    "date",
    "locator",
    "remarks",
]
# How a row was matched with its promise
By = Literal["id", "title", "quote", ""]


class Cell(Struct, frozen=True, kw_only=True):
    """What stands in a cell: the text as shown; beside it the number or the day that it is, where it is one.

    ``error`` is the spreadsheet's own (#REF!), or why it holds nothing. ``place`` is as spreadsheets call it: B7; of a
    value made of several cells B7、C7. ``stored`` is the number it holds where it shows another one (99.6 as 100%).
    """

    text: str = ""
    number: Decimal | None = None
    day: date | None = None
    error: str = ""
    place: str = ""
    stored: Decimal | None = None


def texts(row: Iterable[Cell]) -> list[str]:
    """What stands in a row, that of a merged cell once."""
    return list({one.place: one.text for one in row if one.text}.values())


class CellSheet(Struct, frozen=True):
    """A sheet; every cell of a merged range holds what its first one does, and its place."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


class ReadColumn(Struct, frozen=True):
    """What a column means: which field, the how manieth it is (from 0), and how its head was written."""

    field: TableField
    index: int
    head: str


class ReadRow(Struct, frozen=True, kw_only=True):
    """A row about a promise: ``promise`` is its full id (2025/c016), empty where none was found. ``place`` names the
    row: its number, from 1. ``target`` is which of the promise's targets it is about, from 1, where its id (c016/2) or
    its measure says so; else 0. ``doubts`` are for the editor to settle before anything is taken."""

    place: str
    promise: str = ""
    target: int = 0
    by: By = ""
    values: Mapping[TableField, Cell] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


class TableRead(Struct, frozen=True, kw_only=True):
    """A table file that was read: the sheet with the promises. ``doubts`` are those of the table as a whole;
    ``problems`` are why it cannot be taken at all. ``told`` is what an editor should know and need not settle: what of
    the file is not taken, and where."""

    sheet: str = ""
    columns: tuple[ReadColumn, ...] = ()
    rows: tuple[ReadRow, ...] = ()
    doubts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
