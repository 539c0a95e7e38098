"""What a page of the whole site shows in place of records where there are several districts: a row for each, which
leads to the district's own page. Nothing of a thousand reports stands on one page."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.districts import District
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


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


def crumb(district: District | None) -> tuple[Link, ...]:
    """The way to the district that a page belongs to."""
    if district is None:
        return ()
    return (Link(_("各区县"), address.DISTRICTS), Link(district.name, address.district(district.id)))


# The address of a page of the whole site, or of a district
PlacedAt = Callable[[str], str]


def where(of_site: PlacedAt, folder: str, district: District | None) -> PlacedAt:
    """Of lists by id: ``topics/education.html``, and a district's ``districts/x/topics/education.html``."""
    if district is None:
        return of_site
    place = district.id
    return lambda name: address.of_district(f"{folder}/{name}", place)


def led(name: str, of_site: str, district: District | None) -> str:
    """The address of a list of the whole site; of a site of several districts that of the one ``district``."""
    return of_site if district is None else address.of_district(name, district.id)
