"""What twins and passages read in the rows of published lists, beside which they leave everything as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct


class ReadTerm(Struct, frozen=True):
    id: str
    label: str


class ReadDate(Struct, frozen=True):
    date: str | None = None


class ReadStatement(Struct, frozen=True):
    status: str
    since: str | None = None


class ReadAbsence(Struct, frozen=True):
    absence: str
    searched: str | None = None


class ReadAnswer(ReadDate, frozen=True, kw_only=True):
    report: str
    result: str


class ReadAdoption(ReadDate, frozen=True, kw_only=True):
    adopted: str


class ReadOutcome(Struct, frozen=True):
    id: str
    label: str
    counts: str
    note: str | None = None


class ReadVerdict(Struct, frozen=True):
    notes: tuple[str, ...] = ()


class ReadTarget(Struct, frozen=True):
    verdict: ReadVerdict | None = None


class ReadRecord(Struct, frozen=True, kw_only=True):
    """What a quote of the report is read with."""

    id: str
    report: str
    title: str
    section: str
    passage: str
    quote: str
    kind: str
    kind_label: str
    url: str


class ReadCommitment(ReadRecord, frozen=True, kw_only=True):
    """Of ``commitments.json``."""

    deadline: str
    deadline_stated: bool
    targets: tuple[ReadTarget, ...]
    lead: ReadTerm | None
    supporting: tuple[ReadTerm, ...]
    results: tuple[str, ...]
    same_matter: tuple[str, ...]
    grouped: tuple[str, ...]
    entities: tuple[str, ...]
    updates: tuple[str, ...]
    answers: tuple[ReadAnswer, ...]
    outcome: ReadOutcome
    reported: ReadStatement
    evidenced: ReadStatement | None
    absence: ReadAbsence | None
    adjustments: tuple[ReadDate, ...]
    responsibility: tuple[ReadDate, ...]
    official_verdict: ReadDate | None
    vote: ReadAdoption | None
    satisfaction: ReadDate | None
    progress: ReadDate | None

    def days(self) -> Iterator[str | None]:
        """Of all material that something in the row stands on."""
        yield self.reported.since
        yield self.evidenced.since if self.evidenced else None
        yield self.absence.searched if self.absence else None
        single = (self.official_verdict, self.vote, self.satisfaction, self.progress)
        for one in (*single, *self.adjustments, *self.responsibility, *self.answers):
            yield one.date if one else None


class ReadResult(ReadRecord, frozen=True, kw_only=True):
    """Of ``results.json``."""

    checks: tuple[ReadDate, ...]


class ReadUpdate(Struct, frozen=True, kw_only=True):
    """Of ``updates.json``."""

    id: str
    report: str
    title: str
    date: str | None
    recorded: str
    commitments: tuple[str, ...]
    entities: tuple[str, ...]
    context: str | None
    plain: str
    url: str


class ReadRequest(Struct, frozen=True, kw_only=True):
    """Of ``requests.json``."""

    id: str
    report: str | None
    title: str
    date: str
    commitments: tuple[str, ...]
    asks: str
    state: str
    state_label: str
    answer: ReadDate | None
    url: str


class ReadWord(Struct, frozen=True, kw_only=True):
    """Of ``vocabulary.json``."""

    vocabulary: str
    id: str
    label: str
    description: str


class ReadReport(Struct, frozen=True, kw_only=True):
    """Of ``reports.json``; what a record is shown with of its report."""

    id: str
    title: str
    district: str
    year: int
    delivered: str
    until: str
    over: bool
    url: str


def newest(days: Iterable[str | None]) -> str | None:
    """The last of ISO days, of those that are known."""
    return max((day for day in days if day), default=None)
