"""``PageKind``: what the program has to know of a kind of page; a row of the ``registry``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator
from disclosure.pages import paging
from disclosure.pages.card import Card
from disclosure.pages.change_lines import ChangesOf
from disclosure.pages.chrome import KnownReport
from disclosure.pages.details import DetailsOf
from disclosure.pages.document import Document, SearchKind
from disclosure.pages.page import Link, Page
from disclosure.pages.picture import Picture
from disclosure.pages.update_lines import UpdatesOf
from disclosure.translation import mark as N_


class SitemapGroup(Enum):
    """The headings of the site map, in its order."""

    REPORTS = N_("报告")
    RECORDS = N_("承诺和成果")
    DATA = N_("指标和数据")
    SECTIONS = N_("按小节")
    TOPICS = N_("按主题")
    SITE = N_("本站")


class SiteInputs(Struct, frozen=True, kw_only=True):
    """What pages of the whole site are made of; ``cards`` newest first. ``large``: the search's index is many files.

    Of a site of several districts ``by_district`` are the cards of each by its name, ``indicators`` are those of each
    by its id: grouped once for all.
    """

    catalog: Catalog
    cards: tuple[Card, ...]
    details: DetailsOf
    changes: ChangesOf
    updates: UpdatesOf
    large: bool
    by_district: Mapping[str, Sequence[Card]] = {}
    indicators: Mapping[str, Sequence[Indicator]] = {}

    def of(self, district: District) -> SiteInputs:
        """What the pages of a district are made of: the cards of its reports alone."""
        return replace(self, cards=tuple(self.by_district.get(district.name, ())))

    @property
    def places(self) -> tuple[tuple[District, Sequence[Card]], ...]:
        """The districts that have a report, in the order of their file, each with the cards of its reports."""
        of = self.by_district
        return tuple((one, of[one.name]) for one in self.catalog.districts if one.name in of)


class PageData(Struct, frozen=True):
    """A file that the script of a page loads: its address, the name it is asked for by, what it hands over."""

    address: str
    name: str
    value: Any


OfReport = Callable[[Catalog, Report], Iterable[Page]]
DataOfReport = Callable[[Catalog, Report], Iterable[PageData]]
OfSite = Callable[[SiteInputs], Iterable[Page]]
# ... and of the pages of the whole site that are made without such
OfPages = Callable[[SiteInputs, tuple[Page, ...]], Iterable[Page]]
DataOfSite = Callable[[SiteInputs, tuple[Page, ...]], Iterable[PageData]]
# The cards are those of the district's reports alone
OfDistrict = Callable[[SiteInputs, District], Iterable[Page]]
OfDistrictPages = Callable[[SiteInputs, District, tuple[Page, ...]], Iterable[Page]]
DataOfDistrict = Callable[[SiteInputs, District, tuple[Page, ...]], Iterable[PageData]]
# At the addresses that belong here, but at none that is taken
OfGone = Callable[[Catalog, Callable[[str], bool], Mapping[str, str]], Iterable[Page]]
# The page of a kind in a report of which no more is known; empty where it has none
InReport = Callable[[KnownReport], str]
# The links of the navigation to pages of a kind; there may be no report yet
Navigation = Callable[[Catalog, KnownReport | None], Iterable[Link]]


class PageKind(Struct, frozen=True, eq=False, kw_only=True):
    """A row: one kind of page. Its template, which reads its ``view``, bears its name unless it is ``own_template``.

    One of the makers is given: ``of_report`` for pages of each report, ``of_site`` for pages of the whole site,
    ``of_district`` for those of a district, ``of_pages`` and ``of_district_pages`` for those that list others,
    ``of_gone`` for those that stand where nothing else does any more.
    ``data`` are the files that its script loads, of each report that has such a page; ``data_of_site`` those of a page
    of the whole site, ``data_of_district`` of a district. ``pictures`` are those on a page; of those that belong there
    the files stand beside it.
    ``sitemap`` is the group of the site map that lists it, ``search`` a kind of what can be found that is declared with
    it: each row says so, ``None`` where there is none. ``documents`` are what can be found of a page, as it shows it; a
    page of the site map of which nothing is made is found by its title and description. ``nav`` are its links in the
    navigation, ``in_report`` where another report shows the like (else that report's overview is led to). ``unlinked``
    where no other page need lead to it, ``anywhere`` where it is served at addresses that are not its own; ``mend``
    where a reader may find an error, and is led to report it, ``cite`` where how to cite the page stands under it,
    ``twin`` where what it shows stands beside it as data, ``feed`` where it says how to follow what is new.
    ``further`` where a long list goes on on pages of its own: they are of a kind beside it, in the site map of
    none. ``passing`` where search engines are not told of it: it says no more than where something has gone, or is for
    editors alone.
    """

    id: str
    view: type
    sitemap: SitemapGroup | None
    search: SearchKind | None
    of_report: OfReport | None = None
    of_site: OfSite | None = None
    of_pages: OfPages | None = None
    of_district: OfDistrict | None = None
    of_district_pages: OfDistrictPages | None = None
    of_gone: OfGone | None = None
    documents: Callable[[Page], Iterable[Document]] | None = None
    data: DataOfReport | None = None
    data_of_site: DataOfSite | None = None
    data_of_district: DataOfDistrict | None = None
    pictures: Callable[[Page], Iterable[Picture | None]] | None = None
    nav: Navigation | None = None
    in_report: InReport | None = None
    unlinked: bool = False
    anywhere: bool = False
    mend: bool = False
    twin: bool = False
    cite: bool = False
    feed: bool = False
    own_template: str = ""
    further: bool = False
    passing: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all pages that its maker makes."""
        return (self.id, paging.further(self.id)) if self.further else (self.id,)

    @property
    def template(self) -> str:
        return self.own_template or f"pages/{self.id}.html"
