"""A page for each commitment; an id that another took over keeps its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import (
    citation,
    claim,
    embed,
    entities,
    followup,
    posters,
    records,
    responsible,
    returning,
    target,
    topics,
    when,
)
from disclosure.pages.claim import ClaimView
from disclosure.pages.embed import SnippetView
from disclosure.pages.followup import FollowUpView
from disclosure.pages.page import Citation, Link, Page, article_meta, home_crumb, iso, minute
from disclosure.pages.records import QuoteView
from disclosure.pages.responsible import ResponsibleView
from disclosure.pages.target import TargetView
from disclosure.translation import gettext as _

# The commitments before and after one
Neighbours = tuple[Link | None, Link | None]


class CommitmentView(Struct, frozen=True, kw_only=True):
    """One commitment. ``specificity`` are the aspects that the text names, ``unspecific`` says which it does not;
    ``as_of`` is the day of the last that is known of it."""

    id: str
    quote: QuoteView
    kind: Term
    kind_note: str
    strength: Term
    strength_reason: str
    targets: tuple[TargetView, ...]
    specificity: tuple[tuple[str, str], ...]
    unspecific: str
    topics: tuple[Link, ...]
    entities: tuple[Link, ...]
    section: Link
    responsible: ResponsibleView
    deadline: str
    grouped: tuple[Link, ...]
    results: tuple[Link, ...]
    same_matter: tuple[Link, ...]
    returning: tuple[Link, ...]
    citation: Citation
    poster: Link | None
    claim: ClaimView
    snippet: SnippetView | None
    report: str
    json: str
    csv: str
    followup: FollowUpView
    as_of: str
    previous: Link | None
    next: Link | None


class CommitmentPageParts(Struct, frozen=True):
    """What the pages of a report's commitments have in common; ``aspects`` are label, meaning and term."""

    crumbs: tuple[Link, ...]
    aspects: tuple[tuple[str, str, Term | None], ...]
    sections: Mapping[str, Link]


class MovedView(Struct, frozen=True):
    """Where an address leads on to."""

    to: Link


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """A page for each commitment, in the order of the report."""
    commitments = report.register.commitments
    common = _common(catalog, report)
    links = records.linked(report)
    neighbours = [None, *(links[one.id] for one in commitments), None]
    for n, one in enumerate(commitments):
        around = (neighbours[n], neighbours[n + 2])
        yield _page(catalog, report, one, common, around)


def superseded(_catalog: Catalog, report: Report) -> Iterator[Page]:
    """An id that another took over keeps its address and leads on."""
    for old, new in report.register.superseded:
        successor = report.register.find(new)
        if successor is not None:
            title = _("编号 {old} 已由 {new} 承接").format(old=old, new=new)
            here = address.commitment(report.key, old)
            crumbs = (home_crumb(), Link(report.meta.title, address.report(report.key)), Link(old, here, True))
            yield Page(
                kind="moved",
                address=here,
                title=title,
                description=successor.title,
                view=MovedView(records.link(report, successor)),
                crumbs=crumbs,
            )


def _common(catalog: Catalog, report: Report) -> CommitmentPageParts:
    register = Link(_("{year}年承诺").format(year=report.meta.year), address.commitments(report.key))
    return CommitmentPageParts(
        (home_crumb(), Link(report.meta.title, address.report(report.key)), register),
        tuple(_aspects(catalog)),
        {heading.id: Link(heading.title, address.section(report.key, heading.id)) for heading in report.text.headings},
    )


def _of_vote(report: Report, one: Commitment) -> tuple[str, ...]:
    return (address.VOTE,) if report.follow[one.id].vote else ()


def _page(catalog: Catalog, report: Report, one: Commitment, common: CommitmentPageParts, around: Neighbours) -> Page:
    here = address.commitment(report.key, one.id)
    view = _view(catalog, report, one, common, around)
    return Page(
        kind="commitment",
        record=f"{report.key}/{one.id}",
        anchors=frozenset((*(each.anchor for each in view.responsible.history), *_of_vote(report, one))),
        address=here,
        title=one.title,
        description=_("{title}。原文：{quote}").format(title=one.title, quote=one.quote),
        view=view,
        meta=article_meta(one.title, report.meta.published, catalog.site.title),
        crumbs=(*common.crumbs, Link(one.id, here, True)),
        published=minute(report.meta.published),
        updated=iso(catalog.updated(one.located.written.path)),
        source=one.located.written.path,
    )


def _unspecific(one: Commitment, common: CommitmentPageParts) -> str:
    missing = [label for label, _note, term in common.aspects if term not in one.specificity]
    return _("没有写明：{labels}").format(labels=_("、").join(missing)) if missing else ""


def _view(
    catalog: Catalog, report: Report, one: Commitment, common: CommitmentPageParts, around: Neighbours
) -> CommitmentView:
    word = catalog.words.word(vocabulary.KINDS, one.kind.id)
    strength, strength_reason = target.strength(one.strength)
    return CommitmentView(
        id=one.id,
        quote=records.quotes(report)[one.id],
        kind=one.kind,
        kind_note=word.description if word else "",
        strength=strength,
        strength_reason=strength_reason,
        targets=tuple(target.view(catalog, report, each, one.strength) for each in one.targets),
        specificity=tuple([(label, note) for label, note, term in common.aspects if term in one.specificity]),
        unspecific=_unspecific(one, common),
        topics=tuple(Link(topic.label, topics.shown_at(topic.id, report.district)) for topic in one.topics),
        entities=entities.links(catalog, report.mentions.records.get(one.id, ())),
        section=common.sections[one.section],
        responsible=responsible.view(catalog, report, one.id),
        deadline=records.deadline(one),
        grouped=records.links(report, one.grouped),
        results=records.links(report, one.results),
        same_matter=records.links(report, one.same_matter),
        returning=returning.way(report, one),
        citation=citation.record(
            catalog,
            one.title,
            one.id,
            day=minute(report.meta.published),
            address=address.commitment(report.key, one.id),
        ),
        poster=posters.link(report, one),
        claim=claim.view(report, one),
        snippet=embed.snippet(catalog, report, one),
        report=report.key,
        json=data_folder.of_report(report).json("commitments"),
        csv=data_folder.of_report(report).csv("commitments"),
        followup=followup.view(catalog, report, one),
        as_of=when.as_of(report, one),
        previous=around[0],
        next=around[1],
    )


def _aspects(catalog: Catalog) -> Iterator[tuple[str, str, Term | None]]:
    """What a commitment may name: label, meaning, term."""
    for label in catalog.words.labels(vocabulary.SPECIFICITY):
        term = catalog.words.label(vocabulary.SPECIFICITY, label)
        word = catalog.words.word(vocabulary.SPECIFICITY, term.id) if term else None
        yield label, word.description if word else "", term
