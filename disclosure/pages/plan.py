"""All pages in the order of the registry, those of a report and those of the whole site; and the frame of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import chrome, history, mending, registry, years
from disclosure.pages.chrome import Frame, KnownReport
from disclosure.pages.kind import PageData, PageKind, SiteInputs
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture


def of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    """Made from the report alone; none for a kind of record that it has not."""
    made = tuple(
        page for kind in registry.KINDS if kind.of_report for page in _of_kind(kind, kind.of_report(catalog, report))
    )
    gone = _gone(catalog, lambda where: address.owner(where) == report.key, made)
    yield from history.told(mending.marked((*made, *gone), catalog), catalog, report.changes)


def data_of_report(catalog: Catalog, report: Report, pages: Iterable[Page]) -> Iterator[PageData]:
    """What the scripts of these pages of a report load."""
    present = {page.kind for page in pages}
    for kind in registry.KINDS:
        if kind.data and kind.id in present:
            yield from kind.data(catalog, report)


def of_site(site: SiteInputs) -> tuple[Page, ...]:
    """Made from what belongs to the whole site and the cards of all reports; lists of pages come last, and list those
    that come before them."""
    catalog, cards = site.catalog, site.cards
    made = tuple(page for kind in registry.KINDS if kind.of_site for page in _of_kind(kind, kind.of_site(site)))
    reports = {one.key for one in cards}
    pages = (*made, *_gone(catalog, lambda where: address.owner(where) not in reports, made))
    for kind in registry.KINDS:
        if kind.of_pages:
            pages = (*pages, *_of_kind(kind, kind.of_pages(site, pages)))
    return tuple(history.told(mending.marked(pages, catalog), catalog, catalog.changes))


def data_of_site(site: SiteInputs, pages: tuple[Page, ...]) -> Iterator[PageData]:
    """What the scripts of pages of the whole site load."""
    for kind in registry.KINDS:
        if kind.data_of_site:
            yield from kind.data_of_site(site, pages)


def pictures(pages: Iterable[Page]) -> Iterator[Picture]:
    """What is drawn on these pages and belongs to them: another may show it too, where it belongs is its address."""
    for page in pages:
        shown = registry.kind(page.kind).pictures
        if shown:
            yield from (one for one in shown(page) if one and one.page == page.address)


def _gone(catalog: Catalog, is_mine: Callable[[str], bool], pages: Iterable[Page]) -> Iterator[Page]:
    """What stands at addresses that none of these pages has, among those that belong here."""
    taken = {page.address: page.title for page in pages}
    for kind in registry.KINDS:
        if kind.of_gone is not None:
            yield from _of_kind(kind, kind.of_gone(catalog, is_mine, taken))


def _of_kind(kind: PageKind, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages of a row's maker; a page of another kind, or with another view, could not be read back."""
    for page in pages:
        is_mine = page.kind in kind.ids and type(page.view) is kind.view
        assert is_mine, f"{page.address} is not as the row {kind.id} says"
        yield page


def frame(catalog: Catalog, known: tuple[KnownReport, ...], images: str = "none") -> Frame:
    """The frame, from what belongs to the whole site, what is known of its reports, newest first, and which ``images``
    are made."""
    newest = known[0] if known else None
    links = (link for kind in registry.KINDS if kind.nav for link in kind.nav(catalog, newest))
    return Frame(chrome.site(catalog, known, images), tuple(links), years.of_reports(known, catalog.today))
