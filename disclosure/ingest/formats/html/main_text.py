"""Where in a page its text is: in an element that portals call so, or around nearly all prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from disclosure.ingest.formats.html.elements import TEXT, PagePiece

# What programs of portals put a text into: the first are never anything else
SURE = re.compile(r"ucap-?content|TRS_(?:UE)?DITOR|trs_editor_view|article-?content|pages_content", re.I)
USUAL = re.compile(
    r"zoom|(?:article|news|text|main)?[_-]*con(?:tent)?(?:[_-]*(?:box|text|main))?|article(?:[_-]*(?:box|con|body))?",
    re.I,
)
PROSE = re.compile("[。；，]")
# Of all prose of the page: what an element with such a name has to hold, and any other
SOME, NEARLY_ALL = 0.5, 0.95


class Range(Struct, frozen=True):
    """Pieces from ``start`` to before ``end``; ``names`` are what the page calls the element around them."""

    start: int
    end: int
    names: tuple[str, ...] = ()


def find(pieces: Sequence[PagePiece]) -> Range:
    """The element with the main text; the whole page where none holds enough of it."""
    prose = list(accumulate((len(one.text) if PROSE.search(one.text) else 0 for one in pieces), initial=0))

    def share(found: Range) -> float:
        return (prose[found.end] - prose[found.start]) / prose[-1]

    containers = list(_containers(pieces)) if prose[-1] else []
    sure = [one for one in containers if share(one) >= SOME and _is_called(one, SURE)]
    if sure:
        return max(sure, key=share)
    around = [one for one in containers if share(one) >= NEARLY_ALL]
    usual = [one for one in around if _is_called(one, USUAL)]
    return min(usual or around, key=lambda one: one.end - one.start, default=Range(0, len(pieces)))


def _is_called(found: Range, pattern: re.Pattern[str]) -> bool:
    return any(map(pattern.fullmatch, found.names))


def _containers(pieces: Sequence[PagePiece]) -> Iterator[Range]:
    for at, one in enumerate(pieces):
        if one.tag != TEXT and one.begins and one.other > at:
            called = f"{one.attributes.get('id', '')} {one.attributes.get('class', '')} {one.tag}"
            yield Range(at, one.other + 1, tuple(called.split()))
