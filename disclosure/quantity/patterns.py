"""Pieces of patterns, and lists of words.

What must not stand before or behind is one assertion for each character: the compiler of ``re`` takes ten times as long
for a set of Chinese characters, which lie far apart, and compiling takes longer than searching a report.
"""

import re
from functools import cache


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
