"""All pages in a fixed order: those of a report, and those of the whole site."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import commitment, commitments, glossary, home, narrative, overview, results, service, text
from disclosure.pages.card import Card
from disclosure.pages.page import Page


def of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    """Made from the report alone; none for a kind of record that it has not."""
    yield overview.page(catalog, report)
    yield text.page(catalog, report)
    if report.register.commitments:
        yield commitments.page(catalog, report)
        yield from commitment.pages(catalog, report)
        yield from commitment.superseded(report)
    if report.register.results:
        yield results.page(catalog, report)


def of_site(catalog: Catalog, cards: tuple[Card, ...]) -> Iterator[Page]:
    """Made from what belongs to the whole site and the cards of all reports, newest first."""
    planned = [home.page(catalog, tuple(one.home for one in cards))]
    if cards:
        planned.append(glossary.page(catalog, tuple((one.title, one.terms) for one in cards)))
    planned += [narrative.page(catalog, one) for one in catalog.narratives if one.name != "index.md"]
    planned.append(service.search(catalog, cards))
    yield from planned
    yield service.sitemap(catalog, cards, tuple(planned))
    yield service.not_found(catalog, cards)
