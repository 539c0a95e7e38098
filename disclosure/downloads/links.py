"""What the published records are called, and where they stand: what a link to one says of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.downloads.listing import Listing
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class RecordKind(StrEnum):
    """What a link leads to, and what a twin is of."""

    COMMITMENT = "commitment"
    RESULT = "result"
    SECTION = "section"
    UPDATE = "update"
    REQUEST = "request"
    INDICATOR = "indicator"
    DEPARTMENT = "department"
    ENTITY = "entity"

    @property
    def label(self) -> str:
        return _(LABELS[self])


LABELS = {
    RecordKind.COMMITMENT: N_("承诺"),
    RecordKind.RESULT: N_("成果和不足"),
    RecordKind.SECTION: N_("小节"),
    RecordKind.UPDATE: N_("跟踪更新"),
    RecordKind.REQUEST: N_("公开申请"),
    RecordKind.INDICATOR: N_("指标"),
    RecordKind.DEPARTMENT: N_("责任单位"),
    RecordKind.ENTITY: N_("地方和单位"),
}


class LinkRow(Struct, frozen=True, kw_only=True):
    """A link, as twins have it; addresses from the site's root. ``data`` is the twin of the page it leads to."""

    kind: str
    kind_label: str
    id: str
    report: str | None
    title: str
    outcome_label: str | None
    url: str
    data: str | None


class _Named(Struct, frozen=True):
    label: str


class _Row(Struct, frozen=True):
    """What all rows of lists have in common, as far as they do."""

    id: str
    url: str = ""
    report: str | None = None
    title: str = ""
    name: str = ""
    outcome: _Named | None = None


class _Department(Struct, frozen=True):
    department: str
    department_label: str
    url: str


class _Section(Struct, frozen=True):
    id: str
    title: str


class _Sections(Struct, frozen=True):
    id: str
    sections: tuple[_Section, ...]


# Each list by what its rows are
LISTS = {
    RecordKind.COMMITMENT: "commitments",
    RecordKind.RESULT: "results",
    RecordKind.UPDATE: "updates",
    RecordKind.REQUEST: "requests",
    RecordKind.INDICATOR: "indicators",
    RecordKind.ENTITY: "entities",
}


class Links(Struct, frozen=True):
    """``known``: all records by kind, report (none where they are of the whole site) and id; ``stands`` the pages."""

    known: dict[tuple[RecordKind, str, str], LinkRow]
    stands: Container[str]

    def to(self, kind: RecordKind, ids: Iterable[str], report: str = "") -> Iterator[LinkRow]:
        """Those of the ids (``c016``, or ``2024/c016`` for one of another report) that are published."""
        for name in ids:
            key, _slash, id = name.rpartition("/")
            found = self.known.get((kind, key or report, id))
            if found is not None:
                yield found

    def add(self, kind: RecordKind, row: _Row) -> None:
        has_twin = kind is not RecordKind.RESULT and row.url in self.stands
        self.known[kind, row.report or "", row.id] = LinkRow(
            kind=kind,
            kind_label=kind.label,
            id=row.id,
            report=row.report,
            title=row.title or row.name,
            outcome_label=row.outcome.label if row.outcome else None,
            url=row.url,
            data=address.twin(row.url) if has_twin else None,
        )


def links(data: Path, stands: Container[str]) -> Links:
    """Of everything in a folder of published data, where the pages ``stands`` are published with it."""
    made = Links({}, stands)
    decode = msgspec.json.Decoder(_Row).decode
    for kind, name in LISTS.items():
        for line in Listing(data, name).rows():
            row = decode(line)
            made.add(kind, row if row.url else replace(row, url=address.indicator(row.id)))
    for line in Listing(data, "departments").rows():
        one = msgspec.json.decode(line, type=_Department)
        made.add(RecordKind.DEPARTMENT, _Row(id=one.department, title=one.department_label, url=one.url))
    for line in Listing(data, "reports").rows():
        key = msgspec.json.decode(line, type=_Row).id
        read = msgspec.json.decode((data / f"report-{key}.json").read_bytes(), type=_Sections)
        for section in read.sections:
            where = address.section(key, section.id)
            if where in stands:
                made.add(RecordKind.SECTION, _Row(id=section.id, report=key, title=section.title, url=where))
    return made
