"""What belongs to the whole site, planned from its own files and the cards of all reports, and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from disclosure.build import report as unit
from disclosure.build.inputs import Inputs, SiteContent
from disclosure.cache.summary import LinkTargets, ReportSummary
from disclosure.catalog import address, join
from disclosure.catalog.book import AddressBook, Anchors, Shelf
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.resolve import indicators
from disclosure.checks import aliases, ids, links
from disclosure.checks import run as checks
from disclosure.exports import files as exports
from disclosure.exports.files import Composed, PieceName
from disclosure.pages import card, chrome, plan
from disclosure.pages.card import Card
from disclosure.pages.chrome import Frame, Newest
from disclosure.pages.page import Page
from disclosure.pages.topics import TopicPart, TopicPartsOf
from disclosure.problem import Problem, errors
from disclosure.theme import theme as rendering

# Where links lead in each report, by its key
Reaches = Callable[[str], LinkTargets]


class SitePlan(Struct, frozen=True, dict=True, kw_only=True):
    """The plan of everything outside the reports; its pages and addresses are found out where they are asked for.

    ``asked`` are the reports of which the pages show more than their cards.
    """

    catalog: Catalog
    reports: tuple[ReportSummary, ...]
    cards: tuple[Card, ...]
    frame: Frame
    reach: Reaches
    parts: TopicPartsOf
    asked: dict[str, tuple[TopicPart, ...]] = field(default_factory=dict)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(plan.of_site(self.catalog, self.cards, self._part))

    def _part(self, key: str) -> tuple[TopicPart, ...]:
        if key not in self.asked:
            self.asked[key] = self.parts(key)
        return self.asked[key]

    @cached_property
    def book(self) -> AddressBook:
        own = _shelf(self.catalog, self.pages, self.reports)
        return AddressBook.of(own, [one.key for one in self.reports], lambda key: _shelf_of(self.reach(key)))

    @property
    def newest(self) -> Newest | None:
        """The report that the navigation leads to."""
        return self.cards[0].newest if self.cards else None

    def page(self, address: str) -> Page | None:
        return next((one for one in self.pages if one.address == address), None)


def cards_of(reports: Iterable[ReportSummary]) -> tuple[Card, ...]:
    return card.in_order(one.card for one in reports)


def plan_site(
    gathered: Inputs, commit: str, reports: Iterable[ReportSummary], reach: Reaches, parts: TopicPartsOf
) -> SitePlan:
    all = tuple(reports)
    aims = [part for one in all for part in one.parts]
    joined = join.complete(gathered.own.catalog, commit, indicators.merge(gathered.common.indicators, aims))
    cards = cards_of(all)
    frame = chrome.frame(joined, cards[0].newest if cards else None)
    return SitePlan(catalog=joined, reports=all, cards=cards, frame=frame, reach=reach, parts=parts)


def check(gathered: Inputs, ever: ids.Ever) -> list[Problem]:
    """What is wrong with what belongs to the whole site, its links left out.

    ``ever`` are the ids that git has seen; those of reports that are still there are theirs to answer for.
    """
    own = gathered.own
    if errors(own.raw.problems):
        return list(unit.certain(own.raw, frozenset(), own.catalog, own.unresolved))
    gone = {(report, id): path for (report, id), path in ever.items() if report not in gathered.groups}
    return [*own.unresolved, *checks.whole(own.catalog, {}, gone)]


def check_whole(site: SitePlan, reaches: Iterable[LinkTargets]) -> list[Problem]:
    """Where the links of all prose and the aliases lead; only to be asked where every report could be read."""
    every = tuple(reaches)
    prose = (*links.linked(site.catalog), *(one for report in every for one in report.linked))
    known = {word for report in every for word in report.meant}
    known |= aliases.meant(site.catalog, site.catalog.raw.aliases)
    return [*links.check_links(prose, site.book), *aliases.check_aliases(site.catalog, known)]


def followed(own: SiteContent, basis: str, reached: Mapping[str, str]) -> str:
    """A digest of what belongs to the whole site and where links lead in each report; empty where that is unknown."""
    return rendering.digest(own.said, basis, reached) if all(reached.values()) else ""


def _shelf_of(reach: LinkTargets) -> Shelf:
    return reach.anchors, reach.sources


def _shelf(joined: Catalog, pages: Iterable[Page], reports: Iterable[ReportSummary]) -> Shelf:
    """What the whole site adds to the address book."""
    names = {file.path: file.name for file in joined.files}
    anchors: dict[str, Anchors] = {page.address: page.anchors for page in pages}
    anchors |= dict.fromkeys(file.name for file in joined.attachments)
    anchors |= dict.fromkeys(one.address for one in composed(reports, _nothing))
    anchors |= dict.fromkeys([address.MANIFEST, *exports.of_catalog(joined, [one.card.counts for one in reports])])
    sources = {names[page.source]: page.address for page in pages if page.source}
    return anchors, sources | {file.name: address.attachment(file.name) for file in joined.attachments}


def _nothing(_name: str) -> tuple[PieceName, ...]:
    return ()


def composed(reports: Iterable[ReportSummary], find: exports.Find) -> Iterator[Composed]:
    """The data files made of the pieces of all reports."""
    all = tuple(reports)
    names = {name for one in all for name in one.pieces}
    return exports.of_site(names, find, exports.sum_of(one.totals for one in all))
