"""What can be found: of each report, and of the site, as the rows of the registry make it."""

from __future__ import annotations

from disclosure.catalog.catalog import Catalog, Report
from disclosure.search import registry
from disclosure.search.files import SearchContent


def of_report(catalog: Catalog, report: Report) -> SearchContent:
    """The documents of one report; nothing else is looked at."""
    made = [(kind.later, one) for kind in registry.kinds() if kind.of_report for one in kind.of_report(catalog, report)]
    return SearchContent(tuple(one for later, one in made if not later), tuple(one for later, one in made if later))


def of_site(catalog: Catalog) -> SearchContent:
    """The documents that belong to no report."""
    every = (one for kind in registry.kinds() if kind.of_site is not None for one in kind.of_site(catalog))
    return SearchContent((), tuple(every))
