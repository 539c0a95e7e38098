"""A report's follow-up as counts with denominators: nothing is blended, nothing leaves a count unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp, Ruling
from disclosure.catalog.outcome.targets import has_measure
from disclosure.verdict import Counted, Rate, VerdictResult, rate
from disclosure.verdict.rates import PROMISED

# What is known of a promise past its day, by its outcome; all others are silence or, like held-so-far, not past it
KNOWN_BY: Mapping[str, frozenset[str]] = {
    "done": frozenset({"met", "met-striving", "done", "done-early", "held", "late"}),
    "open": frozenset({"adjusted-met", "not-done", "below-expected", "striving-missed", "part-met"})
    | frozenset({"partly", "under-way", "not-started", "adjusted"}),
    "disputed": frozenset({"disputed"}),
    "other": frozenset({"judge", "met-known", "claimed", "news"}),
}


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
    contradictory, with news that says neither, with none, with nothing that a value could be held against."""

    done: int
    open: tuple[str, ...]
    disputed: int
    other: int
    unknown: int
    directions: int


def items(report: Report) -> tuple[Item, ...]:
    return tuple(
        Item(one.id, one.section, each.target.strength.term.id, each.settled.verdict.outcome)
        for one, each in _rulings(report)
        # 过程 has no miss, so it can be in no denominator; 力争 always is
        if report.follow[one.id].judged and has_measure(each.target)
    )


def _rulings(report: Report) -> Iterator[tuple[Commitment, Ruling]]:
    for commitment in report.register.commitments:
        for each in report.follow[commitment.id].rulings:
            yield commitment, each


def all_rate(found: Iterable[Item]) -> Rate:
    """全部目标完成率: every target with a number, 力争 among them."""
    return rate(Counted(one.strength, one.outcome) for one in found)


def promised_rate(found: Iterable[Item]) -> Rate:
    """承诺类完成率: binding and promised."""
    return all_rate(one for one in found if one.strength in PROMISED)


def excluded(report: Report) -> Excluded:
    judged = [commitment for commitment in report.register.commitments if report.follow[commitment.id].judged]
    unjudged = [each for one, each in _rulings(report) if report.follow[one.id].judged and not has_measure(each.target)]
    without = sum(not one.targets for one in judged)
    return Excluded(without, len(unjudged), len(report.register.commitments) - len(judged))


def reported(report: Report) -> Counter[str]:
    """How many commitments have each reported status, by its id."""
    return Counter(followup.reported.term.id for followup in report.follow.values())


def evidenced(report: Report) -> Counter[str]:
    """By evidenced status; ``not-looked`` counts those nobody has looked for, ``unrated`` those with documents of which
    nobody has said what they support."""
    return Counter(_evidenced(followup) for followup in report.follow.values())


def _evidenced(one: FollowUp) -> str:
    if one.evidenced is not None:
        return one.evidenced.term.id
    return "unrated" if one.has_material else "not-looked"


def schedules(report: Report) -> Counter[str]:
    """By schedule; ``no-day`` counts what has none."""
    return Counter(followup.schedule.id if followup.schedule else "no-day" for followup in report.follow.values())


def overdue(report: Report) -> Overdue:
    due = [followup for followup in report.follow.values() if followup.is_due]
    kinds = {one.commitment: _known(report.outcomes[one.commitment].id) for one in due}
    counts = Counter(kinds.values())
    open = tuple(id for id, kind in kinds.items() if kind == "open")
    return Overdue(
        done=counts["done"],
        open=open,
        disputed=counts["disputed"],
        other=counts["other"],
        unknown=counts["unknown"],
        directions=counts["directions"],
    )


def _known(outcome: str) -> str:
    """done, open, disputed, other, unknown or directions. Absence is unknown and nothing else."""
    if outcome == "not-comparable":
        return "directions"
    return next((kind for kind, ids in KNOWN_BY.items() if outcome in ids), "unknown")


def looked(report: Report) -> date | None:
    """The last day on which anything was looked for or recorded."""
    days = [update.published.date() for update in report.updates]
    days += [
        followup.absence.searched
        for followup in report.follow.values()
        if followup.absence and followup.absence.searched
    ]
    return max(days, default=None)


def known(report: Report) -> date:
    """The day of the newest of what is known of its promises: since then their outcomes are what they are. That of the
    speech at least; that a promise's last day is over is news too."""
    past = [one.deadline + timedelta(days=1) for one in report.register.commitments if report.follow[one.id].is_due]
    return max(filter(None, (report.meta.delivered, looked(report), *past)))
