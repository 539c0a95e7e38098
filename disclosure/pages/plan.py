"""All pages of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import (
    commitment,
    commitments,
    corrections,
    glossary,
    home,
    narrative,
    overview,
    progress,
    results,
    service,
    text,
    updates,
)
from disclosure.pages.page import Page


def _register(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The pages of a report's records; none where there is no record."""
    if report.register.commitments:
        yield commitments.page(catalog, report)
        yield from commitment.pages(catalog, report)
        yield from commitment.superseded(report)
        yield progress.page(catalog, report)
        yield from updates.pages(catalog, report)
    if report.register.results:
        yield results.page(catalog, report)


def pages(catalog: Catalog) -> tuple[Page, ...]:
    planned: list[Page] = [home.page(catalog)]
    for report in catalog.reports:
        planned += [overview.page(catalog, report), text.page(catalog, report), *_register(catalog, report)]
    lines = [line for report in catalog.reports for line in updates.lines(report)]
    if lines:
        planned.append(updates.stream(catalog, lines))
    if catalog.corrections:
        planned.append(corrections.page(catalog))
    if catalog.reports:
        planned.append(glossary.page(catalog))
    planned += [narrative.page(catalog, one) for one in catalog.narratives if one.name != "index.md"]
    planned.append(service.search(catalog))
    planned.append(service.sitemap(catalog, tuple(planned)))
    planned.append(service.not_found(catalog))
    return tuple(planned)
