"""Everything outside the reports, planned from the site's own files and the cards of all reports: ``plan_site``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from msgspec import Struct, field

from disclosure.build import report_head, site_book
from disclosure.build.inputs import Inputs
from disclosure.build.reports import Reports
from disclosure.cache.state import DistrictState, DistrictTold, ReportSummary
from disclosure.catalog import join, measures
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator
from disclosure.catalog.resolve import indicators
from disclosure.checks import (
    aliases,
    cited,
    corrections,
    entities,
    follow_ups,
    links,
    notes,
    queries,
    questions,
    series,
)
from disclosure.grouping import grouped
from disclosure.pages import card, plan
from disclosure.pages.card import Card
from disclosure.pages.details import ReportDetails
from disclosure.pages.kind import PageData, SiteInputs
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture
from disclosure.pages.update_lines import ReportUpdates
from disclosure.problem import Place, Problem, in_order
from disclosure.theme import theme as theming


class SitePlan(Struct, frozen=True, dict=True, kw_only=True):
    """What is published besides the reports, and all that is wrong with the content.

    ``catalog`` is what belongs to the whole site, with what all reports together say. Pages, addresses and problems
    follow from it and from the reports; they are found out where they are asked for, because most builds ask for few.
    ``asked`` fills with the details of the reports of which pages show more than their cards, ``told`` with what
    the pages of districts tell the rest of the site, ``asked_of`` with the reports of which these show more, and
    ``streamed`` with those whose updates are shown in a stream.
    """

    inputs: Inputs
    reports: Reports
    catalog: Catalog
    asked: dict[str, ReportDetails] = field(default_factory=dict)
    asked_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, DistrictTold] = field(default_factory=dict)
    streamed: set[str] = field(default_factory=set)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem in order, but for what follows from others. Links are only followed where every report could
        be read."""
        across = _across(self) if self.reports.are_whole else ()
        return in_order(follow_ups.without([*self.inputs.problems, *self.reports.problems, *across]))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Newest report first."""
        return card.in_order(one.card for one in self.reports.summaries)

    @cached_property
    def keys_of(self) -> Mapping[str, Sequence[str]]:
        """The reports of each district, by its name; newest first."""
        return {name: [one.key for one in those] for name, those in self._by_district.items()}

    @cached_property
    def own_pages(self) -> tuple[Page, ...]:
        """Those of no district."""
        return plan.of_site(self._made_of)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        districts = (page for one in self.catalog.districts for page in self.of_district(one))
        return (*self.own_pages, *districts)

    def of_district(self, district: District) -> tuple[Page, ...]:
        """Made anew each time: those of all districts together would fill the memory, and so would their details."""
        before, streamed, mine = set(self.asked), set(self.streamed), set(self.keys_of.get(district.name, ()))
        pages = plan.of_district(self._made_of, district)
        self.asked_of[district.id] = tuple(sorted(self.asked.keys() & mine))
        for key in self.asked.keys() & mine - before:
            del self.asked[key]
        # It looks as if nobody had asked for these: what the site's own pages ask for is counted
        self.streamed.difference_update(mine - streamed)
        return pages

    def beside_district(self, district: District, pages: tuple[Page, ...]) -> Iterator[PageData]:
        """What the scripts of its pages load."""
        return plan.data_of_district(self._made_of, district, pages)

    def told_of(self, district: District, pages: tuple[Page, ...] = ()) -> DistrictTold:
        """What the rest of the site takes of its ``pages``: as the last build told it where these are the same."""
        if district.id not in self.told:
            last = None if pages else self.stands(district)
            found = self.inputs.store.get_value(last.told, DistrictTold) if last else None
            self.told[district.id] = found or site_book.told(pages or self.of_district(district))
        return self.told[district.id]

    def stands(self, district: District) -> DistrictState | None:
        """A district's pages as they are, where all that they are made of is as it was, and so are the site's files."""
        one = self.inputs.previous.site.places.get(district.id) if self.inputs.site_stands else None
        return one if one and one.planned == self.made_of(district, one.asked) else None

    def made_of(self, district: District, asked: Iterable[str]) -> str:
        """A digest of what its pages are made of; empty while one of its reports is not stored."""
        states = {key: self.reports.kept(key) for key in self.keys_of.get(district.name, ())}
        if not all(states.values()):
            return ""
        found = [(key, one) for key, one in states.items() if one]
        inputs = self.inputs
        own = (inputs.site.digest, inputs.history.head, inputs.theme_digests.get(district.name, ""), inputs.large)
        details = [one.artifacts.details for key, one in found if key in asked]
        mine = [(key, one.inputs.content, one.inputs.surroundings, one.artifacts.changes) for key, one in found]
        return theming.digest(theming.program_digest(), own, self.catalog.commit, district, mine, details)

    @cached_property
    def loaded(self) -> tuple[PageData, ...]:
        """What the scripts of the pages of no district load."""
        return tuple(plan.data_of_site(self._made_of, self.own_pages))

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Those of these pages."""
        return tuple(plan.pictures(self.own_pages))

    @property
    def _made_of(self) -> SiteInputs:
        return SiteInputs(
            catalog=self.catalog,
            cards=self.cards,
            details=self._details,
            changes=self.reports.changes,
            updates=self._updates,
            large=self.inputs.large,
            by_district=self._by_district,
            indicators=self._indicators,
        )

    @cached_property
    def _by_district(self) -> Mapping[str, Sequence[Card]]:
        return grouped((one.district, one) for one in self.cards)

    @cached_property
    def _indicators(self) -> Mapping[str, Sequence[Indicator]]:
        if not self.catalog.districts:
            return {}
        return measures.by_district(self.catalog, {one.key: one.district for one in self.cards})

    def _details(self, key: str) -> ReportDetails:
        if key not in self.asked:
            self.asked[key] = self.reports.details(key)
        return self.asked[key]

    def _updates(self, key: str) -> ReportUpdates:
        self.streamed.add(key)
        return self.reports.updates(key)

    @cached_property
    def book(self) -> AddressBook:
        # It must not lead back to this plan: in a circle, only the collector could free either
        reports = self.reports
        told = [self.told_of(one) for one in self.catalog.districts]
        own = site_book.shelf(self.catalog, self.own_pages, reports.summaries, told)
        keys = [one.key for one in reports.summaries]
        return AddressBook.of(own, keys, lambda key: site_book.shelf_of(reports.links(key)))

    @cached_property
    def links_digest(self) -> str:
        """Of everything that links of prose, and aliases, may lead to; empty where not all was rendered."""
        names = {key: self.reports.linked(key) for key in self.reports.keys}
        if not all(names.values()):
            return ""
        return theming.digest(self.inputs.site.digest, self.inputs.theme_digest, names)

    def page(self, address: str) -> Page | None:
        return next((one for one in self.pages if one.address == address), None)


def plan_site(reports: Reports) -> SitePlan:
    """The plan; of the site's own files alone where not every report could be read."""
    inputs = reports.inputs
    catalog = _catalog(inputs, reports.summaries) if reports.are_whole else inputs.site.catalog
    return SitePlan(inputs=inputs, reports=reports, catalog=catalog)


def _across(plan: SitePlan) -> Iterator[Problem]:
    """What only shows when all reports are known."""
    yield from _links(plan)
    yield from _mentions(plan)
    yield from _anchors(plan)
    yield from _conflicts(plan.inputs, plan.reports.summaries)


def _conflicts(inputs: Inputs, summaries: Iterable[ReportSummary]) -> Iterator[Problem]:
    """What reports, and documents, say otherwise of one indicator and time."""
    parts = [part for summary in summaries for part in summary.parts]
    return series.check_lines(inputs.common.indicators, parts, inputs.common.own)


def _catalog(inputs: Inputs, summaries: Iterable[ReportSummary]) -> Catalog:
    commit = inputs.history.head if inputs.tree.clean and not inputs.options.preview else ""
    parts = [part for one in summaries for part in one.parts]
    common = inputs.common
    merged = indicators.merge(common.indicators, parts, common.own, common.levels)
    return join.complete(inputs.site.catalog, commit, merged)


def _links(plan: SitePlan) -> list[Problem]:
    """Where the links of all prose and the aliases lead; nothing where all is as it was when they were right."""
    if plan.links_digest and plan.links_digest == plan.inputs.previous.site.linked:
        return []
    prose, known = list(links.linked(plan.catalog)), aliases.meant(plan.catalog, plan.catalog.raw.aliases)
    said = list(cited.cited(plan.catalog))
    for report in map(plan.reports.links, plan.reports.keys):
        prose += report.linked
        known |= set(report.meant)
        said += report.cited
    return [
        *links.check_links(prose, plan.book),
        *cited.check_cited(said, plan.book),
        *aliases.check_aliases(plan.catalog, known),
        *corrections.check_corrected(plan.catalog, plan.book),
        *corrections.check_gone(plan.catalog, plan.book),
        *questions.check_ways(plan.catalog, plan.book),
        *queries.check_aims(plan.catalog, plan.book),
    ]


def _mentions(plan: SitePlan) -> Iterator[Problem]:
    """Entities that no report names, and names of theirs that stand nowhere."""
    named = {count.entity for card in plan.cards for count in card.entities.counts}
    used = {word for card in plan.cards for word in card.entities.used}
    return entities.check_mentioned(plan.catalog, named, used)


def _anchors(plan: SitePlan) -> Iterator[Problem]:
    """Terms of several reports that have one anchor; none where each report has a glossary of its own."""
    first = sorted((card for card in plan.cards if card.terms), key=lambda card: (card.published, card.key))
    terms = ((card.key, tuple(term.anchor for term in card.terms)) for card in first)
    return notes.check_anchors(terms, partial(_prefix_place, plan.inputs))


def _prefix_place(inputs: Inputs, key: str) -> Place:
    return report_head.read(inputs.project, key, inputs.reports[key].listed).head.place("note_prefix")
