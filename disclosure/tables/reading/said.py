"""What a cell says, or why an editor has to look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from disclosure.catalog.words import Vocabularies
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# Of a text, so much is shown
SHOWN = 40


class CellSaid(Struct, frozen=True, kw_only=True):
    """A cell as its field wants it, doubts for an editor to settle, remarks to know. Of what is in doubt nothing is
    taken, so that nobody doubts it again."""

    cell: Cell | None = None
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class ReadWish(Struct, frozen=True, kw_only=True):
    """The vocabularies and the day that counts as today; what an editor says: of which ``report`` a table is, which
    ``sheet`` it is, what words mean (``said``), and the rows (12), columns (C) and cells (C12) that are
    left out; which promises rows are about (``rows``, an id by a row's number); the ``period`` of values that say
    none."""

    words: Vocabularies
    today: date
    report: str = ""
    sheet: str = ""
    said: Mapping[str, str] = {}
    skipped: frozenset[str] = frozenset()
    rows: Mapping[str, str] = {}
    period: str = ""


def doubt(place: str, text: str, why: str, hint: str) -> str:
    """``place`` with its sheet: 表!B7."""
    line = _("{place} “{text}”：{why}；{hint}")
    return line.format(place=place, text=short(text), why=why, hint=hint)


def short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "……"
