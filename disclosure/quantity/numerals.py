"""Numbers as the report writes them: 7.5, ７．５, 1,314, 两千八百八十, 七点五, 1/3, 三分之一."""

import re
from decimal import Decimal
from typing import Final

from .patterns import not_after, not_before

# Every replacement is one character for one, so offsets in folded text are offsets in the original.
# A full-width comma stays: it ends a clause.
_FULL_WIDTH: Final = (
    *range(0xFF10, 0xFF1A),
    *range(0xFF21, 0xFF3B),
    *range(0xFF41, 0xFF5B),
    *map(ord, "％．＋／＜＞"),
)
_FOLD: Final = {code: code - 0xFEE0 for code in _FULL_WIDTH}
# Few texts have any, and looking is much faster than translating
_TO_FOLD: Final = re.compile(f"[{''.join(map(chr, _FULL_WIDTH))}]")

_DIGITS: Final = {"〇": 0, "两": 2} | {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "亿": 10**8}

# Longer than any figure of a report; what is longer is a number of identity, not of quantity.
_MOST_DIGITS: Final = 15

_ONE: Final = Decimal(1)
_HALF: Final = Decimal(50)

HAN_DIGITS: Final = "零〇一二两三四五六七八九十百千万亿"
HAN_DIGIT: Final = f"[{HAN_DIGITS}]"
NOT_AFTER_HAN: Final = not_after(HAN_DIGITS)

# A run of Chinese numerals; 千 of 千瓦 and 千米 belongs to the unit. Bounded, so scanning stays linear.
HAN: Final = rf"""
    {NOT_AFTER_HAN}
    (?> (?: {HAN_DIGIT} (?: (?<!千) | {not_before("瓦米克卡伏")} ) ){{1,16}} )
    (?: 点 {HAN_DIGIT}{{1,6}}+ )?+
"""
ARABIC: Final = r"""
    (?: [0-9]{1,3}(?:,[0-9]{3})++(?![0-9]) | [0-9]++ ) (?: \.[0-9]++ )?+
"""
FRACTION: Final = r"(?: [0-9]{1,2}/[0-9]{1,2}(?![0-9/]) | [二三四五六七八九十]分之[一二两三四五六七八九] )"

# Without a digit: half of all there is. 一半, 半数, 过半
HALF: Final = rf"(?: 一半 | 半数 | (?<=过)半{not_before('年天月小个')} )"

# What multiplies a number. 万亿 before 万; 千 alone only where no unit begins with it.
SCALE: Final = rf"(?: [十百千]?(?:万亿|[万亿]) | [百千]{not_before('瓦米克卡伏分')} )"

_MALFORMED: Final = re.compile(r"[一二两三四五六七八九]{2}")
_LEADING_ZERO: Final = re.compile(r"0[0-9]")


def fold(text: str) -> str:
    """`text` with full-width digits, letters and signs made half-width; same length."""
    return text.translate(_FOLD) if _TO_FOLD.search(text) else text


def read_number(text: str) -> Decimal | None:
    """The value of one folded number; None where it is malformed or a code (leading 0, too many digits)."""
    if "半" in text:
        return _HALF
    if "分之" in text:
        return _ratio(*reversed(text.split("分之")))
    if "/" in text:
        return _ratio(*text.split("/"))
    return _arabic(text) if text[0].isascii() else _han(text)


def printed_decimals(text: str) -> int:
    """How many digits `text` prints after its point."""
    return len(text.replace("点", ".").partition(".")[2])


def read_scale(text: str | None) -> Decimal:
    """千万 -> 10000000; 1 for nothing."""
    worth = 1
    for character in text or "":
        worth *= (_SMALL | _LARGE)[character]
    return Decimal(worth)


def neighbours(text: str) -> tuple[Decimal, Decimal] | None:
    """两三 -> (2, 3): two adjacent digits written together are a range, not a number."""
    low, high = (_DIGITS.get(text[0]), _DIGITS.get(text[1])) if len(text) == 2 else (None, None)
    return (Decimal(low), Decimal(high)) if low and high and high == low + 1 else None


def plain(value: Decimal) -> Decimal:
    """`value` without digits that multiplying left after the point: 1230000000.0 -> 1230000000."""
    if value.same_quantum(_ONE):
        return value
    return value.quantize(_ONE) if value == value.to_integral_value() and abs(value) < 10**20 else value


def _arabic(text: str) -> Decimal | None:
    digits = text.replace(",", "")
    is_code = len(digits.replace(".", "")) > _MOST_DIGITS or _LEADING_ZERO.match(digits)
    return None if is_code else Decimal(digits)


def _ratio(numerator: str, denominator: str) -> Decimal | None:
    above, below = read_number(numerator), read_number(denominator)
    return above / below if above is not None and below else None


def _han(text: str) -> Decimal | None:
    whole, _, fraction = text.partition("点")
    integer = _digit_by_digit(whole) if len(whole) > 1 and set(whole) <= set(_DIGITS) else _positional(whole)
    if not set(fraction) <= set(_DIGITS):
        return None
    tail = "".join(str(_DIGITS[character]) for character in fraction)
    return None if integer is None else Decimal(f"{integer}.{tail}" if tail else integer)


def _digit_by_digit(text: str) -> int | None:
    """二〇二二 -> 2022; two or three digits written so are no number (三四)."""
    return int("".join(str(_DIGITS[character]) for character in text)) if len(text) > 3 else None


def _positional(text: str) -> int | None:
    """两千八百八十 -> 2880, 十三亿五千万 -> 1350000000; None for 二三十."""
    if _MALFORMED.search(text):
        return None
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[character], 0
        else:
            total, section, digit = _close_section(total, section + digit, character), 0, 0
    return total + section + digit


def _close_section(total: int, section: int, character: str) -> int:
    """亿 multiplies all that came before it (一万亿), 万 only its own section (三亿五千万)."""
    if character == "万":
        return total + (section or 1) * _LARGE[character]
    return (total + section or 1) * _LARGE[character]
