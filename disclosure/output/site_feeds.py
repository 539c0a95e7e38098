"""The feeds and the calendar of the whole site, staged: as they stand where nothing that they are made of is other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from msgspec import Struct

from disclosure.cache.state import FileCounts, ReportState
from disclosure.cache.store import Store
from disclosure.catalog.catalog import Catalog
from disclosure.feeds import of_report, of_site, pieces
from disclosure.feeds.of_report import FeedFile
from disclosure.feeds.of_site import ReportPart
from disclosure.output import feed
from disclosure.pages.card import Card
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

STATE = "feeds.json"
# How many reports' entries are kept at hand
READ = 8


class FeedState(Struct, frozen=True):
    """The feeds that were made, each with its SHA-256, and a digest of all that they were made of.

    It is kept before they are published: who is killed between the two leaves older ones, which these sums tell.
    """

    digest: str
    made: Mapping[str, str]

    def are(self, published: Mapping[str, PublishedFile]) -> bool:
        """Whether these are the ones that were published."""
        return all(where in published and published[where].sha256 == sha for where, sha in self.made.items())


class SiteFeeds(Struct, frozen=True, kw_only=True):
    """What the feeds are made of: the site's own (``own`` is a digest of it), and the reports newest first.

    ``previous`` are the site's files as the last build left them, and ``stands`` is whether nobody touched any.
    """

    catalog: Catalog
    own: str
    cards: Sequence[Card]
    reports: tuple[ReportState, ...]
    staging: Staging
    store: Store
    previous: dict[str, PublishedFile]
    stands: bool

    @property
    def digest(self) -> str:
        given = [[one.artifacts.pieces[name] for name in pieces.NAMES] for one in self.reports]
        topics = [card.topics for card in self.cards]
        return theming.digest(theming.program_digest(), self.own, self.catalog.changes, given, topics)


def stage(feeds: SiteFeeds) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
    """Each file's address and record, and whether it was staged."""
    last, digest = feeds.store.read(STATE, FeedState), feeds.digest
    if last is not None and last.digest == digest and feeds.stands and last.are(feeds.previous):
        yield from ((where, feeds.previous[where], FileCounts(files=1)) for where in last.made)
        return
    made = {}
    for file in _files(feeds):
        record, staged = feed.stage(file, feeds.staging, feeds.previous.get(file.address))
        made[file.address] = record.sha256
        yield file.address, record, FileCounts(files=1, staged=staged)
    feeds.store.remember(STATE, FeedState(digest, made))


def _files(feeds: SiteFeeds) -> Iterator[FeedFile]:
    catalog, need = feeds.catalog, feeds.store.need
    names = [one.artifacts.pieces for one in feeds.reports]
    # Of few reports at a time: the feeds of a large site are mostly made of the newest ones' entries
    entries = lru_cache(READ)(lambda name: pieces.entries(need(name)))
    parts = [ReportPart(pieces.heads(need(one[pieces.HEADS])), partial(entries, one[pieces.ENTRIES])) for one in names]
    yield from of_site.files(catalog, feeds.cards, parts)
    by = of_report.publisher(catalog)
    due = [pieces.appointments(need(one[pieces.DUE])) for one in names]
    yield from of_site.appointments(catalog, due, by)
    districts = [card.district for card in feeds.cards]
    yield from of_site.district_appointments(catalog, zip(districts, due, strict=True), by)
