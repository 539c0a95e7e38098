"""All pages in a fixed order: those of a report, and those of the whole site."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import (
    commitment,
    commitments,
    corrections,
    coverage,
    data,
    glossary,
    home,
    indicators,
    mending,
    narrative,
    overview,
    progress,
    projects,
    results,
    retired,
    section,
    service,
    text,
    topics,
    updates,
)
from disclosure.pages.card import Card
from disclosure.pages.page import Page
from disclosure.pages.topics import TopicPartsOf


def of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    """Made from the report alone; none for a kind of record that it has not."""
    made = tuple(_of_report(catalog, report))
    gone = retired.pages(catalog, {one.address for one in made}, report.key)
    yield from mending.marked((*made, *gone), catalog)


def _of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    yield overview.page(catalog, report)
    yield text.page(catalog, report)
    if report.register.commitments:
        yield commitments.page(catalog, report)
        yield from commitment.pages(catalog, report)
        yield from commitment.superseded(report)
        yield from filter(None, [projects.page(catalog, report)])
        yield progress.page(catalog, report)
        yield from updates.pages(catalog, report)
    if report.register.results:
        yield results.page(catalog, report)
    yield from section.pages(catalog, report)
    if report.accounts.clauses:
        yield coverage.page(catalog, report)


def of_site(catalog: Catalog, cards: tuple[Card, ...], parts: TopicPartsOf) -> Iterator[Page]:
    """Made from what belongs to the whole site and the cards of all reports, newest first."""
    by_topic = [one.topics for one in cards]
    followed = tuple(one.progress for one in cards if one.progress)
    planned = [home.page(catalog, tuple(one.home for one in cards), topics.links(catalog, by_topic), followed)]
    planned += [*indicators.pages(catalog), *topics.pages(catalog, by_topic, parts)]
    lines = [line for one in cards for line in one.updates]
    if lines:
        planned.append(updates.stream(catalog, lines))
    if catalog.corrections:
        planned.append(corrections.page(catalog))
    if cards:
        planned.append(glossary.page(catalog, tuple((one.title, one.terms) for one in cards)))
        planned.append(data.page(catalog, [(one.title, one.counts) for one in cards]))
    planned += [narrative.page(catalog, one) for one in catalog.narratives if one.name != "index.md"]
    planned.append(service.search(catalog, cards))
    planned += retired.pages(catalog, {one.address for one in planned}, "")
    planned = list(mending.marked(planned, catalog))
    yield from planned
    yield service.sitemap(catalog, cards, tuple(planned))
    yield service.not_found(catalog, cards)
