"""What a rule returns, and the questions every rule asks."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from disclosure.quantity import is_rate

from .shapes import Aim, Outcome, Rubric, Seen, Tolerance

HUNDRED = Decimal(100)


class Found(Struct, frozen=True):
    """A rule's answer. ``against`` is the number the value was held against, where there is one to show."""

    outcome: Outcome
    lacks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    against: Decimal | None = None


class Case(Struct, frozen=True):
    """A target, an observation and the rubric; what a rule is asked about."""

    aim: Aim
    seen: Seen
    rubric: Rubric

    @property
    def target(self) -> Decimal:
        assert self.aim.quantity.value is not None
        return self.aim.quantity.value

    @property
    def value(self) -> Decimal:
        assert self.seen.value is not None
        return self.seen.value

    @property
    def is_rate(self) -> bool:
        return is_rate(self.aim.quantity.unit) or is_rate(self.seen.unit)

    def tolerance(self, against: Decimal) -> Tolerance:
        """In the unit of the target."""
        if self.is_rate:
            return self.rubric.rates
        share = self.rubric.amounts
        return Tolerance(abs(against) * share.t1 / HUNDRED, abs(against) * share.t2 / HUNDRED)


def lacking(*what: str) -> Found:
    """No verdict, and why: what the rule needs and does not have."""
    return Found(Outcome.NONE, what)


def met(holds: bool, against: Decimal | None = None, *notes: str) -> Found:
    return Found(Outcome.MET if holds else Outcome.NOT_MET, (), notes, against)
