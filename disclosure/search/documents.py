"""What can be found: of each report, and of the site, as the rows of the registries make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import registry as pages_registry
from disclosure.pages.document import PAGE, Document, whole
from disclosure.pages.page import Page
from disclosure.search import registry
from disclosure.search.files import SearchContent
from disclosure.translation import gettext as _


def of_report(catalog: Catalog, report: Report, pages: Iterable[Page]) -> SearchContent:
    """The documents of one report, whose pages these are; nothing else is looked at."""
    made = [(kind.later, one) for kind in registry.kinds() if kind.of_report for one in kind.of_report(catalog, report)]
    later = [one for is_later, one in made if is_later]
    first = [one for is_later, one in made if not is_later]
    return SearchContent(tuple(first), (*later, *_of_pages(pages, made_at={one.address for _later, one in made})))


def of_site(catalog: Catalog, pages: Iterable[Page]) -> SearchContent:
    """The documents that belong to no report; ``pages`` are those of the whole site."""
    every = [one for kind in registry.kinds() if kind.of_site is not None for one in kind.of_site(catalog)]
    return SearchContent((), (*every, *_of_pages(pages, made_at={one.address for one in every})))


def of_pages(pages: Iterable[Page]) -> SearchContent:
    """The documents that pages make of themselves."""
    return SearchContent((), tuple(_of_pages(pages, made_at=set())))


def _of_pages(pages: Iterable[Page], made_at: set[str]) -> Iterator[Document]:
    """What the pages make of themselves; of one of the site map to which nothing leads yet, the whole."""
    for page in pages:
        row = pages_registry.kind(page.kind)
        made = tuple(row.documents(page)) if row.documents else ()
        yield from made
        if row.sitemap and page.address not in made_at | {one.address for one in made}:
            yield whole(PAGE, page, place=_(row.sitemap.value))
