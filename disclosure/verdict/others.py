"""Rules about last year's level, other people's numbers, periods and days (docs/domain.md, Quantities)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from disclosure.quantity import Polarity, admits_equal, is_points, is_rough, periods, reduces, starts

from .found import Case, RuleAnswer, lacking, met
from .levels import short_of
from .periods import ended
from .shapes import VerdictResult


def _base(case: Case) -> Decimal | None:
    """The level to hold: the one written (稳定在X), else last year's."""
    written = case.aim.quantity.value
    return written if written is not None else case.seen.base.value if case.seen.base else None


def _better(value: Decimal, other: Decimal, polarity: Polarity) -> bool:
    return value <= other if polarity == "down" else value >= other


def same_as_base(case: Case) -> RuleAnswer:
    """eq_base: abs(v - b) <= half of the last printed digit."""
    base = case.seen.base
    if base is None:
        return lacking("base")
    if not base.step:
        return lacking("step")
    return met(abs(case.value - base.value) <= base.step / 2, base.value)


def no_worse_than_base(case: Case) -> RuleAnswer:
    """ge_base: v >= b; where less is better v <= b."""
    against = _base(case)
    return lacking("base") if against is None else met(_better(case.value, against, case.aim.polarity), against)


def points(case: Case) -> RuleAnswer:
    """delta_pp: v - b >= X in percentage points, for 下降 b - v; an observed change in points needs no base."""
    sign = -1 if reduces(case.aim.quantity) else 1
    if is_points(case.seen.unit):
        return met(sign * case.value >= case.target, case.target)
    if case.seen.base is None:
        return lacking("base")
    return met(sign * (case.value - case.seen.base.value) >= case.target, case.target)


def in_step(case: Case) -> RuleAnswer:
    """compare: two rates, the other named. 同步 may fall short by t2 before it is missed, 基本同步 by t1 and be met."""
    other = case.seen.reference
    if other is None or not other.name:
        return lacking("reference")
    gap = case.value - other.value if case.aim.polarity == "down" else other.value - case.value
    if is_rough(case.aim.quantity) or gap <= 0:
        return short_of(case, gap, other.value)
    outcome = VerdictResult.UNDECIDED if gap <= case.tolerance(other.value).t2 else VerdictResult.NOT_MET
    return RuleAnswer(outcome, against=other.value)


def above_reference(case: Case) -> RuleAnswer:
    """gt_ref: above the reference on file; equal is 刚好达到, but for 不低于."""
    other = case.seen.reference
    if other is None:
        return lacking("reference")
    if case.value == other.value and not admits_equal(case.aim.quantity):
        return RuleAnswer(VerdictResult.JUST, against=other.value)
    return met(_better(case.value, other.value, case.aim.polarity), other.value)


def assigned(case: Case) -> RuleAnswer:
    """external: unknown until the number that was handed down is on file."""
    other = case.seen.reference
    return (
        lacking("assigned") if other is None else met(_better(case.value, other.value, case.aim.polarity), other.value)
    )


def each_period(case: Case) -> RuleAnswer:
    """frequency: every period has its times; a missed period cannot be made up."""
    wanted, number = case.aim.quantity.value or Decimal(1), periods(case.aim.quantity)
    if number is None:
        return lacking("periods")
    counts = dict(case.seen.counts)
    over = ended(number, case.aim.due.year, case.seen.until)
    if any(counts.get(n, wanted) < wanted for n in range(1, over + 1)):
        return met(False)
    if any(n not in counts for n in range(1, over + 1)):
        return lacking("periods")
    return met(True) if over == number else lacking("whole")


def by_the_day(case: Case) -> RuleAnswer:
    """deadline: done_on <= date; what is still open after the day is missed."""
    if case.seen.done is not None:
        return met(case.seen.done <= case.aim.due)
    if case.seen.open:
        return met(False) if case.seen.until > case.aim.due else lacking("whole")
    return lacking("done")


def milestone(case: Case) -> RuleAnswer:
    """process: milestones only. 启动 is kept by having started; nothing else is a miss."""
    if starts(case.aim.quantity) and (case.seen.started or case.seen.done):
        return met(True)
    return lacking("process")


def no_measure(case: Case) -> RuleAnswer:
    """qualitative, vague: evidence and activity are shown, no verdict. interval, exact: a result and no target."""
    return lacking(WHY[case.aim.quantity.operator.value])


WHY: Final = {"qualitative": "qualitative", "vague": "vague", "interval": "no-target", "exact": "no-target"}
