"""The home page: what was promised and what is known of it, what changed lately, what is missing, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.pages import chrome, districts, pictogram, questions, topics, updates
from disclosure.pages.card import Card
from disclosure.pages.chain import ChainView
from disclosure.pages.changes import LatestView
from disclosure.pages.page import Link, Page, column_meta, iso, minute
from disclosure.pages.pictogram import PictogramRow
from disclosure.pages.picture import Picture
from disclosure.pages.progress import SummaryView
from disclosure.pages.report_card import LeadFigure, ReportCard
from disclosure.pages.update_lines import UpdateLine
from disclosure.translation import gettext as _

# How many of the newest changes are named
NEWEST = 5


class LeadView(Struct, frozen=True, kw_only=True):
    """The report that the page begins with: the newest of those with promises, else the newest. ``over`` says that its
    year is over, or nothing."""

    said: str
    over: str
    figures: tuple[LeadFigure, ...]
    ways: tuple[Link, ...]


class HomeView(Struct, frozen=True, kw_only=True):
    """``progress`` is what became of the promises of the newest report that has any, ``picture`` that as a picture,
    ``targets`` are its main targets beside last year and ``headline`` their table, ``missing`` the documents that would
    tell more; ``earlier`` is what became of older promises, ``districts`` sets several beside each other. ``topics``
    lead to their pages, each with how many commitments it holds; ``stream`` lists all updates; ``questions`` lead to
    their answers; ``again`` to what a reader comes back for, ``changed`` is what became of records.
    """

    lead: LeadView
    progress: SummaryView | None
    picture: tuple[PictogramRow, ...]
    earlier: tuple[SummaryView, ...]
    districts: Picture | None
    targets: Picture | None
    headline: ChainView | None
    headline_title: str
    missing: tuple[Link, ...]
    gaps: Link | None
    latest: tuple[UpdateLine, ...]
    stream: str
    topics: tuple[Link, ...]
    questions: tuple[Link, ...]
    reports: tuple[ReportCard, ...]
    again: tuple[Link, ...]
    changed: LatestView | None


def page(catalog: Catalog, cards: tuple[Card, ...], latest: tuple[UpdateLine, ...], changed: LatestView | None) -> Page:
    return around(catalog, "home", view(catalog, cards, latest, changed))


def around(catalog: Catalog, kind: str, view: Any) -> Page:
    """The page at the site's root, with what the editors write on it."""
    one = catalog.narrative("index.md")
    title = one.meta.title if one else catalog.site.title
    description = one.meta.description if one else catalog.site.tagline
    return Page(
        kind=kind,
        address=address.HOME,
        title=title,
        description=description,
        view=view,
        meta=column_meta(title, description, catalog.site.keywords, "首页"),
        anchors=frozenset(one.rendered.ids) if one else frozenset(),
        published=minute(one.meta.published) if one else "",
        updated=iso(one.updated) if one else "",
        source=one.path if one else "",
    )


def view(
    catalog: Catalog,
    cards: tuple[Card, ...],
    latest: tuple[UpdateLine, ...],
    changed: LatestView | None,
    district: District | None = None,
) -> HomeView:
    """Of all reports of the site, or of a ``district`` of one that has many."""
    first = next((card for card in cards if card.progress), cards[0] if cards else None)
    shown = first.home if first else None
    return HomeView(
        lead=_lead(shown),
        progress=first.progress if first else None,
        picture=pictogram.rows(first.progress.outcomes.rows) if first and first.progress else (),
        targets=shown.targets if shown else None,
        headline=shown.headline if shown else None,
        headline_title=_("{year}年主要目标和上年").format(year=shown.year) if shown else "",
        missing=shown.missing if shown else (),
        gaps=shown.gaps if shown else None,
        latest=latest,
        stream=updates.list_of(district),
        earlier=tuple(card.progress for card in cards if card.progress and card is not first),
        districts=districts.view(catalog, tuple(card.rates for card in cards if card.rates)),
        topics=topics.links(catalog, [card.topics for card in cards]),
        questions=questions.links(catalog, None if district is None else {card.key for card in cards}),
        reports=tuple(card.home for card in cards),
        again=tuple(_again(catalog, cards, district)),
        changed=changed,
    )


def _lead(shown: ReportCard | None) -> LeadView:
    if shown is None:
        return LeadView(said=_("还没有收录报告。"), over="", figures=(), ways=())
    return LeadView(said=shown.title, over=shown.over, figures=shown.figures, ways=(shown.text, *shown.records))


def _again(catalog: Catalog, cards: tuple[Card, ...], district: District | None) -> Iterator[Link]:
    """Where changes are told, so that a reader who comes back need not read all again."""
    if any(card.updated for card in cards):
        yield Link(_("跟踪更新"), updates.list_of(district), note=_("按日期列出全部进展"))
    if district and any(card.due for card in cards):
        note = _("承诺到期、文件该发布的日子，放进自己的日历")
        yield Link(_("期限日历"), address.district_calendar(district.id), note=note)
    if catalog.corrections:
        yield Link(_("更正记录"), address.CORRECTIONS, note=_("本站改正过什么"))
    if cards:
        yield Link(_("数据下载"), address.DATA, note=_("全部记录，表格和JSON"))
    yield from chrome.corrections(catalog)
