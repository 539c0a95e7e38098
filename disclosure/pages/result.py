"""A result in full: its words, its figures, what other material says of it, what is promised after it."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Check, Result, ResultFigure
from disclosure.pages import entities, history, records, status
from disclosure.pages.once import once_in
from disclosure.pages.page import HistoryView, Link, iso
from disclosure.pages.records import QuoteView
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
    it, those of earlier reports that it answers, the entities it names, what became of it here."""

    id: str
    title: str
    kind: str
    quote: QuoteView
    figures: tuple[tuple[str, str, str], ...]
    checks: tuple[CheckView, ...]
    commitments: tuple[Link, ...]
    entities: tuple[Link, ...]
    answers: tuple[Link, ...]
    history: HistoryView | None = None


@once_in
def shown(catalog: Catalog, report: Report) -> dict[str, ResultView]:
    """Each result by its id."""
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
        answers=tuple(answered(report, key, id) for key, id in one.answers),
        history=history.brief(catalog, report.changes, f"{report.key}/{one.id}"),
    )


def answered(report: Report, key: str, id: str) -> Link:
    """A promise of another report that this one speaks of."""
    commitment = id.partition("/")[0]
    title = report.elsewhere.get(f"{key}/{commitment}", "")
    reference = _("{report} {id}").format(report=key, id=commitment)
    label = _("{title}（{reference}）").format(title=title, reference=reference) if title else reference
    return Link(label, address.commitment(key, commitment))


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
