"""What the content says to who begins a new record: promises, documents, words, names; read without being judged, so
that a file that is not finished yet keeps nobody from the next one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct

from disclosure.catalog import words
from disclosure.catalog.words import Vocabularies
from disclosure.history import facts
from disclosure.history.changes import FieldChange
from disclosure.history.fact import Fact
from disclosure.model import vocabulary
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.district import DistrictRecord
from disclosure.model.gaps import DocumentRecord
from disclosure.model.report import ReportMeta
from disclosure.source import content, cross_references
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import SourceFile
from disclosure.source.register import Located

# The kind of promises that deputies vote on
CANDIDATE = "livelihood"


class KnownPromise(Struct, frozen=True):
    """A promise as its editor wrote it."""

    report: str
    id: str
    located: Located[CommitmentRecord]

    @property
    def name(self) -> str:
        return f"{self.report}/{self.id}"

    @property
    def record(self) -> CommitmentRecord:
        return self.located.value


class Knowledge(Struct, frozen=True, dict=True, kw_only=True):
    """``content`` is the content folder's path from the root, ``files`` by name; ``reports`` newest first.

    ``observed`` are targets (``2022/c016/1``) with the periods of which a value is on file; ``silent`` is what was
    changed since it was published, and no correction tells of.
    """

    content: str
    files: Mapping[str, SourceFile]
    reports: Mapping[str, ReportMeta]
    promises: Mapping[str, KnownPromise]
    documents: Mapping[str, DocumentRecord]
    words: Vocabularies
    districts: tuple[DistrictRecord, ...]
    observed: frozenset[tuple[str, str]]
    silent: tuple[FieldChange, ...]
    today: date
    now: datetime

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every record that can be read, by the name that corrections call it by."""
        read = (facts.read(name, file.data, "") or {} for name, file in self.files.items())
        return {name: fact for found in read for name, fact in found.items()}

    def of(self, report: str) -> list[KnownPromise]:
        return [one for one in self.promises.values() if one.report == report]

    def is_candidate(self, promise: KnownPromise) -> bool:
        term = self.words.label(vocabulary.KINDS, promise.record.kind)
        return term is not None and term.id == CANDIDATE


class Moment(Struct, frozen=True):
    """The day that counts as today, and the minute at which something is published."""

    today: date
    now: datetime


def read(sources: Iterable[SourceFile], folder: str, at: Moment, silent: Iterable[FieldChange] = ()) -> Knowledge:
    files = {file.name: file for file in sources}
    raw = content.read(files.values(), ParseCache())
    metas = sorted(((one.meta.year, one.key, one.meta) for one in raw.reports), reverse=True, key=lambda one: one[:2])
    there = {key for _year, key, _meta in metas}
    promises = (KnownPromise(one.report, one.value.id, one) for one in raw.register.commitments if one.report in there)
    return Knowledge(
        content=folder,
        files=files,
        reports={key: meta for _year, key, meta in metas},
        promises={one.name: one for one in promises if not one.record.superseded_by},
        documents={f"{one.report}/{one.value.id}": one.value for one in raw.register.documents},
        words=words.join(raw.register.words)[0],
        districts=tuple(one.value for one in raw.register.districts),
        observed=frozenset(_observed(raw)),
        silent=tuple(silent),
        today=at.today,
        now=at.now,
    )


def _observed(raw: RawContent) -> Iterable[tuple[str, str]]:
    for update in raw.updates:
        for one in update.meta.observations:
            yield _target(one.target, update.report), one.period or ""
        for entry in update.meta.entries:
            for seen in entry.observations:
                target = f"{entry.commitment}/{seen.target or 1}"
                yield _target(target, update.report), seen.period or ""


def _target(written: str, report: str) -> str:
    """A target by its full name: where a promise has one only, its number may be left out."""
    key, rest = cross_references.split(written, report)
    return f"{key}/{rest}" if "/" in rest else f"{key}/{rest}/1"
