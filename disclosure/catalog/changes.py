"""What became of records over time, as pages get it: of a report, or of what belongs to the whole site."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.history.record_change import OutcomeChange, RecordChange


class RecordChanges(Struct, frozen=True, dict=True, kw_only=True):
    """The changes of records, and of promises' outcomes, newest first.

    ``known`` is false where git does not answer: then nothing is said, and the silence means nothing. ``since`` is the
    day (ISO) on which the published line begins, empty where nothing is published yet: records of that day have no
    ``CREATED`` of their own.
    """

    all: tuple[RecordChange, ...] = ()
    outcomes: tuple[OutcomeChange, ...] = ()
    known: bool = False
    since: str = ""

    def of(self, record: str) -> tuple[RecordChange, ...]:
        """Those of one record, by its name as corrections and links call it (``2022/c016``)."""
        return self._by_record.get(record, ())

    def outcomes_of(self, record: str) -> tuple[OutcomeChange, ...]:
        return self._outcomes_by_record.get(record, ())

    @cached_property
    def _by_record(self) -> Mapping[str, tuple[RecordChange, ...]]:
        return {name: tuple(found) for name, found in grouped((one.record, one) for one in self.all).items()}

    @cached_property
    def _outcomes_by_record(self) -> Mapping[str, tuple[OutcomeChange, ...]]:
        return {name: tuple(found) for name, found in grouped((one.record, one) for one in self.outcomes).items()}


UNKNOWN = RecordChanges()
