"""What the verdict is made from, and what it says: frozen, without behaviour."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from disclosure.quantity import Polarity, Quantity

# A number that is still expected to be revised
PROVISIONAL = ("forecast", "preliminary")


class VerdictResult(StrEnum):
    """What the rule says. ``just`` is a > target met to the digit: it goes to a person."""

    MET = "met"
    NOT_MET = "not-met"
    UNDECIDED = "undecided"
    JUST = "just"
    NONE = "none"


class Tolerance(Struct, frozen=True):
    """Up to ``t1`` off is met, up to ``t2`` undecided: percentage points for rates, per cent of the target else."""

    t1: Decimal
    t2: Decimal


class Rubric(Struct, frozen=True, kw_only=True):
    """The numbers a rule needs that no official text gives (a proposal, printed on the method page).

    ``revision`` is how far a provisional number may still move: percentage points for rates, per cent else.
    """

    version: str
    rates: Tolerance
    amounts: Tolerance
    revision_rates: Decimal
    revision_amounts: Decimal


class Level(Struct, frozen=True):
    """A number that a target is held against besides its own: last year's, the province's. ``step`` is what one of
    its last printed digit is worth (0 where that is not known)."""

    value: Decimal
    name: str = ""
    step: Decimal = Decimal(0)


class Aim(Struct, frozen=True, kw_only=True):
    """A target. ``due`` is its last day. ``stock``: what is counted can fall again (突破120家), so that reaching it
    early settles nothing. ``by_basis``: whether the target is reached depends on 同口径 or 自然口径."""

    quantity: Quantity
    due: date
    polarity: Polarity = "up"
    strength: str = "promised"
    stock: bool = False
    by_basis: bool = False


class ObservedValue(Struct, frozen=True, kw_only=True):
    """An observation. ``until`` is the last day it covers; ``counts`` are the times in each period (1 is the first).

    For 降低X% ``value`` is the change, negative where it fell. ``done`` is the day of completion; where something was
    not complete, ``until`` is the day of which that is known (``open`` is then true).
    """

    until: date
    value: Decimal | None = None
    unit: str = ""
    vintage: str = ""
    basis: str = ""
    base: Level | None = None
    reference: Level | None = None
    denominator: Decimal | None = None
    counts: tuple[tuple[int, int], ...] = ()
    done: date | None = None
    open: bool = False
    started: bool = False


class Verdict(Struct, frozen=True, kw_only=True):
    """What came out: the rule by its operator, the rubric's version, the sum in words, and what was lacking.

    ``lacks`` and ``notes`` are ids (see ``words``); ``percent`` is the share of the target reached, one digit after
    the point, where it is an amount.
    """

    outcome: VerdictResult
    rule: str
    rubric: str
    working: str
    lacks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    percent: Decimal | None = None
