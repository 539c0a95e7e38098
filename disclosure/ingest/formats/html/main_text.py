"""Where in a page its text is: in an element that portals call so, or around nearly all prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from disclosure.ingest.formats.html.elements import TEXT, Piece

# What programs of portals put a text into; the first are never anything else
NAMED = (
    re.compile(r"ucap-?content|TRS_(?:UE)?DITOR|trs_editor_view|article-?content|pages_content", re.I),
    re.compile(
        r"zoom|(?:article|news|text|main)?_?-?con(?:tent)?(?:_?-?(?:box|text|main))?|article(?:_?-?(?:box|con|body))?",
        re.I,
    ),
)
PROSE = re.compile("[。；，]")
# Of all prose of the page: what an element with such a name has to hold, and one without
ENOUGH = (0.5, 0.8, 0.95)


class Range(Struct, frozen=True):
    """Pieces from ``start`` to before ``end``; ``names`` are what the page calls the element around them."""

    start: int
    end: int
    names: tuple[str, ...] = ()


def find(pieces: Sequence[Piece]) -> Range:
    """The element with the main text; the whole page where none holds enough of it."""
    prose = list(accumulate((len(one.text) if PROSE.search(one.text) else 0 for one in pieces), initial=0))

    def share(found: Range) -> float:
        return (prose[found.end] - prose[found.start]) / (prose[-1] or 1)

    containers = list(_containers(pieces))
    for pattern, enough in zip(NAMED, ENOUGH, strict=False):
        named = [one for one in containers if any(map(pattern.fullmatch, one.names)) and share(one) >= enough]
        if named:
            return max(named, key=share)
    around = [one for one in containers if share(one) >= ENOUGH[-1]]
    smallest = min(around, key=lambda one: one.end - one.start, default=Range(0, len(pieces)))
    return smallest if prose[-1] else Range(0, len(pieces))


def _containers(pieces: Sequence[Piece]) -> Iterator[Range]:
    for at, one in enumerate(pieces):
        if one.tag != TEXT and one.begins and one.other > at:
            called = f"{one.attributes.get('id', '')} {one.attributes.get('class', '')} {one.tag}"
            yield Range(at, one.other + 1, tuple(called.split()))
