"""Pages that serve the reader on the way: search, site map, not found."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages.page import Link, Page, column_meta, home_crumb
from disclosure.translation import gettext as _


@dataclass(frozen=True, slots=True)
class SearchView:
    """``index`` is the search index's address, ``statuses`` labels by id as JSON; ``sections`` are those of the newest
    report, ``ways`` are for readers without script."""

    index: str
    statuses: str
    sections: tuple[Link, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    groups: tuple[GroupView, ...]
    facts: tuple[tuple[str, str], ...]
    manifest: Link


@dataclass(frozen=True, slots=True)
class NotFoundView:
    ways: tuple[Link, ...]


def search(catalog: Catalog) -> Page:
    title = _("搜索")
    description = _("在承诺、成果、报告全文、名词解释和说明文字里查找；可以输入拼音、数字和繁体字")
    return Page(
        "search",
        address.SEARCH,
        "pages/search.html",
        title,
        description,
        SearchView(address.SEARCH_INDEX, "{}", _sections(catalog), ways(catalog)),
        meta=column_meta(title, description, catalog.site.keywords, "信息公开目录"),
        crumbs=(home_crumb(), Link(title, address.SEARCH, True)),
    )


def _sections(catalog: Catalog) -> tuple[Link, ...]:
    newest = catalog.reports[:1]
    return tuple(
        Link(heading.title, address.passage(one.key, heading.id)) for one in newest for heading in one.text.headings
    )


def not_found(catalog: Catalog) -> Page:
    """Shown at any address: its links are absolute where the site knows its own, else from the root it is served at."""
    title = _("没有找到这个页面")
    description = _("地址可能有误，或页面已改名")
    view = NotFoundView((home_crumb(), *ways(catalog)))
    return Page(
        "not-found",
        address.NOT_FOUND,
        "pages/not-found.html",
        title,
        description,
        view,
        base=catalog.site.address or "",
    )


def sitemap(catalog: Catalog, pages: tuple[Page, ...]) -> Page:
    """All pages of the site by group, in the order they were planned."""
    title = _("网站地图")
    description = _("本站的全部页面")
    groups = (
        GroupView(_("报告"), _links(pages, ("overview", "text", "commitments", "results", "glossary"))),
        GroupView(_("本站"), _links(pages, ("home", "narrative", "search"))),
    )
    return Page(
        "sitemap",
        address.SITEMAP,
        "pages/sitemap.html",
        title,
        description,
        SitemapView(
            tuple(group for group in groups if group.links),
            _facts(catalog),
            Link(_("全部文件的校验值（SHA-256）"), address.MANIFEST),
        ),
        meta=column_meta(title, description, catalog.site.keywords, "信息公开目录"),
        crumbs=(home_crumb(), Link(title, address.SITEMAP, True)),
    )


def _facts(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """What this publication was made from, so that anybody can check a copy of it."""
    sources = [(_("{title}存档原文").format(title=one.meta.title), one.source.sha256) for one in catalog.reports]
    commit = [(_("内容和程序的版本"), catalog.commit)] if catalog.commit else []
    return (*sources, *commit)


def _links(pages: tuple[Page, ...], kinds: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(one.title, one.address, note=one.description) for one in pages if one.kind in kinds)


def ways(catalog: Catalog) -> tuple[Link, ...]:
    """The main ways into the site."""
    texts = [Link(_("{title}全文").format(title=one.meta.title), address.text(one.key)) for one in catalog.reports]
    lists = [Link(_("承诺"), address.commitments(one.key)) for one in catalog.reports if one.register.commitments] + [
        Link(_("成果"), address.results(one.key)) for one in catalog.reports if one.register.results
    ]
    terms = [Link(_("名词解释"), address.GLOSSARY)] if catalog.reports else []
    return (*texts, *lists, *terms, Link(_("网站地图"), address.SITEMAP))
