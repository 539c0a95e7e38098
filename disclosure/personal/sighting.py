"""Something personal in a text."""

from __future__ import annotations

import re

from msgspec import Struct

MASKED = re.compile(r"\d|(?<=[〇零一二三四五六七八九十百千两幺])[〇零一二三四五六七八九十百千两幺]")


class Sighting(Struct, frozen=True, kw_only=True):
    """``what`` it is in the editors' language, ``shown`` how a message shows it: a message is no place for a number.

    ``digits``: the number in plain digits, to know it again; of a detail the words. ``start`` and ``end`` are offsets
    in the text.
    """

    what: str
    shown: str
    digits: str
    start: int
    end: int


def number(what: str, digits: str, start: int, end: int) -> Sighting:
    return Sighting(what=what, shown=digits[:3] + "****" + digits[-4:], digits=digits, start=start, end=end)


def detail(what: str, found: re.Match[str]) -> Sighting:
    """Words are shown, their digits are not."""
    words = re.sub(r"\s+", " ", found[0])
    return Sighting(what=what, shown=MASKED.sub("*", words), digits=words, start=found.start(), end=found.end())
