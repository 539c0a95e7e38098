"""Pages that serve the reader on the way: search, site map, not found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages import federation, paging
from disclosure.pages.card import Card
from disclosure.pages.page import Link, Page, column, home_crumb
from disclosure.pages.paging import ListPosition
from disclosure.pages.silence import SILENT
from disclosure.translation import gettext as _

Cards = tuple[Card, ...]
# From pages as deep in folders as anybody mistypes an address
DEPTH = 9
UP = tuple("../" * depth for depth in range(DEPTH))


class SearchView(Struct, frozen=True, kw_only=True):
    """``script`` is that of a small or a ``large`` site, ``index`` the search index's address, ``outcomes`` words by id
    as JSON; ``ways`` are for readers without script, ``together`` leads to where other sites are searched too.
    ``places`` is what the reports' districts are called where hits are filtered by them."""

    script: str
    large: bool
    index: str
    outcomes: str
    ways: tuple[Link, ...]
    together: Link | None
    places: str


class GroupView(Struct, frozen=True):
    title: str
    links: tuple[Link, ...]


class SitemapView(Struct, frozen=True):
    groups: tuple[GroupView, ...]
    facts: tuple[tuple[str, str], ...]
    manifest: Link
    position: ListPosition = paging.ALONE


class NotFoundView(Struct, frozen=True):
    """``up`` are the ways from the page's address to the site's root, one of which is right: where the site does not
    know its own address."""

    ways: tuple[Link, ...]
    up: tuple[str, ...]


def search(catalog: Catalog, cards: Cards, *, large: bool) -> Page:
    description = _("在报告全文、承诺、成果、跟踪更新和本站所有页面里查找；可以输入拼音、数字和繁体字")
    return column(
        catalog,
        kind="search",
        address=address.SEARCH,
        title=_("搜索"),
        description=description,
        view=SearchView(
            script="search-large.js" if large else "search.js",
            large=large,
            index=address.SEARCH_INDEX,
            outcomes=_outcomes(cards),
            ways=ways(catalog, cards),
            together=Link(_("与别的网站一起搜"), address.FEDERATION) if federation.is_there(catalog) else None,
            places=_("区县") if catalog.districts else _("地区"),
        ),
    )


def _outcomes(cards: Cards) -> str:
    """JSON for the script: shape, word and colour of each outcome that a hit may have, in their order.

    Of one that says only that nothing is known, the last is true: a list of hits does not repeat it.
    """
    all = {row.outcome.id: row.outcome for one in cards if one.progress for row in one.progress.outcomes.rows}
    told = {id: [one.shape, one.label, one.colour, id in SILENT] for id, one in all.items()}
    return json.dumps(told, ensure_ascii=False)


def not_found(catalog: Catalog, cards: Cards) -> Page:
    """Shown at any address: its links begin at the root where the site knows its own, else a script finds it.

    They name no host: the same files may be served by another name too, and the policy lets nothing in from there.
    """
    return Page(
        kind="not-found",
        address=address.NOT_FOUND,
        title=_("没有找到这个页面"),
        description=_("地址可能有误，或页面已改名"),
        view=NotFoundView((home_crumb(), *ways(catalog, cards)), () if catalog.site.address else UP),
        base=urlsplit(catalog.site.address).path if catalog.site.address else "",
    )


def sitemap(catalog: Catalog, cards: Cards, groups: tuple[GroupView, ...]) -> Page:
    return column(
        catalog,
        kind="sitemap",
        address=address.SITEMAP,
        title=_("网站地图"),
        description=_("本站的全部页面"),
        view=SitemapView(groups, _facts(catalog, cards), manifest()),
    )


def manifest() -> Link:
    return Link(_("全部文件的校验值（SHA-256）"), address.MANIFEST)


def sources(cards: Cards) -> tuple[tuple[str, str], ...]:
    return tuple((_("{title}存档原文").format(title=one.title), one.sha256) for one in cards)


def _facts(catalog: Catalog, cards: Cards) -> tuple[tuple[str, str], ...]:
    """What this publication was made from, so that anybody can check a copy of it; of many districts each tells its
    own."""
    commit = [(_("内容和程序的版本"), catalog.commit)] if catalog.commit else []
    return (*(() if catalog.districts else sources(cards)), *commit)


def ways(catalog: Catalog, cards: Cards) -> tuple[Link, ...]:
    """The main ways into the site."""
    if catalog.districts:
        return Link(_("各区县"), address.DISTRICTS), Link(_("网站地图"), address.SITEMAP)
    texts = [Link(_("{title}全文").format(title=one.title), address.text(one.key)) for one in cards]
    lists = [Link(label, where) for one in cards for label, where in _lists(one)]
    terms = [Link(_("名词解释"), address.GLOSSARY)] if any(one.terms for one in cards) else []
    return (*texts, *lists, *terms, Link(_("网站地图"), address.SITEMAP))


def _lists(one: Card) -> Iterator[tuple[str, str]]:
    if one.commitments:
        yield _("{year}年承诺").format(year=one.year), address.commitments(one.key)
    if one.results:
        yield _("{year}年成果和不足").format(year=one.year - 1), address.results(one.key)
