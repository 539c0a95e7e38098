"""A sign for each promise, in rows below their words: whole numbers, so it takes no scale.

A sign is drawn once and repeated as a pattern over an area as large as its number: of three thousand promises the
picture is no longer than of thirty.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from xml.etree.ElementTree import Element

from msgspec import Struct

from disclosure.pages.drawings.grid import Grid, GridRow
from disclosure.pages.drawings.signs import CELL
from disclosure.theme.drawing import signs, words
from disclosure.theme.drawing.canvas import FONT, WIDTH, Canvas, moved, number, text

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
    # Never wider than the drawing, and a short number
    size = WIDTH * 100 // line / 100
    beside = all(words.length(row.label) + GAP / 2 <= BESIDE for row in given.rows)
    beside = beside and max(every, default=0) * size <= WIDTH - BESIDE - NUMBERS
    key = _Key(given) if given.keyed else None
    placed = _placed(given, line, size, beside=beside)
    # What words beside signs are higher than these; else the words of the first row stand above all signs
    over = (LINE - size) / 2 if beside else 0
    top = (key.height + BELOW_KEY if key else 0) + (over if beside else _words_above(placed))
    where = f"translate({BESIDE if beside else 0} {number(top)}) scale({size:g})"
    lines = placed[-1].first + placed[-1].lines if placed else 0
    elements = (
        _patterns(given, prefix),
        *(key.elements if key else ()),
        *(_words(one.row, top + one.first * size, size, beside=beside) for one in placed),
        _signs(given, placed, line, prefix, where),
    )
    return Canvas(width=WIDTH, height=ceil(top + lines * size + over + 2), elements=elements)


class PlacedRow(Struct, frozen=True):
    """A row whose signs stand in ``lines`` of cells from the ``first`` on; all rows share these lines."""

    row: GridRow
    first: int
    lines: int


def _placed(given: Grid, line: int, size: float, *, beside: bool) -> tuple[PlacedRow, ...]:
    """Between two rows as many lines are left empty as the words of the next one take."""
    found: list[PlacedRow] = []
    at = 0
    for row in given.rows:
        lines = ceil(sum(row.counts) / line)
        if found:
            at += ceil((LINE - size if beside else SPACE + _lines(row) * LINE) / size)
        found.append(PlacedRow(row, at, lines))
        at += lines
    return tuple(found)


def _words_above(placed: Sequence[PlacedRow]) -> int:
    return _lines(placed[0].row) * LINE if placed else 0


def _patterns(given: Grid, prefix: str) -> Element:
    made = Element("defs")
    for n, one in enumerate(given.signs):
        where = {"width": "1", "height": "1", "viewBox": f"0 0 {CELL} {CELL}", "patternUnits": "userSpaceOnUse"}
        pattern = Element("pattern", {"id": f"d-{prefix}-{n}", **where})
        pattern.append(signs.sign(one.shape, one.colour))
        made.append(pattern)
    return made


def _lines(row: GridRow) -> int:
    """Of words above a row's signs: two where one is too short."""
    return 1 if words.length(row.label) + words.length(row.written) + GAP <= WIDTH else 1 + len(_label(row))


def _label(row: GridRow) -> list[str]:
    return words.lines(row.label, WIDTH)


def _words(row: GridRow, top: float, size: float, *, beside: bool) -> Element:
    """Those of a row: above its signs, which begin at ``top``, or beside them."""
    lines = 1 if beside else _lines(row)
    said = [row.label] if lines == 1 else _label(row)
    made = [text(one, 0, n * LINE + BASE) for n, one in enumerate(said)]
    made.append(text(row.written, WIDTH, (lines - 1) * LINE + BASE, anchor="end", kind="written"))
    return moved(made, 0, top - ((LINE - size) / 2 if beside else lines * LINE))


def _signs(given: Grid, placed: Sequence[PlacedRow], line: int, prefix: str, where: str) -> Element:
    """An area a sign, over all rows."""
    forms = [""] * len(given.signs)
    for one in placed:
        end = 0
        for n, count in enumerate(one.row.counts):
            forms[n] += area(end, end + count, line, one.first)
            end += count
    group = Element("g", {"transform": where})
    group.extend(
        [Element("path", {"d": form, "stroke": f"url(#d-{prefix}-{n})"}) for n, form in enumerate(forms) if form]
    )
    return group


def area(start: int, end: int, line: int, first: int = 0) -> str:
    """The cells from one to another (that one left out), in lines of so many from the ``first`` on: a stroke a line,
    as thick as a cell is high. Lengths are in cells."""
    found = []
    while start < end:
        row, column = divmod(start, line)
        length = min(line - column, end - start)
        found.append(f"M{column} {first + row}.5h{length}")
        start += length
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
