"""What belongs to the whole site, planned from its own files and the cards of all reports, and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.catalog import address, catalog
from disclosure.catalog.book import AddressBook, Entry
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.resolve import indicators
from disclosure.checks import ids, links
from disclosure.checks import run as checks
from disclosure.exports import files as exports
from disclosure.exports.files import Composed
from disclosure.pages import card, chrome, plan
from disclosure.pages.card import Card
from disclosure.pages.chrome import Frame, Newest
from disclosure.pages.page import Page
from disclosure.problem import Problem, errors
from disclosure.search import documents
from disclosure.shell import unit
from disclosure.shell.gather import Gathered
from disclosure.shell.unit import Made


@dataclass(frozen=True)
class Site:
    """The plan of everything outside the reports."""

    catalog: Catalog
    cards: tuple[Card, ...]
    frame: Frame
    pages: tuple[Page, ...]
    book: AddressBook

    @property
    def newest(self) -> Newest | None:
        """The report that the navigation leads to."""
        return self.cards[0].newest if self.cards else None

    def page(self, address: str) -> Page | None:
        return next((one for one in self.pages if one.address == address), None)


def cards_of(reports: Iterable[Made]) -> tuple[Card, ...]:
    return card.in_order(one.card for one in reports)


def plan_site(gathered: Gathered, commit: str, reports: Iterable[Made]) -> Site:
    joined, _problems = catalog.join(gathered.raw, gathered.common)
    all = tuple(reports)
    parts = [part for one in all for part in one.parts]
    joined = catalog.complete(joined, commit, indicators.merge(gathered.common.indicators, parts))
    cards = cards_of(all)
    frame = chrome.frame(joined, cards[0].newest if cards else None)
    pages = tuple(plan.of_site(joined, cards))
    return Site(joined, cards, frame, pages, AddressBook.of(_entries(joined, pages, all)))


def check(gathered: Gathered, ever: ids.Ever) -> list[Problem]:
    """What is wrong with what belongs to the whole site, its links left out.

    ``ever`` are the ids that git has seen; those of reports that are still there are theirs to answer for.
    """
    joined, unresolved = catalog.join(gathered.raw, gathered.common)
    if errors(gathered.raw.problems):
        return list(unit.certain(gathered.raw, frozenset(), joined, unresolved))
    gone = {(report, id): path for (report, id), path in ever.items() if report not in gathered.groups}
    return [*unresolved, *checks.whole(joined, {}, gone)]


def check_links(site: Site) -> list[Problem]:
    """Where the narratives' links lead; only to be asked where every report could be read."""
    return list(links.check_links(site.catalog, site.book))


def _entries(joined: Catalog, pages: Iterable[Page], reports: Iterable[Made]) -> Iterator[Entry]:
    names = {file.path: file.name for file in joined.files}
    for page in pages:
        yield Entry(page.address, page.anchors, names[page.source] if page.source else "")
    for file in joined.attachments:
        yield Entry(address.attachment(file.name), None, file.name)
    yield Entry(address.MANIFEST)
    for name in (*exports.of_indicators(joined), *(one.address for one in composed(reports, _nothing, b""))):
        yield Entry(name)
    for one in reports:
        shown = {where: source for source, where in one.sources.items()}
        for where, anchors in one.anchors.items():
            listed = None if anchors is None else frozenset(anchors)
            # A source file keeps its name, so that a link to it in content/ leads to it
            source = where if anchors is None and where.startswith("reports/") else shown.get(where, "")
            yield Entry(where, listed, source)


def _nothing(_name: str) -> Iterator[bytes]:
    return iter(())


def composed(reports: Iterable[Made], read: exports.Read, narratives: bytes) -> Iterator[Composed]:
    """The files made of the pieces of all reports."""
    all = tuple(reports)
    names = {name for one in all for name in one.pieces}
    yield from exports.of_site(names, read, exports.sum_of(one.totals for one in all))
    chunks = documents.index(exports.joined((*read(unit.SEARCH), narratives)))
    yield Composed(address.SEARCH_INDEX, (unit.SEARCH,), narratives, chunks)
