"""Who answers for a promise, resolved: what holds, and every document's word on it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from disclosure.catalog.evidence import Evidence
from disclosure.model.responsibility import Duty
from disclosure.model.vocabulary import Term


class Assignment(Struct, frozen=True, kw_only=True):
    """What one document says of one promise, from ``day`` on. ``ends`` is what there is no longer."""

    day: date
    leader: str
    lead: Term | None
    supporting: tuple[Term, ...]
    planned: date | None
    ends: tuple[Duty, ...]
    source: Evidence

    @property
    def departments(self) -> tuple[Term, ...]:
        return (*((self.lead,) if self.lead else ()), *self.supporting)

    def says(self, duty: Duty) -> bool:
        """Whether it states this, or ends it."""
        stated = {"leader": self.leader, "lead": self.lead, "supporting": self.supporting, "deadline": self.planned}
        return bool(stated[duty]) or duty in self.ends


class Responsibility(Struct, frozen=True, kw_only=True):
    """Who answers for a promise today. ``history`` are the documents' words, oldest first: each later one replaces
    what it states. ``lead``, ``supporting`` and ``leader`` may also stand on the record itself, undated."""

    leader: str = ""
    lead: Term | None = None
    supporting: tuple[Term, ...] = ()
    planned: date | None = None
    history: tuple[Assignment, ...] = ()

    @property
    def departments(self) -> tuple[Term, ...]:
        """The lead department first."""
        return (*((self.lead,) if self.lead else ()), *self.supporting)

    @property
    def is_named(self) -> bool:
        return bool(self.leader or self.departments)

    def stated_by(self, duty: Duty) -> Assignment | None:
        """The document by which this holds; None where none does, or where the record itself says it."""
        return next((one for one in reversed(self.history) if one.says(duty)), None)


NOBODY = Responsibility()
