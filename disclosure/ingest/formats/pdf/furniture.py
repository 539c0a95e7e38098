"""Page numbers, running heads and feet, known by their repetition."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from disclosure.ingest.formats.pdf.lines import PdfLine

# So many lines at the top and the bottom of a page may be no part of the text
EDGE = 2
DIGITS = re.compile(r"[0-9０-９]+")
# —1—, -1-, 第1页, 第1页共3页, 1/3: nothing else, even on a single page
NUMBER = re.compile(r"[—–―－\-·•~～]0[—–―－\-·•~～]|第0页(?:[，,/]?共0页)?|0/0")
BARE = "0"
LinesOfPages = set[tuple[int, int]]


def find(pages: Sequence[Sequence[PdfLine]]) -> tuple[LinesOfPages, LinesOfPages]:
    """Page numbers, and heads and feet, each as page and line."""
    edges = {(n, at): page[at] for n, page in enumerate(pages) for at in _edge(len(page))}
    shapes = {place: _shape(line.text) for place, line in edges.items()}
    # A running head stands at one height; a sentence that is said again does not
    heights = {place: (shapes[place], round(line.y)) for place, line in edges.items()}
    counts = Counter(heights.values())
    # On every page, or every second one
    often = max(2, len(pages) * 2 // 5)
    repeated = {place for place, height in heights.items() if counts[height] >= often}
    numbers = {place for place, shape in shapes.items() if NUMBER.fullmatch(shape)}
    numbers |= {place for place in repeated if shapes[place] == BARE}
    return numbers, repeated - numbers


def _edge(length: int) -> list[int]:
    return sorted({*range(min(EDGE, length)), *range(max(length - EDGE, 0), length)})


def _shape(text: str) -> str:
    """What is seen of a line, whatever its numbers are."""
    seen = "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")
    return DIGITS.sub("0", seen)
