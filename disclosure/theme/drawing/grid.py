"""A sign for each promise, in rows below their words: whole numbers, so it takes no scale.

A sign is drawn once and repeated as a pattern over an area as large as its number: of three thousand promises the
picture is no longer than of thirty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import ceil, sqrt
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.grid import Grid, GridRow
from disclosure.pages.drawings.signs import CELL
from disclosure.theme.drawing import signs, words
from disclosure.theme.drawing.canvas import FONT, WIDTH, Canvas, text

# Of a line of words: its height, and where the words stand in it
LINE, BASE = 22, 17
# Below a row, and below the words on the signs
SPACE, BELOW_KEY = 10, 12
# So many signs stand in a line, or more where the longest row would be higher than wide
LEAST, FORM = 26, 3
GAP = 16
# Where all rows are short and shortly called, they stand beside their words: where signs begin, and what numbers need
BESIDE, NUMBERS = 104, 56


def drawn(given: Grid, prefix: str) -> Canvas:
    every = [sum(row.counts) for row in given.rows]
    line = max(LEAST, ceil(sqrt(max(every, default=0) * FORM)))
    size = WIDTH / line
    beside = all(words.length(row.label) + GAP / 2 <= BESIDE for row in given.rows)
    beside = beside and max(every, default=0) * size <= WIDTH - BESIDE - NUMBERS
    elements: list[Element] = [_patterns(given, prefix)]
    y = 0.0
    if given.keyed:
        key = _Key(given)
        elements += key.elements
        y = key.height + BELOW_KEY
    for row in given.rows:
        elements += _row(row, _Place(prefix, y, line, size), beside=beside)
        y += LINE if beside else _lines(row) * LINE + ceil(sum(row.counts) / line) * size + SPACE
    y += SPACE if beside else 0
    return Canvas(width=WIDTH, height=ceil(y - SPACE + 2), elements=tuple(elements))


class _Place:
    """Where a row stands: from ``y`` on, with so many signs of a ``size`` in a line."""

    def __init__(self, prefix: str, y: float, line: int, size: float) -> None:
        self.prefix, self.y, self.line, self.size = prefix, y, line, size


def _patterns(given: Grid, prefix: str) -> Element:
    made = Element("defs")
    for n, one in enumerate(given.signs):
        side = f"{CELL}"
        where = {"width": side, "height": side, "patternUnits": "userSpaceOnUse"}
        pattern = Element("pattern", {"id": f"d-{prefix}-{n}", **where})
        pattern.append(signs.sign(one.shape, one.colour))
        made.append(pattern)
    return made


def _lines(row: GridRow) -> int:
    """Of words above a row's signs: two where one is too short."""
    return 1 if words.length(row.label) + words.length(row.written) + GAP <= WIDTH else 1 + len(_label(row))


def _label(row: GridRow) -> list[str]:
    return words.lines(row.label, WIDTH)


def _row(row: GridRow, place: _Place, *, beside: bool) -> Iterator[Element]:
    lines, y = _lines(row), place.y
    for n, said in enumerate([row.label] if lines == 1 else _label(row)):
        yield text(said, 0, y + n * LINE + BASE)
    yield text(row.written, WIDTH, y + (lines - 1) * LINE + BASE, anchor="end", kind="written")
    where = (BESIDE, y + (LINE - place.size) / 2) if beside else (0, y + lines * LINE)
    group = Element("g", {"transform": _moved(*where, place.size)})
    ends = list(accumulate(row.counts))
    for n, (count, end) in enumerate(zip(row.counts, ends, strict=True)):
        if count:
            form = area(end - count, end, place.line)
            group.append(Element("path", {"d": form, "fill": f"url(#d-{place.prefix}-{n})"}))
    yield group


def _moved(x: float, y: float, size: float) -> str:
    return f"translate({x:g} {y:.1f}) scale({size / CELL:.3f})"


def area(start: int, end: int, line: int) -> str:
    """The cells from one to another (that one left out), in lines of so many: at most three rectangles."""
    found = []
    while start < end:
        row, column = divmod(start, line)
        # Whole lines together; else up to the end of this one
        height = (end - start) // line if column == 0 and end - start >= line else 1
        width = line if height > 1 else min(line - column, end - start)
        found.append(f"M{column * CELL} {row * CELL}h{width * CELL}v{height * CELL}h-{width * CELL}z")
        start += width * height
    return "".join(found)


class _Key:
    """What the signs mean: sign, words and number one after the other, in as many lines as they take."""

    def __init__(self, given: Grid) -> None:
        self.elements: list[Element] = []
        self.x, self.line = 0.0, 0
        for one in given.signs:
            self._add(one.shape, one.colour, f"{one.words} {one.count}")
        self.height = (self.line + 1) * LINE

    def _add(self, shape: str, colour: str, said: str) -> None:
        length = FONT + 4 + words.length(said)
        if self.x and self.x + length > WIDTH:
            self.x, self.line = 0.0, self.line + 1
        parts = words.lines(said, WIDTH - FONT - 4)
        y = self.line * LINE
        self.elements.append(signs.placed(shape, colour, self.x, y + BASE - 12, 14))
        for n, part in enumerate(parts):
            self.elements.append(text(part, self.x + FONT + 4, y + n * LINE + BASE))
        self.line += len(parts) - 1
        self.x += length + GAP
