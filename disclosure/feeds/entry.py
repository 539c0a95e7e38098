"""An item of a feed, and a feed: plain values, bounded in number and size, each with a name that never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# So many entries a feed has at most; so long is a text at most, and all of them: for the rest there is the page
ENTRIES = 50
LONG = 20_000
ALL = 200_000
NAMES = UUID("8f4f1a5e-6f0b-4c7e-9d53-0a1c7d2b9e64")
# Editors write Beijing time
ZONE = "+08:00"


class EntryKind(StrEnum):
    """What an entry tells of; ``LABELS`` says it to readers."""

    UPDATE = "update"
    CHANGE = "change"
    OUTCOME = "outcome"
    CORRECTION = "correction"


LABELS = {
    EntryKind.UPDATE: N_("跟踪更新"),
    EntryKind.CHANGE: N_("记录改动"),
    EntryKind.OUTCOME: N_("结论变化"),
    EntryKind.CORRECTION: N_("更正"),
}


class FeedEntry(Struct, frozen=True, kw_only=True):
    """What happened, in words. ``name`` never changes and is nobody else's; ``time`` is when it stood on the site.

    ``address`` is where it is told, from the site's root; links in ``html`` lead from there.
    """

    name: str
    time: str
    kind: EntryKind
    title: str
    address: str
    summary: str
    html: str


class Feed(Struct, frozen=True, kw_only=True):
    """What is new on a ``page``, newest first; ``since`` is when it began, where nothing has happened yet.

    ``at`` is the page beside which it stands: its own, but for a part of it that has feeds and no page.
    """

    name: str
    title: str
    subtitle: str
    page: str
    at: str
    since: str
    entries: tuple[FeedEntry, ...]

    @property
    def updated(self) -> str:
        """When its newest entry stood on the site; never when it was built."""
        return self.entries[0].time if self.entries else self.since


class Publisher(Struct, frozen=True, kw_only=True):
    """Whose feeds they are; ``address`` is the site's, or empty where it does not know its own."""

    title: str
    language: str
    address: str


def newest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """The newest of them, each once; those of one moment by their names."""
    unique = {one.name: one for one in entries}
    return tuple(sorted(unique.values(), key=lambda one: (one.time, one.name), reverse=True)[:ENTRIES])


def bounded(entries: Iterable[FeedEntry]) -> Iterator[FeedEntry]:
    """The entries with texts as long as a feed may be: of those beyond it their summaries, and the way to the page."""
    left = ALL
    for one in entries:
        fits = len(one.html) <= min(LONG, left)
        left -= len(one.html) if fits else 0
        yield one if fits else replace(one, html="")


def urn(name: str) -> str:
    """``urn:uuid:…`` of a name."""
    return uuid5(NAMES, name).urn


def moment(given: date | datetime | str) -> str:
    """A time of Beijing as feeds write it; a day begins at midnight."""
    if isinstance(given, datetime):
        return given.strftime("%Y-%m-%dT%H:%M:00") + ZONE
    return f"{given}T00:00:00{ZONE}"


def label(kind: EntryKind) -> str:
    return _(LABELS[kind])
