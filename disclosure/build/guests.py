"""What crosses reports, found before any is built: the files of other reports that speak of a report, and the promises
of others that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from disclosure.build.previous import PreviousBuild
from disclosure.cache.groups import FileGroup
from disclosure.grouping import grouped
from disclosure.model.indicator import IndicatorRecord
from disclosure.source import cross_references, files
from disclosure.source.cross_references import CrossReferences
from disclosure.source.files import SourceFile

Groups = Mapping[str, FileGroup]
NOTHING = CrossReferences()


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
    return cross_references.found([*_read(root, group, cross_references.SPEAKING.fullmatch)])


def _read(root: Path, group: FileGroup, wanted: object) -> Iterator[SourceFile]:
    for listed in group.listed:
        if callable(wanted) and wanted(listed.name):
            source = files.load(root, listed)
            if isinstance(source, SourceFile):
                yield source


def guests(
    root: Path, reports: Groups, found: Mapping[str, CrossReferences], indicators: Iterable[IndicatorRecord]
) -> dict[str, tuple[SourceFile, ...]]:
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
        key: (*_load(root, reports, sorted(names.get(key, ()))), *_records(root, reports, found.get(key, NOTHING)))
        for key in sorted(names.keys() | found.keys())
    }


def _records(root: Path, reports: Groups, spoken: CrossReferences) -> Iterator[SourceFile]:
    """The promises of other reports that a report's files speak of, where they are written."""
    for about, ids in sorted(grouped(one for promises in spoken.promises.values() for one in promises).items()):
        wanted = partial(cross_references.may_hold, ids=set(ids))
        for source in _read(root, reports[about], wanted) if about in reports else ():
            if found := cross_references.excerpt(source, ids):
                yield found


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


def _load(root: Path, reports: Groups, names: Iterable[str]) -> Iterator[SourceFile]:
    for name in names:
        yield from _read(root, reports[files.owner(name)], name.__eq__)
