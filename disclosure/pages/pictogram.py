"""A picture of promises: a sign for each, in the shape and the colour of its word; a row for each word."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt

from msgspec import Struct

from disclosure.catalog.outcome import Outcome
from disclosure.pages.outcomes import OutcomeCount

# A sign's cell, in the drawing's own units, and as it is shown where there is room
CELL = 10
SHOWN = 12
# At least so many signs stand in a line; of many promises more, so that the picture keeps its form
LINE = 30
FORM = 5
RING = "M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z"
# What is drawn for a word's shape, and whether it is filled
SIGNS: dict[str, tuple[str, bool]] = {
    "●": (RING, True),
    "○": (RING, False),
    "◎": (
        f"{RING}M5 2.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2zM5 3.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8z",
        True,
    ),
    "◐": (f"{RING}M5 1.8a3.2 3.2 0 0 1 0 6.4z", True),
    "▲": ("M5 1l4 8h-8z", True),
    "▷": ("M2 1l7 4l-7 4z", False),
    "◆": ("M5 .5l4.5 4.5l-4.5 4.5l-4.5-4.5z", True),
    "◇": ("M5 .5l4.5 4.5l-4.5 4.5l-4.5-4.5z", False),
    "□": ("M1.5 1.5h7v7h-7z", False),
    "✕": ("M1.5 1.5l7 7M8.5 1.5l-7 7", False),
    "—": ("M1.5 5h7", False),
}
OTHER = ("M1.5 1.5h7v7h-7z", True)


class PictogramRow(Struct, frozen=True, kw_only=True):
    """A word with its number: ``sign`` is drawn over ``area``, as often as it is true; ``shown`` is
    how wide the drawing is where there is room."""

    outcome: Outcome
    count: int
    register: str
    sign: str
    filled: bool
    area: str
    width: int
    height: int
    shown: int


def rows(counts: Iterable[OutcomeCount]) -> tuple[PictogramRow, ...]:
    found = tuple(counts)
    line = max(LINE, ceil(sqrt(sum(one.count for one in found) * FORM)))
    return tuple(_row(one, line) for one in found)


def _row(one: OutcomeCount, line: int) -> PictogramRow:
    full, rest = divmod(one.count, line)
    whole = f"M0 0h{line * CELL}v{full * CELL}h-{line * CELL}z" if full else ""
    begun = f"M0 {full * CELL}h{rest * CELL}v{CELL}h-{rest * CELL}z" if rest else ""
    sign, filled = SIGNS.get(one.outcome.shape, OTHER)
    return PictogramRow(
        outcome=one.outcome,
        count=one.count,
        register=one.register,
        sign=sign,
        filled=filled,
        area=whole + begun,
        width=min(one.count, line) * CELL,
        height=(full + bool(rest)) * CELL,
        shown=min(one.count, line) * SHOWN,
    )
