"""What became of a promise, resolved: updates, evidence, the three statuses, verdicts, changes, votes.

Reported, evidenced and schedule never merge into one; the verdict stands beside them (docs/domain.md, Three statuses).
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

from disclosure.catalog.entries import Target
from disclosure.model.gaps import DocumentRecord
from disclosure.model.update import UpdateMeta
from disclosure.model.vocabulary import Term
from disclosure.schedule import ScheduleStatus
from disclosure.source.articles import Article
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _
from disclosure.verdict import Aim, ObservedValue, Rubric, Settled


class Evidence(Struct, frozen=True, kw_only=True):
    """A public document. ``dead`` is the day its address no longer answered, where that was found."""

    publisher: str
    title: str
    url: str
    locator: str
    day: date | None
    retrieved: date | None
    says: str
    snapshot: str
    sha256: str
    dead: date | None


class Observation(Struct, frozen=True, kw_only=True):
    """A value of a target (``c016/1``), and the update that brought it: ``at`` is its place in the update's head."""

    target: str
    seen: ObservedValue
    vintage: Term | None
    basis: Term | None
    update: str
    at: FieldPath


class Update(Article[UpdateMeta], frozen=True, kw_only=True):
    """A dated entry on one or more promises; ``context`` (南昌市) is set where it says nothing of the district itself.

    ``html`` is the narrative with its links led from the update's own address.
    """

    title: str
    day: date
    published: datetime
    commitments: tuple[str, ...]
    context: str
    reported: Term | None
    evidenced: Term | None
    searched: date | None
    confidence: Term | None
    observations: tuple[Observation, ...]
    evidence: tuple[Evidence, ...]
    html: str


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
    """One target: its verdict, that on the changed target where there is one, its place in the calendar.

    ``expected`` is what should have been reached by the newest observation.
    """

    target: Target
    term: Term
    settled: Settled
    changed: Settled | None
    aim: Aim
    rubric: Rubric
    schedule: Term
    expected: Decimal | None


class FollowUp(Struct, frozen=True, kw_only=True):
    """What became of one commitment. ``updates`` and ``context`` are newest first; ``judged`` is whether it counts in
    the rates (a candidate project counts once it is adopted).

    ``schedule`` is None for what has no day: a principle, a candidate that is not, or not known to be, adopted.
    """

    commitment: str
    reported: Stated
    evidenced: Stated | None
    schedule: Term | None
    absence: Absence | None
    rulings: tuple[Ruling, ...]
    updates: tuple[Update, ...]
    context: tuple[Update, ...]
    adjustments: tuple[Adjustment, ...]
    official: Official | None
    vote: Vote | None
    satisfaction: Satisfaction | None
    judged: bool

    @property
    def is_due(self) -> bool:
        """Past its last day; what has none never is."""
        return self.schedule is not None and self.schedule.id == ScheduleStatus.DUE
