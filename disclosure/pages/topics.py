"""A page for each topic, across all reports: what a citizen looks for by subject and not by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.model import vocabulary
from disclosure.pages import commitments, progress, records
from disclosure.pages.commitments import CommitmentLine
from disclosure.pages.page import Link, Page, column_meta, home_crumb
from disclosure.pages.progress import RateView
from disclosure.translation import gettext as _


class TopicPart(Struct, frozen=True):
    """What one report holds on a topic; ``register`` leads to its filtered register, where there are commitments."""

    topic: str
    report: str
    title: str
    commitments: tuple[CommitmentLine, ...]
    results: tuple[Link, ...]
    register: Link | None
    rates: tuple[RateView, ...]


class TopicView(Struct, frozen=True):
    """``others`` are the other topics."""

    parts: tuple[TopicPart, ...]
    others: tuple[Link, ...]


def summary(catalog: Catalog, report: Report) -> tuple[TopicPart, ...]:
    """What the topics' pages need of a report, in the order of the vocabulary."""
    promised: dict[str, list[Commitment]] = {}
    reported: dict[str, list[Result]] = {}
    for one in report.register.commitments:
        for topic in one.topics:
            promised.setdefault(topic.id, []).append(one)
    for each in report.register.results:
        for topic in each.topics:
            reported.setdefault(topic.id, []).append(each)
    order = catalog.words.order(vocabulary.TOPICS)
    return tuple(
        TopicPart(
            id,
            report.key,
            report.meta.title,
            tuple(commitments.line(catalog, report, one) for one in promised.get(id, ())),
            tuple(records.link(one) for one in reported.get(id, ())),
            Link(_("筛选这些承诺"), f"{address.commitments(report.key)}?topic={id}") if id in promised else None,
            progress.rates_of(report, (one.id for one in promised.get(id, ()))),
        )
        for id in sorted(promised.keys() | reported.keys(), key=lambda one: order.get(one, len(order)))
    )


def links(catalog: Catalog, summaries: Sequence[tuple[TopicPart, ...]]) -> tuple[Link, ...]:
    """The topics that have a record, each with how many commitments it holds."""
    promised: dict[str, int] = {}
    for part in (one for parts in summaries for one in parts):
        promised[part.topic] = promised.get(part.topic, 0) + len(part.commitments)
    order = catalog.words.order(vocabulary.TOPICS)
    return tuple(
        Link(catalog.words.id(vocabulary.TOPICS, id).label, address.topic(id), note=str(promised[id]))
        for id in sorted(promised, key=lambda one: order.get(one, len(order)))
    )


def pages(catalog: Catalog, summaries: Sequence[tuple[TopicPart, ...]]) -> Iterator[Page]:
    """A page for each topic that has a record."""
    every = links(catalog, summaries)
    for link in every:
        parts = tuple(part for parts in summaries for part in parts if address.topic(part.topic) == link.address)
        others = tuple(one for one in every if one is not link)
        yield _page(catalog, link, TopicView(parts, others))


def _page(catalog: Catalog, link: Link, view: TopicView) -> Page:
    promised = sum(len(part.commitments) for part in view.parts)
    reported = sum(len(part.results) for part in view.parts)
    description = _("关于{topic}：{n}条承诺，{m}项上年成果和不足").format(topic=link.label, n=promised, m=reported)
    return Page(
        "topic",
        link.address,
        "pages/topic.html",
        link.label,
        description,
        view,
        meta=column_meta(link.label, description, catalog.site.keywords, "信息公开目录"),
        crumbs=(home_crumb(), Link(link.label, link.address, True)),
    )
