"""Page numbers, running heads and feet, known by their repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from disclosure.ingest.formats.pdf.lines import PdfLine

# So many lines at the top and the bottom of a page may be no part of the text
EDGE = 2
DIGITS = re.compile(r"[0-9０-９]+")
# — 1 —, - 1 -, 第1页, 第 1 页 共 3 页, 1/3: nothing else, even on a single page
NUMBER = re.compile(
    r"[—–―－\-·•~～]\s*[0-9０-９]{1,4}\s*[—–―－\-·•~～]|第\s*[0-9０-９]{1,4}\s*页(?:[，,/\s]*共\s*[0-9０-９]{1,4}\s*页)?"
    r"|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
BARE = re.compile(r"[0-9０-９]{1,4}")


def find(pages: Sequence[Sequence[PdfLine]]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Page numbers, and heads and feet, each as page and line."""
    edges = [(n, at) for n, page in enumerate(pages) for at in _edge(len(page))]
    shapes = Counter(_shape(pages[n][at]) for n, at in edges)
    # On every page, or every second one
    often = max(2, len(pages) * 2 // 5)
    numbers = {(n, at) for n, at in edges if _is_number(pages[n][at].text, shapes[_shape(pages[n][at])] >= often)}
    repeated = Counter(_place(pages[n][at]) for n, at in edges if (n, at) not in numbers)
    return numbers, {
        (n, at) for n, at in edges if (n, at) not in numbers and repeated[_place(pages[n][at])] >= max(often, 2)
    }


def _edge(length: int) -> list[int]:
    return sorted({*range(min(EDGE, length)), *range(max(length - EDGE, 0), length)})


def _shape(line: PdfLine) -> str:
    return DIGITS.sub("0", "".join(line.text.split()))


def _place(line: PdfLine) -> tuple[str, int]:
    """A running head stands at one height; a sentence that is said again does not."""
    return "".join(line.text.split()), round(line.y)


def _is_number(text: str, often: bool) -> bool:
    return NUMBER.fullmatch(text) is not None or (often and BARE.fullmatch(text) is not None)
