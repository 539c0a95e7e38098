"""The page kinds of a site with many districts: rows of the registry, which make no page where there are none."""

from __future__ import annotations

from disclosure.catalog import address
from disclosure.pages import (
    changes,
    district_home,
    district_list,
    district_rates,
    makers,
    navigation,
    province,
    updates,
)
from disclosure.pages.document import SearchKind
from disclosure.pages.kind import PageKind, SitemapGroup
from disclosure.translation import mark as N_

KINDS: tuple[PageKind, ...] = (
    PageKind(
        id="province",
        view=province.ProvinceView,
        of_site=makers.home_of_many,
        sitemap=SitemapGroup.SITE,
        search=None,
        pictures=lambda page: (page.view.picture,),
        unlinked=True,
        feed=True,
    ),
    PageKind(
        id="districts",
        further=True,
        view=district_list.DistrictsView,
        of_site=makers.list_of_districts,
        sitemap=SitemapGroup.REPORTS,
        nav=navigation.to(N_("各区县"), address.DISTRICTS, lambda catalog, _newest: catalog.districts),
        search=None,
    ),
    PageKind(
        id="district-rates",
        further=True,
        view=district_rates.DistrictRatesView,
        of_site=makers.rates_of_districts,
        sitemap=SitemapGroup.RECORDS,
        search=None,
        pictures=lambda page: (page.view.picture,),
    ),
    PageKind(
        id="district",
        view=district_home.DistrictHomeView,
        of_district=makers.home_of_district,
        sitemap=SitemapGroup.REPORTS,
        search=SearchKind(id="district", label=N_("区县"), rank=99, of_many=True),
        documents=district_home.documents,
        mend=True,
        feed=True,
    ),
    PageKind(
        id="district-updates",
        own_template="pages/updates.html",
        further=True,
        view=updates.StreamView,
        of_district=makers.updates_of_district,
        sitemap=SitemapGroup.RECORDS,
        search=None,
        feed=True,
    ),
    PageKind(
        id="district-changes",
        own_template="pages/changes.html",
        further=True,
        view=changes.ChangesView,
        of_district_pages=changes.of_district,
        data_of_district=changes.data_of_district,
        sitemap=SitemapGroup.RECORDS,
        search=None,
        documents=changes.documents,
    ),
)
