"""What crosses reports, found before any is built: the files of other reports that speak of a report, and the promises
of others that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from disclosure.build.said_of_reports import StatedFigure
from disclosure.cache.groups import FileGroup
from disclosure.cache.state import ReportState
from disclosure.grouping import grouped
from disclosure.source import cross_references, files, reading
from disclosure.source.cross_references import CrossReferences
from disclosure.source.files import Listed, SourceFile

Groups = Mapping[str, FileGroup]
# The state of a report where its files are listed as they were
KnownState = Callable[[str, FileGroup], ReportState | None]
NOTHING = CrossReferences()


class Guest(Struct, frozen=True):
    """A file of another report, of which those records alone are meant that seem to have one of these ids, if there are
    any. It is read where it is asked for: those of all reports together would fill the memory."""

    listed: Listed
    promises: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.promises


class GuestSources(Struct, frozen=True):
    """Where the guests of a report are: the ``names`` of whole files, and ids of ``promises`` by the report that they
    stand in, among the files of these ``groups``."""

    names: frozenset[str]
    promises: dict[str, tuple[str, ...]]
    groups: dict[str, FileGroup]

    def are_as(self, other: GuestSources) -> bool:
        """Whether these are the very same files, none of them too young to prove anything."""
        if (self.names, self.promises) != (other.names, other.promises) or self.groups.keys() != other.groups.keys():
            return False
        return all(one.seen and one is other.groups[key] for key, one in self.groups.items())


class ReportGuests(Struct, frozen=True):
    """The guests of a report, and a digest of what they say."""

    made_of: GuestSources
    files: tuple[Guest, ...]
    digest: str


class Speaking(Struct, frozen=True, dict=True):
    """What speaks of other reports: files of reports (``found``), and indicators that set figures beside targets."""

    found: Mapping[str, CrossReferences]
    stated: tuple[StatedFigure, ...]

    @cached_property
    def holding(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The files that seem to hold a result, by report and id."""
        held = ((key, name, ids) for key, one in self.found.items() for name, ids in one.results.items())
        return grouped(((key, id), name) for key, name, ids in held for id in ids)


def mentioned(root: Path, reports: Groups, last: KnownState) -> dict[str, CrossReferences]:
    """By each report's key, its files that speak of others; only where there are several.

    Of a report whose files are as they were, what the ``last`` build found.
    """
    if len(reports) < 2:
        return {}
    return {key: _cross_references(root, group, last(key, group)) for key, group in reports.items()}


def _cross_references(root: Path, group: FileGroup, stands: ReportState | None) -> CrossReferences:
    if stands is not None and stands.cross_references is not None:
        return stands.cross_references
    speaking = (Guest(one) for one in group.listed if cross_references.SPEAKING.fullmatch(one.name))
    return cross_references.found(read(root, speaking))


def guests(
    root: Path, reports: Groups, speaking: Speaking, last: Mapping[str, ReportGuests]
) -> dict[str, ReportGuests]:
    """By each report's key, the files of others that speak of it, beside a result the text it stands in; and of each
    promise that it speaks of the record. They are read where one may be another than it was ``last``."""
    names = _names(reports, speaking)
    keys = sorted(names.keys() | speaking.found.keys())
    made_of = {key: _made_of(reports, names.get(key, set()), speaking.found.get(key, NOTHING)) for key in keys}
    return {key: _of_report(root, one, last.get(key)) for key, one in made_of.items()}


def _names(reports: Groups, speaking: Speaking) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for key, files_of in speaking.found.items():
        for name, promises in files_of.promises.items():
            for about, _id in promises:
                if about in reports:
                    names.setdefault(about, set()).update(_with_text(key, name))
    for about, key, id in speaking.stated:
        if about in speaking.found:
            for name in speaking.holding.get((key, id), ()):
                names.setdefault(about, set()).update(_with_text(key, name))
    return names


def _with_text(key: str, name: str) -> set[str]:
    return {name} if name.startswith("updates/") else {name, files.report(key)}


def _made_of(reports: Groups, names: set[str], spoken: CrossReferences) -> GuestSources:
    wanted = grouped(one for promises in spoken.promises.values() for one in promises)
    ids = {about: tuple(sorted(set(those))) for about, those in sorted(wanted.items()) if about in reports}
    owners = dict.fromkeys((*sorted(set(map(files.owner, names))), *ids))
    return GuestSources(frozenset(names), ids, {key: reports[key] for key in owners})


def _of_report(root: Path, made_of: GuestSources, last: ReportGuests | None) -> ReportGuests:
    if last is not None and made_of.are_as(last.made_of):
        return last
    found = (*_whole(made_of), *_records(made_of))
    return ReportGuests(made_of, found, reading.digest_of(read(root, found)))


def _whole(made_of: GuestSources) -> Iterator[Guest]:
    listed = {one.name: one for group in made_of.groups.values() for one in group.listed if one.name in made_of.names}
    yield from (Guest(listed[name]) for name in sorted(listed))


def _records(made_of: GuestSources) -> Iterator[Guest]:
    """The promises of other reports that a report's files speak of, where they may be written."""
    for about, ids in made_of.promises.items():
        for listed in made_of.groups[about].listed:
            if cross_references.may_hold(listed.name, ids):
                yield Guest(listed, ids)


def read(root: Path, guests: Iterable[Guest]) -> list[SourceFile]:
    """The files, or what is meant of them, as far as they can be read and hold it."""
    return [found for one in guests if (found := _read_one(root, one)) is not None]


def _read_one(root: Path, guest: Guest) -> SourceFile | None:
    source = files.load(root, guest.listed)
    if not isinstance(source, SourceFile):
        return None
    return cross_references.excerpt(source, guest.promises) if guest.promises else source
