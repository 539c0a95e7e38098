"""What the site says, as plain values that can be compared: of a report, and of all that belongs to no report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import Ruling
from disclosure.catalog.outcome import of_target
from disclosure.comparison import figures
from disclosure.comparison.figures import FigureSide
from disclosure.model import vocabulary
from disclosure.pages.page import Page
from disclosure.pages.retired import RetiredView
from disclosure.theme import theme as theming


class Word(Struct, frozen=True):
    """A word as data carries it: its id and its label."""

    id: str
    label: str


class TargetSide(Struct, frozen=True, kw_only=True):
    """One target: what it aims at, the word for it, and the sum that led there."""

    title: str
    word: Word
    working: str


class PromiseSide(Struct, frozen=True, kw_only=True):
    """A promise: its outcome, and its targets by their ids (``c016/1``)."""

    title: str
    outcome: Word
    targets: Mapping[str, TargetSide]


class PageSide(Struct, frozen=True, kw_only=True):
    """A page: its title, and a digest of all that it shows.

    ``retired`` where it only says what became of something, ``to`` where that leads on.
    """

    title: str
    digest: str
    retired: bool
    to: str


class ReportSide(Struct, frozen=True, kw_only=True):
    """A report: its promises by id, how many have each outcome, its figures, its pages by address."""

    title: str
    promises: Mapping[str, PromiseSide]
    counts: tuple[tuple[Word, int], ...]
    figures: tuple[FigureSide, ...]
    pages: Mapping[str, PageSide]


class SiteSide(Struct, frozen=True, kw_only=True):
    """The whole site: its reports by key, newest first, and the pages that belong to none.

    ``unread`` are reports that could not be read: nothing is known of what the site says of them. Where there are any,
    or the site's own files are wrong, it has no ``pages`` of its own.
    """

    reports: Mapping[str, ReportSide]
    pages: Mapping[str, PageSide] | None
    unread: tuple[str, ...]


def of_report(catalog: Catalog, report: Report, pages: Iterable[Page]) -> ReportSide:
    return ReportSide(
        title=report.meta.title,
        promises={one.id: _promise(catalog, report, one) for one in report.register.commitments},
        counts=tuple(_counts(catalog, report)),
        figures=tuple(figures.of_report(report)),
        pages={page.address: page_side(page) for page in pages},
    )


def _promise(catalog: Catalog, report: Report, one: Commitment) -> PromiseSide:
    outcome = report.outcomes[one.id]
    return PromiseSide(
        title=one.title,
        outcome=Word(outcome.id, outcome.label),
        targets={each.target.id: _target(catalog, each) for each in report.follow[one.id].rulings},
    )


def _target(catalog: Catalog, ruling: Ruling) -> TargetSide:
    word = of_target(catalog.words, ruling)
    settled = (ruling.settled, ruling.changed)
    working = "；".join(one.verdict.working for one in settled if one is not None and one.verdict.working)
    title = " ".join(filter(None, (ruling.target.measure, ruling.target.written)))
    return TargetSide(title=title, word=Word(word.id, word.label), working=working)


def _counts(catalog: Catalog, report: Report) -> Iterator[tuple[Word, int]]:
    """In the vocabulary's order."""
    ids = [one.id for one in report.outcomes.values()]
    labels = {one.id: one.label for one in report.outcomes.values()}
    for id in catalog.words.order(vocabulary.OUTCOMES):
        if id in labels:
            yield Word(id, labels[id]), ids.count(id)


def page_side(page: Page, html: str = "") -> PageSide:
    """``html`` is its narrative. Where its file lies, and when that changed, is no part of what it says."""
    said = replace(page, source="", updated="")
    gone = page.view if isinstance(page.view, RetiredView) else None
    return PageSide(
        title=page.title,
        digest=hashlib.sha256(theming.canonical(said) + html.encode()).hexdigest(),
        retired=gone is not None,
        to=gone.to.address if gone is not None and gone.to is not None else "",
    )
