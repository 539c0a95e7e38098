"""What the published records are called, and where they stand: what a link to one says of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, beside, data_folder
from disclosure.downloads.rows import ReadWord
from disclosure.exports import published
from disclosure.exports.listing import Listing
from disclosure.model import vocabulary
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class TwinKind(StrEnum):
    """What a twin is of, or a link in it leads to."""

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
    TwinKind.COMMITMENT: N_("承诺"),
    TwinKind.RESULT: N_("成果和不足"),
    TwinKind.SECTION: N_("小节"),
    TwinKind.UPDATE: N_("跟踪更新"),
    TwinKind.REQUEST: N_("公开申请"),
    TwinKind.INDICATOR: N_("指标"),
    TwinKind.DEPARTMENT: N_("责任单位"),
    TwinKind.ENTITY: N_("地方和单位"),
}


class TwinLink(Struct, frozen=True, kw_only=True):
    """A link, as twins have it; addresses from the site's root. ``data`` is the twin of the page it leads to."""

    kind: str
    kind_label: str
    id: str
    report: str | None
    title: str
    outcome_label: str | None
    url: str
    data: str | None


class _OutcomeWord(Struct, frozen=True):
    label: str


class _LinkedRow(Struct, frozen=True):
    """What all rows of lists have in common, as far as they do."""

    id: str
    url: str = ""
    report: str | None = None
    title: str = ""
    name: str = ""
    outcome: _OutcomeWord | None = None


class _TitledSection(Struct, frozen=True):
    id: str
    title: str


class _Sections(Struct, frozen=True):
    id: str
    sections: tuple[_TitledSection, ...]


# Each list by what its rows are
LISTS = {
    TwinKind.COMMITMENT: "commitments",
    TwinKind.RESULT: "results",
    TwinKind.UPDATE: "updates",
    TwinKind.REQUEST: "requests",
    TwinKind.INDICATOR: "indicators",
    TwinKind.ENTITY: "entities",
}


BARE = frozenset({TwinKind.RESULT})
# Beside a page of the whole site nothing stands that is made of a district's data
BARE_IN_DISTRICTS = BARE | {TwinKind.REQUEST, TwinKind.DEPARTMENT, TwinKind.ENTITY}


class KnownLinks(Struct, frozen=True):
    """``known``: all records by kind, report (none where they are of the whole site) and id; ``stands`` the pages;
    ``bare`` are those kinds beside whose pages nothing stands."""

    known: dict[tuple[TwinKind, str, str], TwinLink]
    stands: Container[str]
    bare: Container[TwinKind]

    def to(self, kind: TwinKind, ids: Iterable[str], report: str = "") -> Iterator[TwinLink]:
        """Those of the ids (``c016``, or ``2024/c016`` for one of another report) that are published."""
        for name in ids:
            key, _slash, id = name.rpartition("/")
            found = self.known.get((kind, key or report, id))
            if found is not None:
                yield found

    def add(self, kind: TwinKind, row: _LinkedRow) -> None:
        has_twin = kind not in self.bare and row.url in self.stands
        self.known[kind, row.report or "", row.id] = TwinLink(
            kind=kind,
            kind_label=kind.label,
            id=row.id,
            report=row.report,
            title=row.title or row.name,
            outcome_label=row.outcome.label if row.outcome else None,
            url=row.url,
            data=beside.twin(row.url) if has_twin else None,
        )


def links(data: Path, stands: Container[str]) -> KnownLinks:
    """Of everything in a folder of published data, where the pages ``stands`` are published with it."""
    made = KnownLinks({}, stands, BARE_IN_DISTRICTS if data_folder.is_of_district(data) else BARE)
    for kind, name in LISTS.items():
        for row in Listing(data, name).read(_LinkedRow):
            made.add(kind, row if row.url else replace(row, url=address.indicator(row.id)))
    for word in Listing(data, "vocabulary").read(ReadWord):
        where = address.department(word.id)
        if word.vocabulary == vocabulary.DEPARTMENTS and where in stands:
            made.add(TwinKind.DEPARTMENT, _LinkedRow(id=word.id, title=word.label, url=where))
    for read in published.texts(data, (one.id for one in Listing(data, "reports").read(_LinkedRow)), _Sections):
        for section in read.sections:
            where = address.section(read.id, section.id)
            if where in stands:
                made.add(TwinKind.SECTION, _LinkedRow(id=section.id, report=read.id, title=section.title, url=where))
    return made
