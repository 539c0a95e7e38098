"""Units and counters: what may follow a number, how it is normalised, and what it can be mistaken for.

The table is ``units.tsv``; a unit that is not in it is said to be unknown.
"""

from pathlib import Path
from string import ascii_letters, digits
from typing import Final


def _table() -> list[list[str]]:
    """Unit, kind, the same in data, what must not follow, speech: see there."""
    lines = Path(__file__).with_name("units.tsv").read_text(encoding="utf-8").splitlines()
    rows = ((line + "\t\t\t\t").split("\t")[:5] for line in lines if line and not line.startswith("#"))
    return [row for row in rows if row[0] != "unit"]


_ROWS: Final = _table()


def _of(*kinds: str) -> frozenset[str]:
    return frozenset(unit for unit, kind, *_more in _ROWS if kind in kinds)


# Counted one by one: 1-2家 is an int_range (docs/domain.md, 1-2家); of these the times of 每季度一次
COUNTERS: Final = _of("count", "times")
OCCASIONS: Final = _of("times")
TIMES: Final = _of("time")
MEASURES: Final = _of("measure", "rate", "share")
RATES: Final = _of("rate")
# 七成: tenths
SHARES: Final = _of("share")
# Different spellings of one unit. 平米 and 平方米 stay as they are written.
_ALIASES: Final = {unit: same for unit, _kind, same, *_more in _ROWS if same}
# A counter followed by one of these is the beginning of another word: 10万人才, 三家店, 三次产业, 五位一体.
_NOT_BEFORE: Final = {unit: words for unit, _kind, _same, words, _speech in _ROWS if words}
_ALL: Final = sorted((row[0] for row in _ROWS), key=lambda unit: (-len(unit), unit))
# These end at a letter's edge
_LATIN: Final = [unit for unit in _ALL if unit.isascii() and unit.isalpha()]


def _by_beginning() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The units by their first character, the longest first, each with what must not follow it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for unit in _ALL:
        other_words = _NOT_BEFORE[unit].split("|") if unit in _NOT_BEFORE else ()
        found.setdefault(unit[0], []).append((unit, tuple(ascii_letters + digits if unit in _LATIN else other_words)))
    return found


# Looked up and no pattern: of two hundred words, that would take as long to compile as a report's figures to find
_UNITS: Final = _by_beginning()

# 一批 is vague, 一年 and 一道 are figures of speech: a bare 一 counts nothing before these.
_SPEECH_AFTER_ONE: Final = TIMES | {row[0] for row in _ROWS if row[4]}


def unit_end(text: str, at: int) -> int:
    """Where the unit that begins at `at` ends, or the compound (元/平方米); `at` where none does."""
    length = _length(text, at)
    if length and text.startswith("/", at + length) and (second := _length(text, at + length + 1)):
        return at + length + 1 + second
    return at + length


def _length(text: str, at: int) -> int:
    for unit, other_words in _UNITS.get(text[at : at + 1], ()):
        if text.startswith(unit, at) and not text.startswith(other_words, at + len(unit)):
            return len(unit)
    return 0


def normal_unit(unit: str) -> str:
    """The one spelling used in data."""
    return _ALIASES.get(unit, unit)


def counts(unit: str) -> bool:
    """Whether `unit` counts things one by one; a bare number does too."""
    return unit in COUNTERS or not unit


def is_rate(unit: str) -> bool:
    """%, ‰ and points."""
    return unit in RATES


def is_speech(number: str, unit: str) -> bool:
    """Whether number and unit are a manner of speaking whatever stands before them: 一批."""
    return number == "一" and unit in _SPEECH_AFTER_ONE


def is_round(number: str) -> bool:
    """Whether a numeral has no digit: 千家 and 零部件 name no amount, 近百家 and 超过万亿元 do."""
    return set(number) <= set("零〇百千万亿")
