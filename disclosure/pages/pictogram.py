"""A report's outcomes as a page shows them: a row for each word, leading to its promises, with a sign for each."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt

from msgspec import Struct

from disclosure.catalog.outcome import Outcome
from disclosure.pages.drawings.signs import CELL, form
from disclosure.pages.outcomes import OutcomeCount

# A sign as it is shown where there is room
SHOWN = 12
# At least so many signs stand in a line; of many promises more, so that the picture keeps its form
LINE = 30
FORM = 5


class PictogramRow(Struct, frozen=True, kw_only=True):
    """A word with its number: ``sign`` is drawn over ``area``, as often as it is true; ``shown`` is
    how wide the drawing is where there is room. ``pattern`` is the number of the first row whose sign looks the same:
    it stands there, once."""

    outcome: Outcome
    count: int
    register: str
    pattern: int
    sign: str
    filled: bool
    area: str
    width: int
    height: int
    shown: int


def rows(counts: Iterable[OutcomeCount]) -> tuple[PictogramRow, ...]:
    found = tuple(counts)
    line = max(LINE, ceil(sqrt(sum(one.count for one in found) * FORM)))
    looks = [(one.outcome.shape, one.outcome.colour) for one in found]
    return tuple(_row(one, looks.index(look), line) for one, look in zip(found, looks, strict=True))


def _row(one: OutcomeCount, pattern: int, line: int) -> PictogramRow:
    full, rest = divmod(one.count, line)
    whole = f"M0 0h{line * CELL}v{full * CELL}h-{line * CELL}z" if full else ""
    begun = f"M0 {full * CELL}h{rest * CELL}v{CELL}h-{rest * CELL}z" if rest else ""
    sign, filled = form(one.outcome.shape)
    return PictogramRow(
        outcome=one.outcome,
        count=one.count,
        register=one.register,
        pattern=pattern,
        sign=sign,
        filled=filled,
        area=whole + begun,
        width=min(one.count, line) * CELL,
        height=(full + bool(rest)) * CELL,
        shown=min(one.count, line) * SHOWN,
    )
