"""What is in doubt about a table, and what the editor leaves out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from disclosure.grouping import grouped
from disclosure.tables.cell_values import Unclear
from disclosure.tables.shapes import TableRead

# 12, C12 or C
LEFT_OUT = re.compile(r"[A-Z]{1,3}[0-9]{0,7}|[0-9]{1,7}")
PLACE = re.compile(r"([A-Z]*)([0-9]*)")
CELL = re.compile(r"[^!]*!([A-Z]{1,3}[0-9]{1,7})[ ：]*(.*)", re.S)
# Between the rows that were joined
BETWEEN = "、"
Meant = TypeVar("Meant")


class TableDoubt(Struct, frozen=True):
    """What somebody has to settle before anything is written; ``place`` is a cell or a row, empty for the table."""

    place: str
    message: str
    hint: str = ""

    @property
    def order(self) -> tuple[int, int, str]:
        """From above, from the left."""
        column, row = _parted(self.place)
        return int(row or 0), len(column), column


def _parted(place: str) -> tuple[str, str]:
    found = PLACE.match(place)
    return (found[1], found[2]) if found else ("", "")


class DoubtCollector:
    """Those that were met so far."""

    def __init__(self) -> None:
        self.found: list[TableDoubt] = []

    def add(self, place: str, message: str, hint: str = "") -> None:
        self.found.append(TableDoubt(place, message, hint))

    def taken(self, place: str, read: Callable[[], Meant]) -> Meant | None:
        """What reading gives; nothing, and a doubt, where a cell cannot be taken."""
        try:
            return read()
        except Unclear as unclear:
            self.add(unclear.place or place, unclear.message, unclear.hint)
            return None

    def in_order(self) -> tuple[TableDoubt, ...]:
        """What is the same at several places is said once, with all of them."""
        ordered = sorted(dict.fromkeys(self.found), key=lambda one: one.order)
        alike = grouped(((one.message, one.hint), one.place) for one in ordered)
        return tuple(TableDoubt(BETWEEN.join(places), *said) for said, places in alike.items())


def of_reading(said: str, row: str) -> TableDoubt:
    """What the reading doubts, which names its sheet and cell where it can: 填报!B7 ..."""
    found = CELL.match(said)
    return TableDoubt(found[1], found[2]) if found else TableDoubt(row, said)


def without(read: TableRead, skip: Set[str]) -> TableRead:
    """The table without the rows that are to be left out; one that was joined of several goes with all of them."""
    kept = (one for one in read.rows if not skip >= set(one.place.split(BETWEEN)))
    return replace(read, rows=tuple(kept))
