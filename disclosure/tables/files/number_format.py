"""What a number or a day looks like in a cell, by its number format (ECMA-376, 18.8.31): what the clerk saw who filled
it in."""

from __future__ import annotations

import decimal
import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

# What a spreadsheet keeps of a number; beyond it there is only what binary fractions leave (0.30000000000000004)
KEPT = decimal.Context(prec=15)
# Beyond so many digits a number is shown as it is
MOST = 20
LITERAL = re.compile(r'"([^"]*)"|[\\!](.)|[_*].|\[[^\]]*\]', re.S)
GENERAL = re.compile(r"general|G/通用格式", re.I)
MARKS = re.compile("[0#?]")
PLACEHOLDERS = re.compile(r"(?:[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+),*")
PIECE = re.compile(r'"[^"]*"|[\\!].|\[[^\]]*\]|.', re.S)
# Of a section that holds for other numbers than those of a sign
CONDITION = re.compile(r"\[[<>=]")
SECTIONS = {1: 0, -1: 1, 0: 2}
# Literals are taken out of a pattern and called by these
TAKEN = "\ue000"


class NumberLook(Struct, frozen=True, kw_only=True):
    """A section of a format, for plain decimal numbers. ``scale``: by which power of ten it is shown larger;
    ``general``: with as many digits as there are; ``signed``: with a minus, which a section for negative numbers has to
    write itself."""

    before: str = ""
    behind: str = ""
    decimals: int = 0
    needed: int = 0
    grouped: bool = False
    scale: int = 0
    general: bool = False
    signed: bool = True


def plain(number: Decimal) -> str:
    """Without an exponent, without noughts at its end."""
    text = format(number.normalize(KEPT), "f")
    return "0" if text == "-0" else text


def kept(stored: str) -> Decimal:
    """A stored number as the spreadsheet means it."""
    return KEPT.create_decimal(stored).normalize(KEPT)


def number(stored: str, pattern: str) -> tuple[str, Decimal]:
    """A number as shown, and what that says: 0.85 under 0% is 85% and 85."""
    value = kept(stored)
    look = _look(pattern, _sign(value))
    if look is None or not value.is_finite() or max(abs(value.adjusted()), look.decimals, abs(look.scale)) > MOST:
        return plain(value), value
    if look.general:
        return f"{look.before}{plain(value)}{look.behind}".strip(), value
    last = Decimal(1).scaleb(-look.decimals)
    shown = value.scaleb(look.scale).quantize(last, ROUND_HALF_UP, decimal.Context(prec=4 * MOST))
    digits = format(abs(shown), ",f" if look.grouped else "f")
    if look.decimals > look.needed:
        whole, _point, part = digits.partition(".")
        part = part[: look.needed] + part[look.needed :].rstrip("0")
        digits = f"{whole}.{part}".rstrip(".")
    minus = "-" if shown < 0 and look.signed else ""
    return f"{minus}{look.before}{digits}{look.behind}".strip(), shown


def _sign(value: Decimal) -> int:
    return 0 if value.is_zero() else (-1 if value.is_signed() else 1)


@lru_cache(512)
def _look(pattern: str, sign: int) -> NumberLook | None:
    """``None`` for what shows a number as it is: a text's format, an exponent, a fraction, a condition."""
    sections = _sections(pattern)
    at = SECTIONS[sign] if len(sections) > SECTIONS[sign] else 0
    found = None if CONDITION.search(pattern) else _of_section(sections[at])
    return replace(found, signed=at == 0) if found else None


def _of_section(section: str) -> NumberLook | None:
    literals: list[str] = []

    def take(found: re.Match[str]) -> str:
        literals.append(found[1] or found[2] or "")
        return TAKEN

    bare = LITERAL.sub(take, section)
    general = GENERAL.search(bare)
    digits = general or PLACEHOLDERS.search(bare)
    if digits is None or re.search(r"e[+-]|/|@", GENERAL.sub("", bare), re.I):
        return None
    before, behind = bare[: digits.start()], bare[digits.end() :]
    if MARKS.search(behind):
        return None
    filled = iter(literals)
    if general:
        return NumberLook(before=_filled(before, filled), behind=_filled(behind, filled), general=True)
    return _of_digits(digits[0], bare.count("%"), _filled(before, filled), _filled(behind, filled))


def _of_digits(digits: str, percent: int, before: str, behind: str) -> NumberLook:
    whole, _point, part = digits.rstrip(",").partition(".")
    return NumberLook(
        before=before,
        behind=behind,
        decimals=len(MARKS.findall(part)),
        needed=part.count("0"),
        grouped="," in whole,
        scale=2 * percent - 3 * (len(digits) - len(digits.rstrip(","))),
    )


def _filled(text: str, literals: Iterator[str]) -> str:
    return "".join(next(literals) if one == TAKEN else one for one in text)


def _sections(pattern: str) -> list[str]:
    """Positive, negative, nought: divided by ; outside of quotations."""
    found = [""]
    for piece in PIECE.findall(pattern):
        if piece == ";":
            found.append("")
        else:
            found[-1] += piece
    return found


class DayLook(Struct, frozen=True):
    """Which parts of a day a format shows."""

    year: bool
    month: bool
    day: bool


WHOLE = DayLook(year=True, month=True, day=True)


@lru_cache(512)
def day_look(pattern: str) -> DayLook:
    bare = LITERAL.sub("", _sections(pattern)[0]).lower()
    # Beside hours, m is a minute
    months = re.sub(r"h+[^ymd]*m+|m+[^ymd]*s+", "", bare)
    look = DayLook(year=bool(re.search("[ye]", months)), month="m" in months, day="d" in months)
    return look if look.year or look.month or look.day else WHOLE


def day(found: date, pattern: str) -> tuple[str, date | None]:
    """A day as shown: what a clerk typed as 2025年12月 is stored as its first day, and is none."""
    look = day_look(pattern)
    if look.day and not look.month:
        return found.isoformat(), found
    if not look.day:
        return (f"{found.year}年{found.month}月" if look.month else f"{found.year}年"), None
    return (found.isoformat() if look.year else f"{found.month}月{found.day}日"), found
