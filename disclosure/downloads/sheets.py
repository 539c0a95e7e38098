"""The tables of the published data as sheets of a workbook: in which order, which columns, which cells, how wide.

A column is one of the table's. What readers want comes first; the ids that only programs need stand at the right end. A
text that is too long for a cell goes on in the cells of columns of its own at the very end, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

from msgspec import Struct

from disclosure.exports import published
from disclosure.exports.cells import BETWEEN
from disclosure.exports.published import TableColumn
from disclosure.translation import gettext as _

# What a sheet and a cell can hold; the length of a text is counted in UTF-16, as Excel does
MOST_ROWS = 1_048_576
LONGEST_TEXT = 32_767
# The digits that a number of a workbook keeps
DIGITS = 15
# The first day that every program takes for the same one
FIRST_DAY = date(1900, 3, 1)
# Widths in digits, heights in lines
NARROWEST, WIDEST, HIGHEST = 6, 46, 4
# The room of the button of a filter
BUTTON = 3

# Sheets that come first
FIRST = ("tasks", "commitments")
# Columns that come first: of tasks those of official tables, in their order
LEADING: Mapping[str, tuple[str, ...]] = {
    "commitments": (
        *("report", "id", "title", "target_written", "target_value", "target_unit", "observed", "observed_value"),
        *("observed_until", "target_verdicts", "outcome_label", "outcome_note", "lead_label", "supporting_label"),
        *("deadline", "reported_label", "evidenced_label", "schedule_label", "kind_label", "strength_label", "quote"),
    ),
    "tasks": ("number", "task", "lead_label", "supporting_label", "deadline", "progress", "outcome_label"),
}
LABEL = "_label"

Value = str | int | float | date


class Extent(Struct, frozen=True):
    """How much room the cells of a column take: the width of the widest, and how many cells a text needs."""

    width: int
    cells: int


class Sheet(Struct, frozen=True, kw_only=True):
    """A sheet before its rows are written: ``parts`` says how many cells each column's texts need at most."""

    table: str
    title: str
    columns: tuple[TableColumn, ...]
    extents: tuple[Extent, ...]
    number: int

    @property
    def sheets(self) -> int:
        """Of how many sheets it is."""
        return ceil(self.number / (MOST_ROWS - 1))

    @property
    def heads(self) -> tuple[str, ...]:
        return (*(one.head for one in self.columns), *(head for head, _column in self._further()))

    @property
    def widths(self) -> tuple[int, ...]:
        own = [
            min(max(NARROWEST, width(one.head) + BUTTON, extent.width), WIDEST)
            for one, extent in zip(self.columns, self.extents, strict=True)
        ]
        return (*own, *(WIDEST for _one in self._further()))

    @property
    def lines(self) -> int:
        """How high all rows are: high enough for every text, within what can be looked through."""
        own = zip(self.extents, self.widths, strict=False)
        return min(max(ceil(extent.width / wide) for extent, wide in own), HIGHEST)

    @property
    def kept(self) -> int:
        """How many columns stay in sight: those at the left that name a row."""
        keys = published.primary_key(self.table)
        return next((n for n, one in enumerate(self.columns) if one.name not in keys), 0)

    def cells(self, row: Mapping[str, Any]) -> list[Value | None]:
        values = [value(one, row[one.name]) for one in self.columns]
        if all(extent.cells == 1 for extent in self.extents):
            return values
        parted = [parts(one) if isinstance(one, str) else (one,) for one in values]
        further = (parted[column][n] if n < len(parted[column]) else None for n, column in self._places())
        return [*(each[0] for each in parted), *further]

    def _further(self) -> Iterator[tuple[str, TableColumn]]:
        for n, column in self._places():
            yield _("{head}（续{n}）").format(head=self.columns[column].head, n=n), self.columns[column]

    def _places(self) -> Iterator[tuple[int, int]]:
        """The further cells, each by which part of a text it holds and of which column."""
        return ((n, column) for column, extent in enumerate(self.extents) for n in range(1, extent.cells))


def of_folder(data: Path) -> Iterator[Sheet]:
    """Those of a folder of published data, each measured."""
    shown = {one: SheetMeasure(one) for one in published.NAMES if not is_of_pairs(one)}
    for table, rows in published.together(data):
        if table in shown:
            shown[table].add(rows)
    held = {name: one.sheet for name, one in shown.items() if one.number}
    yield from (held[name] for name in FIRST if name in held)
    yield from (one for name, one in held.items() if name not in FIRST)


def is_of_pairs(table: str) -> bool:
    """Whether a table holds keys and their labels alone: what it says stands in a list of another one's rows too."""
    keys = published.primary_key(table)
    return all(one.name.removesuffix(LABEL) in keys for one in published.columns(table))


class SheetMeasure:
    """How much room the rows of a table take that were added so far."""

    def __init__(self, table: str) -> None:
        self.table, self.columns, self.number = table, ordered(table), 0
        self.widest, self.longest = [0] * len(self.columns), [1] * len(self.columns)

    def add(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self.number += len(rows)
        for n, column in enumerate(self.columns):
            name, widest = column.name, self.widest[n]
            for row in rows:
                text = row[name]
                if type(text) is not str:
                    if text is None:
                        continue
                    text = str(value(column, text) or "")
                # Nearly all are shorter than one before
                if len(text) * 2 > widest:
                    widest = max(widest, width(text))
                    self.longest[n] = max(self.longest[n], len(parts(text)))
            self.widest[n] = widest

    @property
    def sheet(self) -> Sheet:
        return Sheet(
            table=self.table,
            title=published.title(self.table),
            columns=self.columns,
            extents=tuple(Extent(*each) for each in zip(self.widest, self.longest, strict=True)),
            number=self.number,
        )


def ordered(table: str) -> tuple[TableColumn, ...]:
    """The columns of a table: those of its official form first, ids with a label beside them last."""
    all = {one.name: one for one in published.columns(table)}
    leading = LEADING.get(table, ())
    coded = [name for name in all if name + LABEL in all]
    rest = [name for name in all if name not in leading and name not in coded]
    return tuple(all[name] for name in (*leading, *rest, *coded))


def value(column: TableColumn, given: Any) -> Value | None:
    """What stands in a cell: a number where it keeps all digits, a day where all programs know it, else text."""
    if type(given) is str:
        return _day(given) if column.type == "date" and not column.several else given or None
    if column.several:
        return BETWEEN.join(map(str, given)) or None
    if type(given) is bool:
        return _("是") if given else _("否")
    return given if given is None or is_exact(given) else str(given)


def _day(text: str) -> date | str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return day if day >= FIRST_DAY else text


def is_exact(number: float) -> bool:
    """Whether a program that keeps fifteen digits keeps this number."""
    return float(f"{number:.{DIGITS}g}") == number


def width(text: str) -> int:
    """In digits: a Han character, three bytes in UTF-8, is as wide as two."""
    return (len(text.encode()) + len(text)) // 2


def parts(text: str) -> list[str]:
    """A text in pieces that a cell can hold; no character is cut in two."""
    if len(text) * 2 <= LONGEST_TEXT:
        return [text]
    data, found = text.encode("utf-16-le"), []
    while data:
        end = 2 * LONGEST_TEXT
        # The first half of a character beyond the basic plane would be left alone
        if len(data) > end and 0xD8 <= data[end - 1] <= 0xDB:
            end -= 2
        found.append(data[:end].decode("utf-16-le"))
        data = data[end:]
    return found
