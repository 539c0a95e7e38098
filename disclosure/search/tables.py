"""Readings and traditional forms of characters, as far as one site needs them, and common words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from disclosure.grouping import grouped

FOLDER = Path(__file__).with_name("tables")
# Before the characters that are rarely read as a line of readings says
RARELY = "/"
BEGIN = re.compile("^(?:[zcs]h|l)")
END = re.compile("ng$")
# How many files the common words are in: as many as the last bits of a first character tell apart
WORD_FILES = 16
# First bytes of the first level of GB 2312: the 3,755 characters that people type
COMMON = range(0xB0, 0xD8)
# The second bytes
PLACES = range(0xA1, 0xFF)


def readings(known: frozenset[str]) -> dict[str, str]:
    """Characters by syllable: those of the site's texts, and the common ones that may be typed in their place. After
    the sign stand those that are rarely read so."""
    wanted = known | _common() | {RARELY}
    kept = ((name, "".join(filter(wanted.__contains__, of)).rstrip(RARELY)) for name, _blank, of in _syllables())
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


@cache
def words() -> tuple[dict[str, str], ...]:
    """Common words of two characters by file: by first character what may follow it."""
    files: tuple[dict[str, str], ...] = tuple({} for _n in range(WORD_FILES))
    for line in _lines("words.txt"):
        files[ord(line[0]) % WORD_FILES][line[0]] = line[1:]
    return files


def syllables_of(readings: Mapping[str, str]) -> dict[str, list[str]]:
    """Syllables by character."""
    return grouped((character, name) for name, characters in readings.items() for character in characters)


def alike(syllable: str) -> str:
    """How a syllable is typed by those who hear no difference between z and zh, l and n, n and ng, u and ü: the same in
    ``templates/js/search/pinyin.js``."""
    return END.sub("n", BEGIN.sub(_alike, syllable)).replace("v", "u")


def _alike(found: re.Match[str]) -> str:
    return "n" if found[0] == "l" else found[0][0]


def initials(key: str) -> str:
    """``yang lao`` -> ``y l``."""
    return " ".join(one[0] for one in key.split())
