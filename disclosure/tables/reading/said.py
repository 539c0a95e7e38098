"""What a cell says, or why an editor has to look."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# Of a text, so much is shown
SHOWN = 40


class Told(Struct, frozen=True, kw_only=True):
    """A cell as its field wants it (``None``: nothing to take), doubts for an editor to settle, remarks to know."""

    cell: Cell | None = None
    doubts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class ReadWish(Struct, frozen=True, kw_only=True):
    """Of which report a table is; what an editor says besides: the ``sheet``, what words mean (``said``), the cells
    (J12), columns (J) and rows (12) that are not to be read, and which promises rows are about, by their numbers."""

    report: str
    sheet: str = ""
    said: Mapping[str, str] = {}
    skipped: frozenset[str] = frozenset()
    rows: Mapping[str, str] = {}


def doubt(place: str, text: str, why: str, hint: str) -> str:
    """``place`` with its sheet: 表!B7."""
    line = _("{place} “{text}”：{why}；{hint}")
    return line.format(place=place, text=short(text), why=why, hint=hint)


def short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "……"
