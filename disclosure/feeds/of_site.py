"""The feeds of the whole site: its own, those of districts, topics, departments and entities, of outcomes and of
corrections.

Each is made of what the reports give to it (``pieces``), and of what belongs to no report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, beside, correction, due, record_address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.due import Appointment
from disclosure.feeds import atom, json_feed, told
from disclosure.feeds.entry import ENTRIES, Feed, FeedEntry, Publisher, moment, newest
from disclosure.feeds.of_report import FeedFile, calendar, publisher
from disclosure.feeds.pieces import Entries, Heads
from disclosure.grouping import grouped
from disclosure.pages import departments, topics
from disclosure.pages.card import Card
from disclosure.translation import gettext as _


class ReportPart(Struct, frozen=True):
    """What a report gives: in brief, and its entries, which are read where they are asked for."""

    heads: Heads
    entries: Callable[[], Entries]


def files(catalog: Catalog, cards: Sequence[Card], parts: Sequence[ReportPart]) -> Iterator[FeedFile]:
    by, giving = publisher(catalog), givers(parts)
    for feed in feeds(catalog, cards):
        given = giving.get(feed.at, [])
        made = cache(partial(merged, feed, given))
        # What reports give is told by its digest: unread where the feed stands
        values = (feed, by, [part.heads[feed.at].digest for part in given])
        for where, write in ((beside.feed(feed.at), atom.write), (beside.json_feed(feed.at), json_feed.write)):
            yield FeedFile(address=where, values=values, make=partial(_written, write, made, by))


def _written(write: Callable[[Feed, Publisher], bytes], made: Callable[[], Feed], by: Publisher) -> bytes:
    return write(made(), by)


def givers(parts: Iterable[ReportPart]) -> dict[str, list[ReportPart]]:
    """The reports that have something for each feed, that with the newest entry first, by the page it follows."""
    found = grouped((page, one) for one in parts for page in one.heads)
    return {
        page: sorted(those, key=lambda one, page=page: one.heads[page].newest, reverse=True)  # type: ignore[misc]
        for page, those in found.items()
    }


def merged(feed: Feed, parts: Iterable[ReportPart]) -> Feed:
    """The newest entries of all: those of a report are read only where one of them is among these."""
    found = newest(feed.entries)
    for part in parts:
        if len(found) == ENTRIES and found[-1].time > part.heads[feed.at].newest:
            break
        found = newest((*found, *part.entries()[feed.at]))
    return replace(feed, entries=found)


def appointments(catalog: Catalog, parts: Iterable[Sequence[Appointment]], by: Publisher) -> Iterator[FeedFile]:
    """The calendar of all reports; none where nothing is ever due."""
    found = due.latest((*(one for part in parts for one in part), *map(due.of_request, catalog.requests)))
    if found:
        yield calendar(address.CALENDAR, catalog.site.title, found, by)


def district_appointments(
    catalog: Catalog, parts: Iterable[tuple[str, Sequence[Appointment]]], by: Publisher
) -> Iterator[FeedFile]:
    """The calendar of each district, of what its reports promise; ``parts`` name theirs."""
    due_in = grouped(parts)
    for one in catalog.districts:
        found = due.latest([each for part in due_in.get(one.name, ()) for each in part])
        if found:
            yield calendar(address.district_calendar(one.id), one.name, found, by)


def feeds(catalog: Catalog, cards: Sequence[Card]) -> Iterator[Feed]:
    """Each with the entries that no report gives."""
    year = max((card.year for card in cards), default=catalog.today.year)
    feed = partial(_feed, catalog, moment(f"{year}-01-01"))
    corrected = [told.correction(correction.note(one, listed=True)) for one in catalog.corrections]
    changed = _changed(catalog)
    every = (entry for entries in changed.values() for entry in entries)
    yield feed(address.HOME, address.HOME, catalog.site.title, (*corrected, *every))
    yield feed(address.OUTCOME_CHANGES, address.HOME, _("结论变化"), ())
    yield feed(address.CORRECTIONS, address.CORRECTIONS if corrected else address.HOME, _("更正记录"), corrected)
    for page, title in _pages(catalog, cards):
        yield feed(page, page, title, changed.get(page, ()))


def _pages(catalog: Catalog, cards: Iterable[Card]) -> Iterator[tuple[str, str]]:
    """Of districts, topics, departments and entities: address and title."""
    yield from ((address.district(one.id), one.name) for one in catalog.districts)
    yield from ((link.address, link.label) for link in topics.links(catalog, [card.topics for card in cards]))
    yield from ((address.department(word.id), word.label) for word in departments.words(catalog))
    yield from ((address.entity(one.id), one.name) for one in catalog.entities)


def _changed(catalog: Catalog) -> dict[str, list[FeedEntry]]:
    """The changes of what belongs to no report, by the page that shows it."""
    name, titles = f"{catalog.site.title} change", dict(_titles(catalog))
    return grouped(
        (where.partition("#")[0], told.change(one, name, titles.get(where, ""), where))
        for one in filter(told.is_told, catalog.changes.all)
        if (where := record_address.of_record(one.record))
    )


def _titles(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What readers know the records of the whole site by, by address."""
    yield from ((address.request(one.id), one.title) for one in catalog.requests)
    yield from ((address.entity(one.id), one.name) for one in catalog.entities)
    yield from ((address.department(word.id), word.label) for word in departments.words(catalog))
    yield from ((address.indicator(one.value.id), one.value.name) for one in catalog.raw.indicators)
    yield from ((address.question(one.value.id), one.value.question) for one in catalog.questions)
    yield from ((one.address, one.meta.title) for one in catalog.narratives)


def _feed(catalog: Catalog, since: str, at: str, page: str, title: str, entries: Iterable[FeedEntry]) -> Feed:
    site = catalog.site.title
    return Feed(
        name=f"{site} feed {at}",
        title=title if title == site else _("{title} - {site}").format(title=title, site=site),
        subtitle=_("后来怎样：跟踪更新、记录改动、结论变化和更正"),
        page=page,
        at=at,
        since=since,
        entries=newest(entries),
    )
