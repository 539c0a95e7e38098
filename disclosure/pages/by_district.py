"""What a page of the whole site shows in place of records where there are several districts: a row for each, which
leads to the district's own page. Nothing of a thousand reports stands on one page."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.districts import District
from disclosure.pages import paging
from disclosure.pages.page import Link
from disclosure.translation import gettext as _

# So many rows on a page: with seven elements each, and as many of the page around them, a phone opens it at once
ROWS = 150


class DistrictRow(Struct, frozen=True):
    """A district; ``link`` leads to its page, ``cells`` are numbers and words, ``newest`` into its last report."""

    link: Link
    cells: tuple[str, ...]
    newest: Link | None = None


class ByDistrict(Struct, frozen=True, kw_only=True):
    """``columns`` name the cells, ``last`` the column of the last report, where there is one; ``title`` the table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[DistrictRow, ...]
    last: str = ""


def sheets(one: ByDistrict) -> list[ByDistrict]:
    """The table on as many pages as it takes."""
    cut = paging.cut_lists([one], ROWS, ("rows",))
    return [part for sheet in cut for part in sheet] or [one]


def way(district: District | None) -> tuple[Link, ...]:
    """The crumb of the district that a page belongs to; none of the whole site."""
    return (Link(district.name, address.district(district.id)),) if district else ()


def crumb(district: District | None) -> tuple[Link, ...]:
    """The way to the district that a page belongs to, from the list of all."""
    return (Link(_("各区县"), address.DISTRICTS), *way(district)) if district else ()


def led(of_site: str, district: District | None) -> str:
    """The address of a page of the whole site, or of the page that a ``district`` has in its place:
    ``topics/education.html``, ``districts/x/topics/education.html``."""
    return address.of_district(of_site.removesuffix(".html"), district.id) if district else of_site
