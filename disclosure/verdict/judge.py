"""One target and one observation to one verdict. There is no silent default: what is lacking is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from disclosure.quantity import Operator, is_rate, reduces, takes_any_unit

from . import comparison, levels, others, words
from .found import HUNDRED, Case, RuleAnswer, lacking
from .shapes import PROVISIONAL, Aim, ObservedValue, Rubric, Verdict, VerdictResult

VerdictRule = Callable[[Case], RuleAnswer]

RULES: Final[dict[Operator, VerdictRule]] = {
    Operator.GE: levels.at_least,
    Operator.LE: levels.at_most,
    Operator.GT: levels.more_than,
    Operator.LT: levels.less_than,
    Operator.ABOUT_GE: levels.about_or_more,
    Operator.ABOUT_LE: levels.about_or_less,
    Operator.ABOUT: levels.about,
    Operator.RANGE: levels.between,
    Operator.INT_RANGE: levels.a_few,
    Operator.FIRST: levels.first,
    Operator.ALL: levels.everything,
    Operator.EQ_BASE: others.same_as_base,
    Operator.GE_BASE: others.no_worse_than_base,
    Operator.DELTA_PP: levels.at_least,
    Operator.COMPARE: others.in_step,
    Operator.GT_REF: others.above_reference,
    Operator.EXTERNAL: others.assigned,
    Operator.FREQUENCY: others.each_period,
    Operator.DEADLINE: others.by_the_day,
    Operator.PROCESS: others.milestone,
    Operator.QUALITATIVE: others.no_measure,
    Operator.VAGUE: others.no_measure,
    Operator.INTERVAL: others.no_measure,
    Operator.EXACT: others.no_measure,
}
# Rules that look at something else than a value
WITHOUT_VALUE: Final = frozenset(
    {Operator.FREQUENCY, Operator.DEADLINE, Operator.PROCESS, Operator.QUALITATIVE, Operator.VAGUE}
    | {Operator.INTERVAL, Operator.EXACT}
)
# Never judged, whatever is observed: shown, counted apart, and no part of a rate
UNJUDGED: Final = frozenset({Operator.PROCESS, Operator.QUALITATIVE, Operator.VAGUE, Operator.INTERVAL, Operator.EXACT})
# What is counted as the year goes on cannot fall again: reached early is reached
REACHED_EARLY: Final = frozenset({Operator.GE, Operator.GT, Operator.INT_RANGE, Operator.FIRST})


def judge(aim: Aim, seen: ObservedValue, rubric: Rubric) -> Verdict:
    """The verdict of ``seen`` on ``aim``. Never raises on any observation; the same arguments, the same words."""
    case = Case(aim, seen, rubric)
    found = _found(case)
    notes = (*found.notes, *_of_sign(case, found), *_of_vintage(case, found))
    return Verdict(
        outcome=found.outcome,
        rule=aim.quantity.operator.value,
        rubric=rubric.version,
        working=words.working(case, found),
        lacks=found.lacks,
        notes=notes,
        percent=_percent(case, found),
    )


def _found(case: Case) -> RuleAnswer:
    needs = tuple(_needs(case))
    if needs:
        return lacking(*needs)
    found = RULES[case.aim.quantity.operator](case)
    if not _is_due(case, found):
        return lacking("whole")
    # docs/domain.md, Strength: a promise to go on with something has no miss, whatever number stands beside it
    missed = found.outcome in (VerdictResult.NOT_MET, VerdictResult.UNDECIDED)
    return lacking("no-miss") if missed and case.aim.strength == "process" else found


def _needs(case: Case) -> Iterator[str]:
    """What every rule about a value needs before it is asked."""
    operator, unit = case.aim.quantity.operator, case.aim.quantity.unit
    if operator in WITHOUT_VALUE:
        return
    if case.seen.value is None:
        yield "value"
    elif case.seen.unit != unit and not takes_any_unit(case.aim.quantity):
        yield "unit"
    elif case.aim.quantity.unknown_unit:
        yield "unknown-unit"
    elif lack := comparison.needs(case.aim, case.seen):
        yield lack
    if case.aim.by_basis and not case.seen.basis:
        yield "basis"


def _is_due(case: Case, found: RuleAnswer) -> bool:
    """An observation of part of the time says nothing yet, unless what was promised is there already."""
    operator = case.aim.quantity.operator
    if found.outcome is VerdictResult.NONE or operator in WITHOUT_VALUE or case.seen.until >= case.aim.due:
        return True
    early = operator in REACHED_EARLY and not case.is_rate and not case.aim.stock and not reduces(case.aim.quantity)
    return early and found.outcome is VerdictResult.MET


def _of_sign(case: Case, found: RuleAnswer) -> Iterator[str]:
    """A rise where a fall was asked for, a fall where growth was: the sign may have been forgotten."""
    if found.outcome is VerdictResult.NONE or case.seen.value is None or case.aim.quantity.value is None:
        return
    if case.aim.quantity.operator is not Operator.GT_REF and case.compared.against_direction:
        yield "sign"


def _of_vintage(case: Case, found: RuleAnswer) -> Iterator[str]:
    """What a provisional number leaves open: whether its usual revision could make another verdict."""
    if case.seen.vintage not in PROVISIONAL or found.outcome is VerdictResult.NONE:
        return
    yield case.seen.vintage
    if any(_found(moved).outcome is not found.outcome for moved in _revised(case)):
        yield "margin"


def _revised(case: Case) -> Iterator[Case]:
    """The value as far off as it may turn out; a day of completion has none."""
    value = case.seen.value
    if value is None:
        return
    margin = case.rubric.revision_rates
    if not case.is_rate:
        margin = abs(value) * case.rubric.revision_amounts / HUNDRED
    for moved in (value - margin, value + margin):
        yield replace(case, seen=replace(case.seen, value=moved))


def _percent(case: Case, found: RuleAnswer) -> Decimal | None:
    """The share of the target reached, for amounts of which more is better."""
    if found.against is None or found.against <= 0 or case.seen.value is None or _is_no_share(case):
        return None
    return words.rounded(case.compared.value / abs(found.against) * HUNDRED, found.outcome, Decimal("0.1"))


def _is_no_share(case: Case) -> bool:
    operator = case.aim.quantity.operator
    if operator is Operator.FIRST or (case.compared.sign < 0 and not case.compared.reduces):
        return True
    upwards = operator in REACHED_EARLY or operator in (Operator.ABOUT_GE, Operator.RANGE, Operator.ALL)
    return not upwards or (case.is_rate and operator is not Operator.ALL) or is_rate(case.seen.unit)
