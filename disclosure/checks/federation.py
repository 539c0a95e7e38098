"""Sites that are searched together: each is listed once, by an address that the page can read from."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.model.federation import MOST_SITES, FederatedSiteRecord
from disclosure.problem import Problem
from disclosure.source import web_address
from disclosure.source.register import Located
from disclosure.translation import gettext as _


def check_federation(catalog: Catalog) -> Iterator[Problem]:
    """federation: 一起搜的网站每个只写一次，名称不重复；网址是网页读得到的：本站用 https 的，别的网站也要用 https。"""
    listed = catalog.raw.federation
    yield from _twice(listed)
    for located in listed:
        yield from _unreadable(located, catalog.site.address or "")
    if len(listed) > MOST_SITES:
        message = _("一起搜的网站有{n}个，最多{most}个").format(n=len(listed), most=MOST_SITES)
        hint = _("每个网站每次搜索都要读者的浏览器多读几个文件。按地区分成几页，各用一个网站；或者并成一个网站")
        yield Problem(listed[MOST_SITES].place(), "federation", message, hint)


def _twice(listed: list[Located[FederatedSiteRecord]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for located in listed:
        for field, value in (("address", located.value.address), ("name", located.value.name)):
            key = f"{field} {value.casefold()}"
            if key in seen:
                message = _("{value} 写了两次，另一处在 {place}").format(value=value, place=seen[key])
                hint = _("删去一处") if field == "address" else _("名称要让读者分得清是哪个网站，例如加上地区")
                yield Problem(located.place(field), "federation", message, hint)
            seen.setdefault(key, str(located.place(field)))


def _unreadable(located: Located[FederatedSiteRecord], own: str) -> Iterator[Problem]:
    address = located.value.address
    if web_address.fault(address) is not None:
        return
    if not web_address.place(address):
        message = _("网页不能从 {address} 读数据：只有 IPv6 地址、没有域名的，浏览器不放行")
        if "[" not in address:
            message = _("网页不能从 {address} 读数据：这样的域名，浏览器不放行")
        yield Problem(located.place("address"), "federation", message.format(address=address), _("写那个网站的域名"))
    elif own.startswith("https:") and address.startswith("http:"):
        message = _("本站用 https，浏览器不许它读 http 的 {address}").format(address=address)
        yield Problem(
            located.place("address"), "federation", message, _("写那个网站的 https 网址；还没有的，请它先用上 https")
        )
