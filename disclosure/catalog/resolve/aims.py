"""Targets as the verdict and the schedule want them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from disclosure import quantity, schedule
from disclosure.catalog.entries import AdjustedTarget, Commitment, Target
from disclosure.catalog.followup import Adjustment
from disclosure.model.commitment import TargetRecord
from disclosure.model.fields import day as read_day
from disclosure.model.rubric import RubricRecord
from disclosure.quantity import CEILINGS, FLOORS, Operator, Polarity, Quantity
from disclosure.schedule import Course, Pace, Reached
from disclosure.verdict import Aim, ObservedValue, Rubric, Settled, Tolerance, VerdictResult


def rubric(one: RubricRecord) -> Rubric:
    return Rubric(
        version=one.version,
        rates=Tolerance(one.rates.t1, one.rates.t2),
        amounts=Tolerance(one.amounts.t1, one.amounts.t2),
        revision_rates=one.revision.rates,
        revision_amounts=one.revision.amounts,
    )


def record(commitment: Commitment, target: Target) -> TargetRecord:
    """What the editor wrote of a target: ``c016/2`` is the second."""
    return commitment.located.value.targets[target.n]


def aim(commitment: Commitment, target: Target, year: int, polarity: Polarity) -> Aim:
    """A target with a day of its own is due on it, else with its commitment."""
    written = record(commitment, target)
    due = quantity.deadline_for(target.quantity, year) or commitment.deadline
    strength = target.strength.term.id
    return Aim(
        quantity=target.quantity,
        due=due,
        polarity=polarity,
        strength=strength,
        stock=is_stock(written, target.quantity),
        by_basis=written.two_bases,
    )


def is_stock(written: TargetRecord, read: Quantity) -> bool:
    return written.stock or quantity.is_level(read)


def changed(one: Aim, read: Quantity | None, due: date | None) -> Aim:
    """The aim after an adjustment."""
    return replace(one, quantity=read or one.quantity, due=due or one.due)


def adjusted(after: Aim, became: Settled, target: Target, changes: tuple[Adjustment, ...]) -> AdjustedTarget:
    """What a target became by these decisions, and whether that was reached."""
    mine = [change for change in changes if change.target == target.id or (not change.target and read_day(change.new))]
    written = [change.new for change in mine if change.target]
    return AdjustedTarget(
        day=mine[-1].day,
        written=written[-1] if written else "",
        quantity=after.quantity,
        due=after.due,
        reached=became.verdict.outcome is VerdictResult.MET,
    )


def pace(one: Aim, target: Target, written: TargetRecord, year: int) -> Pace:
    read = one.quantity
    course = _course(one)
    least = read.value if course in ("sum", "stock", "rate") and read.operator in FLOORS else None
    start = target.baseline.quantity if target.baseline else target.start
    return Pace(
        course=course,
        year=year,
        due=one.due,
        unit=read.unit,
        least=least,
        most=read.value if read.operator in CEILINGS else None,
        base=start.value if start else None,
        plan=tuple(written.plan),
        times=int(read.value or 1) if course == "times" else 0,
        periods=quantity.periods(read) or 0,
    )


def _course(one: Aim) -> Course:
    read = one.quantity
    if read.operator is Operator.FREQUENCY:
        return "times" if quantity.periods(read) else "none"
    if read.operator is Operator.DEADLINE:
        return "day"
    if read.value is None or read.operator not in FLOORS | CEILINGS or quantity.reduces(read):
        return "none"
    if quantity.is_rate(read.unit) or read.operator in CEILINGS:
        return "rate"
    return "stock" if one.stock else "sum"


def reached(newest: ObservedValue | None) -> Reached | None:
    if newest is None:
        return None
    return Reached(newest.until, newest.value, newest.counts, newest.done is not None)


def place(one: Pace, newest: ObservedValue | None, today: date) -> tuple[str, Decimal | None]:
    where, expected = schedule.place(one, reached(newest), today)
    return where.value, expected
