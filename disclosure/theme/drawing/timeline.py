"""Days on a line: a square where a promise was made, dots and strokes for what is told, a stroke for its deadline.

A scale of days is one line of arithmetic, and leather's begins a month late.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from xml.etree.ElementTree import Element

from msgspec import Struct

from disclosure.pages.drawings.timeline import DayMark, Timeline, ToldSpan
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import WIDTH, Canvas, path, text
from disclosure.translation import gettext as _

# The scale; on each side of it half a sign
INNER = 320
EDGE = (WIDTH - INNER) // 2
# Months between two ticks: the first of these whose words do not touch
STEPS = (1, 3, 6, 12, 24, 60, 120)
# Between words beside each other
APART = 8
# What is told stands on the line, what would lie on something else above that; no more lanes than that
LANE, LANES = 14, 6
# Half the width of a dot
DOT = 7
# From the line up to the lowest words, and from words to words; from the line down to those of the scale
CLEAR, LINE, BELOW = 20, 20, 26
BOTTOM = 34


class LanedSpan(Struct, frozen=True):
    """A happening from ``x``, ``width`` long (0 for a day), in a ``lane``."""

    x: int
    width: int
    lane: int


class _DayScale(Struct, frozen=True):
    first: date
    last: date

    def at(self, day: date) -> int:
        return (day - self.first).days * INNER // max(1, (self.last - self.first).days)


def drawn(given: Timeline, _prefix: str) -> Canvas:
    scale = _scale(given)
    placed = lanes(given.happenings, scale)
    top = CLEAR + LANE * max(one.lane for one in placed) if placed else CLEAR
    today = scale.at(date.fromisoformat(given.today)) if given.today else None
    scaled = ticks(scale)
    lower = _lower(today, scaled)
    above = top + LINE * len(given.marks)
    elements = (
        path("".join((f"M0 0H{INNER}", *(f"M{x} 0v9" for x, _label in scaled))), "axis"),
        *(text(label, x, BELOW, anchor="middle", kind="muted") for x, label in scaled),
        *_strokes(given.marks, scale, top),
        *_happenings(placed),
        *_words(given.marks, scale, top),
        *_today(today, BELOW + lower),
    )
    return Canvas(left=-EDGE, top=-above, width=WIDTH, height=above + BOTTOM + lower, elements=elements)


def _lower(today: int | None, scaled: Sequence[tuple[int, str]]) -> int:
    """The word for today stands among those of the scale where there is room, else below them."""
    if today is None:
        return 0
    word = _("今天")
    return LINE if any(_touch((_within(today, word), word), one) for one in scaled) else 0


def _scale(given: Timeline) -> _DayScale:
    days = [*(one.day for one in given.marks), *(day for one in given.happenings for day in (one.first, one.last))]
    return _DayScale(date.fromisoformat(min(days)), date.fromisoformat(max(days)))


def lanes(happenings: Sequence[ToldSpan], scale: _DayScale) -> tuple[LanedSpan, ...]:
    """Each in the lowest lane in which nothing lies where it lies; the highest takes what has room in none."""
    ends = [-2 * DOT] * LANES
    found = []
    for one in happenings:
        x = scale.at(date.fromisoformat(one.first))
        width = scale.at(date.fromisoformat(one.last)) - x
        lane = next((n for n, end in enumerate(ends) if x - DOT >= end), LANES - 1)
        ends[lane] = max(ends[lane], x + width + DOT)
        found.append(LanedSpan(x, width, lane))
    return tuple(found)


def _happenings(placed: Sequence[LanedSpan]) -> Iterator[Element]:
    """A rim of paper keeps them apart from lines."""
    form = "".join(f"M{one.x} {-LANE * one.lane}h{one.width or '.01'}" for one in placed)
    yield path(form, "rim")
    yield path(form, "told")


def _strokes(marks: Sequence[DayMark], scale: _DayScale, top: int) -> Iterator[Element]:
    for n, one in enumerate(marks):
        x = scale.at(date.fromisoformat(one.day))
        if one.kind == "promised":
            yield path(f"M{x - DOT} {-DOT}h14v14h-14z", "sign")
        else:
            yield path(f"M{x} {_base(n, marks, top) + 5}V12", "stroke", f"stroke--{one.kind}")


def _base(n: int, marks: Sequence[DayMark], top: int) -> int:
    """The first stands highest, and no stroke of a later one goes through its words."""
    return 4 - top - LINE * (len(marks) - 1 - n)


def _words(marks: Sequence[DayMark], scale: _DayScale, top: int) -> Iterator[Element]:
    """Over the right half of the scale they end at their sign, over its left half they begin there."""
    for n, one in enumerate(marks):
        x, y = scale.at(date.fromisoformat(one.day)), _base(n, marks, top)
        long = round(words.length(one.label))
        ends = x > INNER // 2
        left = x - long if ends else x
        if len(marks) > 2:
            # The stroke of a day above would go through them
            yield path(f"M{left} {y - 14}h{long}v18h-{long}z", "paper")
        yield text(one.label, x, y, anchor="end" if ends else "start")
        if one.kind == "former":
            yield path(f"M{left} {y - 6}h{long}", "struck")


def _today(x: int | None, below: int) -> Iterator[Element]:
    if x is not None:
        yield path(f"M{x} 0l7 11h-14z", "sign")
        yield text(_("今天"), _within(x, _("今天")), below, anchor="middle")


def _within(x: int, label: str) -> int:
    """The middle of words under the scale, moved so far that they stay within the drawing."""
    half = round(words.length(label) / 2)
    return max(half - EDGE, min(x, INNER + EDGE - half))


@lru_cache
def ticks(scale: _DayScale) -> tuple[tuple[int, str], ...]:
    """The first days of months, or of years, whose words do not touch and stay within the drawing.

    Most promises of a report share them.
    """
    found: list[tuple[int, str]] = []
    for step in STEPS:
        found = [(x, label) for x, label in _first_days(scale, step) if _within(x, label) == x]
        if not any(_touch(one, other) for one, other in pairwise(found)):
            break
    return tuple(found)


def _touch(one: tuple[int, str], other: tuple[int, str]) -> bool:
    return abs(one[0] - other[0]) < (words.length(one[1]) + words.length(other[1])) / 2 + APART


def _first_days(scale: _DayScale, step: int) -> Iterator[tuple[int, str]]:
    months = range(scale.first.year * 12 + scale.first.month - 1, scale.last.year * 12 + scale.last.month)
    for month in months:
        day = date(month // 12, month % 12 + 1, 1)
        if month % step == 0 and day >= scale.first:
            first = _("{year}年").format(year=day.year)
            yield scale.at(day), first if day.month == 1 else _("{month}月").format(month=day.month)
