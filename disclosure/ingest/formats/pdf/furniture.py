"""Page numbers, running heads and feet, known by their repetition."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from disclosure.grouping import grouped
from disclosure.ingest.formats.pdf.lines import PdfLine
from disclosure.ingest.shapes import is_label

# So many lines at the top and the bottom of a page may be no part of the text
EDGE = 2
DIGITS = re.compile(r"[0-9０-９]+")
# —1—, -1-, 第1页, 第1页共3页, 1/3: nothing else, even on a single page
NUMBER = re.compile(r"[—–―－\-·•~～]0[—–―－\-·•~～]|第0页(?:[，,/]?共0页)?|0/0")
BARE = "0"
# 第2部分, （2）, 2.: numbers of headings, unless a page's own stands in them
HEADING = re.compile(r"第[0-9０-９]+(?:部分|章|篇|编|节)|[（(][0-9０-９]+[）)]\S|[0-9０-９]+[.．、]\D")
LinesOfPages = set[tuple[int, int]]


def find(pages: Sequence[Sequence[PdfLine]]) -> tuple[LinesOfPages, LinesOfPages]:
    """Page numbers, and heads and feet, each as page and line."""
    edges = {(n, at): page[at] for n, page in enumerate(pages) for at in _edge(len(page))}
    shapes = {place: _shape(line.text) for place, line in edges.items()}
    # A running head stands at one height; a sentence that is said again does not
    heights = {place: (shapes[place], round(line.y)) for place, line in edges.items()}
    # On every page, or every second one
    often = max(2, len(pages) * 2 // 5)
    alike = grouped((height, place) for place, height in sorted(heights.items()))
    repeated = {
        place
        for places in alike.values()
        if len(places) >= often and _is_furniture([(n, edges[n, at].text) for n, at in places])
        for place in places
    }
    numbers = {place for place, shape in shapes.items() if NUMBER.fullmatch(shape)}
    numbers |= {place for place in repeated if shapes[place] == BARE}
    return numbers, repeated - numbers


def _is_furniture(lines: Sequence[tuple[int, str]]) -> bool:
    """Whether lines of pages say the same, or count on with the pages; what names an annex or a part is text."""
    texts = {_seen(text) for _n, text in lines}
    if any(map(is_label, texts)):
        return False
    if len(texts) == 1:
        return True
    numbers = [(n, [int(one) for one in DIGITS.findall(_seen(text))]) for n, text in lines]
    counting = sum(_counts(b[0] - a[0], a[1], b[1]) for a, b in pairwise(numbers))
    return counting * 2 >= len(lines) - 1 and not any(HEADING.match(text) for text in texts)


def _counts(pages: int, before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether each number is the same as so many pages before, or counts them."""
    return all(b - a in (0, pages) for a, b in zip(before, after, strict=True))


def _edge(length: int) -> list[int]:
    return sorted({*range(min(EDGE, length)), *range(max(length - EDGE, 0), length)})


def _shape(text: str) -> str:
    """What is seen of a line, whatever its numbers are."""
    return DIGITS.sub("0", _seen(text))


def _seen(text: str) -> str:
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")
