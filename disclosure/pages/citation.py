"""How to cite (GB/T 7714—2015, electronic report): 责任者. 题名[R/OL]. (发布日期)[引用日期]. 地址."""

from __future__ import annotations

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages.page import Citation, Page, chinese_date
from disclosure.translation import gettext as _


def report(one: Report) -> str:
    """The citation up to the date of publication; the reader's day and the address follow it on the page."""
    meta = one.meta
    office = meta.speaker_title.removesuffix(_("区长")).removesuffix(_("市长")).removesuffix(_("县长"))
    where = _("{date}在{session}上") if meta.session else _("{date}")
    where = where.format(date=chinese_date(meta.delivered), session=meta.session)
    return _("{office}. {heading}：{where}[R/OL]. ({date})").format(
        office=office or _("{district}人民政府").format(district=meta.district),
        heading=meta.heading,
        where=where,
        date=meta.delivered.isoformat(),
    )


def record(catalog: Catalog, title: str, id: str, *, day: str, address: str) -> Citation:
    """Of a record, by its title and id."""
    return _bulletin(catalog, _("{title}（{id}）").format(title=title, id=id), day, address)


def page(catalog: Catalog, one: Page) -> Citation:
    """Of any other page, by its title."""
    return _bulletin(catalog, one.title, one.published or one.updated, one.address)


def part(catalog: Catalog, title: str, *, day: str, address: str) -> Citation:
    """Of a part of a page that stands for itself: a picture."""
    return _bulletin(catalog, title, day, address)


def _bulletin(catalog: Catalog, title: str, day: str, address: str) -> Citation:
    """Of a page of the site (an electronic bulletin, EB/OL)."""
    return Citation(
        words=_("{site}. {title}").format(site=catalog.site.title, title=title),
        kind="[EB/OL]",
        day=day[: len("2024-01-20")],
        address=absolute(catalog.site.address, address),
    )


def absolute(site_address: str | None, relative: str) -> str:
    """The public address of a page, or an empty text where the site does not know its own."""
    return site_address + relative if site_address else ""
