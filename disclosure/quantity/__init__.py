"""Written figures in Chinese running text, read into quantities.

Pure and on its own: text in, frozen values out; no files, no HTML, no today, decimal arithmetic only.
Rules and their names are those of docs/domain.md, Quantities, Traps and Strength.

    numerals   7.5, ７．５, 两千八百八十        names       4A级, 2022年, 第二次: no quantity
    units      家, 亿元, 个百分点              find        every figure of a text
    operators  以上, 突破, 左右                parse       one written figure
    grammar    the pieces of a figure         strength    力争, 确保, 推进
    figure     pieces to quantity             respective  分别
    phrases    持平, 全覆盖, 零突破             deadline    6月底前
    spell      a value for people             says        what its words say to a verdict
    shapes     what all of them hand around   seasons     汛期前, 春节前
    in_place   a record's figure in its sentence
    surroundings   从A提高到B, 五年来, 20亿元以上项目
    polarity       失业率: less is better
    forecast   预计A，B；C左右: what of last year is an estimate
"""

from .deadline import deadline_for, deadline_in
from .find import find
from .forecast import is_forecast_in_place, says_whole_year
from .in_place import baseline_in_place, deadline_in_place, read_in_place
from .parse import parse
from .polarity import polarity_of
from .respective import split_respective
from .says import (
    CEILINGS,
    FLOORS,
    POINTS,
    admits_equal,
    asks_below,
    is_around,
    is_at_most,
    is_level,
    is_multiple,
    is_points,
    is_rough,
    may_be_negative,
    periods,
    reduces,
    starts,
    takes_any_unit,
)
from .shapes import Deadline, FigureCandidate, Operator, Polarity, Quantity, Role, Strength, StrengthReading
from .spell import contradicts, spell
from .strength import FIRM_WORDS, strength
from .units import counts, is_rate

__all__ = [
    "CEILINGS",
    "FIRM_WORDS",
    "FLOORS",
    "POINTS",
    "Deadline",
    "FigureCandidate",
    "Operator",
    "Polarity",
    "Quantity",
    "Role",
    "Strength",
    "StrengthReading",
    "admits_equal",
    "asks_below",
    "baseline_in_place",
    "contradicts",
    "counts",
    "deadline_for",
    "deadline_in",
    "deadline_in_place",
    "find",
    "is_around",
    "is_at_most",
    "is_forecast_in_place",
    "is_level",
    "is_multiple",
    "is_points",
    "is_rate",
    "is_rough",
    "may_be_negative",
    "parse",
    "periods",
    "polarity_of",
    "read_in_place",
    "reduces",
    "says_whole_year",
    "spell",
    "split_respective",
    "starts",
    "strength",
    "takes_any_unit",
]
