"""How large the type of a poster may be: the largest step at which it fills one A4 sheet and never two.

A browser cannot be asked while a site is built, so lines are counted here as it breaks them: a Han character is as wide
as its type is high in every font, other signs are taken as wider than most. What does not fit at the last step is cut
short where a clause ends, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil
from typing import Final
from unicodedata import east_asian_width

from msgspec import Struct

from disclosure.translation import gettext as _


class TypeStep(Struct, frozen=True):
    """Sizes of type, in points (``templates/poster/10-poster.css`` has the same): of the title, of the outcome's word
    and of all else."""

    title: float
    word: float
    text: float


# A title is read from two metres where its characters are 8 mm high, which is 23 points (a 250th of the distance)
STEPS: Final = (
    TypeStep(66, 44, 21),
    TypeStep(58, 40, 19),
    TypeStep(50, 36, 17.5),
    TypeStep(42, 32, 16),
    TypeStep(36, 28, 14.5),
    TypeStep(31, 25, 13),
    TypeStep(27, 22, 12),
)
# A sheet between its margins (18 and 20 mm) is 481 points wide and 739 high; some are left for other fonts
WIDTH, HEIGHT = 480, 705
# In sizes of the type: the column of labels, and the lines of what is read, of a title and of the outcome's word
LABEL, TEXT_LINE, TITLE_LINE, WORD_LINE = 6.5, 1.45, 1.25, 1.3
# In points: the code with its white, the type of the smallest lines, what the box of the outcome takes from its lines
CODE, SMALL, BOX = 104, 10.5, 30
# Spaces and borders: below the title, around the box of the outcome and in it, below the facts
AROUND = 45
# What stands before and after the report's own words, in characters
QUOTED = 7
# The space in a line of facts and its border
ROW = 8
# At the last step: how many characters of anything are left, one trial after the other; of a title and of the report's
# own words twice as many
LONGEST: Final = (80, 60, 44, 30, 20)
# How many conclusions stand beside the outcome then
BESIDE = 2
# What stays together in a line: a word in letters, a Han character with the signs that may not begin or end one
PIECES = re.compile(r"[“（《〈【]*(?:[!-~]+|.)[，。；：、！？”）》〉】…—]*", re.S)
# An address is parted behind its slashes
PARTS = re.compile(r"[^/]*/*", re.S)
CLAUSE_END = re.compile(r"[，。；：、！？）]")


class PosterWords(Struct, frozen=True, kw_only=True):
    """All that stands on a poster, as text; ``facts`` are label and value, ``small`` the lines at its very foot."""

    head: str
    title: str
    quote: str
    facts: tuple[tuple[str, str], ...]
    word: str
    about: str
    beside: tuple[str, ...]
    foot: tuple[str, ...]
    address: str
    small: tuple[str, ...]


def width(text: str) -> float:
    """How wide a text is, in sizes of its type."""
    return sum(map(_width, text))


def _width(sign: str) -> float:
    if east_asian_width(sign) in "WFA":
        return 1
    return 0.9 if sign.isupper() or sign in "@%mw" else 0.65


def lines(text: str, room: float, parts: re.Pattern[str] = PIECES) -> int:
    """How many lines of so many characters a text takes that may be broken between its ``parts``."""
    count, used = 1, 0.0
    for piece in parts.findall(text):
        wide = width(piece)
        if wide > room:
            count, used = count + ceil((used + wide) / room) - 1, room
        elif used + wide > room:
            count, used = count + 1, wide
        else:
            used += wide
    return count


def height(of: PosterWords, at: TypeStep) -> float:
    """How high a poster is, in points."""
    room, beside_code, in_box = WIDTH / at.text, WIDTH - CODE, WIDTH - BOX
    text = (
        _lines([of.head], room)
        + _lines([of.quote], room - QUOTED)
        + _lines([of.about, *of.beside], in_box / at.text)
        + sum(max(lines(value, room - LABEL), lines(label, LABEL - 0.5)) for label, value in of.facts)
    )
    address = lines(of.address, beside_code / SMALL, PARTS) if of.address else 0
    foot = _lines(of.foot, beside_code / at.text) * at.text + address * SMALL
    return (
        text * at.text * TEXT_LINE
        + lines(of.title, WIDTH / at.title) * at.title * TITLE_LINE
        + lines(of.word, in_box / at.word) * at.word * WORD_LINE
        + len(of.facts) * ROW
        + max(CODE, foot * TEXT_LINE)
        + _lines(of.small, WIDTH / SMALL) * SMALL * TEXT_LINE
        + AROUND
    )


def _lines(texts: Iterable[str], room: float) -> int:
    return sum(lines(text, room) for text in texts if text)


def fitted(of: PosterWords) -> tuple[int, PosterWords]:
    """The number of the largest step at which all words stand on one sheet, from 0; where none is small enough, the
    last and fewer words."""
    size = next((n for n, one in enumerate(STEPS) if height(of, one) <= HEIGHT), None)
    if size is not None:
        return size, of
    shorter = [_shortened(of, longest) for longest in LONGEST]
    return len(STEPS) - 1, next((one for one in shorter if height(one, STEPS[-1]) <= HEIGHT), shorter[-1])


def _shortened(of: PosterWords, longest: int) -> PosterWords:
    return PosterWords(
        head=cut(of.head, longest),
        title=cut(of.title, 2 * longest),
        quote=cut(of.quote, 2 * longest),
        facts=tuple((label, cut(value, longest)) for label, value in of.facts),
        word=of.word,
        about=cut(of.about, longest),
        beside=tuple(cut(one, longest) for one in of.beside[:BESIDE]),
        foot=tuple(cut(one, longest) for one in of.foot),
        address=of.address,
        small=tuple(cut(one, 2 * longest) for one in of.small),
    )


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters' width, cut where a clause ends; what is left out is said."""
    if width(text) <= longest:
        return text
    used, kept = 0.0, 0
    for sign in text:
        used += _width(sign)
        if used > longest:
            break
        kept += 1
    ends = [found.start() for found in CLAUSE_END.finditer(text[:kept]) if found.start() >= kept // 2]
    return _("{text}……（余下见网页）").format(text=text[: ends[-1] if ends else kept])
