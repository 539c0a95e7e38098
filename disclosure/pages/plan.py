"""All pages in the order of the registry, those of a report and those of the whole site; and the frame of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.grouping import grouped
from disclosure.pages import by_district, chrome, history, mending, registry, years
from disclosure.pages.chrome import Frame, Frames, KnownReport, SiteView
from disclosure.pages.kind import PageData, PageKind, SiteInputs
from disclosure.pages.page import Link, Page
from disclosure.pages.picture import Picture
from disclosure.translation import gettext as _


def of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    """Made from the report alone; none for a kind of record that it has not."""
    every = (
        page for kind in registry.KINDS if kind.of_report for page in _of_kind(kind, kind.of_report(catalog, report))
    )
    made = tuple(_under(report.district, every))
    gone = _gone(catalog, lambda where: address.owner(where) == report.key, made)
    yield from history.told(mending.marked((*made, *gone), catalog), catalog, report.changes)


def _under(district: District | None, pages: Iterable[Page]) -> Iterator[Page]:
    """The way to a report's pages leads through its district."""
    way = by_district.way(district)
    for page in pages:
        home, rest = page.crumbs[:1], page.crumbs[1:]
        yield replace(page, crumbs=(*home, *way, *rest)) if way and rest else page


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


def of_district(site: SiteInputs, district: District) -> tuple[Page, ...]:
    """Made from what belongs to the whole site and the cards of a district's reports, and nothing of other districts:
    where those are as they were, so are these."""
    mine, catalog = site.of(district), site.catalog
    made = tuple(
        page for kind in registry.KINDS if kind.of_district for page in _of_kind(kind, kind.of_district(mine, district))
    )
    for kind in registry.KINDS:
        if kind.of_district_pages:
            made = (*made, *_of_kind(kind, kind.of_district_pages(mine, district, made)))
    return tuple(history.told(mending.marked(made, catalog), catalog, catalog.changes))


def data_of_site(site: SiteInputs, pages: tuple[Page, ...]) -> Iterator[PageData]:
    """What the scripts of pages of the whole site load."""
    for kind in registry.KINDS:
        if kind.data_of_site:
            yield from kind.data_of_site(site, pages)


def data_of_district(site: SiteInputs, district: District, pages: tuple[Page, ...]) -> Iterator[PageData]:
    """What the scripts of a district's pages load."""
    mine = site.of(district)
    for kind in registry.KINDS:
        if kind.data_of_district:
            yield from kind.data_of_district(mine, district, pages)


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


def frames(catalog: Catalog, known: tuple[KnownReport, ...], images: str = "none") -> Frames:
    """The frames, from what belongs to the whole site, what is known of its reports, newest first, and which ``images``
    are made."""
    around = chrome.site(catalog, known, images)
    newest = known[0] if known else None
    if not catalog.districts:
        every = Frame(around, tuple(_links(catalog, newest)), years.of_reports(known, catalog.today))
        return Frames(site=every, districts={}, of={})
    # Into which report would a page of the whole site lead?
    ways = (link for kind in registry.KINDS if kind.nav and not kind.of_report for link in kind.nav(catalog, newest))
    by_name = grouped((one.district, one) for one in known)
    return Frames(
        site=Frame(around, tuple(ways)),
        districts={
            one.name: _frame(catalog, one, around, tuple(by_name.get(one.name, ()))) for one in catalog.districts
        },
        of={one.key: one.district for one in known},
    )


def _links(catalog: Catalog, newest: KnownReport | None) -> Iterator[Link]:
    return (link for kind in registry.KINDS if kind.nav for link in kind.nav(catalog, newest))


def _frame(catalog: Catalog, district: District, around: SiteView, known: tuple[KnownReport, ...]) -> Frame:
    """Around a district's pages and those of its reports; what belongs to the whole site is led to from that's own."""
    kinds = (kind for kind in registry.KINDS if kind.nav and kind.of_report) if known else ()
    inside = (link for kind in kinds if kind.nav for link in kind.nav(catalog, known[0]))
    ways = (
        Link(_("首页"), address.HOME),
        *by_district.crumb(district),
        *inside,
    )
    return Frame(around, ways, years.of_reports(known, catalog.today))
