"""The feeds of a report, of its sections, and of its promises of which something was told; its part of the site's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from disclosure.catalog import address, beside, due
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.due import Appointment
from disclosure.feeds import atom, ics, json_feed
from disclosure.feeds.alike import together
from disclosure.feeds.entry import EntryKind, Feed, FeedEntry, Publisher, moment, newest
from disclosure.feeds.told import EntryAbout, told
from disclosure.grouping import grouped
from disclosure.pages.once import once
from disclosure.pages.subscribe import with_feed
from disclosure.translation import gettext as _


class FeedFile(Struct, frozen=True, kw_only=True):
    """A file that is only made where what it is made of (``values``) is other than it was."""

    address: str
    values: Any
    make: Callable[[], bytes]


# Asked for when addresses are listed, and when the files are made
_appointments = once(due.of_report)


def publisher(catalog: Catalog) -> Publisher:
    site = catalog.site
    return Publisher(title=site.title, language=site.language, address=site.address or "")


def files_of(feed: Feed, by: Publisher) -> tuple[FeedFile, FeedFile]:
    """The feed in both forms."""
    return (
        FeedFile(address=beside.feed(feed.at), values=(feed, by), make=partial(atom.write, feed, by)),
        FeedFile(address=beside.json_feed(feed.at), values=(feed, by), make=partial(json_feed.write, feed, by)),
    )


def calendar(where: str, title: str, appointments: Sequence[Appointment], by: Publisher) -> FeedFile:
    named = _("{title}：期限").format(title=title)
    make = partial(ics.write, named, appointments, by)
    return FeedFile(address=where, values=(named, appointments, by), make=make)


def addresses(catalog: Catalog, report: Report) -> Iterator[str]:
    """Of the report's feeds and its calendar, before they are made."""
    # An empty one is none (RFC 5545)
    if _appointments(report):
        yield address.calendar(report.key)
    for page in _pages(catalog, report):
        yield from (beside.feed(page), beside.json_feed(page))


def _pages(catalog: Catalog, report: Report) -> Iterator[str]:
    yield address.report(report.key)
    yield from (address.section(report.key, id) for id in _sections(report))
    mine = with_feed(catalog, report)
    yield from (address.commitment(report.key, one.id) for one in report.register.commitments if one.id in mine)


def _sections(report: Report) -> Iterator[str]:
    """Those that have a page."""
    return (heading.id for heading in report.text.headings if heading.id in report.recorded)


def files(catalog: Catalog, report: Report) -> Iterator[FeedFile]:
    by = publisher(catalog)
    if appointments := _appointments(report):
        yield calendar(address.calendar(report.key), report.meta.title, appointments, by)
    for one in feeds(catalog, report):
        yield from files_of(one, by)


def feeds(catalog: Catalog, report: Report) -> Iterator[Feed]:
    all = told(catalog, report)
    feed = partial(_feed, report)
    yield feed(address.report(report.key), report.meta.title, all)
    sections = grouped((report.register.by_id[id].section, one) for one in all for id in one.about)
    for id in _sections(report):
        title = _("{report}：{section}").format(report=report.meta.title, section=report.sections[id].title)
        yield feed(address.section(report.key, id), title, sections.get(id, ()))
    records, mine = grouped((id, one) for one in all for id in one.about), with_feed(catalog, report)
    for record in report.register.commitments:
        if record.id in mine:
            title = _("{title}（{report} {id}）").format(title=record.title, report=report.meta.title, id=record.id)
            yield feed(address.commitment(report.key, record.id), title, records[record.id])


def _feed(report: Report, page: str, title: str, all: Iterable[EntryAbout]) -> Feed:
    name = f"{report.source.sha256} feed {page.removeprefix(f'reports/{report.key}/')}"
    return Feed(
        name=name,
        title=title,
        subtitle=_("后来怎样：跟踪更新、记录改动、结论变化和更正"),
        page=page,
        at=page,
        since=moment(report.meta.published),
        entries=newest(together(all, name, page)),
    )


def parts(catalog: Catalog, report: Report) -> dict[str, tuple[FeedEntry, ...]]:
    """What the report gives to each feed of the whole site, by the page that the feed follows."""
    found = grouped((page, one) for one in told(catalog, report) for page in _pages_of(report, one))
    name = f"{report.source.sha256} part of"
    # What a report tells of many at once is read on its own page
    where = address.report(report.key)
    return {page: newest(together(all, f"{name} {page}", where)) for page, all in found.items()}


def _pages_of(report: Report, one: EntryAbout) -> Iterator[str]:
    yield address.HOME
    if report.district:
        yield address.district(report.district.id)
    if one.entry.kind is EntryKind.OUTCOME:
        yield address.OUTCOME_CHANGES
    yield from map(address.entity, one.entities)
    records = [report.register.by_id[id] for id in one.about]
    yield from dict.fromkeys(address.topic(topic.id) for record in records for topic in record.topics)
    duties = (report.responsibility[id] for id in one.about if id in report.responsibility)
    yield from dict.fromkeys(address.department(term.id) for duty in duties for term in duty.departments)
