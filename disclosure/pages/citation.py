"""How to cite (GB/T 7714—2015, electronic report): 责任者. 题名[R/OL]. (发布日期)[引用日期]. 地址."""

from __future__ import annotations

from datetime import datetime

from disclosure.catalog.catalog import Report
from disclosure.pages.page import chinese_date
from disclosure.translation import gettext as _


def report(one: Report) -> str:
    """The citation up to the date of publication; the reader's day and the address follow it on the page."""
    meta = one.meta
    office = meta.speaker_title.removesuffix(_("区长")).removesuffix(_("市长")).removesuffix(_("县长"))
    where = _("{date}在{session}上").format(date=chinese_date(meta.delivered), session=meta.session)
    return _("{office}. {heading}：{where}[R/OL]. ({date})").format(
        office=office, heading=meta.heading, where=where, date=meta.delivered.isoformat()
    )


def record(site: str, title: str, id: str, published: datetime) -> str:
    """The citation of a record's page (an electronic bulletin, EB/OL) up to the reader's day and the address."""
    return _("{site}. {title}（{id}）[EB/OL]. ({date})").format(
        site=site, title=title, id=id, date=published.date().isoformat()
    )


def absolute(site_address: str | None, relative: str) -> str:
    """The public address of a page, or an empty text where the site does not know its own."""
    return site_address + relative if site_address else ""
