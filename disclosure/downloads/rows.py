"""What twins and passages read in the rows of published lists, beside which they leave everything as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct


class Term(Struct, frozen=True):
    id: str
    label: str


class Dated(Struct, frozen=True):
    date: str | None = None


class Stated(Struct, frozen=True):
    status: str
    since: str | None = None


class Absence(Struct, frozen=True):
    absence: str
    searched: str | None = None


class Answer(Dated, frozen=True, kw_only=True):
    report: str
    result: str


class Adopted(Dated, frozen=True, kw_only=True):
    adopted: str


class Outcome(Struct, frozen=True):
    id: str
    label: str
    counts: str
    note: str | None = None


class CommitmentRow(Struct, frozen=True, kw_only=True):
    """Of ``commitments.json``."""

    id: str
    report: str
    title: str
    section: str
    passage: str
    quote: str
    kind: str
    kind_label: str
    deadline: str
    deadline_stated: bool
    lead: Term | None
    supporting: tuple[Term, ...]
    results: tuple[str, ...]
    same_matter: tuple[str, ...]
    grouped: tuple[str, ...]
    entities: tuple[str, ...]
    updates: tuple[str, ...]
    answers: tuple[Answer, ...]
    outcome: Outcome
    reported: Stated
    evidenced: Stated | None
    absence: Absence | None
    adjustments: tuple[Dated, ...]
    responsibility: tuple[Dated, ...]
    official_verdict: Dated | None
    vote: Adopted | None
    satisfaction: Dated | None
    progress: Dated | None
    url: str

    def days(self) -> Iterator[str | None]:
        """Of all material that something in the row stands on."""
        yield self.reported.since
        yield self.evidenced.since if self.evidenced else None
        yield self.absence.searched if self.absence else None
        single = (self.official_verdict, self.vote, self.satisfaction, self.progress)
        for one in (*single, *self.adjustments, *self.responsibility, *self.answers):
            yield one.date if one else None


class ResultRow(Struct, frozen=True, kw_only=True):
    """Of ``results.json``."""

    id: str
    report: str
    title: str
    section: str
    passage: str
    quote: str
    kind: str
    kind_label: str
    checks: tuple[Dated, ...]
    url: str


class UpdateRow(Struct, frozen=True, kw_only=True):
    """Of ``updates.json``."""

    id: str
    report: str
    title: str
    date: str | None
    recorded: str
    commitments: tuple[str, ...]
    entities: tuple[str, ...]
    context: str | None
    text: str
    url: str


class RequestRow(Struct, frozen=True, kw_only=True):
    """Of ``requests.json``."""

    id: str
    report: str | None
    title: str
    date: str
    commitments: tuple[str, ...]
    asks: str
    state: str
    state_label: str
    answer: Dated | None
    text: str
    url: str


class ReportRow(Struct, frozen=True, kw_only=True):
    """Of ``reports.json``; what a record is shown with of its report."""

    id: str
    title: str
    district: str
    year: int
    delivered: str
    url: str


def newest(days: Iterable[str | None]) -> str | None:
    """The last of ISO days, of those that are known."""
    return max((day for day in days if day), default=None)
