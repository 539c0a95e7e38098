"""What became of one record at one step of the published line: all of it, whether a rule holds it or not.

Unlike a ``FieldChange``, which is judged, a ``RecordChange`` is told: to the readers of a record's page, of the list of
changes, of the feeds, and of a pull request.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Happening(StrEnum):
    """What became of a record. ``RETOUCHED``: only signs, blanks or spellings are others; what it says is the same."""

    CREATED = "created"
    CHANGED = "changed"
    RETOUCHED = "retouched"
    GONE = "gone"


class FieldEdit(Struct, frozen=True, kw_only=True):
    """A field that is another than it was: ``field`` is its path as corrections write it (``targets.1.value``).

    ``was`` and ``now`` are the values as texts, empty where there is none: what was empty was added, what is empty
    was removed. A group, or a whole list, is written as JSON (an item of evidence that was added: ``evidence.2``). An
    item is called by its place before the change, one that was added by its place now; of a list of texts each that
    was added or taken out is an edit of the list's own path. ``body`` is the narrative, by its sentences.
    """

    field: str
    was: str
    now: str


class RecordChange(Struct, frozen=True, kw_only=True):
    """A record's change: its name as corrections and links call it, and what is another.

    ``kind`` is the ``NameKind`` of its name, ``report`` the key of the report it belongs to or nothing. ``day`` is the
    day in Beijing (ISO) on which the step was published, ``nth`` tells several changes of a record on a day apart (from
    1): ``id`` never changes, though commits may be written anew. ``commit`` is empty where the change is in no commit
    yet. ``corrections`` names the corrections that speak of it and joined with it. Of a record that was created or is
    gone no edits are told, nor of one before it had to be taken down by law.
    """

    record: str
    kind: str
    report: str
    happening: Happening
    day: str
    nth: int
    commit: str
    edits: tuple[FieldEdit, ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A stable name: ``2022/c016@2026-12-01.1``."""
        return f"{self.record}@{self.day}.{self.nth}"


class Cause(StrEnum):
    """Why a promise's outcome became another: what is on record changed, or its term passed."""

    RECORD = "record"
    TERM = "term"


class OutcomeChange(Struct, frozen=True, kw_only=True):
    """A promise's outcome that became another on a day: ids of the outcome vocabulary, ``was`` empty at its beginning.

    Both are derived by today's rule from what was on record then: what an older rule said is not told.
    """

    record: str
    report: str
    day: str
    was: str
    now: str
    cause: Cause

    @property
    def id(self) -> str:
        """A stable name: ``2022/c016@2026-12-01``; one a day at most."""
        return f"{self.record}@{self.day}"
