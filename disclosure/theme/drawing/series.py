"""Values over the years: a column for each, signs at their values, words beside them where there is room.

Scale and ticks are those of ``rows``; all else is geometry of our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.pages.drawings.series import Series, SeriesMark, SeriesSign
from disclosure.theme.drawing import rows, words
from disclosure.theme.drawing import series_signs as signs
from disclosure.theme.drawing.canvas import FONT, WIDTH, Canvas, number, path, text
from disclosure.theme.drawing.placing import Room, WordBox

# Of the drawing: a line of the words that say what signs mean, and what is free above and below the columns
SIGN_LINE = 24
ABOVE, BELOW = 32, 32
PLOT = 176
RIGHT = 8
# Beside the ticks' words, and how near two of them may stand
GAP = 8
TICKS_APART = 24
# Within a year, how far signs stand from each other at most, and which part of its column they take
STEP, TAKEN = 44, 0.86
# How far from its own sign a number stands, and how much further from any other
NEAR, NEARER = 3, 1
# The largest and the smallest half of a sign
LARGE, SMALL = 6, 2.5
# Of how many years at most all values are written; of more, the newest, the highest and the lowest
WRITTEN = 6


class PlacedMark(Struct, frozen=True):
    """A mark and where it stands; ``top`` is that of a range's upper end."""

    mark: SeriesMark
    x: float
    y: float
    top: float

    @property
    def box(self) -> WordBox:
        """What its words leave free."""
        half = LARGE + 3
        return WordBox(self.x - half, self.top - half, 2 * half, self.y - self.top + 2 * half)

    def sign(self, half: float) -> WordBox:
        """What is seen of it: from the lower to the upper end of a range, and what its sign reaches from there."""
        side, up, down = signs.reach(self.mark, half)
        return WordBox(self.x - side, self.top - up, 2 * side, self.y - self.top + up + down)


class Plot(Struct, frozen=True, dict=True):
    """Where years and values stand: from ``top`` to ``bottom``, right of the ticks' words."""

    given: Series
    top: int

    @property
    def bottom(self) -> int:
        return self.top + PLOT

    @cached_property
    def scale(self) -> Any:
        values = [Decimal(each) for one in self.given.marks for each in (one.value, one.upper) if each]
        return rows.linear(values)

    @cached_property
    def ticks(self) -> list[tuple[float, str]]:
        return [(self.y(value), rows.tick(value, self.given.unit)) for value in self.scale.ticks()]

    @cached_property
    def left(self) -> float:
        return max(words.length(said) for _y, said in self.ticks) + GAP

    @cached_property
    def column(self) -> float:
        return (WIDTH - RIGHT - self.left) / len(self.given.years)

    def y(self, value: str | Decimal) -> float:
        return float(self.scale.project(Decimal(value), self.bottom, self.top))

    def middle(self, n: int) -> float:
        """Of the nth year."""
        return self.left + (n + 0.5) * self.column

    @cached_property
    def placed(self) -> tuple[PlacedMark, ...]:
        of = grouped((one.year, one) for one in self.given.marks)
        return tuple(
            self._placed(one, self.middle(n) + self._step(len(of[year.year])) * (i - (len(of[year.year]) - 1) / 2))
            for n, year in enumerate(self.given.years)
            for i, one in enumerate(of.get(year.year, ()))
        )

    def _step(self, n: int) -> float:
        """From one of a year's ``n`` signs to the next."""
        return min(STEP, TAKEN * self.column / n)

    def _placed(self, one: SeriesMark, x: float) -> PlacedMark:
        y = self.y(one.value)
        return PlacedMark(one, x, y, self.y(one.upper) if one.upper else y)

    @cached_property
    def half(self) -> float:
        """Of a sign: smaller where years are many."""
        most = max(map(len, grouped((one.year, one) for one in self.given.marks).values()))
        return max(SMALL, min(LARGE, TAKEN * self.column / most / 2))


def drawn(given: Series, _prefix: str) -> Canvas:
    legend = list(_legend(given.signs))
    lines = max((n for n, _elements in legend), default=-1) + 1
    plot = Plot(given, lines * SIGN_LINE + ABOVE)
    elements = [
        *(one for _n, every in legend for one in every),
        *_ticks(plot),
        *_years(plot),
        *_lines(plot),
        *(one for each in plot.placed for one in signs.mark(each.mark, each.x, each.y, each.top, plot.half)),
        *_words(plot),
    ]
    return Canvas(width=WIDTH, height=plot.bottom + BELOW, elements=tuple(elements))


def _legend(every: Sequence[SeriesSign]) -> Iterator[tuple[int, list[Element]]]:
    """Each sign with its words, and the number of its line."""
    x, n = 0.0, 0
    for one in every:
        said = words.lines(one.words, WIDTH - signs.ROOM)
        width = signs.ROOM + max(map(words.length, said))
        if x and x + width > WIDTH:
            x, n = 0.0, n + 1
        y = n * SIGN_LINE + SIGN_LINE / 2
        lines = [text(line, x + signs.ROOM, y + i * SIGN_LINE + FONT * 0.36) for i, line in enumerate(said)]
        n += len(said) - 1
        yield n, [*signs.key(one, x + LARGE + 2, y), *lines]
        x += width + FONT


def _ticks(plot: Plot) -> Iterator[Element]:
    apart = PLOT / (len(plot.ticks) - 1)
    every = next(n for n in range(1, 20) if apart * n >= TICKS_APART)
    zero = next(n for n, value in enumerate(plot.scale.ticks()) if not value)
    lines = "".join(f"M{number(plot.left)} {number(y)}H{WIDTH}" for y, _said in plot.ticks)
    yield path(lines, "grid")
    for n, (y, said) in enumerate(plot.ticks):
        if said and (n - zero) % every == 0:
            yield text(said, plot.left - GAP, y + FONT * 0.36, anchor="end", kind="muted")
    yield path(f"M{number(plot.left)} {number(plot.y('0'))}H{WIDTH}", "zero")


def _years(plot: Plot) -> Iterator[Element]:
    """Their words, counted from the newest where not all have room; a frame about those of which nothing is known."""
    years = plot.given.years
    wide = max(words.length(one.label) for one in years) + GAP
    # The newest stands further left where its words would leave the drawing
    wide += max(0.0, words.length(years[-1].label) / 2 - WIDTH + plot.middle(len(years) - 1))
    every = next(n for n in range(1, len(years) + 1) if plot.column * n >= wide or n == len(years))
    for n, one in enumerate(years):
        middle = plot.middle(n)
        if not one.known:
            left, width = middle - plot.column / 2 + 1, plot.column - 2
            yield path(f"M{number(left)} {plot.top}h{number(width)}v{PLOT}h-{number(width)}z", "gap")
        if (len(years) - 1 - n) % every == 0:
            half = words.length(one.label) / 2
            x = min(max(middle, half), WIDTH - half)
            yield text(one.label, x, plot.bottom + 22, anchor="middle", kind="muted")


def _lines(plot: Plot) -> Iterator[Element]:
    """From year to year, never over one that is not known; and from a number to the one that took its place."""
    for form, kinds in _segments(plot):
        (x, y), (to, down) = form
        yield path(f"M{number(x)} {number(y)}L{number(to)} {number(down)}", *kinds)


PlotSegment = tuple[tuple[tuple[float, float], tuple[float, float]], tuple[str, ...]]


def _segments(plot: Plot) -> Iterator[PlotSegment]:
    seen = [each for each in plot.placed if not each.mark.is_aim]
    for whose in dict.fromkeys(each.mark.whose for each in seen):
        best = _best([each for each in seen if each.mark.whose == whose])
        for one, other in pairwise(best):
            if other.mark.year == one.mark.year + 1 and one.mark.basis == other.mark.basis:
                forecast = "forecast" in {one.mark.kind, other.mark.kind}
                own = ("course", "course--forecast") if forecast else ("course",)
                yield ((one.x, one.y), (other.x, other.y)), ("beside",) if whose else own
    for one, other in pairwise(seen):
        if one.mark.revised and other.mark.year == one.mark.year:
            yield ((one.x, one.y), (other.x, other.y)), ("revised",)


def _best(seen: Sequence[PlacedMark]) -> list[PlacedMark]:
    """Of each year the one that is known best: more than a forecast, where there is one."""
    found: dict[int, PlacedMark] = {}
    for one in seen:
        if one.mark.kind != "forecast" or one.mark.year not in found:
            found[one.mark.year] = one
    return list(found.values())


def _words(plot: Plot) -> Iterator[Element]:
    """Written values, the most telling first, where they touch no sign and no other words."""
    room = Room(WordBox(plot.left, plot.top - ABOVE, WIDTH - plot.left, PLOT + ABOVE))
    room.taken.extend(each.box for each in plot.placed)
    lines = [form for form, _kinds in _segments(plot)]
    for one in _telling(plot):
        # With its kind as far as there is room, then without
        for said in filter(None, (one.mark.called, one.mark.written)):
            length = words.length(said)
            near = [box for box in _around(one, length, plot.half) if _is_nearest(plot, one, box)]
            found = room.find(near, lines)
            if found:
                kind = "muted" if one.mark.whose else "written"
                yield text(said, found.x + length / 2, found.y + FONT * 0.82, anchor="middle", kind=kind)
                break


def _is_nearest(plot: Plot, one: PlacedMark, box: WordBox) -> bool:
    """Whether no other sign is about as near to the words as their own."""
    own = box.gap(one.sign(plot.half))
    return all(own + NEARER <= box.gap(each.sign(plot.half)) for each in plot.placed if each is not one)


def _around(one: PlacedMark, length: float, half: float) -> Iterator[WordBox]:
    """Above, below, right, left of a mark, its words centred or from an edge; then further away."""
    sign, middle = one.sign(half), (one.y + one.top - FONT) / 2
    near = max(0.0, LARGE - half) + NEAR
    # A hair within the drawing: sums of broken numbers are not exact
    within = min(one.x - length / 2, WIDTH - length - 0.1)
    for apart in (near,) if one.mark.whose or one.mark.revised else (near, FONT):
        for x in (within, one.x - length / 6, one.x - length * 5 / 6, one.x - half, one.x + half - length):
            yield WordBox(x, sign.y - apart - FONT, length, FONT)
            yield WordBox(x, sign.y + sign.height + apart, length, FONT)
        yield WordBox(sign.x + sign.width + apart, middle, length, FONT)
        yield WordBox(sign.x - apart - length, middle, length, FONT)


def _telling(plot: Plot) -> list[PlacedMark]:
    """The newest first, the indicator's own before others'; of many years only the newest, the highest, the lowest."""
    order = sorted(plot.placed, key=lambda each: (each.mark.whose, each.mark.revised, -each.mark.year))
    if len(plot.given.years) <= WRITTEN:
        return order
    own = [each for each in order if not each.mark.whose]
    seen = [each for each in own if not each.mark.is_aim]
    last = max((each.mark.year for each in own), default=0)
    ends = [max(seen, key=_height), min(seen, key=_height)] if seen else []
    newest = [*seen[:1], *(each for each in own if each.mark.year == last)]
    return list(dict.fromkeys([*newest, *ends]))


def _height(one: PlacedMark) -> Decimal:
    return Decimal(one.mark.value)
