"""Tokens of a text: its characters, its pairs of characters, its numbers. No word list, so that what the index holds
and what a reader types can never be cut differently. The same in ``templates/js/search/tokens.js``."""

from __future__ import annotations

import re
from operator import add

from disclosure.search.fold import fold
from disclosure.search.numbers import numbers

LETTERS = (
    r"0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u052f\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
# 2.5, 3+5 and 60% are words with their signs
RUN = re.compile(rf"(?:[{LETTERS}]+|(?<=[0-9])\.(?=[0-9])|(?<=[0-9])[%+]|\+(?=[0-9]))+")
# Marks that no word and no number reaches over
APART = re.compile("[，。；、]")
NUMERAL = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿两]")


def runs(folded: str) -> list[str]:
    """What stands between the spaces and marks of a folded text."""
    return RUN.findall(folded)


def tokens(text: str) -> list[str]:
    """All tokens of a text, repeated ones again: characters, pairs, then numbers."""
    folded = fold(text)
    found: list[str] = []
    for run in runs(folded):
        found += run
        found += map(add, run, run[1:])
    if NUMERAL.search(folded):
        found += numbers(folded)
    return found


def stretches(text: str) -> list[str]:
    """A text between its marks: the tokens of these are the tokens of the text."""
    return APART.split(text)
