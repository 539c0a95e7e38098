"""Clauses in a row that are proposed together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from disclosure.drafting import words
from disclosure.drafting.clauses import OpenClause
from disclosure.drafting.shapes import DraftDoubt

Doubts = tuple[DraftDoubt, ...]


class Unit(Struct, frozen=True):
    """A row of clauses, what is unsure about it, and why it is no record (``reason``), if it is none."""

    clauses: tuple[OpenClause, ...]
    doubts: Doubts = ()
    reason: str = ""

    @property
    def first(self) -> OpenClause:
        return self.clauses[0]

    @property
    def last(self) -> OpenClause:
        return self.clauses[-1]

    @property
    def counts(self) -> bool:
        return any(one.counts for one in self.clauses)

    def with_clause(self, clause: OpenClause, doubts: Doubts) -> Unit:
        return Unit((*self.clauses, clause), (*self.doubts, *doubts), self.reason)


def joined(units: Sequence[Unit], *doubts: DraftDoubt) -> Unit:
    """Several as one."""
    return Unit(
        tuple(clause for unit in units for clause in unit.clauses),
        (*doubts, *(doubt for unit in units for doubt in unit.doubts)),
    )


def opens(clause: OpenClause) -> bool:
    """Whether a clause only says how or when, and waits for what is done."""
    if words.OPENS_COUNTING.match(clause.text):
        return True
    is_aim = clause.counts or words.WHOLLY.search(clause.text)
    return not is_aim and bool(words.OPENS.match(clause.text))


def is_spirit(clause: OpenClause) -> bool:
    return bool(words.SPIRIT.match(clause.text))


def is_state(clause: OpenClause) -> bool:
    return bool(words.STATE.fullmatch(clause.text))


def is_thing(unit: Unit) -> bool:
    """Whether it can come out by itself: it counts something, or names what is made."""
    first = unit.first.text
    return unit.counts or bool(words.THING.match(first) and not words.PICTURE.match(first))


def is_umbrella(unit: Unit) -> bool:
    """Whether it is an activity without a figure, and its sentence goes on."""
    return not unit.counts and unit.last.leads_on and bool(words.UMBRELLA.match(unit.last.text))
