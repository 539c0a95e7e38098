"""Targets and what came of them: words, the verdict's sign, a bar, and the target's sign on the bar's own scale."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.reached import ReachedRow, ReachedTargets
from disclosure.theme.drawing import marks, words
from disclosure.theme.drawing import signs as shapes
from disclosure.theme.drawing.canvas import FONT, WIDTH, Canvas, moved, text

# A line of words, and how far its base stands above its end
LINE, BASE = 21, 4
# Of a bar, of the target's line below it and of the changed one's: the middle, half the height; what is left below
BAR, AIM, ADJUSTED = (8, 5), (22, 5), (36, 5)
BARS, MORE = 30, 14
BELOW = 16
# A verdict's sign before its word; what is free at the scale's ends for the arrows
SIGN, SPACE = 12, 5
END = 8


def drawn(given: ReachedTargets, _prefix: str) -> Canvas:
    height, elements = 0, []
    for one in given.rows:
        every, high = _row(one)
        elements.append(moved(every, 0, height))
        height += high
    return Canvas(width=WIDTH, height=height - BELOW, elements=tuple(elements))


def _row(one: ReachedRow) -> tuple[list[Element], int]:
    """Its elements, and where the next one begins."""
    made, y, wide = [], 0, 0.0
    for said, kind in ((one.label, "written"), (one.values, "")):
        for line in words.lines(said, WIDTH):
            y, wide = y + LINE, words.length(line)
            made.append(text(line, 0, y - BASE, kind=kind))
    # The verdict stands at the end of the last line where it has room there
    taken = SIGN + SPACE + words.length(one.word)
    beside = wide + FONT + taken <= WIDTH
    y += 0 if beside else LINE
    high = BARS + (MORE if any(each.kind == "adjusted" for each in one.marks) else 0)
    made += [*_verdict(one, WIDTH - taken if beside else 0, y), *_marks(one, y, high)]
    return made, y + high + BELOW


def _verdict(one: ReachedRow, x: float, y: int) -> Iterator[Element]:
    yield shapes.placed(one.shape, one.colour, x, y - BASE - SIGN, SIGN)
    yield text(one.word, x + SIGN + SPACE, y - BASE)


def _marks(one: ReachedRow, top: int, high: int) -> Iterator[Element]:
    values = [Decimal(0), *(Decimal(each.value) for each in one.marks)]
    least, most = min(values), max(values)
    width = Decimal(WIDTH - 2 * END)

    def at(value: Decimal) -> Decimal:
        return END + width * (value - least) / (most - least) if most > least else Decimal(END)

    for each in one.marks:
        middle, half = ADJUSTED if each.kind == "adjusted" else AIM if each.kind in marks.AIMS else BAR
        yield from marks.mark(each, at(Decimal(0)), at(Decimal(each.value)), top + middle, half)
    yield marks.zero(at(Decimal(0)), top, high)
