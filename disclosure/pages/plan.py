"""All pages of the site, in a fixed order."""

from __future__ import annotations

from disclosure.catalog.catalog import Catalog
from disclosure.pages import glossary, home, narrative, overview, service, text
from disclosure.pages.page import Page


def pages(catalog: Catalog) -> tuple[Page, ...]:
    planned: list[Page] = [home.page(catalog)]
    for report in catalog.reports:
        planned += [overview.page(catalog, report), text.page(catalog, report)]
    if catalog.reports:
        planned.append(glossary.page(catalog))
    planned += [narrative.page(catalog, one) for one in catalog.narratives if one.name != "index.md"]
    planned.append(service.search(catalog))
    planned.append(service.sitemap(catalog, tuple(planned)))
    planned.append(service.not_found(catalog))
    return tuple(planned)
