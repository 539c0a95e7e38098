"""Values to be looked at: what the picture of an indicator, or of the main targets beside last year's, is drawn from.

Plain values alone: ``theme/drawing.py`` makes the SVG where a page is rendered, so that a page left alone costs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from disclosure.catalog.baselines import AROUND, LEVELS
from disclosure.catalog.entries import Observed
from disclosure.quantity import Operator, Quantity

# What a written target allows, which decides its sign
UPWARDS = {Operator.GE, Operator.GT, Operator.ABOUT_GE}
DOWNWARDS = {Operator.LE, Operator.LT, Operator.ABOUT_LE}
# The operators of a value that can stand on the scale of others
DRAWN = LEVELS | AROUND | {Operator.EXACT}


class PictureMark(Struct, frozen=True):
    """A value; ``kind`` (actual, preliminary, forecast, aimed, implied) and ``bound`` (up, down or nothing) are its
    shape, ``value`` is a decimal number as text."""

    kind: str
    value: str
    bound: str = ""


class PictureRow(Struct, frozen=True):
    """One mark, or two of them, with words above at the left and at the right."""

    label: str
    written: str
    marks: tuple[PictureMark, ...]


class Picture(Struct, frozen=True, kw_only=True):
    """``unit`` is that of the scale; ``name`` says what is drawn, ``sentence`` what is to be seen; ``key`` what
    its signs mean where its words do not."""

    rows: tuple[PictureRow, ...]
    unit: str
    name: str
    sentence: str
    key: str


def mark(kind: str, value: Decimal, bound: str = "") -> PictureMark:
    """Equal values are equal text: 9 and 9.0."""
    return PictureMark(kind, f"{value.normalize():f}", bound)


def vintage(one: Observed) -> str:
    """The kind of an observed value; what a report gives without a word is taken as it is given."""
    return one.vintage.id if one.vintage and one.vintage.id in {"forecast", "preliminary"} else "actual"


def aims(written: Quantity) -> tuple[PictureMark, ...]:
    """A target's mark; a range's two; none where it is no level (增加1个百分点)."""
    if written.value is None or written.operator not in DRAWN:
        return ()
    if written.upper is not None:
        return mark("aimed", written.value, "up"), mark("aimed", written.upper, "down")
    return (mark("aimed", written.value, bound(written)),)


def bound(aim: Quantity) -> str:
    if aim.operator in UPWARDS:
        return "up"
    return "down" if aim.operator in DOWNWARDS else ""


def picture(rows: Sequence[PictureRow], *, unit: str, name: str, sentence: str, key: str = "") -> Picture | None:
    """One value alone, or nothing but zeros, needs no picture."""
    values = [one.value for row in rows for one in row.marks]
    if len(values) < 2 or set(values) == {"0"}:
        return None
    return Picture(rows=tuple(rows), unit=unit, name=name, sentence=sentence, key=key)
