"""The home page of a site with many districts: the way into one of them, what all have together, what is new."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages import chrome, district_list, district_rates, home, questions, topics
from disclosure.pages.card import Card
from disclosure.pages.changes import LatestView
from disclosure.pages.district_list import ListedDistrict
from disclosure.pages.page import Link, Page
from disclosure.pages.picture import Picture
from disclosure.pages.report_card import LeadFigure
from disclosure.pages.silence import SILENT
from disclosure.pages.update_lines import UpdateLine
from disclosure.translation import gettext as _

# More districts than this are chosen from the list alone, more than that compared on pages of their own
CHOICE, COMPARED = 200, 20
QUESTIONS = 8


class ProvinceView(Struct, frozen=True, kw_only=True):
    """``said`` is how many districts and reports there are, ``figures`` what all have together. ``districts`` are to be
    chosen from, ``list`` leads to what is known of each; ``picture`` sets few beside each other, ``rates`` leads to
    many."""

    said: str
    figures: tuple[LeadFigure, ...]
    districts: tuple[ListedDistrict, ...]
    list: Link
    picture: Picture | None
    rates: Link | None
    latest: tuple[UpdateLine, ...]
    changed: LatestView | None
    topics: tuple[Link, ...]
    questions: tuple[Link, ...]
    again: tuple[Link, ...]


def page(catalog: Catalog, cards: tuple[Card, ...], latest: tuple[UpdateLine, ...], changed: LatestView | None) -> Page:
    return home.around(catalog, "province", _view(catalog, cards, latest, changed))


def _view(
    catalog: Catalog, cards: tuple[Card, ...], latest: tuple[UpdateLine, ...], changed: LatestView | None
) -> ProvinceView:
    few = len(catalog.districts) <= COMPARED
    rates = district_rates.of(catalog, cards)
    return ProvinceView(
        said=district_list.said(catalog, cards),
        figures=tuple(_figures(catalog, cards)),
        districts=tuple(district_list.lines(catalog, cards)) if len(catalog.districts) <= CHOICE else (),
        list=Link(_("全部区县：哪几年的报告，承诺后来怎样"), address.DISTRICTS),
        picture=district_rates.picture(catalog, rates, address.HOME) if few else None,
        rates=None if few or not rates else Link(_("各区县的目标做到了多少"), address.DISTRICT_RATES),
        latest=latest,
        changed=changed,
        topics=topics.links(catalog, [card.topics for card in cards]),
        questions=questions.links(catalog)[:QUESTIONS],
        again=tuple(_again(catalog, cards)),
    )


def _figures(catalog: Catalog, cards: tuple[Card, ...]) -> Iterator[LeadFigure]:
    yield LeadFigure(len(catalog.districts), _("个区县"), address.DISTRICTS)
    yield LeadFigure(len(cards), _("份报告"))
    rows = [row for one in cards if one.progress for row in one.progress.outcomes.rows]
    if rows:
        yield LeadFigure(sum(row.count for row in rows), _("条承诺"))
        yield LeadFigure(sum(row.count for row in rows if row.outcome.id not in SILENT), _("条有公开信息"))


def _again(catalog: Catalog, cards: tuple[Card, ...]) -> Iterator[Link]:
    """Where changes are told, so that a reader who comes back need not read all again."""
    if any(card.updated for card in cards):
        yield Link(_("跟踪更新"), address.UPDATES, note=_("各区县最近的进展"))
    if catalog.corrections:
        yield Link(_("更正记录"), address.CORRECTIONS, note=_("本站改正过什么"))
    if cards:
        yield Link(_("数据下载"), address.DATA, note=_("全部记录，表格和JSON"))
    yield from chrome.corrections(catalog)
