"""What can be found: of each report, and of the site, as the rows of the registry make it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.document import Document
from disclosure.search import registry
from disclosure.search.files import SearchContent


def of_report(catalog: Catalog, report: Report) -> SearchContent:
    """The documents of one report; nothing else is looked at."""
    return SearchContent(
        tuple(_of_report(catalog, report, later=False)), tuple(_of_report(catalog, report, later=True))
    )


def _of_report(catalog: Catalog, report: Report, *, later: bool) -> Iterator[Document]:
    for kind in registry.kinds():
        if kind.of_report is not None and kind.later == later:
            yield from kind.of_report(catalog, report)


def of_site(catalog: Catalog) -> SearchContent:
    """The documents that belong to no report."""
    every = (one for kind in registry.kinds() if kind.of_site is not None for one in kind.of_site(catalog))
    return SearchContent((), tuple(every))
