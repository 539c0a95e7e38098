"""What became of a promise, resolved: updates, evidence, the three statuses, verdicts, changes, votes.

Reported, evidenced and schedule never merge into one; the verdict stands beside them (docs/domain.md, Three statuses).
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.entries import AdjustedTarget, Target
from disclosure.catalog.event import Event
from disclosure.catalog.evidence import Evidence
from disclosure.model.gaps import DocumentRecord
from disclosure.model.update import UpdateMeta
from disclosure.model.vocabulary import Term
from disclosure.problem import Place
from disclosure.schedule import ScheduleStatus
from disclosure.source.articles import Article
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _
from disclosure.verdict import Aim, ObservedValue, Rubric, Settled


class Origin(Struct, frozen=True, kw_only=True):
    """Where a value was typed: in an update, in an indicator's own file, or as a figure of a later report's result.

    ``id`` is the update's, the indicator's or the figure's (``r003/2``), ``report`` its report, empty for an
    indicator's file; ``day`` is when it became known, as far as that is said.
    """

    kind: Literal["update", "indicator", "answer"]
    report: str
    id: str
    title: str
    day: date | None
    evidence: tuple[Evidence, ...]
    located: Located[Any]
    where: FieldPath

    @property
    def place(self) -> Place:
        return self.located.place(*self.where)


class Observation(Struct, frozen=True, kw_only=True):
    """A value of a target (``c016/1``), and where it comes from; ``is_exact``: no rough figure (390亿元左右)."""

    target: str
    seen: ObservedValue
    vintage: Term | None
    basis: Term | None
    origin: Origin
    is_exact: bool = True


class LaterAnswer(Struct, frozen=True, kw_only=True):
    """A result of a later report that speaks of a commitment, with the values it brings for its targets."""

    commitment: str
    report: str
    report_title: str
    result: str
    title: str
    day: date
    observations: tuple[Observation, ...]


class UpdateEntry(Struct, frozen=True, kw_only=True):
    """What an update says of one promise in particular. ``values`` are its values in words, target and value; those of
    another report's promise are resolved by that report."""

    report: str
    commitment: str
    where: FieldPath
    reported: Term | None
    evidenced: Term | None
    searched: date | None
    values: tuple[tuple[str, str], ...]


class Update(Article[UpdateMeta], frozen=True, kw_only=True):
    """A dated entry on one or more promises; ``context`` (南昌市) is set where it says nothing of the district itself.

    ``day`` is when its material became public and ``event`` when the thing happened, as far as either is said; both are
    apart from the day of recording, which is that of ``published``. ``html`` is the narrative with its links led from
    the update's own address; ``commitments`` are of the report it is resolved for, ``elsewhere`` those of others, as
    report and id. What an entry says goes before what holds for all.
    """

    title: str
    day: date | None
    event: Event | None
    published: datetime
    commitments: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...]
    entries: tuple[UpdateEntry, ...]
    context: str
    reported: Term | None
    evidenced: Term | None
    searched: date | None
    confidence: Term | None
    observations: tuple[Observation, ...]
    evidence: tuple[Evidence, ...]
    html: str

    @property
    def recorded(self) -> date:
        return self.published.date()

    @property
    def happened(self) -> date | None:
        """The last day of the event; where its time is not said, the day its material became public."""
        return self.event.last if self.event else self.day

    @property
    def known(self) -> date | None:
        """The day from which it could be known; never the day of recording."""
        return self.day or (self.event.last if self.event else None)


def entry_on(update: Update, report: str, commitment: str) -> UpdateEntry | None:
    """What an update says of one promise in particular."""
    return next((each for each in update.entries if (each.report, each.commitment) == (report, commitment)), None)


def about(update: Update, report: str, commitment: str) -> Update:
    """The update as it speaks of one promise: with its values alone, and with what an entry says of it alone."""
    mine = tuple(one for one in update.observations if one.target.partition("/")[0] == commitment)
    entry = entry_on(update, report, commitment)
    if entry is None:
        return update if len(mine) == len(update.observations) else replace(update, observations=mine)
    # Where nothing public was found of it, the update's documents speak of the others
    silent = entry.evidenced is not None and entry.evidenced.id == "none-public"
    return replace(
        update,
        commitments=(commitment,),
        reported=entry.reported,
        evidenced=entry.evidenced,
        searched=entry.searched,
        observations=mine,
        evidence=() if silent else update.evidence,
    )


class Stated(Struct, frozen=True):
    """A status, since when, and the update that says so (empty where none does)."""

    term: Term
    since: date | None = None
    update: str = ""


class AwaitedDocument(Struct, frozen=True, kw_only=True):
    """A document that would tell what became of ``commitments``; ``found`` is where it stands once it is public."""

    id: str
    name: str
    holder: str
    commitments: tuple[str, ...]
    found: Evidence | None
    located: Located[DocumentRecord]


class PlaceLook(Struct, frozen=True):
    """A place where an absence was looked for, by id and name, and the last day; None where nobody looked yet."""

    id: str
    name: str
    day: date | None


class Absence(Struct, frozen=True, kw_only=True):
    """Why nothing is said, until when was looked where, and the documents that would settle it.

    ``looks`` are the places to look; ``settles`` is what an editor wrote where no document is on file.
    """

    term: Term
    searched: date | None = None
    where: str = ""
    settles: str = ""
    looks: tuple[PlaceLook, ...] = ()
    documents: tuple[AwaitedDocument, ...] = ()

    @property
    def settled_by(self) -> str:
        """The documents' names, or what the editor wrote."""
        return _("、").join(one.name for one in self.documents) or self.settles


# For, against, abstained, cast: what was published of them
Votes = tuple[int | None, int | None, int | None, int | None]


class Adjustment(Struct, frozen=True, kw_only=True):
    """A change of a target or deadline that was decided on; the old one stays on top. ``target`` is empty for the
    deadline, ``votes`` for what was not voted on or not published."""

    day: date
    target: str
    old: str
    new: str
    by: str
    decision: Term
    asked_by: str
    asked: date | None
    reason: str
    votes: Votes | None
    document: Evidence

    @property
    def holds(self) -> bool:
        """What was refused, or whose outcome is not public, changes nothing."""
        return self.decision.id == "yes"


class Official(Struct, frozen=True, kw_only=True):
    """The responsible body's own conclusion; ``differs`` from what the rule gives."""

    said: str
    term: Term
    target: str
    day: date
    source: Evidence
    differs: bool


class Vote(Struct, frozen=True):
    """The deputies' vote; counts are None where they were not published."""

    term: Term
    day: date | None
    counts: tuple[int, int, int, int] | None
    source: Evidence


class Satisfaction(Struct, frozen=True):
    """Satisfied, basically, dissatisfied, of all."""

    day: date
    counts: tuple[int, int, int, int]
    source: Evidence


class Ruling(Struct, frozen=True, kw_only=True):
    """One target: its verdict, what it was ``adjusted`` to and the verdict on that (``changed``) where it was, its
    place in the calendar. ``expected`` is what should have been reached by the newest observation."""

    target: Target
    term: Term
    settled: Settled
    changed: Settled | None
    adjusted: AdjustedTarget | None
    aim: Aim
    rubric: Rubric
    schedule: Term
    expected: Decimal | None


class FollowUp(Struct, frozen=True, kw_only=True):
    """What became of one commitment. ``updates`` and ``context`` are newest first; ``observations`` are all values of
    its targets, wherever they were typed; ``answers`` what later reports say; ``judged`` is whether it counts in the
    rates (a candidate project counts once it is adopted).

    ``schedule`` is None for what has no day: a principle, a candidate that is not, or not known to be, adopted.
    """

    commitment: str
    reported: Stated
    evidenced: Stated | None
    schedule: Term | None
    absence: Absence | None
    rulings: tuple[Ruling, ...]
    observations: tuple[Observation, ...]
    answers: tuple[LaterAnswer, ...]
    updates: tuple[Update, ...]
    context: tuple[Update, ...]
    adjustments: tuple[Adjustment, ...]
    official: Official | None
    vote: Vote | None
    satisfaction: Satisfaction | None
    judged: bool

    @property
    def has_material(self) -> bool:
        """Whether a document on what became of it is on file, whatever anybody found it to support."""
        seen = any(one.origin.evidence for one in self.observations) or any(one.evidence for one in self.updates)
        return seen or bool(self.answers) or self.official is not None

    @property
    def is_due(self) -> bool:
        """Past its last day; what has none never is."""
        return self.schedule is not None and self.schedule.id == ScheduleStatus.DUE
