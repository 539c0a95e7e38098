"""Characters that PDF files give in place of others that look alike, and blanks that nobody typed.

A text that somebody copied from one and pasted has them, too.
"""

from __future__ import annotations

import re

from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.tally import Tally
from disclosure.source import characters
from disclosure.source.character_tables import WIDE
from disclosure.translation import mark as N_

OTHERS = re.compile("[\u2e80-\u2fdf\u2e3a\uf900-\ufaff]")
LONG_DASH = "\u2e3a"
# A printer's gap, which nobody typed
GAP = re.compile(rf"(?<=[{WIDE}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰]) (?=[{WIDE}])")
NO_GAP = re.compile(rf"(?<=[{WIDE}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰])(?=[{WIDE}])")
# A line whose characters were set apart so that it fills the page: nearly each is followed by a blank
APART, MOST, LONG = re.compile(rf"(?<=[{WIDE}]) (?=[{WIDE}])"), 0.6, 10
TOGETHER = re.compile(rf"(?<=[{WIDE}])(?=[{WIDE}])")
SPACED = N_("为排满一行而拉开的字距 {n} 行，没有写成空格：{words}")
MENDED = N_("部首等字形相似的字符 {n} 处，换回了常用字：{words}")
GAPS = N_("汉字和数字、字母之间的空隙 {n} 处，排版时才有，没有写成空格")


def mended(text: str, balance: Balance, tally: Tally) -> str:
    """A line of a PDF."""
    text = alike(text, balance, tally)
    apart, together = len(APART.findall(text)), len(TOGETHER.findall(text))
    if apart > LONG and apart > MOST * (apart + together):
        tally.note(SPACED, text)
        text = APART.sub("", text)
    return closed(text, tally)


def pasted(text: str, tally: Tally) -> str:
    """A text that may have been copied from a PDF: where nearly each figure has a gap before or behind it, it was."""
    text = alike(text, Balance(), tally)
    gaps, typed = len(GAP.findall(text)), len(NO_GAP.findall(text))
    return closed(text, tally) if gaps > LONG and gaps > MOST * (gaps + typed) else text


def alike(text: str, balance: Balance, tally: Tally) -> str:
    for other in dict.fromkeys(OTHERS.findall(text)):
        meant = _meant(other)
        if meant != other:
            tally.notes(MENDED, [f"{other}→{meant}"] * text.count(other))
            balance.make(meant * text.count(other))
            balance.made.subtract(other * text.count(other))
            text = text.replace(other, meant)
    return text


def closed(text: str, tally: Tally) -> str:
    tally.notes(GAPS, ("" for _one in GAP.findall(text)))
    return GAP.sub("", text)


def _meant(other: str) -> str:
    return "——" if other == LONG_DASH else characters.radical(other) or other
