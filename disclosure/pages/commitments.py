"""All commitments of a report, section by section, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Target
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import records
from disclosure.pages.page import Link, Page, article_meta, chinese_date, column_meta, home_crumb, iso, minute
from disclosure.pages.records import QuoteView
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
    results: Link
    data: Link


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target: as written, how it is read, how firmly and by which word, and last year's figure."""

    measure: str
    written: str
    reading: str
    strength: Term
    strength_reason: str
    baseline: Link | None


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """One commitment. ``specificity`` says of each aspect whether the text names it."""

    id: str
    quote: QuoteView
    kind: Term
    kind_note: str
    strength: Term
    strength_reason: str
    targets: tuple[TargetView, ...]
    specificity: tuple[tuple[str, str, bool], ...]
    topics: str
    deadline: str
    grouped: tuple[Link, ...]
    results: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def list_page(catalog: Catalog, report: Report) -> Page:
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
            Link(_("上年成果"), address.results(report.key)),
            Link(_("承诺数据（JSON）"), address.data("commitments")),
        ),
        meta=column_meta(title, description, catalog.site.keywords, "信息公开目录"),
        crumbs=(home_crumb(), _overview(report), Link(title, here, True)),
        anchors=frozenset(group.id for group in _groups(report)),
        updated=iso(report.updated),
    )


def _overview(report: Report) -> Link:
    return Link(report.meta.title, address.report(report.key))


def _groups(report: Report) -> Iterator[CommitmentGroup]:
    for heading in report.text.headings:
        lines = tuple(_line(report, one) for one in report.register.commitments if one.section == heading.id)
        if lines:
            yield CommitmentGroup(heading.id, heading.title, lines)


def _line(report: Report, one: Commitment) -> CommitmentLine:
    written = tuple(f"{target.measure}：{target.written}" for target in one.targets)
    where = records.quote(report, one.span).link
    return CommitmentLine(one.id, records.link(one), one.kind.label, one.strength.term, written, where)


def _counts(catalog: Catalog, report: Report) -> Iterator[tuple[str, int]]:
    commitments = report.register.commitments
    yield _("全部"), len(commitments)
    for label in catalog.words.labels(vocabulary.KINDS):
        yield label, sum(one.kind.label == label for one in commitments)
    number = catalog.words.id(vocabulary.SPECIFICITY, "number")
    yield _("写明数量的"), sum(number in one.specificity for one in commitments)


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """A page for each commitment, in the order of the report."""
    commitments = report.register.commitments
    neighbours = [None, *map(records.link, commitments), None]
    for n, one in enumerate(commitments):
        yield _page(catalog, report, one, (neighbours[n], neighbours[n + 2]))


def _page(catalog: Catalog, report: Report, one: Commitment, around: tuple[Link | None, Link | None]) -> Page:
    here = address.commitment(report.key, one.id)
    register = Link(_("{year}年承诺").format(year=report.meta.year), address.commitments(report.key))
    return Page(
        "commitment",
        here,
        "pages/commitment.html",
        one.title,
        one.quote,
        _view(catalog, report, one, around),
        meta=article_meta(one.title, report.meta.published, catalog.site.title),
        crumbs=(home_crumb(), _overview(report), register, Link(one.id, here, True)),
        published=minute(report.meta.published),
        updated=iso(catalog.updated(one.located.written.path)),
        source=one.located.written.path,
    )


def _view(catalog: Catalog, report: Report, one: Commitment, around: tuple[Link | None, Link | None]) -> CommitmentView:
    word = catalog.words.word(vocabulary.KINDS, one.kind.id)
    return CommitmentView(
        one.id,
        records.quote(report, one.span),
        one.kind,
        word.description if word else "",
        one.strength.term,
        _reason(one.strength.source, one.strength.word, one.strength.because),
        tuple(_target(catalog, report, target) for target in one.targets),
        tuple(_specificity(catalog, one)),
        _("、").join(topic.label for topic in one.topics),
        _deadline(one),
        records.links(report, one.grouped),
        records.links(report, one.results),
        *around,
    )


def _reason(source: str, word: str, because: str) -> str:
    words = {
        "text": _("原文用词“{word}”"),
        "inherited": _("承接前文“{word}”"),
        "editor": _("编者判断：{because}"),
    }
    return words[source].format(word=word, because=because)


def _target(catalog: Catalog, report: Report, one: Target) -> TargetView:
    operator = catalog.words.word(vocabulary.OPERATORS, one.quantity.operator.value)
    baseline = report.register.find(one.baseline.id.partition("/")[0]) if one.baseline else None
    return TargetView(
        one.measure,
        one.written,
        operator.description if operator else "",
        one.strength.term,
        _reason(one.strength.source, one.strength.word, one.strength.because),
        Link(one.baseline.written, records.link(baseline).address) if baseline and one.baseline else None,
    )


def _specificity(catalog: Catalog, one: Commitment) -> Iterator[tuple[str, str, bool]]:
    for label in catalog.words.labels(vocabulary.SPECIFICITY):
        term = catalog.words.label(vocabulary.SPECIFICITY, label)
        word = catalog.words.word(vocabulary.SPECIFICITY, term.id) if term else None
        yield label, word.description if word else "", term in one.specificity


def _deadline(one: Commitment) -> str:
    day = chinese_date(one.deadline)
    return day if one.deadline_stated else _("{day}（原文没有写明，按当年年底）").format(day=day)
