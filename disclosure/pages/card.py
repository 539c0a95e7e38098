"""What pages of the whole site show of a report, in plain values: they are made from the cards of all reports."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.catalog import datasets, district_catalog, due
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.datasets import Counts
from disclosure.catalog.due import DueOnDay
from disclosure.pages import (
    asked,
    department_parts,
    districts,
    entity_parts,
    glossary,
    progress,
    questions,
    report_card,
    topics,
    update_lines,
)
from disclosure.pages.asked import AskedPart
from disclosure.pages.chrome import KnownReport
from disclosure.pages.department_parts import Responsible
from disclosure.pages.details import ReportDetails
from disclosure.pages.districts import DistrictRates
from disclosure.pages.entity_parts import Naming
from disclosure.pages.glossary import TermView
from disclosure.pages.page import Link
from disclosure.pages.progress import SummaryView
from disclosure.pages.questions import GroundView
from disclosure.pages.report_card import ReportCard
from disclosure.pages.topics import Holding


class Card(Struct, frozen=True, kw_only=True):
    """A report. ``published`` is its day here (ISO), ``sha256`` its archived source's; ``listed`` are its pages in the
    site map, each with its kind; ``due``: whether it has a calendar; ``deadlines``
    are the days of it, without what was asked for; ``changes`` says how much became of its records
    and outcomes, ``taken_up`` whether it takes up promises of earlier reports, ``updated`` are the days of its newest
    updates."""

    key: str
    title: str
    year: int
    district: str
    published: str
    sha256: str
    commitments: int
    results: int
    documents: int
    due: bool
    deadlines: tuple[DueOnDay, ...]
    undated: int
    home: ReportCard
    terms: tuple[TermView, ...]
    topics: Holding
    entities: Naming
    grounds: tuple[GroundView, ...]
    departments: Responsible
    counts: Counts
    progress: SummaryView | None
    rates: DistrictRates | None
    updated: tuple[str, ...]
    asked: tuple[AskedPart, ...]
    changes: int
    taken_up: bool
    listed: tuple[tuple[str, Link], ...]

    @property
    def known(self) -> KnownReport:
        return KnownReport(
            key=self.key,
            year=self.year,
            district=self.district,
            commitments=bool(self.commitments),
            results=bool(self.results),
            documents=bool(self.documents),
            updates=bool(self.updated),
        )


def card(catalog: Catalog, report: Report, listed: tuple[tuple[str, Link], ...], details: ReportDetails) -> Card:
    deadlines = due.counts(report)
    return Card(
        key=report.key,
        title=report.meta.title,
        year=report.meta.year,
        district=report.meta.district,
        published=report.meta.published.date().isoformat(),
        sha256=report.source.sha256,
        commitments=len(report.register.commitments),
        results=len(report.register.results),
        documents=len(report.documents),
        due=bool(deadlines or report.requests),
        deadlines=deadlines,
        undated=due.undated(report),
        home=report_card.card(catalog, report),
        terms=() if report.district else tuple(glossary.terms(report)),
        topics=topics.holding(report, details.topics),
        entities=entity_parts.naming(report, details.entities),
        grounds=tuple(questions.of_report(catalog, report)),
        departments=department_parts.card(catalog, report),
        counts=datasets.counts(report, district_catalog.named(report) if report.district else ()),
        progress=progress.summary(catalog, report) if report.register.commitments else None,
        rates=districts.rates(report) if report.register.commitments else None,
        updated=update_lines.days(report),
        asked=asked.parts(report),
        taken_up=any(one.follows for one in details.taken_up),
        changes=len(report.changes.all) + len(report.changes.outcomes),
        listed=listed,
    )


def in_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    """KnownReport report first."""
    return tuple(sorted(cards, key=lambda one: rank(one.year, one.key), reverse=True))


def rank(year: int, key: str) -> tuple[int, str]:
    """The higher, the newer: of two reports of a year, the one whose key comes last."""
    return year, key
