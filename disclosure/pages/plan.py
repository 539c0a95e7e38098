"""All pages of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.catalog import datasets
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import (
    commitment,
    commitments,
    coverage,
    data,
    glossary,
    home,
    indicators,
    narrative,
    overview,
    projects,
    results,
    section,
    service,
    text,
    topics,
)
from disclosure.pages.page import Page
from disclosure.pages.topics import TopicPart


def _register(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The pages of a report's records; none where there is no record."""
    if report.register.commitments:
        yield commitments.page(catalog, report)
        yield from commitment.pages(catalog, report)
        yield from commitment.superseded(report)
        yield from filter(None, [projects.page(catalog, report)])
    if report.register.results:
        yield results.page(catalog, report)
    yield from section.pages(catalog, report)
    if report.accounts.clauses:
        yield coverage.page(catalog, report)


def _across(catalog: Catalog, by_topic: Sequence[tuple[TopicPart, ...]]) -> Iterator[Page]:
    """The pages that all reports have together, each made from a small summary of every report."""
    yield from indicators.pages(catalog)
    yield from topics.pages(catalog, by_topic)
    if catalog.reports:
        yield glossary.page(catalog)
        yield data.page(catalog, [datasets.counts(catalog, one) for one in catalog.reports])


def pages(catalog: Catalog) -> tuple[Page, ...]:
    by_topic = [topics.summary(catalog, one) for one in catalog.reports]
    planned: list[Page] = [home.page(catalog, topics.links(catalog, by_topic))]
    for report in catalog.reports:
        planned += [overview.page(catalog, report), text.page(catalog, report), *_register(catalog, report)]
    planned += _across(catalog, by_topic)
    planned += [narrative.page(catalog, one) for one in catalog.narratives if one.name != "index.md"]
    planned.append(service.search(catalog))
    planned.append(service.sitemap(catalog, tuple(planned)))
    planned.append(service.not_found(catalog))
    return tuple(planned)
