"""What makes the pages of a row of the ``registry``, where that takes more than the view's own module knows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.districts import District
from disclosure.pages import (
    changes,
    data,
    data_examples,
    data_sets,
    district_home,
    district_list,
    district_lists,
    district_rates,
    entities,
    glossary,
    home,
    province,
    questions,
    requests,
    subscribe,
    update_lines,
    updates,
    vanished,
)
from disclosure.pages.card import Card
from disclosure.pages.kind import OfReport, SiteInputs
from disclosure.pages.page import Link, Page
from disclosure.pages.update_lines import UpdateLine
from disclosure.translation import gettext as _


def one(make: Callable[[Catalog, Report], Page | None]) -> OfReport:
    """A page of each report, unless there is nothing to show on it."""
    return lambda catalog, report: filter(None, [make(catalog, report)])


def where(has: Callable[[Report], Collection[object]], make: OfReport) -> OfReport:
    """Only of a report that has what is to be shown."""
    return lambda catalog, report: make(catalog, report) if has(report) else ()


def promised(make: OfReport) -> OfReport:
    """Only of a report whose commitments are registered."""
    return where(lambda report: report.register.commitments, make)


def home_page(site: SiteInputs) -> Iterator[Page]:
    if not site.catalog.districts:
        changed = changes.latest(site.catalog, site.cards, site.changes)
        yield home.page(site.catalog, site.cards, _unnamed(_newest(site, site.cards, home.NEWEST)), changed)


def home_of_many(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.districts:
        changed = changes.latest(site.catalog, site.cards, site.changes)
        yield province.page(site.catalog, site.cards, _named(_newest(site, site.cards, home.NEWEST)), changed)


def list_of_districts(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.districts:
        rates = district_rates.of(site.catalog, site.cards)
        ways = [Link(_("各区县的目标做到了多少"), address.DISTRICT_RATES)] if rates else []
        yield from district_list.pages(site.catalog, site.cards, ways)


def rates_of_districts(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.districts:
        yield from district_rates.pages(site.catalog, site.cards)


def home_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    changed = changes.latest(site.catalog, site.cards, site.changes, district)
    data = Link(_("这个区县的数据"), data_folder.of_district(district).page, note=_("全部记录，表格和JSON"))
    whole = Link(_("这个区县的全部页面"), address.of_district("sitemap", district.id))
    ways = (*district_lists.ways(site.catalog, district, site.cards), data, whole)
    newest = site.cards[: district_home.WHOLE]
    latest = _unnamed(_newest(site, newest, home.NEWEST))
    shown = home.view(site.catalog, newest, latest, changed, district)
    yield district_home.page(site.catalog, district, site.cards, shown, ways if site.cards else ())


def updates_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    if lines := _lines(site):
        yield from updates.stream(site.catalog, lines, district)


def entity_pages(site: SiteInputs) -> Iterator[Page]:
    naming = [card.entities for card in site.cards]
    place_of = {card.key: place for place, cards in site.places for card in cards}
    return entities.pages(site.catalog, naming, lambda key: site.details(key).entities, place_of)


def entity_table(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.entities and not site.catalog.districts:
        yield entities.table(site.catalog, site.catalog.entities, [card.entities for card in site.cards])
    elif site.catalog.entities:
        places = ((one, [card.entities for card in cards]) for one, cards in site.places)
        yield entities.by_districts(site.catalog, places)


def entities_of_district(site: SiteInputs, district: District) -> Iterator[Page]:
    naming = [card.entities for card in site.cards]
    there = {count.entity for one in naming for count in one.counts}
    named = tuple(one for one in site.catalog.entities if one.id in there)
    if named:
        yield entities.table(site.catalog, named, naming, district)


def questions_page(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.questions:
        yield questions.page(site.catalog, [one for card in site.cards for one in card.grounds])


def vanished_pages(site: SiteInputs) -> Iterator[Page]:
    if not site.catalog.districts:
        yield from vanished.pages(site.catalog, [card.key for card in site.cards], _measures(site))


def vanished_in_district(site: SiteInputs, district: District) -> Iterator[Page]:
    return vanished.pages(site.catalog, [card.key for card in site.cards], _measures(site), district)


def _measures(site: SiteInputs) -> vanished.MeasuresOf:
    return lambda key: site.details(key).measures


def stream_of_updates(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.districts:
        yield from updates.lately(site.catalog, _named(_newest(site, site.cards, update_lines.LINES)))
    elif lines := _lines(site):
        yield from updates.stream(site.catalog, lines)


def _lines(site: SiteInputs) -> list[UpdateLine]:
    return [line for card in site.cards if card.updated for line in site.updates(card.key).lines]


def _newest(site: SiteInputs, cards: Sequence[Card], most: int) -> list[tuple[str, UpdateLine]]:
    """The newest updates of these reports, each with its district."""
    district_of = {card.key: card.district for card in cards}
    found = update_lines.newest_of({card.key: card.updated for card in cards}, site.updates, most)
    return [(district_of[key], line) for key, line in found]


def _named(found: Iterable[tuple[str, UpdateLine]]) -> tuple[UpdateLine, ...]:
    """With the names of their districts, for pages of several."""
    return tuple(replace(line, notes=(name, *line.notes)) for name, line in found)


def _unnamed(found: Iterable[tuple[str, UpdateLine]]) -> tuple[UpdateLine, ...]:
    return tuple(line for _name, line in found)


def list_of_requests(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.requests:
        yield requests.page(site.catalog, (part for card in site.cards for part in card.asked))


def pages_of_requests(site: SiteInputs) -> Iterator[Page]:
    return requests.pages(site.catalog, (part for card in site.cards for part in card.asked))


def glossary_page(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.districts:
        yield from glossary.of_many(site.catalog, tuple(_terms(site)))
    elif site.cards:
        yield glossary.page(site.catalog, ((card.title, card.terms) for card in site.cards))


def _terms(site: SiteInputs) -> Iterator[Link]:
    """The newest report of each district that explains any."""
    for one, cards in site.places:
        listed = (link for card in cards for kind, link in card.listed if kind == "terms")
        newest = next(listed, None)
        if newest:
            yield Link(one.name, newest.address)


def subscribe_page(site: SiteInputs) -> Iterator[Page]:
    yield subscribe.page(site.catalog, site.cards)


def data_page(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield data.page(site.catalog, site.cards)


def district_data_page(site: SiteInputs, district: District) -> Iterator[Page]:
    if site.cards:
        yield data.of_district(site.catalog, district, site.cards)


def data_sets_pages(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield from data_sets.pages(site.catalog, [card.counts for card in site.cards])


def data_examples_page(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield data_examples.page(site.catalog)
