"""The ways from a district's home to its own lists: those that have something on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.pages import departments
from disclosure.pages.card import Card
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


def ways(catalog: Catalog, district: District, cards: Sequence[Card]) -> tuple[Link, ...]:
    """Of its reports, newest first."""
    return tuple(_ways(catalog, district, cards))


def _ways(catalog: Catalog, district: District, cards: Sequence[Card]) -> Iterator[Link]:
    held = [one.departments for one in cards]
    if any(one.progress for one in cards):
        yield Link(_("历年的承诺"), address.of_district("commitments", district.id), note=_("按年份、结论、主题查看"))
    if any(one.taken_up for one in cards):
        yield Link(_("年年都提的承诺"), address.of_district("returning", district.id), note=_("同一件事，逐年后来怎样"))
    if any(one.sentence for one in held) or departments.listed(catalog, held, district):
        yield Link(_("责任单位"), address.of_district("departments", district.id), note=_("谁负责哪些承诺"))
