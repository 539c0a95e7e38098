"""Rules that hold an observed value against the number written (docs/domain.md, Quantities)."""

from __future__ import annotations

from decimal import Decimal

from disclosure.quantity import is_multiple, reduces

from .found import Case, RuleAnswer, lacking, met
from .shapes import VerdictResult


def at_least(case: Case) -> RuleAnswer:
    """ge: v >= X; 翻番 and 增长X倍 v >= X·b; 降低X% - change >= X; less is better: never reached by a bare number."""
    quantity = case.aim.quantity
    if is_multiple(quantity):
        return _times(case)
    if reduces(quantity):
        return met(-case.value >= case.target, case.target)
    return met(case.value >= case.target, case.target)


def _times(case: Case) -> RuleAnswer:
    """A multiple of last year's level, in the unit of that level."""
    if case.seen.base is None:
        return lacking("base")
    against = case.target * case.seen.base.value
    return met(case.value >= against, against)


def at_most(case: Case) -> RuleAnswer:
    """le: v <= X."""
    return met(case.value <= case.target, case.target)


def more_than(case: Case) -> RuleAnswer:
    """gt: v > X; v = X is 刚好达到 and goes to a person; 正增长 is not reached by 0."""
    if case.value == case.target and case.target != 0:
        return RuleAnswer(VerdictResult.JUST, against=case.target)
    return met(case.value > case.target, case.target)


def less_than(case: Case) -> RuleAnswer:
    """lt: v < X."""
    return met(case.value < case.target, case.target)


def about_or_more(case: Case) -> RuleAnswer:
    """about_ge: met v >= X - t1; undecided v >= X - t2; overshoot is met."""
    return short_of(case, case.target - case.value, case.target)


def about_or_less(case: Case) -> RuleAnswer:
    """about_le: the mirror image."""
    return short_of(case, case.value - case.target, case.target)


def about(case: Case) -> RuleAnswer:
    """about: abs(v - X) <= t1 met, <= t2 undecided."""
    return short_of(case, abs(case.value - case.target), case.target)


def short_of(case: Case, gap: Decimal, against: Decimal) -> RuleAnswer:
    """``gap`` is how far the value falls short, in the unit of the target; below 0 is more than enough."""
    tolerance = case.tolerance(against)
    if gap <= tolerance.t1:
        return met(True, against, *(("within",) if gap > 0 else ()))
    return RuleAnswer(VerdictResult.UNDECIDED if gap <= tolerance.t2 else VerdictResult.NOT_MET, (), (), against)


def between(case: Case) -> RuleAnswer:
    """range: v >= A met, inside or above; where less is better v <= B met."""
    low, high = case.target, case.aim.quantity.upper or case.target
    if case.aim.polarity == "down":
        return met(case.value <= high, high, *_place(case.value, low, high))
    return met(case.value >= low, low, *_place(case.value, low, high))


def _place(value: Decimal, low: Decimal, high: Decimal) -> tuple[str, ...]:
    if value < low:
        return ("below",)
    return ("inside",) if value <= high else ("above",)


def a_few(case: Case) -> RuleAnswer:
    """int_range: v >= lower; the upper end is 上限完成."""
    high = case.aim.quantity.upper or case.target
    return met(case.value >= case.target, case.target, *(("upper",) if case.value >= high else ()))


def first(case: Case) -> RuleAnswer:
    """first: b = 0 and v >= 1; where there was one before it is no breakthrough to be judged."""
    if case.seen.base is None:
        return lacking("base")
    if case.seen.base.value != 0:
        return lacking("zero-base")
    return met(case.value >= 1, Decimal(1))


def everything(case: Case) -> RuleAnswer:
    """all: v = denominator, denominator on file; a published 100% without what it is of is no such thing."""
    if case.seen.denominator is None:
        return lacking("denominator")
    return met(case.value >= case.seen.denominator, case.seen.denominator)
