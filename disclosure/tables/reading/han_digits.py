"""Chinese digits of years, months and days as Arabic ones: 二〇二五年六月二十三日."""

from __future__ import annotations

import re

DIGITS, ZEROS, TEN = "〇一二三四五六七八九", "零○Ｏ", "十"
# Ｏ is a letter, wherever it is no digit of a year
WRITTEN = re.compile("[〇零○Ｏ一二三四五六七八九十]+(?=[年月日号])")


def arabic(text: str) -> str:
    return WRITTEN.sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    """二〇二五 digit by digit, 二十三 as a number."""
    text = found[0].translate({ord(one): DIGITS[0] for one in ZEROS})
    if TEN in text:
        tens, _ten, ones = text.partition(TEN)
        return f"{DIGITS.find(tens) if tens else 1}{DIGITS.find(ones) if ones else 0}"
    return "".join(str(DIGITS.index(one)) for one in text)
