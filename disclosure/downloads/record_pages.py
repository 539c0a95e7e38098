"""What each page of records shows, found again in the published lists: a maker for each kind that has a twin."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from disclosure.catalog import address
from disclosure.downloads.links import KnownLinks, TwinKind, TwinLink, links
from disclosure.downloads.rows import ReadCommitment, ReadReport, ReadRequest, ReadUpdate, ReadWord
from disclosure.exports.listing import Listing
from disclosure.model import vocabulary

# Up to so many records, a page's rows stand beside it as a table too
TABLES_UP_TO = 5000


class RecordPage(Struct, frozen=True, kw_only=True):
    """What a twin is made of: ``rows`` by the list they stand in, ``table`` the one that is made of the first list."""

    kind: TwinKind
    id: str
    title: str
    url: str
    rows: Mapping[str, list[bytes]]
    table: str
    report: str | None = None
    days: tuple[str | None, ...] = ()
    links: tuple[TwinLink, ...] = ()


class DataPackage(Struct, frozen=True):
    """Of ``datapackage.json``."""

    title: str = ""
    homepage: str | None = None
    licenses: tuple[dict[str, Any], ...] = ()


class TwinFolder(Struct, frozen=True, kw_only=True):
    """The published data, and what all twins have of it; ``tables`` where they are made as tables too."""

    data: Path
    links: KnownLinks
    reports: Mapping[str, ReadReport]
    package: DataPackage
    tables: bool


def folder(data: Path, stands: Container[str]) -> TwinFolder:
    found = links(data, stands)
    reports = Listing(data, "reports").read(ReadReport)
    package = data / address.PACKAGE.removeprefix(address.DATA_FILES)
    return TwinFolder(
        data=data,
        links=found,
        reports={one.id: one for one in reports},
        package=msgspec.json.decode(package.read_bytes(), type=DataPackage) if package.exists() else DataPackage(),
        tables=len(found.known) < TABLES_UP_TO,
    )


def _commitments(folder: TwinFolder) -> Iterator[RecordPage]:
    decode = msgspec.json.Decoder(ReadCommitment).decode
    for line in Listing(folder.data, "commitments").rows():
        row = decode(line)
        yield RecordPage(
            kind=TwinKind.COMMITMENT,
            id=row.id,
            title=row.title,
            url=row.url,
            rows={"commitments": [line]},
            table="commitments",
            report=row.report,
            days=tuple(row.days()),
            links=tuple(_leads(folder.links, row)),
        )


def _leads(links: KnownLinks, row: ReadCommitment) -> Iterator[TwinLink]:
    """Where a promise leads."""
    yield from links.to(TwinKind.SECTION, [row.section], row.report)
    bodies = [one.id for one in (row.lead, *row.supporting) if one]
    yield from links.to(TwinKind.DEPARTMENT, bodies)
    yield from links.to(TwinKind.RESULT, row.results, row.report)
    yield from links.to(TwinKind.COMMITMENT, (*row.same_matter, *row.grouped), row.report)
    yield from links.to(TwinKind.UPDATE, row.updates, row.report)
    yield from links.to(TwinKind.RESULT, (f"{one.report}/{one.result}" for one in row.answers))
    yield from links.to(TwinKind.ENTITY, row.entities)


def _updates(folder: TwinFolder) -> Iterator[RecordPage]:
    for line in Listing(folder.data, "updates").rows():
        row = msgspec.json.decode(line, type=ReadUpdate)
        about = folder.links.to(TwinKind.COMMITMENT, row.commitments, row.report)
        yield RecordPage(
            kind=TwinKind.UPDATE,
            id=row.id,
            title=row.title,
            url=row.url,
            rows={"updates": [line]},
            table="updates",
            report=row.report,
            days=(row.date, row.recorded),
            links=(*about, *folder.links.to(TwinKind.ENTITY, row.entities)),
        )


def _requests(folder: TwinFolder) -> Iterator[RecordPage]:
    for line in Listing(folder.data, "requests").rows():
        row = msgspec.json.decode(line, type=ReadRequest)
        yield RecordPage(
            kind=TwinKind.REQUEST,
            id=row.id,
            title=row.title,
            url=row.url,
            rows={"requests": [line]},
            table="requests",
            report=row.report,
            days=(row.date, row.answer.date if row.answer else None),
            links=tuple(folder.links.to(TwinKind.COMMITMENT, row.commitments, row.report or "")),
        )


class _ValueSource(Struct, frozen=True):
    """What an indicator's values say of where they come from."""

    report: str | None = None
    update: str | None = None
    target: str | None = None
    evidence: tuple[dict[str, Any], ...] = ()


class _IndicatorSources(Struct, frozen=True):
    id: str
    name: str
    observations: tuple[_ValueSource, ...]
    targets: tuple[_ValueSource, ...]


def _indicators(folder: TwinFolder) -> Iterator[RecordPage]:
    for line in Listing(folder.data, "indicators").rows():
        row = msgspec.json.decode(line, type=_IndicatorSources)
        told = [f"{one.report}/{one.update}" for one in row.observations if one.update]
        aims = [f"{one.report}/{(one.target or '').partition('/')[0]}" for one in row.targets]
        documents = [one.get("date") for seen in row.observations for one in seen.evidence]
        stated = _delivered(folder, (one.report for one in row.observations if one.report))
        yield RecordPage(
            kind=TwinKind.INDICATOR,
            id=row.id,
            title=row.name,
            url=address.indicator(row.id),
            rows={"indicators": [line]},
            table="indicators",
            days=(*documents, *stated),
            links=(
                *folder.links.to(TwinKind.COMMITMENT, dict.fromkeys(aims)),
                *folder.links.to(TwinKind.UPDATE, dict.fromkeys(told)),
            ),
        )


class _GroupKeys(Struct, frozen=True):
    """What rows are grouped by, as far as they have it."""

    entity: str = ""
    department: str = ""
    report: str = ""
    section: str = ""


def _groups(listing: Listing, by: Callable[[_GroupKeys], Any]) -> dict[Any, list[int]]:
    """Where the rows of each group begin."""
    decode = msgspec.json.Decoder(_GroupKeys).decode
    found: dict[Any, list[int]] = {}
    for line in listing.lines():
        found.setdefault(by(decode(line.data)), []).append(line.offset)
    return found


class _NamedEntity(Struct, frozen=True):
    id: str
    name: str
    url: str


def _entities(folder: TwinFolder) -> Iterator[RecordPage]:
    mentions = Listing(folder.data, "mentions")
    named = _groups(mentions, lambda row: row.entity)
    for line in Listing(folder.data, "entities").rows():
        row = msgspec.json.decode(line, type=_NamedEntity)
        found = mentions.at(named.get(row.id, ())) if row.id in named else []
        reports = {msgspec.json.decode(one, type=_GroupKeys).report for one in found}
        yield RecordPage(
            kind=TwinKind.ENTITY,
            id=row.id,
            title=row.name,
            url=row.url,
            rows={"entities": [line], "mentions": found},
            table="mentions" if found else "entities",
            days=_delivered(folder, reports),
        )


def _delivered(folder: TwinFolder, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(folder.reports[key].delivered for key in keys if key in folder.reports)


class _DepartmentInReport(Struct, frozen=True):
    """Of ``departments.json``: what a department answers for in one report."""

    report: str
    lead: tuple[str, ...]
    supporting: tuple[str, ...]

    @property
    def promises(self) -> Iterator[str]:
        return (f"{self.report}/{id}" for id in (*self.lead, *self.supporting))


def _departments(folder: TwinFolder) -> Iterator[RecordPage]:
    """A body without a promise, too: it may have had another name."""
    listing = Listing(folder.data, "departments")
    found = _groups(listing, lambda row: row.department)
    for word in Listing(folder.data, "vocabulary").rows():
        body = msgspec.json.decode(word, type=ReadWord)
        if body.vocabulary != vocabulary.DEPARTMENTS:
            continue
        lines = listing.at(found[body.id]) if body.id in found else []
        rows = [msgspec.json.decode(line, type=_DepartmentInReport) for line in lines]
        yield RecordPage(
            kind=TwinKind.DEPARTMENT,
            id=body.id,
            title=body.label,
            url=address.department(body.id),
            rows={"vocabulary": [word], "departments": lines},
            table="departments" if lines else "department-directory",
            days=_delivered(folder, (row.report for row in rows)),
            links=tuple(folder.links.to(TwinKind.COMMITMENT, (one for row in rows for one in row.promises))),
        )


def _sections(folder: TwinFolder) -> Iterator[RecordPage]:
    """The records of a section, promises before results."""
    lists = {name: Listing(folder.data, name) for name in ("commitments", "results")}
    found = {name: _groups(listing, lambda row: (row.report, row.section)) for name, listing in lists.items()}
    for (kind, key, id), link in folder.links.known.items():
        if kind is not TwinKind.SECTION:
            continue
        rows = {name: lists[name].at(places[key, id]) for name, places in found.items() if (key, id) in places}
        promised = (msgspec.json.decode(line, type=ReadCommitment) for line in rows.get("commitments", ()))
        yield RecordPage(
            kind=kind,
            id=id,
            title=link.title,
            url=link.url,
            rows=rows,
            table="commitments" if "commitments" in rows else "results",
            report=key,
            days=tuple(day for row in promised for day in row.days()),
        )


MAKERS: Mapping[TwinKind, Callable[[TwinFolder], Iterator[RecordPage]]] = {
    TwinKind.COMMITMENT: _commitments,
    TwinKind.SECTION: _sections,
    TwinKind.UPDATE: _updates,
    TwinKind.REQUEST: _requests,
    TwinKind.INDICATOR: _indicators,
    TwinKind.DEPARTMENT: _departments,
    TwinKind.ENTITY: _entities,
}
