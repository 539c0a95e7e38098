"""What the words of a quantity say to those that hold a value against it: the only place that reads them again."""

import re
from typing import Final

from .operators import AFTER_SENSE, VERB_SENSE, Sense
from .shapes import Operator, Quantity

# Operators that ask for no more than their number, and those that ask for at least or about it
CEILINGS: Final = frozenset({Operator.LE, Operator.LT, Operator.ABOUT_LE})
FLOORS: Final = frozenset(
    {Operator.GE, Operator.GT, Operator.ABOUT_GE, Operator.ABOUT, Operator.RANGE, Operator.INT_RANGE}
)
POINTS: Final = "个百分点"
TIMES: Final = "倍"
# 突破120家 and 达700亿元 say how much there is on a day, not how much came in the year
_LEVEL_WORDS: Final = ("突破", "超", "达", "稳定", "保持", "维持")
# Periods of one year; weeks, and what is longer than a year, are not counted by the program
_PERIODS: Final = {"每年": 1, "每半年": 2, "每季度": 4, "每两月": 6, "每三月": 4, "每月": 12, "每学期": 2}

# What is left after something was taken away may be less than nothing, as a temperature may
_BALANCE: Final = re.compile("净|增减|变化|差|结余|盈|亏|利润|收益|余额|顺|逆|温")


def reduces(quantity: Quantity) -> bool:
    """Whether its words ask for less: 下降3%, 至少降低1个百分点."""
    return any(VERB_SENSE.get(word) is Sense.REDUCTION for word in quantity.qualifier.split("…"))


def may_be_negative(measure: str, quantity: Quantity) -> bool:
    """Whether a number of it may be less than nothing: a fall that was promised, or what is left of a balance."""
    return reduces(quantity) or _BALANCE.search(measure) is not None


def asks_below(quantity: Quantity) -> bool:
    """低于全省平均, where 高于全省平均 asks for more."""
    words = quantity.qualifier.replace("不低于", "")
    return quantity.operator is Operator.GT_REF and ("低于" in words or "慢于" in words)


def is_around(quantity: Quantity) -> bool:
    """4.5%—5%左右, 高于全省1个百分点左右: the number is not meant to the digit."""
    return any(word in quantity.qualifier.split("…") for word in ("左右", "上下", "约", "大约"))


def is_at_most(quantity: Quantity) -> bool:
    """低于全省2个百分点以内: the number is a ceiling."""
    return any(AFTER_SENSE.get(word) is Sense.CEILING for word in quantity.qualifier.split("…"))


def is_points(unit: str) -> bool:
    return unit == POINTS


def is_multiple(quantity: Quantity) -> bool:
    """翻番, 增长2倍: of last year's level, in the unit of that level."""
    return quantity.unit == TIMES


def takes_any_unit(quantity: Quantity) -> bool:
    """Whether it is observed in another unit than its own: a multiple, points, everything, words without a number."""
    return quantity.unit in (TIMES, POINTS, "") or quantity.operator is Operator.ALL


def is_level(quantity: Quantity) -> bool:
    """Whether its words speak of how much there is on a day, which can fall again."""
    return quantity.qualifier.startswith(_LEVEL_WORDS) or quantity.operator is Operator.GE_BASE


def is_rough(quantity: Quantity) -> bool:
    """基本同步."""
    return "基本" in quantity.qualifier


def admits_equal(quantity: Quantity) -> bool:
    """不低于全省平均, where 高于全省平均 does not."""
    return "不低于" in quantity.qualifier


def starts(quantity: Quantity) -> bool:
    """启动: kept by having started."""
    return quantity.qualifier.endswith("启动")


def periods(quantity: Quantity) -> int | None:
    """How many periods of a frequency a year has; None where the program does not count them."""
    return _PERIODS.get(quantity.per or "")
