"""A search within a district, over all its years: the site's own search, with the district as its filter."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from disclosure.catalog.districts import District
from disclosure.pages.card import Card
from disclosure.translation import gettext as _


class SearchWithin(Struct, frozen=True):
    """A box whose words are looked for among what ``filters`` leave: name and value, as in the search's address."""

    label: str
    hint: str
    filters: tuple[tuple[str, str], ...]


def of_district(district: District, cards: Collection[Card]) -> SearchWithin | None:
    """All that is of a district; nothing where it has no report, as nothing would be found."""
    hint = _("找的是{district}{n}份报告的承诺、成果、原文和进展，不分年份。").format(
        district=district.name, n=len(cards)
    )
    return _within(district, _("在{district}历年的内容里搜").format(district=district.name), hint) if cards else None


def of_promises(district: District, cards: Collection[Card]) -> SearchWithin | None:
    """The promises of a district."""
    hint = _("找的是{n}份报告的全部承诺，不分年份；没有启用脚本的，从下面的年份进去找。").format(n=len(cards))
    label = _("在{district}历年的承诺里搜").format(district=district.name)
    return _within(district, label, hint, ("kind", "commitment")) if cards else None


def _within(district: District, label: str, hint: str, *more: tuple[str, str]) -> SearchWithin:
    return SearchWithin(label, hint, (("district", district.name), *more))
