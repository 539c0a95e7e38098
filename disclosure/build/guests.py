"""What crosses reports, found before any is built: the files of other reports that speak of a report, and the promises
of others that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.build.previous import PreviousBuild
from disclosure.cache.groups import FileGroup
from disclosure.grouping import grouped
from disclosure.model.indicator import IndicatorRecord
from disclosure.source import cross_references, files
from disclosure.source.cross_references import CrossReferences
from disclosure.source.files import Listed, SourceFile

Groups = Mapping[str, FileGroup]
NOTHING = CrossReferences()


class Guest(Struct, frozen=True):
    """A file of another report, of which those records alone are meant that seem to have one of these ids, if there are
    any. It is read where it is asked for: those of all reports together would fill the memory."""

    listed: Listed
    promises: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.promises


def mentioned(root: Path, reports: Groups, previous: PreviousBuild) -> dict[str, CrossReferences]:
    """By each report's key, its files that speak of others; only where there are several.

    Of a report whose files are as they were, what the last build found.
    """
    if len(reports) < 2:
        return {}
    return {key: _cross_references(root, key, group, previous) for key, group in reports.items()}


def _cross_references(root: Path, key: str, group: FileGroup, previous: PreviousBuild) -> CrossReferences:
    stands = previous.stands(key, group)
    if stands is not None and stands.cross_references is not None:
        return stands.cross_references
    speaking = (Guest(one) for one in group.listed if cross_references.SPEAKING.fullmatch(one.name))
    return cross_references.found(read(root, speaking))


def guests(
    reports: Groups, found: Mapping[str, CrossReferences], indicators: Iterable[IndicatorRecord]
) -> dict[str, tuple[Guest, ...]]:
    """By each report's key, the files of others that speak of it, beside a result the text it stands in; and of each
    promise that it speaks of the record."""
    names: dict[str, set[str]] = {}
    for key, files_of in found.items():
        for name, promises in files_of.promises.items():
            for about, _id in promises:
                if about in reports:
                    names.setdefault(about, set()).update(_with_text(key, name))
    for about, key, name in _stated(found, indicators):
        names.setdefault(about, set()).update(_with_text(key, name))
    return {
        key: (*_whole(reports, names.get(key, set())), *_records(reports, found.get(key, NOTHING)))
        for key in sorted(names.keys() | found.keys())
    }


def read(root: Path, guests: Iterable[Guest]) -> list[SourceFile]:
    """The files, or what is meant of them, as far as they can be read and hold it."""
    return [found for one in guests if (found := _read_one(root, one)) is not None]


def _read_one(root: Path, guest: Guest) -> SourceFile | None:
    source = files.load(root, guest.listed)
    if not isinstance(source, SourceFile):
        return None
    return cross_references.excerpt(source, guest.promises) if guest.promises else source


def _records(reports: Groups, spoken: CrossReferences) -> Iterator[Guest]:
    """The promises of other reports that a report's files speak of, where they may be written."""
    for about, ids in sorted(grouped(one for promises in spoken.promises.values() for one in promises).items()):
        wanted = tuple(sorted(set(ids)))
        for listed in reports[about].listed if about in reports else ():
            if cross_references.may_hold(listed.name, wanted):
                yield Guest(listed, wanted)


def _with_text(key: str, name: str) -> set[str]:
    return {name} if name.startswith("updates/") else {name, files.report(key)}


def _stated(
    found: Mapping[str, CrossReferences], indicators: Iterable[IndicatorRecord]
) -> Iterator[tuple[str, str, str]]:
    """Where an indicator has a target of one report, and of its year the figure of another: both keys, and the file."""
    for one in indicators:
        observed = grouped((seen.period, (seen.report or "", seen.result or "")) for seen in one.observations)
        for aimed in one.targets:
            for key, figure in observed.get(aimed.period, ()):
                if key != aimed.report and {key, aimed.report} <= found.keys():
                    id = figure.partition("/")[0]
                    yield from ((aimed.report, key, name) for name, ids in found[key].results.items() if id in ids)


def _whole(reports: Groups, names: set[str]) -> Iterator[Guest]:
    mine = (one for key in sorted(set(map(files.owner, names))) for one in reports[key].listed)
    listed = {one.name: one for one in mine if one.name in names}
    yield from (Guest(listed[name]) for name in sorted(listed))
