"""A report's follow-up as counts with denominators: nothing is blended, nothing leaves a count unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp, Ruling
from disclosure.verdict import Counted, Rate, VerdictResult, rate
from disclosure.verdict.judge import UNJUDGED
from disclosure.verdict.rates import PROMISED

DONE = ("done", "done-early")
UNFINISHED = ("not-started", "under-way", "partly", "not-done", "adjusted")


class Item(Struct, frozen=True):
    """A target that counts in the rates."""

    commitment: str
    section: str
    strength: str
    outcome: VerdictResult


class Excluded(Struct, frozen=True):
    """What counts in no rate, by reason: commitments without a target, targets nothing can be held against, candidate
    projects that were not, or not known to be, adopted."""

    without_target: int
    unjudged: int
    candidates: int


class Overdue(Struct, frozen=True, kw_only=True):
    """Commitments past their last day (what has none aside): known done, known not done (``open``),
    contradictory, with news that says neither, with none."""

    done: int
    open: tuple[str, ...]
    disputed: int
    other: int
    unknown: int


def items(report: Report) -> tuple[Item, ...]:
    return tuple(
        Item(one.id, one.section, each.target.strength.term.id, each.settled.verdict.outcome)
        for one, each in _rulings(report)
        if report.follow[one.id].judged and _counts(each)
    )


def _counts(one: Ruling) -> bool:
    """A number to be held against. 过程 has no miss, so it can be in no denominator; 力争 always is."""
    return one.target.quantity.operator not in UNJUDGED and one.target.strength.term.id != "process"


def _rulings(report: Report) -> Iterator[tuple[Commitment, Ruling]]:
    for one in report.register.commitments:
        for each in report.follow[one.id].rulings:
            yield one, each


def all_rate(found: Iterable[Item]) -> Rate:
    """全部目标完成率: every target with a number, 力争 among them."""
    return rate(Counted(one.strength, one.outcome) for one in found)


def promised_rate(found: Iterable[Item]) -> Rate:
    """承诺类完成率: binding and promised."""
    return all_rate(one for one in found if one.strength in PROMISED)


def excluded(report: Report) -> Excluded:
    judged = [one for one in report.register.commitments if report.follow[one.id].judged]
    unjudged = [each for one, each in _rulings(report) if report.follow[one.id].judged and not _counts(each)]
    without = sum(not one.targets for one in judged)
    return Excluded(without, len(unjudged), len(report.register.commitments) - len(judged))


def reported(report: Report) -> Counter[str]:
    """How many commitments have each reported status, by its id."""
    return Counter(one.reported.term.id for one in report.follow.values())


def evidenced(report: Report) -> Counter[str]:
    """By evidenced status; an empty id counts those nobody has looked for."""
    return Counter(one.evidenced.term.id if one.evidenced else "" for one in report.follow.values())


def schedules(report: Report) -> Counter[str]:
    """By schedule; an empty id counts what has no day."""
    return Counter(one.schedule.id if one.schedule else "" for one in report.follow.values())


def overdue(report: Report) -> Overdue:
    due = [one for one in report.follow.values() if one.schedule and one.schedule.id == "due"]
    kinds = {one.commitment: _known(one) for one in due}
    counts = Counter(kinds.values())
    open = tuple(id for id, kind in kinds.items() if kind == "open")
    return Overdue(
        done=counts["done"], open=open, disputed=counts["disputed"], other=counts["other"], unknown=counts["unknown"]
    )


def _known(one: FollowUp) -> str:
    """done, open, disputed, other or unknown. Absence is unknown and nothing else."""
    outcomes = {each.term.id for each in one.rulings if each.term.id != VerdictResult.NONE}
    official = one.official.term.id if one.official else ""
    contradicted = one.evidenced is not None and one.evidenced.term.id == "contradicted"
    if contradicted or (one.official is not None and one.official.differs):
        return "disputed"
    if official:
        return "done" if official == VerdictResult.MET else "open"
    if VerdictResult.NOT_MET in outcomes or one.reported.term.id in UNFINISHED:
        return "open"
    if one.reported.term.id in DONE or outcomes == {VerdictResult.MET.value}:
        return "done"
    return "other" if one.updates else "unknown"


def looked(report: Report) -> date | None:
    """The last day on which anything was looked for or recorded."""
    days = [one.published.date() for one in report.updates]
    days += [one.absence.searched for one in report.follow.values() if one.absence and one.absence.searched]
    return max(days, default=None)
