"""How long words are when nobody knows the font, and lines of them: nothing is ever cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from disclosure.theme.drawing.canvas import FONT

# A Han character is as wide as high, and so are these in Chinese fonts; others take somewhat over half of it
HAN = 0x2E80
WIDE = frozenset("“”‘’—…·%‰≥≤●○◎◐▲△▷◆◇□✕×")
# (widths in whole fortieths of the type's size, which add up alike in any order)
EM, NARROW = 40, 24
# What browsers leave between a Han character and a digit or a letter
BETWEEN = 5
MEETING = re.compile(
    r"(?<=[\u2e80-\u2fff\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u2e80-\u2fff\u3400-\u9fff])"
)
# What is not parted: days, words and numbers of other scripts, addresses between their slashes; what may not begin a
# line stands with what it follows
UNIT = re.compile(r"(?:\d{4}年(?:\d+月(?:\d+日)?)?|\d+月\d+日|[!-.0-~]+/?|.)[，。；：、！？）》」』”’…％%]*", re.S)
OPENING = "（《「『“‘"


def length(words: str, size: float = FONT) -> float:
    """About how long words are, in the units of ``size``."""
    return size * _each(words) / EM


@lru_cache(maxsize=8192)
def _each(words: str) -> int:
    """The same in fortieths. Lines are made of the same few hundred characters and words again and again."""
    each = sum(EM if ord(one) > HAN or one in WIDE else NARROW for one in words)
    return each + BETWEEN * len(MEETING.findall(words))


def lines(words: str, width: float, size: float = FONT) -> list[str]:
    """Words in lines no longer than ``width``."""
    found, used = [""], 0
    for unit in _units(words, width, size):
        more = _each(unit) + _between(found[-1][-1:] + unit[0])
        if found[-1] and size * (used + more) / EM > width:
            found.append("")
        used = used + more if found[-1] else _each(unit.lstrip(" "))
        found[-1] += unit if found[-1] else unit.lstrip(" ")
    return [line.rstrip(" ") for line in found if line.strip(" ")]


@lru_cache(maxsize=8192)
def _between(neighbours: str) -> int:
    return BETWEEN * len(MEETING.findall(neighbours))


def _units(words: str, width: float, size: float) -> Iterator[str]:
    held = ""
    for unit in UNIT.findall(words):
        if unit in OPENING:
            held += unit
            continue
        # What is longer than a line is parted where it must be
        yield from _pieces(held + unit, width, size)
        held = ""
    if held:
        yield held


def _pieces(unit: str, width: float, size: float) -> Iterator[str]:
    if length(unit, size) <= width:
        yield unit
        return
    held = ""
    for one in unit:
        if held and length(held + one, size) > width:
            yield held
            held = ""
        held += one
    yield held
