"""The register: all commitments of a report, section by section, with what they can be filtered and sorted by."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import facets, outcomes, records, status
from disclosure.pages.facets import Facet
from disclosure.pages.once import once_in
from disclosure.pages.outcomes import OutcomesView
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.share import share
from disclosure.pages.status import StatusView
from disclosure.translation import gettext as _


class CommitmentLine(Struct, frozen=True, kw_only=True):
    """A commitment in a list. ``quote`` is empty where the title says the same, ``tokens`` are its facets' values.

    ``written`` are the targets as measure and figure.
    """

    id: str
    link: Link
    quote: str
    kind: str
    strength: Term
    written: tuple[tuple[str, str], ...]
    passage: Link
    deadline: str
    tokens: str
    outcome: Outcome
    statuses: tuple[StatusView, ...]


class CommitmentGroup(Struct, frozen=True):
    """The commitments of a section; ``id`` is the section's, ``link`` leads to its own page."""

    id: str
    title: str
    link: Link
    lines: tuple[CommitmentLine, ...]


class CommitmentsView(Struct, frozen=True, kw_only=True):
    """``counts`` are label and number: all, then by kind, then how many name a number to reach."""

    report: str
    groups: tuple[CommitmentGroup, ...]
    facets: tuple[Facet, ...]
    counts: tuple[tuple[str, int], ...]
    outcomes: OutcomesView
    share: Link | None
    topics: tuple[Link, ...]
    superseded: tuple[Link, ...]
    ways: tuple[Link, ...]
    json: str
    csv: str


def page(catalog: Catalog, report: Report) -> Page:
    view, number = _view(catalog, report), len(report.register.commitments)
    return column(
        catalog,
        overview_crumb(report),
        kind="commitments",
        address=address.commitments(report.key),
        title=_("{year}年承诺").format(year=report.meta.year),
        description=_("{title}里的{n}条承诺，每条照录原文").format(title=report.meta.title, n=number),
        view=view,
        anchors=frozenset(group.id for group in view.groups),
        updated=iso(report.updated),
    )


def overview_crumb(report: Report) -> Link:
    return Link(report.meta.title, address.report(report.key))


def _view(catalog: Catalog, report: Report) -> CommitmentsView:
    offered = facets.facets(catalog, report)
    return CommitmentsView(
        report=report.key,
        groups=tuple(_groups(catalog, report)),
        facets=offered,
        counts=tuple(_counts(catalog, report)),
        outcomes=outcomes.view(catalog, report),
        share=share(report),
        topics=tuple(_topics(offered)),
        superseded=tuple(_superseded_link(report, old, new) for old, new in report.register.superseded),
        ways=tuple(_ways(report)),
        json=address.data("commitments"),
        csv=address.table("commitments"),
    )


def _ways(report: Report) -> Iterator[Link]:
    yield Link(_("任务分解表"), address.tasks(report.key))
    yield Link(_("责任单位"), address.DEPARTMENTS)
    if any(became.adjustments for became in report.follow.values()):
        yield Link(_("目标和时限的调整"), address.adjustments(report.key))
    if records.candidates(report):
        yield Link(_("民生实事候选"), address.projects(report.key))
    if report.register.results:
        yield Link(_("上年成果"), address.results(report.key))
    if report.accounts.clauses:
        yield Link(_("逐句对照"), address.coverage(report.key))


def _superseded_link(report: Report, old: str, new: str) -> Link:
    return Link(_("{old} 已由 {new} 承接").format(old=old, new=new), address.commitment(report.key, new))


def _groups(catalog: Catalog, report: Report) -> Iterator[CommitmentGroup]:
    shown = lines(catalog, report)
    for id, commitments in records.by_section(report, report.register.commitments).items():
        title = report.sections[id].title
        link = Link(_("本节承诺和成果"), address.section(report.key, id))
        yield CommitmentGroup(id, title, link, tuple(shown[one.id] for one in commitments))


@once_in
def lines(catalog: Catalog, report: Report) -> dict[str, CommitmentLine]:
    """Each commitment's line, by its id: it stands in the register, in its section and in its topics."""
    return {one.id: _line(catalog, report, one) for one in report.register.commitments}


def _line(catalog: Catalog, report: Report, one: Commitment) -> CommitmentLine:
    return CommitmentLine(
        id=one.id,
        link=records.linked(report)[one.id],
        quote="" if one.quote == one.title else one.quote,
        kind=one.kind.label,
        strength=one.strength.term,
        written=tuple((target.measure, target.written) for target in one.targets),
        passage=records.quotes(report)[one.id].link,
        deadline=one.deadline.isoformat(),
        tokens=facets.tokens(catalog, report, one),
        outcome=report.outcomes[one.id],
        statuses=status.brief(report.follow[one.id]),
    )


def _topics(offered: tuple[Facet, ...]) -> Iterator[Link]:
    """The topics' own pages, each with how many of this report's commitments it holds."""
    for option in (each for facet in offered if facet.id == "topic" for each in facet.options):
        yield Link(option.label, address.topic(option.id), note=str(option.count))


def _counts(catalog: Catalog, report: Report) -> Iterator[tuple[str, int]]:
    commitments = report.register.commitments
    yield _("全部"), len(commitments)
    for label in catalog.words.labels(vocabulary.KINDS):
        yield label, sum(one.kind.label == label for one in commitments)
    number = catalog.words.id(vocabulary.SPECIFICITY, "number")
    yield _("写明数量的"), sum(number in one.specificity for one in commitments)
