"""The registry of page kinds: a row for each, from which everything derives that must know of all kinds.

A new kind is a module with its view and its maker, a template, and a row: here, or in a module of rows
(``report_kinds``, ``subject_kinds`` ...).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.districts import District
from disclosure.grouping import grouped
from disclosure.pages import (
    changes,
    comparison_kinds,
    corrections,
    data_kinds,
    desk,
    district_kinds,
    district_map,
    federation,
    glossary,
    home,
    makers,
    narrative,
    navigation,
    report_kinds,
    requests,
    retired,
    service,
    subject_kinds,
    subscribe,
    updates,
)
from disclosure.pages.document import PAGE, SearchKind, whole
from disclosure.pages.kind import PageKind, SiteInputs, SitemapGroup
from disclosure.pages.page import Link, Page
from disclosure.pages.service import GroupView
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


def _sitemap(site: SiteInputs, pages: tuple[Page, ...]) -> Iterator[Page]:
    """The pages of each report, then those of the whole site, in the order of their rows; of many districts each has a
    map of its own."""
    pairs = (*_of_reports(site), *listed(pages))
    yield service.sitemap(site.catalog, site.cards, tuple(_groups(pairs)))


def _district_sitemap(site: SiteInputs, district: District, pages: tuple[Page, ...]) -> Iterator[Page]:
    """The district's own pages come first under each heading."""
    pairs = (*listed(pages), *(pair for one in site.cards for pair in one.listed))
    return district_map.pages(site, district, tuple(_groups(pairs)))


def _groups(pairs: Iterable[tuple[str, Link]]) -> Iterator[GroupView]:
    inside = grouped((kind(id).sitemap, link) for id, link in pairs)
    return (GroupView(_(group.value), tuple(inside[group])) for group in SitemapGroup if group in inside)


def _of_reports(site: SiteInputs) -> Iterator[tuple[str, Link]]:
    if not site.catalog.districts:
        yield from (pair for one in site.cards for pair in one.listed)
    with_report = {one.district for one in site.cards}
    for one in site.catalog.districts:
        if one.name in with_report:
            label = _("{name}的全部页面").format(name=one.name)
            yield "district", Link(label, address.of_district("sitemap", one.id))


KINDS: tuple[PageKind, ...] = (
    PageKind(
        id="home",
        view=home.HomeView,
        of_site=makers.home_page,
        sitemap=SitemapGroup.SITE,
        nav=navigation.to(N_("首页"), address.HOME, lambda _catalog, _newest: True),
        search=None,
        pictures=lambda page: (page.view.districts,),
        unlinked=True,
        feed=True,
    ),
    *district_kinds.KINDS,
    *report_kinds.KINDS,
    *subject_kinds.KINDS,
    PageKind(
        id="updates",
        further=True,
        view=updates.StreamView,
        of_site=makers.stream_of_updates,
        sitemap=SitemapGroup.RECORDS,
        search=None,
        feed=True,
    ),
    PageKind(
        id="changes",
        further=True,
        view=changes.ChangesView,
        of_pages=changes.pages,
        data_of_site=changes.data,
        sitemap=SitemapGroup.RECORDS,
        search=SearchKind(id="change", label=N_("改动记录"), rank=88, prior=0.2),
        documents=changes.documents,
    ),
    PageKind(
        id="requests",
        view=requests.RequestsView,
        of_site=makers.list_of_requests,
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="request",
        view=requests.RequestView,
        of_site=makers.pages_of_requests,
        sitemap=None,
        search=SearchKind(id="request", label=N_("公开申请"), rank=86, prior=0.9),
        documents=requests.documents,
        twin=True,
        mend=True,
        cite=True,
    ),
    PageKind(
        id="corrections",
        further=True,
        view=corrections.CorrectionsView,
        of_site=lambda site: corrections.listed(site.catalog, site.cards, site.updates),
        sitemap=SitemapGroup.SITE,
        search=None,
        feed=True,
    ),
    PageKind(
        id="correction",
        view=corrections.CorrectionView,
        of_site=lambda site: corrections.pages(site.catalog, site.cards, site.updates),
        sitemap=None,
        search=SearchKind(id="correction", label=N_("更正"), rank=83, prior=0.5),
        documents=corrections.documents,
        cite=True,
    ),
    PageKind(
        id="glossary",
        further=True,
        view=glossary.GlossaryView,
        of_site=makers.glossary_page,
        sitemap=SitemapGroup.REPORTS,
        nav=navigation.to(N_("名词解释"), address.GLOSSARY, lambda catalog, newest: newest and not catalog.districts),
        search=None,
    ),
    PageKind(
        id="subscribe",
        view=subscribe.SubscribeView,
        of_site=makers.subscribe_page,
        pictures=lambda page: (page.view.deadlines,),
        sitemap=SitemapGroup.SITE,
        search=None,
        documents=subscribe.documents,
    ),
    *comparison_kinds.KINDS,
    *data_kinds.KINDS,
    PageKind(
        id="narrative",
        own_template="main.html",
        view=narrative.NarrativeView,
        of_site=lambda site: narrative.pages(site.catalog),
        sitemap=SitemapGroup.SITE,
        nav=navigation.to_narratives,
        search=SearchKind(id="narrative", label=N_("本站说明"), rank=60, prior=0.45, of_site=narrative.documents),
        documents=narrative.rubric_documents,
        mend=True,
        cite=True,
    ),
    PageKind(
        id="search",
        view=service.SearchView,
        of_site=lambda site: [service.search(site.catalog, site.cards, large=site.large)],
        sitemap=SitemapGroup.SITE,
        search=None,
    ),
    PageKind(
        id="federation",
        view=federation.FederationView,
        of_site=lambda site: federation.pages(site.catalog, reports=bool(site.cards)),
        sitemap=SitemapGroup.SITE,
        search=None,
    ),
    PageKind(
        id="desk",
        view=desk.DeskView,
        of_site=desk.pages,
        data_of_site=desk.data,
        sitemap=None,
        search=None,
        unlinked=True,
        passing=True,
    ),
    PageKind(
        id="sitemap",
        view=service.SitemapView,
        of_pages=_sitemap,
        sitemap=None,
        search=None,
        documents=lambda page: [whole(PAGE, page, place=page.title)],
    ),
    PageKind(
        id="district-sitemap",
        own_template="pages/sitemap.html",
        further=True,
        view=service.SitemapView,
        of_district_pages=_district_sitemap,
        sitemap=None,
        search=None,
    ),
    PageKind(
        id="retired",
        view=retired.RetiredView,
        of_gone=retired.pages,
        sitemap=None,
        search=None,
        unlinked=True,
        passing=True,
    ),
    PageKind(
        id="not-found",
        view=service.NotFoundView,
        of_site=lambda site: [service.not_found(site.catalog, site.cards)],
        sitemap=None,
        search=None,
        unlinked=True,
        anywhere=True,
        passing=True,
    ),
)


# The kinds of pages of the whole site whose list it has whatever districts there are. What was asked for, offices and
# entities have their rows in the lists of each district (districts/x/data/departments.json), and one that several
# districts name would be of all of these: their pages promise no data beside them, and lead to the district's
SITE_TWINS = ("indicator",)


def kind(id: str) -> PageKind:
    """The row of a kind; ``KeyError`` where there is none."""
    return _by_id(KINDS)[id]


@lru_cache(1)
def _by_id(kinds: tuple[PageKind, ...]) -> dict[str, PageKind]:
    return {id: one if id == one.id else _further(one, id) for one in kinds for id in one.ids}


def _further(one: PageKind, id: str) -> PageKind:
    """The row of the pages on which a kind's lists go on."""
    return replace(one, id=id, own_template=one.template, sitemap=None, search=None, feed=False, twin=False)


def has_twin(one: PageKind, *, has_districts: bool) -> bool:
    """Whether what its pages show stands beside them as data: on a site of several districts those of reports, and
    those whose list the whole site has."""
    return one.twin and (not has_districts or one.of_report is not None or one.id in SITE_TWINS)


def listed(pages: Iterable[Page]) -> tuple[tuple[str, Link], ...]:
    """The pages that stand in the site map, each with its kind."""
    return tuple(
        (one.kind, Link(one.title, one.address, note=one.description)) for one in pages if kind(one.kind).sitemap
    )
