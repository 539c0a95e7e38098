"""All indicators in one table; on a site of several districts each has its own list, and one leads to these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator
from disclosure.pages import (
    by_district,
    indicators,
    levels,
)
from disclosure.pages.by_district import ByDistrict, DistrictRow
from disclosure.pages.indicators import ValueView
from disclosure.pages.levels import ContextView
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _


class IndicatorLine(Struct, frozen=True):
    """An indicator in the list of all, with its latest observed value and its latest target."""

    link: Link
    observed: ValueView | None
    aimed: ValueView | None


class IndicatorsView(Struct, frozen=True):
    """``dash`` says what one means, where there is one. Of several districts ``measures`` are those on which they are
    compared, and ``places`` leads to the list of each."""

    lines: tuple[IndicatorLine, ...]
    context: tuple[ContextView, ...]
    data: tuple[Link, ...]
    dash: str
    measures: tuple[Link, ...] = ()
    places: ByDistrict | None = None


def table(catalog: Catalog) -> Page:
    """All of them, in one table."""
    return _table(catalog, _listed(catalog, catalog.indicators), len(catalog.indicators))


def of_district(catalog: Catalog, district: District, mine: Sequence[Indicator]) -> Iterator[Page]:
    """Those of a district."""
    if mine:
        yield _table(catalog, _listed(catalog, mine), len(mine), district)


def by_districts(catalog: Catalog, found: Mapping[str, Sequence[Indicator]], compared: tuple[Link, ...]) -> Page:
    """The measures on which districts are ``compared``, the ways to the lists of all, and what is of no district;
    ``found`` are the indicators of each, by its id."""
    rows = tuple(
        DistrictRow(Link(one.name, address.of_district("indicators", one.id)), (str(len(found[one.id])),))
        for one in catalog.districts
        if one.id in found
    )
    known = {one.id for one in catalog.districts}
    own = tuple(one for id, every in found.items() if id not in known for one in every)
    places = ByDistrict(title=_("各区县的指标"), columns=(_("指标"),), rows=rows) if rows else None
    view = replace(_listed(catalog, own), measures=compared, places=places)
    return _table(catalog, view, len(catalog.indicators))


def _listed(catalog: Catalog, listed: Sequence[Indicator]) -> IndicatorsView:
    lines = tuple(_line(catalog, one) for one in listed)
    known = all(one.observed and one.aimed for one in lines)
    return IndicatorsView(
        lines, tuple(levels.beside(listed)), indicators.data_links(), dash="" if known else _("“—”是本站没有收录到。")
    )


def _table(catalog: Catalog, view: IndicatorsView, number: int, district: District | None = None) -> Page:
    return column(
        catalog,
        *by_district.crumb(district),
        type="数据发布",
        kind="district-indicators" if district else "indicators",
        address=by_district.led(address.INDICATORS, district),
        title=_("{district}的指标").format(district=district.name) if district else _("指标"),
        description=_("连年可比的{n}个指标：公开的数值和报告提出的目标").format(n=number),
        view=view,
    )


def _line(catalog: Catalog, one: Indicator) -> IndicatorLine:
    observed = one.observations[-1] if one.observations else None
    aimed = max(one.targets, key=lambda each: each.period, default=None)
    return IndicatorLine(
        levels.link(one),
        indicators.observed(observed) if observed else None,
        indicators.aimed(catalog, aimed) if aimed else None,
    )
