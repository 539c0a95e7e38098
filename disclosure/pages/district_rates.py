"""How many of their targets the districts of a site met, so many on a page as can be looked at together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages import districts, paging
from disclosure.pages.card import Card
from disclosure.pages.districts import DistrictRates
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import ListPosition
from disclosure.pages.picture import Picture
from disclosure.translation import gettext as _


class DistrictRatesView(Struct, frozen=True):
    """A part of the districts, in the order of their file."""

    picture: Picture
    position: ListPosition


def of(catalog: Catalog, cards: Iterable[Card]) -> tuple[DistrictRates, ...]:
    """Of the newest year of which several districts have targets, in the order of their file."""
    order = {one.name: n for n, one in enumerate(catalog.districts)}
    found = districts.newest([card.rates for card in cards if card.rates])
    return tuple(sorted(found, key=lambda one: order.get(one.district, len(order))))


def picture(catalog: Catalog, found: Sequence[DistrictRates], page: str) -> Picture | None:
    return districts.drawn(catalog, found, page, _("区县名单")) if found else None


def pages(catalog: Catalog, cards: Iterable[Card]) -> Iterator[Page]:
    found = of(catalog, cards)
    sheets = [found[n : n + districts.DRAWN] for n in range(0, len(found), districts.DRAWN)]
    title, where = _("各区县的目标做到了多少"), partial(address.further, address.DISTRICT_RATES)
    for shown, position in paging.paged(sheets, title, where):
        here = where(position.number)
        drawn = picture(catalog, shown, here)
        if drawn:
            yield column(
                catalog,
                Link(_("各区县"), address.DISTRICTS),
                type="数据发布",
                kind=paging.kind("district-rates", position.number),
                address=here,
                title=paging.title(title, position.number),
                description=_("各区县{year}年有数字的目标：达成、没有达成、还不能判定的各有多少").format(
                    year=shown[0].year
                ),
                view=DistrictRatesView(drawn, position),
            )
