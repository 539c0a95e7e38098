"""Rules about last year's level, other people's numbers, periods and days (docs/domain.md, Quantities)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from disclosure.quantity import admits_equal, is_around, is_at_most, is_rough, periods, starts

from .found import Case, RuleAnswer, lacking, met
from .levels import short_of
from .periods import ended
from .shapes import VerdictResult


def same_as_base(case: Case) -> RuleAnswer:
    """eq_base: abs(v - b) <= half of the last printed digit."""
    base = case.seen.base
    if base is None:
        return lacking("base")
    if not base.step:
        return lacking("step")
    return met(abs(case.compared.value - base.value) <= base.step / 2, base.value)


def no_worse_than_base(case: Case) -> RuleAnswer:
    """ge_base: v >= b, the level written (稳定在X) or last year's."""
    compared = case.compared
    level = compared.base if case.aim.quantity.value is None else compared.low
    return lacking("base") if level is None else met(compared.value >= level, compared.shown(level))


def in_step(case: Case) -> RuleAnswer:
    """compare: two rates, the other named. 同步 may fall short by t2 before it is missed, 基本同步 by t1 and be met."""
    compared, named = case.compared, case.seen.reference
    if compared.reference is None or not (named and named.name):
        return lacking("reference")
    gap = compared.reference - compared.value
    if is_rough(case.aim.quantity) or gap <= 0:
        return short_of(case, gap, compared.reference)
    outcome = VerdictResult.UNDECIDED if gap <= case.tolerance(compared.reference).t2 else VerdictResult.NOT_MET
    return RuleAnswer(outcome, against=compared.shown(compared.reference))


def above_reference(case: Case) -> RuleAnswer:
    """gt_ref: above the reference on file, with a margin v - r >= X; equal is 刚好达到, but for 不低于."""
    compared, quantity = case.compared, case.aim.quantity
    if compared.reference is None:
        return lacking("reference")
    against = compared.shown(compared.reference)
    if quantity.value is not None:
        return _by_a_margin(case, compared.value - compared.reference, quantity.value)
    if compared.value == compared.reference and not admits_equal(quantity):
        return RuleAnswer(VerdictResult.JUST, against=against)
    return met(compared.value >= compared.reference, against)


def _by_a_margin(case: Case, lead: Decimal, margin: Decimal) -> RuleAnswer:
    """高于全省N个百分点; 低于全省N个百分点以内 is kept by being nearer, or on the other side."""
    if is_at_most(case.aim.quantity):
        return met(lead <= margin)
    if is_around(case.aim.quantity):
        return short_of(case, margin - lead, margin)
    return met(lead >= margin)


def assigned(case: Case) -> RuleAnswer:
    """external: unknown until the number that was handed down is on file."""
    compared = case.compared
    if compared.reference is None:
        return lacking("assigned")
    return met(compared.value >= compared.reference, compared.shown(compared.reference))


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
