"""Readings and traditional forms of characters, as far as one site needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("tables")
# First bytes of the first level of GB 2312: the 3,755 characters that people type
COMMON = range(0xB0, 0xD8)
# The second bytes
PLACES = range(0xA1, 0xFF)


def readings(known: frozenset[str]) -> dict[str, str]:
    """Characters by syllable: those of the site's texts, and the common ones that may be typed in their place."""
    wanted = known | _common()
    kept = ((name, "".join(filter(wanted.__contains__, of))) for name, of in _syllables())
    return {name: of for name, of in kept if of}


def traditional(known: frozenset[str]) -> str:
    """Traditional and simplified characters in turns, for the characters that the site's texts hold."""
    return "".join(pair for pair in _pairs() if pair[1] in known)


@cache
def _syllables() -> tuple[tuple[str, str], ...]:
    return tuple(_split(line) for line in (FOLDER / "readings.txt").read_text("utf-8").splitlines())


def _split(line: str) -> tuple[str, str]:
    name, _blank, of = line.partition(" ")
    return name, of


def _pairs() -> Iterator[str]:
    yield from (FOLDER / "traditional.txt").read_text("utf-8").splitlines()


@cache
def _common() -> frozenset[str]:
    coded = b"".join(bytes((row, place)) for row in COMMON for place in PLACES)
    return frozenset(coded.decode("gb2312", "ignore"))


def syllables_of(readings: Mapping[str, str]) -> dict[str, list[str]]:
    """Syllables by character."""
    found: dict[str, list[str]] = {}
    for name, characters in readings.items():
        for character in characters:
            found.setdefault(character, []).append(name)
    return found


def initials(key: str) -> str:
    """``yang lao`` -> ``y l``."""
    return " ".join(one[0] for one in key.split())
