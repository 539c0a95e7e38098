"""What a rule returns, and the questions every rule asks."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from disclosure.quantity import is_rate

from .comparison import Comparison, compare
from .shapes import Aim, ObservedValue, Rubric, Tolerance, VerdictResult

HUNDRED = Decimal(100)


class RuleAnswer(Struct, frozen=True):
    """A rule's answer. ``against`` is the number the value was held against, where there is one to show."""

    outcome: VerdictResult
    lacks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    against: Decimal | None = None


class Case(Struct, frozen=True):
    """A target, an observation and the rubric; what a rule is asked about."""

    aim: Aim
    seen: ObservedValue
    rubric: Rubric

    @property
    def compared(self) -> Comparison:
        """Asked only where there is a value and what a comparison needs."""
        return compare(self.aim, self.seen)

    @property
    def is_rate(self) -> bool:
        return is_rate(self.aim.quantity.unit) or is_rate(self.seen.unit)

    def tolerance(self, against: Decimal) -> Tolerance:
        """In the unit of the target."""
        if self.is_rate:
            return self.rubric.rates
        share = self.rubric.amounts
        return Tolerance(abs(against) * share.t1 / HUNDRED, abs(against) * share.t2 / HUNDRED)


def lacking(*what: str) -> RuleAnswer:
    """No verdict, and why: what the rule needs and does not have."""
    return RuleAnswer(VerdictResult.NONE, what)


def met(holds: bool, against: Decimal | None = None, *notes: str) -> RuleAnswer:
    return RuleAnswer(VerdictResult.MET if holds else VerdictResult.NOT_MET, (), notes, against)
