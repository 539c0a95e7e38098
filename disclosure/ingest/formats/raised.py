"""Digits above the line: a power, or the mark of a note, which must not become the end of a number."""

from __future__ import annotations

import re

from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.tally import Tally
from disclosure.translation import mark as N_

NUMBER = re.compile(r"\s*(\d{1,3})\s*")
# km², 10⁴
POWER = re.compile(r"(?:(?<![A-Za-z])[kcdm]?m|[米元]|×\s?10)\s*$", re.I)
POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# So much of what stands before it decides, and is said
CLOSE = 6
MARK = N_("上标的数字 {n} 处，当作注释的记号，写成方括号：{words}")
RAISED = N_("上标的数字 {n} 处，写成上标字符：{words}")


def raised(before: str, text: str, balance: Balance, tally: Tally) -> str:
    """A raised text as it can stand in a line, after what is ``before`` it."""
    found, before = NUMBER.fullmatch(text), before[-CLOSE:]
    if not found:
        return text
    if POWER.search(before):
        balance.made.subtract(found[1])
        tally.note(RAISED, before + found[1])
        return balance.make(found[1].translate(POWERS))
    tally.note(MARK, f"{before}[{found[1]}]")
    return balance.make("[") + found[1] + balance.make("]")
