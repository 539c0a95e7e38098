"""Pieces of patterns, lists of words, and where a clause begins and ends.

What must not stand before or behind is one assertion for each character: the compiler of ``re`` takes ten times as long
for a set of Chinese characters, which lie far apart, and compiling takes longer than searching a report.
"""

import re
from functools import cache
from typing import Final

SENTENCE_END: Final = "。！？\n"


# Of the patterns that a search for figures does not need
@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` (verbose), compiled when it is first asked for."""
    return re.compile(pattern, re.VERBOSE)


def not_after(characters: str) -> str:
    return "".join(f"(?<!{character})" for character in characters)


def not_before(characters: str) -> str:
    return "".join(f"(?!{character})" for character in characters)


def words(line: str) -> tuple[str, ...]:
    """The words of a line, for ``startswith`` and ``endswith``."""
    return tuple(line.split())


def after_last(text: str, end: int, marks: str) -> int:
    """Where what follows the last of `marks` before `end` begins: the text's own beginning where there is none."""
    at = 0
    for mark in marks:
        at = text.rfind(mark, at, end) + 1 or at
    return at


def before_first(text: str, start: int, marks: str) -> int:
    """Where the first of `marks` from `start` on stands: the text's own end where there is none."""
    return min((at for mark in marks if (at := text.find(mark, start)) >= 0), default=len(text))
