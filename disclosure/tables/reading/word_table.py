"""Tables of words that are data: a line a meaning, a tab, the words with blanks between them."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def by_word(name: str) -> dict[str, str]:
    """The meaning of each word of a table beside this file."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: meaning for meaning, words in rows for word in words.split(" ")}
