"""Marks and bodies of notes that lead to each other, as Word and portals write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from disclosure.ingest.formats.html.elements import TEXT, PagePiece

# [1], ［1］, 〔1〕, (1), 1, ①, i or *
NUMBER, CIRCLED, LONGEST = re.compile(r"\D*(\d{1,4})\D*"), re.compile("[①-⑳]"), 8


class NoteLink(Struct, frozen=True, kw_only=True):
    """Pieces from ``start`` to before ``end`` show the number ``n`` and lead to ``target``; 0 where it is none."""

    start: int
    end: int
    n: int
    target: str


def marks(pieces: Sequence[PagePiece]) -> list[NoteLink]:
    """The links of a page that are short and lead to another such link that leads back."""
    found = list(_links(pieces))
    named = {name: one for one in found for name in _names(pieces, one)}
    return [one for one in found if (back := named.get(one.target)) and back.target in _names(pieces, one)]


def pairs(found: Sequence[NoteLink], pieces: Sequence[PagePiece]) -> list[tuple[NoteLink, NoteLink]]:
    """Each mark in the text with the one that its body begins with: of two that lead to each other, the later."""
    named = {name: one for one in found for name in _names(pieces, one)}
    return [(one, named[one.target]) for one in found if one.start < named[one.target].start]


def _links(pieces: Sequence[PagePiece]) -> Iterator[NoteLink]:
    for at, one in enumerate(pieces):
        target = one.attributes.get("href", "").rpartition("#")
        if one.tag == "a" and one.begins and target[1] and one.other > at:
            text = "".join(inner.text for inner in pieces[at : one.other] if inner.tag == TEXT)
            if 0 < len(text.strip()) <= LONGEST:
                yield NoteLink(start=at, end=one.other + 1, n=_number(text.strip()), target=target[2])


def _number(shown: str) -> int:
    digits, circled = NUMBER.fullmatch(shown), CIRCLED.search(shown)
    return int(digits[1]) if digits else ord(circled[0]) - ord("①") + 1 if circled else 0


def _names(pieces: Sequence[PagePiece], link: NoteLink) -> frozenset[str]:
    """What a link is called, or the elements around it that begin with it."""
    names = set()
    for one in pieces[max(link.start - 3, 0) : link.end]:
        if one.begins:
            names |= {one.attributes.get("id", ""), one.attributes.get("name", "")}
    return frozenset(names - {""})
