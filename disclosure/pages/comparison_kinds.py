"""Rows of the ``registry``: the districts of a site beside each other. None has a page where there are no districts."""

from __future__ import annotations

from disclosure.catalog.measures import measures as known
from disclosure.pages import (
    comparing,
    department_list,
    departments,
    district_register,
    entities,
    indicator_list,
    makers,
    measures,
    returning,
    topics,
    vanished,
)
from disclosure.pages.kind import PageKind, SitemapGroup

KINDS: tuple[PageKind, ...] = (
    PageKind(
        id="measure",
        further=True,
        view=measures.MeasureView,
        of_site=lambda site: measures.pages(site.catalog, known(site.catalog)),
        sitemap=SitemapGroup.DATA,
        search=None,
        documents=measures.documents,
        mend=True,
        cite=True,
    ),
    PageKind(
        id="measure-year",
        further=True,
        view=measures.MeasureYearView,
        of_site=lambda site: measures.year_pages(site.catalog, known(site.catalog)),
        sitemap=None,
        search=None,
        pictures=lambda page: (page.view.picture,),
        mend=True,
        cite=True,
    ),
    PageKind(
        id="district-register",
        view=district_register.DistrictRegisterView,
        of_district=comparing.register_of_district,
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="returning",
        further=True,
        view=returning.ReturningView,
        of_district=comparing.returning_in_district,
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="district-topic",
        own_template="pages/topic.html",
        further=True,
        view=topics.TopicView,
        of_district=comparing.topics_of_district,
        sitemap=SitemapGroup.TOPICS,
        search=None,
        pictures=lambda page: (page.view.picture,),
    ),
    PageKind(
        id="district-department",
        own_template="pages/department.html",
        further=True,
        view=departments.DepartmentView,
        # Its maker is that of the departments that are a district's own
        of_district=comparing.shared_departments,
        sitemap=None,
        search=None,
    ),
    PageKind(
        id="district-departments",
        own_template="pages/departments.html",
        view=department_list.DepartmentsView,
        of_district=comparing.departments_of_district,
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="district-indicators",
        own_template="pages/indicators.html",
        view=indicator_list.IndicatorsView,
        of_district=comparing.indicators_of_district,
        sitemap=SitemapGroup.DATA,
        search=None,
    ),
    PageKind(
        id="district-vanished",
        own_template="pages/vanished.html",
        further=True,
        view=vanished.VanishedView,
        of_district=makers.vanished_in_district,
        sitemap=SitemapGroup.DATA,
        search=None,
        documents=vanished.documents,
    ),
    PageKind(
        id="district-entities",
        own_template="pages/entities.html",
        view=entities.EntitiesView,
        of_district=makers.entities_of_district,
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
)
