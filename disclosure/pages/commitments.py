"""All commitments of a report, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import records, status
from disclosure.pages.page import Link, Page, column_meta, home_crumb, iso
from disclosure.pages.status import StatusView
from disclosure.translation import gettext as _


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment in a list."""

    id: str
    link: Link
    kind: str
    strength: Term
    written: tuple[str, ...]
    passage: Link
    statuses: tuple[StatusView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentGroup:
    """The commitments of a section; ``id`` is the section's."""

    id: str
    title: str
    lines: tuple[CommitmentLine, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsView:
    """``counts`` are label and number: all, then by kind, then how many name a number to reach."""

    groups: tuple[CommitmentGroup, ...]
    counts: tuple[tuple[str, int], ...]
    superseded: tuple[Link, ...]
    results: Link | None
    data: Link


def page(catalog: Catalog, report: Report) -> Page:
    title = _("{year}年承诺").format(year=report.meta.year)
    commitments = report.register.commitments
    description = _("{title}里的{n}条承诺，每条照录原文").format(title=report.meta.title, n=len(commitments))
    here = address.commitments(report.key)
    return Page(
        "commitments",
        here,
        "pages/commitments.html",
        title,
        description,
        CommitmentsView(
            tuple(_groups(report)),
            tuple(_counts(catalog, report)),
            tuple(_superseded_link(report, old, new) for old, new in report.register.superseded),
            Link(_("上年成果"), address.results(report.key)) if report.register.results else None,
            Link(_("承诺数据（JSON）"), address.data("commitments")),
        ),
        meta=column_meta(title, description, catalog.site.keywords, "信息公开目录"),
        crumbs=(home_crumb(), _overview(report), Link(title, here, True)),
        anchors=frozenset(group.id for group in _groups(report)),
        updated=iso(report.updated),
    )


def _overview(report: Report) -> Link:
    return Link(report.meta.title, address.report(report.key))


def _superseded_link(report: Report, old: str, new: str) -> Link:
    return Link(_("{old} 已由 {new} 承接").format(old=old, new=new), address.commitment(report.key, new))


def _groups(report: Report) -> Iterator[CommitmentGroup]:
    for heading in report.text.headings:
        lines = tuple(_line(report, one) for one in report.register.commitments if one.section == heading.id)
        if lines:
            yield CommitmentGroup(heading.id, heading.title, lines)


def _line(report: Report, one: Commitment) -> CommitmentLine:
    written = tuple(f"{target.measure}：{target.written}" for target in one.targets)
    where = records.quote(report, one.span).link
    statuses = status.views(report.follow[one.id])
    return CommitmentLine(one.id, records.link(one), one.kind.label, one.strength.term, written, where, statuses)


def _counts(catalog: Catalog, report: Report) -> Iterator[tuple[str, int]]:
    commitments = report.register.commitments
    yield _("全部"), len(commitments)
    for label in catalog.words.labels(vocabulary.KINDS):
        yield label, sum(one.kind.label == label for one in commitments)
    number = catalog.words.id(vocabulary.SPECIFICITY, "number")
    yield _("写明数量的"), sum(number in one.specificity for one in commitments)
