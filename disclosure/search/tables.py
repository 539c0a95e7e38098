"""Readings and traditional forms of characters, as far as one site needs them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from disclosure.grouping import grouped

FOLDER = Path(__file__).with_name("tables")
# First bytes of the first level of GB 2312: the 3,755 characters that people type
COMMON = range(0xB0, 0xD8)
# The second bytes
PLACES = range(0xA1, 0xFF)


def readings(known: frozenset[str]) -> dict[str, str]:
    """Characters by syllable: those of the site's texts, and the common ones that may be typed in their place."""
    wanted = known | _common()
    kept = ((name, "".join(filter(wanted.__contains__, of))) for name, _blank, of in _syllables())
    return {name: of for name, of in kept if of}


def traditional(known: frozenset[str]) -> str:
    """Traditional and simplified characters in turns, for the characters that the site's texts hold."""
    return "".join(pair for pair in _lines("traditional.txt") if pair[1] in known)


@cache
def _syllables() -> tuple[tuple[str, str, str], ...]:
    return tuple(line.partition(" ") for line in _lines("readings.txt"))


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text("utf-8").splitlines()


@cache
def _common() -> frozenset[str]:
    coded = b"".join(bytes((row, place)) for row in COMMON for place in PLACES)
    return frozenset(coded.decode("gb2312", "ignore"))


def syllables_of(readings: Mapping[str, str]) -> dict[str, list[str]]:
    """Syllables by character."""
    return grouped((character, name) for name, characters in readings.items() for character in characters)


def initials(key: str) -> str:
    """``yang lao`` -> ``y l``."""
    return " ".join(one[0] for one in key.split())
