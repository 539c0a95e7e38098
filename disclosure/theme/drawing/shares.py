"""Bars of one length, parted by their numbers. What is kept is full, what is missed hatched, what is open empty: told
apart without colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import ceil
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.shares import ShareRow, Shares
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import FONT, WIDTH, Canvas, number, text

LINE, BASE = 22, 17
BAR, SPACE = 16, 12
GAP = 16
# Its lines reach to the edge and not beyond it
EDGE = 1


def drawn(given: Shares, prefix: str) -> Canvas:
    hatch = f"d-{prefix}-hatch"
    key, y = _key(given, hatch)
    elements = [_hatch(hatch), *key]
    for row in given.rows:
        lines = _lines(row)
        elements += _words(row, lines, y)
        y += len(lines) * LINE
        elements += _bar(given, row, y, hatch)
        y += BAR + SPACE
    return Canvas(width=WIDTH, height=ceil(y - SPACE + 2), elements=tuple(elements))


def _hatch(id: str) -> Element:
    made = Element("defs")
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    pattern = Element("pattern", {"id": id, **size})
    pattern.append(Element("path", {"class": "d-picture__hatch", "d": "M-1 1l2-2M0 6l6-6M5 7l2-2"}))
    made.append(pattern)
    return made


def _key(given: Shares, hatch: str) -> tuple[list[Element], int]:
    """What the parts mean, and how high that is."""
    found: list[Element] = []
    x, line = 0.0, 0
    for part in given.parts:
        length = 30 + words.length(part.words)
        if x and x + length > WIDTH:
            x, line = 0.0, line + 1
        found += _part(part.kind, EDGE + x, line * LINE + 4, 22, 12, hatch)
        found.append(text(part.words, x + 30, line * LINE + BASE))
        x += length + GAP
    return found, (line + 1) * LINE + SPACE


def _lines(row: ShareRow) -> list[str]:
    """The words above a bar: on one line with its numbers where there is room."""
    fits = words.length(row.label) + words.length(row.written) + FONT <= WIDTH
    return [row.label] if fits else [*words.lines(row.label, WIDTH), ""]


def _words(row: ShareRow, lines: list[str], y: float) -> Iterator[Element]:
    for n, line in enumerate(lines):
        if line:
            yield text(line, 0, y + n * LINE + BASE)
    yield text(row.written, WIDTH, y + (len(lines) - 1) * LINE + BASE, anchor="end", kind="written")


def _bar(given: Shares, row: ShareRow, y: float, hatch: str) -> Iterator[Element]:
    all = sum(row.counts)
    ends = list(accumulate(row.counts))
    inner = WIDTH - 2 * EDGE
    for part, count, end in zip(given.parts, row.counts, ends, strict=True):
        if count:
            left = EDGE + inner * (end - count) / all
            yield from _part(part.kind, left, y, inner * count / all, BAR, hatch)


def _part(kind: str, x: float, y: float, width: float, height: int, hatch: str) -> Iterator[Element]:
    box = {"x": number(x), "y": number(y), "width": number(width), "height": str(height)}
    yield Element("rect", {"class": f"d-picture__share d-picture__share--{kind}", **box})
    if kind == "missed":
        yield Element("rect", {"fill": f"url(#{hatch})", **box})
