"""What is on file of a promise, as a department's table says it: the same for what goes out and what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import period
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment, Target
from disclosure.catalog.followup import FollowUp, Observation, Update
from disclosure.catalog.outcome.targets import has_measure
from disclosure.catalog.responsibility import Responsibility
from disclosure.model.vocabulary import Term
from disclosure.quantity import Operator
from disclosure.translation import gettext as _

# What stands where nobody said anything
NOTHING_SAID = "no-information"
AMOUNT = re.compile(r"(-?[0-9,.]+)(.*)")


class PromiseOnFile(Struct, frozen=True):
    """A promise, with the report it stands in."""

    report: Report
    commitment: Commitment

    @property
    def name(self) -> str:
        return f"{self.report.key}/{self.commitment.id}"

    @property
    def follow(self) -> FollowUp:
        return self.report.follow[self.commitment.id]

    @property
    def held(self) -> Responsibility:
        return self.report.responsibility[self.commitment.id]

    @property
    def deadline(self) -> date:
        """By when it is to be done: as planned, else as promised."""
        return self.held.planned or self.commitment.deadline

    @property
    def reported(self) -> Term | None:
        term = self.follow.reported.term
        return None if term.id == NOTHING_SAID else term

    @property
    def updates(self) -> tuple[Update, ...]:
        """All that was told of it, newest first."""
        return (*self.follow.updates, *self.follow.context)

    def target(self, n: int) -> Target | None:
        """The target that is named, from 1; where none is (0), the only one."""
        targets = self.commitment.targets
        return next((one for one in targets if one.n == n - 1 or (not n and len(targets) == 1)), None)

    def observations(self, target: Target) -> Iterator[Observation]:
        return (one for one in self.follow.observations if one.target == target.id)

    def newest(self, target: Target) -> Observation | None:
        """The value that covers the latest day; of several the one that was told last."""
        until = max((one.seen.until for one in self.observations(target) if one.seen.value is not None), default=None)
        return self.of_period(target, until) if until else None

    def of_period(self, target: Target, until: date) -> Observation | None:
        """The value that was told last of what ends with that day."""
        same = [one for one in self.observations(target) if one.seen.until == until and one.seen.value is not None]
        return max(same, key=lambda one: one.origin.day or date.min, default=None)

    def aim(self, target: Target) -> str:
        """A target as written, with what it was changed to."""
        held = [one.new for one in self.follow.adjustments if one.holds and one.target == target.id]
        return _("{written}（调整为{new}）").format(written=target.written, new=held[-1]) if held else target.written

    def done(self, target: Target) -> date | None:
        days = [one.seen.done for one in self.observations(target) if one.seen.done]
        return days[-1] if days else None


def is_by_day(target: Target) -> bool:
    """Whether it is reached on a day, and no number is held against it."""
    return target.quantity.operator is Operator.DEADLINE


def is_counted(target: Target) -> bool:
    """Whether one number says what was reached."""
    return (
        has_measure(target, process=True)
        and not is_by_day(target)
        and target.quantity.operator is not Operator.FREQUENCY
    )


def unit(target: Target) -> str:
    """As people write it beside the number: 亿元, where data have 元."""
    if quantity.takes_any_unit(target.quantity):
        return target.quantity.unit
    value = target.quantity.value
    return amount(value, target.quantity.unit)[1] if value is not None else target.quantity.unit


def amount(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """39000000000元 as 390 and 亿元."""
    spelt = AMOUNT.fullmatch(quantity.spell(value, unit))
    return (Decimal(spelt[1].replace(",", "")), spelt[2]) if spelt else (value, unit)


def period_of(seen: Observation) -> str:
    return period.of_day(seen.seen.until)
