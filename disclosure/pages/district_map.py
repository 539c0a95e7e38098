"""The site map of a district, in a site of many: the pages of its reports, and its own; a long one on several pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from disclosure.catalog import address
from disclosure.catalog.districts import District
from disclosure.pages import by_district, paging, service
from disclosure.pages.kind import SiteInputs
from disclosure.pages.page import Link, Page, column
from disclosure.pages.service import GroupView, SitemapView
from disclosure.translation import gettext as _

# So many ways on a page
LINKS = 200


def pages(site: SiteInputs, district: District, groups: Iterable[GroupView]) -> Iterator[Page]:
    title, where = (
        _("{name}的全部页面").format(name=district.name),
        partial(address.of_district, "sitemap", district.id),
    )
    sheets = paging.cut(groups, LINKS, lambda one: len(one.links), _between)
    facts = service.sources(site.cards)
    for shown, position in paging.paged(sheets, title, where) if site.cards else ():
        yield column(
            site.catalog,
            *by_district.way(district),
            kind=paging.kind("district-sitemap", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("{name}的报告、承诺和其他页面").format(name=district.name),
            view=SitemapView(shown, facts, service.manifest(), position),
        )


def _between(group: GroupView, start: int, end: int) -> GroupView:
    links: tuple[Link, ...] = tuple(paging.within(group.links, start, end))
    return GroupView(group.title, links)
