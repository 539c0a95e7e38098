"""Bars for a few values, in the units of an SVG 320 wide. Whole numbers as text: a view holds no floats."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

WIDTH = 320
ROW = 54
BAR = 18
# From the bottom of a row to its bar, and from the bar up to its words
BELOW = 12
ABOVE = 7


class Value(Struct, frozen=True):
    """What a bar stands for; ``kind`` is observed, aimed or implied and decides how it is drawn."""

    kind: str
    label: str
    written: str
    value: Decimal


class Bar(Struct, frozen=True, kw_only=True):
    """A bar with its two texts; ``y`` is its top, ``text_y`` the texts' baseline."""

    kind: str
    label: str
    written: str
    x: int
    y: int
    width: int
    text_y: int


class Chart(Struct, frozen=True):
    """``axis`` is the path of the zero line, beside the bars and not through words; ``said`` the same as a sentence."""

    bars: tuple[Bar, ...]
    axis: str
    height: int
    said: str


def chart(values: Sequence[Value], said: str) -> Chart | None:
    """Bars from a common zero, in the order given. One value alone, or nothing but zeros, needs no picture."""
    low = min([Decimal(0), *(one.value for one in values)])
    high = max([Decimal(0), *(one.value for one in values)])
    if len(values) < 2 or low == high:
        return None

    def at(value: Decimal) -> int:
        return round((value - low) * WIDTH / (high - low))

    bars = tuple(
        _bar(one, n, at(min(one.value, Decimal(0))), at(max(one.value, Decimal(0)))) for n, one in enumerate(values)
    )
    axis = "".join(f"M{at(Decimal(0))} {bar.y - 3}v{BAR + 6}" for bar in bars)
    return Chart(bars, axis, ROW * len(values), said)


def _bar(value: Value, n: int, start: int, end: int) -> Bar:
    top = (n + 1) * ROW - BELOW - BAR
    return Bar(
        kind=value.kind,
        label=value.label,
        written=value.written,
        x=start,
        y=top,
        width=max(end - start, 1),
        text_y=top - ABOVE,
    )
