"""What the report says was achieved last year, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Check, Result, ResultFigure
from disclosure.model import vocabulary
from disclosure.pages import entities, records, status, vanished
from disclosure.pages.once import once_in
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.records import QuoteView
from disclosure.pages.share import ShareLink, share
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _


class CheckView(Struct, frozen=True, kw_only=True):
    """What public material other than the report says of a result; ``unseen`` as on an update's page."""

    id: str
    label: str
    day: str
    what: str
    evidence: tuple[EvidenceView, ...]
    unseen: tuple[str, ...]


class ResultView(Struct, frozen=True, kw_only=True):
    """A result: its figures (measure, as written, remark), what other material says of it, the commitments that follow
    it, those of earlier reports that it answers, the entities it names."""

    id: str
    title: str
    kind: str
    quote: QuoteView
    figures: tuple[tuple[str, str, str], ...]
    checks: tuple[CheckView, ...]
    commitments: tuple[Link, ...]
    entities: tuple[Link, ...]
    answers: tuple[Link, ...]


class ResultGroup(Struct, frozen=True):
    """The results of a section; ``id`` is the section's."""

    id: str
    title: str
    results: tuple[ResultView, ...]


class ResultsView(Struct, frozen=True, kw_only=True):
    """``counts`` are label and number: all, then by kind; ``checked`` are the results that were held against other
    material, by what came of it last."""

    groups: tuple[ResultGroup, ...]
    counts: tuple[tuple[str, int], ...]
    checked: tuple[tuple[str, tuple[Link, ...]], ...]
    share: ShareLink | None
    commitments: Link | None
    vanished: Link | None
    data: tuple[Link, ...]


def page(catalog: Catalog, report: Report) -> Page:
    year, results = report.meta.year - 1, report.register.results
    groups = tuple(_groups(catalog, report))
    return column(
        catalog,
        Link(report.meta.title, address.report(report.key)),
        kind="results",
        address=address.results(report.key),
        title=_("{year}年成果和不足").format(year=year),
        description=_("报告所说的{year}年{n}项成果和不足，每项照录原文").format(year=year, n=len(results)),
        view=ResultsView(
            groups=groups,
            counts=tuple(_counts(catalog, results)),
            checked=tuple(_checked(catalog, results)),
            share=share(report),
            commitments=_commitments(report),
            vanished=Link(_("没有再写的数字"), address.VANISHED) if vanished.lines(catalog, report) else None,
            data=(
                Link(_("成果数据（CSV）"), address.table("results")),
                Link(_("成果数据（JSON）"), address.data("results")),
            ),
        ),
        anchors=frozenset([*(group.id for group in groups), *(one.id for one in results)]),
        updated=iso(report.updated),
    )


def _commitments(report: Report) -> Link | None:
    """The way to the year's commitments, where there are any."""
    if not report.register.commitments:
        return None
    return Link(_("{year}年承诺").format(year=report.meta.year), address.commitments(report.key))


def _counts(catalog: Catalog, results: tuple[Result, ...]) -> Iterator[tuple[str, int]]:
    yield _("全部"), len(results)
    for label in catalog.words.labels(vocabulary.RESULT_KINDS):
        yield label, sum(one.kind.label == label for one in results)


def _checked(catalog: Catalog, results: tuple[Result, ...]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for label in catalog.words.labels(vocabulary.CHECKS):
        found = [one for one in results if one.checks and one.checks[-1].term.label == label]
        if found:
            links = tuple(Link(one.title, f"#{one.id}") for one in found)
            yield _("{label} {n}项").format(label=label, n=len(found)), links


def _groups(catalog: Catalog, report: Report) -> Iterator[ResultGroup]:
    found = shown(catalog, report)
    for id, results in records.by_section(report, report.register.results).items():
        yield ResultGroup(id, report.sections[id].title, tuple(found[one.id] for one in results))


@once_in
def shown(catalog: Catalog, report: Report) -> dict[str, ResultView]:
    """Each result by its id: it stands among the results and in its section."""
    return {one.id: _result(catalog, report, one) for one in report.register.results}


def _result(catalog: Catalog, report: Report, one: Result) -> ResultView:
    return ResultView(
        id=one.id,
        title=one.title,
        kind=one.kind.label,
        quote=records.quotes(report)[one.id],
        figures=tuple((figure.measure, figure.written, _remark(figure)) for figure in one.figures),
        checks=tuple(map(_check, one.checks)),
        commitments=records.links(report, one.commitments),
        entities=entities.links(catalog, report.mentions.records.get(one.id, ())),
        answers=tuple(answered(key, id) for key, id in one.answers),
    )


def answered(key: str, id: str) -> Link:
    """A promise of another report: what it is called, that report knows."""
    commitment = id.partition("/")[0]
    return Link(_("{report} {id}").format(report=key, id=commitment), address.commitment(key, commitment))


def _check(one: Check) -> CheckView:
    return CheckView(
        id=one.term.id,
        label=one.term.label,
        day=iso(one.day),
        what=one.what,
        evidence=tuple(status.evidence(each) for each in one.evidence),
        unseen=status.unseen(one.evidence),
    )


def _remark(figure: ResultFigure) -> str:
    remarks = [_("比上年增减")] if figure.growth else []
    return "，".join([*remarks, *([figure.vintage.label] if figure.vintage else [])])
