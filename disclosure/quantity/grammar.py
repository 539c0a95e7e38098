"""The grammar of one written figure, and its pieces: period, verb, word before, number, unit, word after."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from msgspec import Struct

from .numerals import (
    ARABIC,
    FRACTION,
    HAN,
    SCALE,
    fold,
    neighbours,
    printed_decimals,
    read_number,
    read_scale,
)
from .operators import AFTER, BEFORE, VERB, VERB_SENSE, Sense
from .units import UNIT, normal_unit

DASH: Final = r"(?: —{1,2} | [-－–―‐‑−～~〜至到] )"

_NUMBER: Final = rf"(?: {FRACTION} | {ARABIC} | {HAN} )"
_PERIOD: Final = r"每个?(?:半年|季度|年度|年|月|周|星期|天|日|学期|[两二三]年|[两二三]个月)(?![级轻均])"
_SIGN: Final = r"(?: (?:\A|(?<=增长)) [-－−负] | (?<=[为是]) [-－−] )"
_MORE: Final = r"[余多](?![式边元样层])"

# All for folded text, with re.VERBOSE.
PREFIX: Final = rf"""
    (?P<per> {_PERIOD} )?
    (?P<verb> {VERB} )?
    (?P<before> {BEFORE} )?
"""
# The same, taking as little as it can.
LEAST_PREFIX: Final = rf"(?: {_PERIOD} )?? (?: {VERB} )?? (?: {BEFORE} )??"
_FIRST_NUMBER: Final = rf"""
    (?P<share> [百千]分之 )?
    (?P<sign> {_SIGN} )?
    (?P<low> {_NUMBER} )
    (?P<more> {_MORE} )?              # 300余批次, 40多万人
    (?P<low_scale> {SCALE} )?
    (?P<more_scaled> {_MORE} )?       # 46万余人次
    [ ]?
    (?P<low_unit> {UNIT} )?
"""
_SECOND_NUMBER: Final = rf"""
    {DASH} (?: [百千]分之 )?
    (?P<high> {_NUMBER} )
    (?P<high_scale> {SCALE} )?
    [ ]?
    (?P<high_unit> {UNIT} )?
"""
_SUFFIX: Final = rf"""
    (?P<more_after> (?<=[年月天时]) 多 )?    # 3年多
    (?P<after> {AFTER} )?
"""
GRAMMAR: Final = rf"{PREFIX} {_FIRST_NUMBER} (?: {_SECOND_NUMBER} )? {_SUFFIX}"
ONE_NUMBER: Final = rf"{PREFIX} {_FIRST_NUMBER} {_SUFFIX}"
# Nothing found in running text ends within a run of digits.
WHOLE_RUN: Final = "(?!(?<=[0-9])[0-9])"
FIGURE: Final = re.compile(GRAMMAR + WHOLE_RUN, re.VERBOSE)
_SHARE_UNIT: Final = {"百分之": "%", "千分之": "‰"}
_PERIODS: Final = {"每天": "每日", "每年度": "每年", "每星期": "每周", "每二年": "每两年", "每二月": "每两月"}


class End(Struct, frozen=True):
    """One number of a figure, magnitudes multiplied out, the digits it printed, and its magnitude."""

    value: Decimal
    decimals: int
    scale: Decimal

    @property
    def step(self) -> Decimal:
        """What one of the last printed digit is worth."""
        return self.scale.scaleb(-self.decimals)


class Figure(Struct, frozen=True):
    """The pieces of a written figure, empty where there is none. `number` is the first as it is written."""

    per: str
    verb: str
    before: str
    number: str
    scaled: bool
    more: str
    unit: str
    after: str
    ends: tuple[End, ...]

    @property
    def verb_sense(self) -> Sense:
        """What the leading verb says; PLAIN without one."""
        return VERB_SENSE.get(self.verb, Sense.PLAIN)

    @property
    def verb_decides(self) -> bool:
        """Whether the figure means something else without its verb: 下降3%, 增长2倍, 提高1个百分点."""
        grows = self.verb_sense is Sense.GROWTH and self.unit in ("倍", "个百分点")
        return grows or self.verb_sense is Sense.REDUCTION


# Asked several times of each figure: whether it is one, which verb it has, what it comes to
@lru_cache(1 << 14)
def take_apart(written: str) -> Figure | None:
    """The pieces of `written` where the whole of it is one figure with readable numbers; else None."""
    match = FIGURE.fullmatch(fold(written))
    ends = _ends(match) if match else ()
    if match is None or not ends:
        return None
    return Figure(
        per=_period(match["per"] or ""),
        verb=match["verb"] or "",
        before=match["before"] or "",
        number=match["low"],
        scaled=bool(match["low_scale"] or match["high_scale"]),
        more=_more(match),
        unit=_SHARE_UNIT.get(match["share"] or "") or _common_unit(match),
        after=match["after"] or "",
        ends=ends,
    )


def may_be_two(written: str) -> bool:
    """Whether `written` has the form of a range: two numbers with a dash between them."""
    match = FIGURE.fullmatch(fold(written))
    return match is None or bool(match["high"])


def _more(match: re.Match[str]) -> str:
    """余 or 多, wherever it stands: 300余批次, 46万余人次, 3年多, 2个多百分点."""
    inside = "多" if (match["low_unit"] or "").startswith("个多") else ""
    return match["more"] or match["more_scaled"] or match["more_after"] or inside


def _period(per: str) -> str:
    short = per.replace("个", "")
    return _PERIODS.get(short, short)


def _common_unit(match: re.Match[str]) -> str:
    return normal_unit(match["high_unit"] or match["low_unit"] or "")


def _ends(match: re.Match[str]) -> tuple[End, ...]:
    """One number or two; nothing where a number cannot be read, units differ or the range runs downwards."""
    if pair := neighbours(match["low"]):
        scale = read_scale(match["low_scale"])
        return () if match["high"] else tuple(End(value * scale, 0, scale) for value in pair)
    low = _end(match["low"], match["low_scale"], bool(match["sign"]))
    if low is None or not match["high"]:
        return (low,) if low else ()
    high = _end(match["high"], match["high_scale"])
    low = _sharing_scale(match, low, high)
    same_unit = not match["low_unit"] or normal_unit(match["low_unit"]) == _common_unit(match)
    return (low, high) if high and same_unit and low.value < high.value else ()


def _sharing_scale(match: re.Match[str], low: End, high: End | None) -> End:
    """1-2万人 shares its 万; 5000-1万人 does not."""
    shared = _end(match["low"], match["low_scale"] or match["high_scale"], bool(match["sign"]))
    return shared if shared and high and shared.value < high.value else low


def _end(number: str, scale: str | None, negative: bool = False) -> End | None:
    value, worth = read_number(number), read_scale(scale)
    sign = -1 if negative else 1
    return None if value is None else End(value * worth * sign, printed_decimals(number), worth)
