"""Marks and bodies of notes that lead to each other, as Word and portals write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from disclosure.ingest.formats.html.elements import TEXT, PagePiece
from disclosure.ingest.formats.html.main_text import Range

# [1], ［1］, 〔1〕, (1), 1, ①, i or *
NUMBER, CIRCLED, LONGEST = re.compile(r"\D*(\d{1,4})\D*"), re.compile("[①-⑳]"), 8


class NotePart(StrEnum):
    """What of a note stands somewhere: its mark; what its body begins with, or all of it, with the way back to the
    mark."""

    MARK = "mark"
    BEGIN = "begin"
    WHOLE = "whole"
    BACK = "back"


class NotePlace(Struct, frozen=True, kw_only=True):
    """Pieces from ``start`` to before ``end`` are a part of note ``n``."""

    start: int
    end: int
    n: int
    part: NotePart


class NoteLink(Struct, frozen=True, kw_only=True):
    """A short link from ``start`` to before ``end``: where it leads, what it and what begins with it is called."""

    start: int
    end: int
    shown: str
    target: str
    names: frozenset[str]


def places(pieces: Sequence[PagePiece], within: Range) -> tuple[dict[int, NotePlace], bool]:
    """The notes of a page by where their parts begin, and whether they had to be numbered anew."""
    found = list(_notes(pieces, within))
    numbers = [_number(mark.shown) for mark, _parts in found]
    anew = len(set(numbers)) < len(numbers) or 0 in numbers
    return {
        start: NotePlace(start=start, end=end, n=at if anew else n, part=part)
        for at, (n, (_mark, parts)) in enumerate(zip(numbers, found, strict=True), 1)
        for part, start, end in parts
    }, anew


def _notes(pieces: Sequence[PagePiece], within: Range) -> Iterator[tuple[NoteLink, list[tuple[NotePart, int, int]]]]:
    links = [one for one in _links(pieces) if within.start <= one.start < within.end]
    named = {name: one for one in links for name in one.names}
    leading = {one.target: one for one in links}
    elements = {id: at for at in range(within.start, within.end) if (id := pieces[at].attributes.get("id"))}
    for mark in links:
        mine = (NotePart.MARK, mark.start, mark.end)
        begin = named.get(mark.target)
        whole = elements.get(mark.target, -1)
        back = next((leading[name] for name in mark.names if name in leading), mark)
        if begin and begin.target in mark.names and mark.start < begin.start:
            yield mark, [mine, (NotePart.BEGIN, begin.start, begin.end)]
        elif mark.end <= whole < back.start < pieces[whole].other:
            end = pieces[whole].other + 1
            yield mark, [mine, (NotePart.WHOLE, whole, end), (NotePart.BACK, back.start, back.end)]


def _links(pieces: Sequence[PagePiece]) -> Iterator[NoteLink]:
    for at, one in enumerate(pieces):
        target = one.attributes.get("href", "").rpartition("#")
        if one.tag == "a" and one.begins and target[1] and one.other > at:
            shown = "".join(inner.text for inner in pieces[at : one.other] if inner.tag == TEXT).strip()
            if 0 < len(shown) <= LONGEST:
                names = _names(pieces, at, one.other)
                yield NoteLink(start=at, end=one.other + 1, shown=shown, target=target[2], names=names)


def _names(pieces: Sequence[PagePiece], start: int, end: int) -> frozenset[str]:
    begins = [one.attributes for one in pieces[max(start - 3, 0) : end] if one.begins]
    return frozenset(one.get(key, "") for one in begins for key in ("id", "name")) - {""}


def _number(shown: str) -> int:
    digits, circled = NUMBER.fullmatch(shown), CIRCLED.search(shown)
    return int(digits[1]) if digits else ord(circled[0]) - ord("①") + 1 if circled else 0
