"""What makes the pages that lead from the whole site to its districts, and the districts' own lists beside them."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import address
from disclosure.catalog.districts import District
from disclosure.catalog.measures import measures as known
from disclosure.pages import (
    department_list,
    departments,
    district_lists,
    district_register,
    indicator_list,
    measures,
    returning,
    topics,
)
from disclosure.pages.kind import SiteInputs
from disclosure.pages.page import Page


def topic_pages(site: SiteInputs) -> Iterator[Page]:
    held = [card.topics for card in site.cards]
    if not site.catalog.districts:
        return topics.pages(site.catalog, held, lambda key: site.details(key).topics)
    places = [(place, [card.topics for card in cards]) for place, cards in site.places]
    return topics.by_districts(site.catalog, held, places)


def topics_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    held = [card.topics for card in site.cards]
    return topics.pages(site.catalog, held, lambda key: site.details(key).topics, district)


def department_table(site: SiteInputs) -> Iterator[Page]:
    held = [card.departments for card in site.cards]
    if not site.catalog.districts:
        return department_list.table(site.catalog, held)
    places = ((place, [card.departments for card in cards]) for place, cards in site.places)
    return department_list.by_districts(site.catalog, held, places)


def departments_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    return department_list.table(site.catalog, [card.departments for card in site.cards], district)


def department_pages(site: SiteInputs) -> Iterator[Page]:
    held = [card.departments for card in site.cards]
    if not site.catalog.districts:
        return departments.pages(site.catalog, held, lambda key: site.details(key).departments)
    places = ((place, [card.departments for card in cards]) for place, cards in site.places)
    return departments.by_districts(site.catalog, places)


def _departments_of(site: SiteInputs, district: District, *, shared: bool) -> Iterator[Page]:
    held = [card.departments for card in site.cards]
    return departments.pages(site.catalog, held, lambda key: site.details(key).departments, district, shared=shared)


def own_departments(site: SiteInputs, district: District) -> Iterator[Page]:
    """The pages of the departments that are the district's own."""
    return _departments_of(site, district, shared=False)


def shared_departments(site: SiteInputs, district: District) -> Iterator[Page]:
    """What the district has of departments that others have too."""
    return _departments_of(site, district, shared=True)


def indicator_table(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.districts and site.catalog.indicators:
        compared = measures.links(known(site.catalog))
        yield indicator_list.by_districts(site.catalog, site.indicators, compared)
    elif site.catalog.indicators:
        yield indicator_list.table(site.catalog)


def indicators_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    return indicator_list.of_district(site.catalog, district, site.indicators.get(district.id, ()))


def register_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    here = address.of_district("commitments", district.id)
    ways = [one for one in district_lists.ways(site.catalog, district, site.cards) if one.address != here]
    return district_register.page(site.catalog, district, site.cards, ways)


def returning_in_district(site: SiteInputs, district: District) -> Iterator[Page]:
    keys = [card.key for card in site.cards] if any(card.taken_up for card in site.cards) else []
    return returning.pages(site.catalog, district, keys, lambda key: site.details(key).taken_up)
