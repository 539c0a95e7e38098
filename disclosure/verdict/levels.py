"""Rules that hold an observed value against the number written (docs/domain.md, Quantities).

Value and number come from one comparison in which more is what is asked for: no rule knows a direction.
"""

from __future__ import annotations

from decimal import Decimal

from disclosure.quantity import is_around, is_rate

from .comparison import Comparison
from .found import HUNDRED, Case, RuleAnswer, lacking, met
from .shapes import VerdictResult


def at_least(case: Case) -> RuleAnswer:
    """ge: v >= X; 翻番 and 增长X倍 v >= X·b; 降低X% - change >= X; 提高X个百分点 v - b >= X."""
    compared = case.compared
    return met(compared.value >= compared.low, compared.shown(compared.low))


def at_most(case: Case) -> RuleAnswer:
    """le: v <= X; 下降不超过X% is a fall of at most X."""
    compared = case.compared
    return met(_is_right_way(compared) and compared.value <= compared.low, compared.shown(compared.low))


def more_than(case: Case) -> RuleAnswer:
    """gt: v > X; v = X is 刚好达到 and goes to a person; 正增长 is not reached by 0."""
    compared = case.compared
    if compared.value == compared.low and compared.low != 0:
        return RuleAnswer(VerdictResult.JUST, against=compared.shown(compared.low))
    return met(compared.value > compared.low, compared.shown(compared.low))


def less_than(case: Case) -> RuleAnswer:
    """lt: v < X."""
    compared = case.compared
    return met(_is_right_way(compared) and compared.value < compared.low, compared.shown(compared.low))


def _is_right_way(compared: Comparison) -> bool:
    """A rise is no reduction, however small a one was asked for."""
    return not compared.reduces or compared.value >= 0


def about_or_more(case: Case) -> RuleAnswer:
    """about_ge: met v >= X - t1; undecided v >= X - t2; overshoot is met."""
    compared = case.compared
    return short_of(case, compared.low - compared.value, compared.low)


def about_or_less(case: Case) -> RuleAnswer:
    """about_le: the mirror image."""
    compared = case.compared
    return short_of(case, compared.value - compared.low, compared.low)


def about(case: Case) -> RuleAnswer:
    """about: abs(v - X) <= t1 met, <= t2 undecided."""
    compared = case.compared
    return short_of(case, abs(compared.value - compared.low), compared.low)


def short_of(case: Case, gap: Decimal, against: Decimal) -> RuleAnswer:
    """``gap`` is how far the value falls short, in the unit of the target; below 0 is more than enough."""
    shown, tolerance = case.compared.shown(against), case.tolerance(against)
    if gap <= tolerance.t1:
        return met(True, shown, *(("within",) if gap > 0 else ()))
    return RuleAnswer(VerdictResult.UNDECIDED if gap <= tolerance.t2 else VerdictResult.NOT_MET, (), (), shown)


def between(case: Case) -> RuleAnswer:
    """range: v >= A met, inside or above; A—B左右 has the tolerance at A."""
    compared = case.compared
    if not is_around(case.aim.quantity):
        return met(compared.value >= compared.low, compared.shown(compared.low), compared.place)
    found = short_of(case, compared.low - compared.value, compared.low)
    return RuleAnswer(found.outcome, (), (*found.notes, compared.place), found.against)


def a_few(case: Case) -> RuleAnswer:
    """int_range: v >= lower; the upper end is 上限完成."""
    compared = case.compared
    upper = ("upper",) if compared.value >= compared.high else ()
    return met(compared.value >= compared.low, compared.shown(compared.low), *upper)


def first(case: Case) -> RuleAnswer:
    """first: b = 0 and v >= 1; where there was one before it is no breakthrough to be judged."""
    compared = case.compared
    if compared.base is None:
        return lacking("base")
    if compared.base != 0:
        return lacking("zero-base")
    return met(compared.value >= 1, Decimal(1))


def everything(case: Case) -> RuleAnswer:
    """all: v = denominator, or 100% of it; a published 100% without what it is of on file is no such thing."""
    if case.seen.denominator is None:
        return lacking("denominator")
    whole = HUNDRED if is_rate(case.seen.unit) else case.seen.denominator
    return met(case.compared.value >= whole, whole)
