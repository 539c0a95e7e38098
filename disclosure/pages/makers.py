"""What makes the pages of a row of the ``registry``, where that takes more than the view's own module knows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.pages import (
    changes,
    data,
    data_examples,
    data_sets,
    departments,
    entities,
    glossary,
    home,
    questions,
    requests,
    subscribe,
    topics,
    updates,
    vanished,
)
from disclosure.pages.kind import OfReport, SiteInputs
from disclosure.pages.page import Page


def one(make: Callable[[Catalog, Report], Page | None]) -> OfReport:
    """A page of each report, unless there is nothing to show on it."""
    return lambda catalog, report: filter(None, [make(catalog, report)])


def where(has: Callable[[Report], Collection[object]], make: OfReport) -> OfReport:
    """Only of a report that has what is to be shown."""
    return lambda catalog, report: make(catalog, report) if has(report) else ()


def promised(make: OfReport) -> OfReport:
    """Only of a report whose commitments are registered."""
    return where(lambda report: report.register.commitments, make)


def home_page(site: SiteInputs) -> Iterator[Page]:
    yield home.page(site.catalog, site.cards, changes.latest(site.catalog, site.cards, site.changes))


def topic_pages(site: SiteInputs) -> Iterator[Page]:
    held = [card.topics for card in site.cards]
    return topics.pages(site.catalog, held, lambda key: site.details(key).topics)


def entity_pages(site: SiteInputs) -> Iterator[Page]:
    naming = [card.entities for card in site.cards]
    return entities.pages(site.catalog, naming, lambda key: site.details(key).entities)


def entity_table(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.entities:
        yield entities.table(site.catalog, [card.entities for card in site.cards])


def questions_page(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.questions:
        yield questions.page(site.catalog, [one for card in site.cards for one in card.grounds])


def vanished_pages(site: SiteInputs) -> Iterator[Page]:
    return vanished.pages(site.catalog, [card.key for card in site.cards], lambda key: site.details(key).measures)


def department_pages(site: SiteInputs) -> Iterator[Page]:
    held = [card.departments for card in site.cards]
    return departments.pages(site.catalog, held, lambda key: site.details(key).departments)


def stream_of_updates(site: SiteInputs) -> Iterator[Page]:
    lines = [line for card in site.cards for line in card.updates]
    if lines:
        yield from updates.stream(site.catalog, lines)


def list_of_requests(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.requests:
        yield requests.page(site.catalog, (part for card in site.cards for part in card.asked))


def pages_of_requests(site: SiteInputs) -> Iterator[Page]:
    return requests.pages(site.catalog, (part for card in site.cards for part in card.asked))


def glossary_page(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield glossary.page(site.catalog, ((card.title, card.terms) for card in site.cards))


def subscribe_page(site: SiteInputs) -> Iterator[Page]:
    yield subscribe.page(site.catalog, site.cards)


def data_page(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield data.page(site.catalog, site.cards)


def district_data_page(site: SiteInputs, district: District) -> Iterator[Page]:
    if site.cards:
        yield data.of_district(site.catalog, district, site.cards)


def data_sets_pages(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield from data_sets.pages(site.catalog, [card.counts for card in site.cards])


def data_examples_page(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield data_examples.page(site.catalog)
