"""Everything outside the reports, planned from the site's own files and the cards of all reports: ``plan_site``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field

from disclosure.build import district_data
from disclosure.build.inputs import Inputs
from disclosure.build.reports import Reports
from disclosure.cache.state import LinkTargets, ReportSummary
from disclosure.catalog import address, data_folder, join
from disclosure.catalog.book import AddressBook, Anchors, Shelf
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.catalog.resolve import indicators
from disclosure.checks import aliases, cited, corrections, entities, follow_ups, links, queries, questions, series
from disclosure.discovery import sitemap as list_of_pages
from disclosure.exports import files as exports
from disclosure.exports.files import Composed, PieceName
from disclosure.output import sitemap
from disclosure.pages import card, plan
from disclosure.pages.card import Card
from disclosure.pages.details import ReportDetails
from disclosure.pages.kind import PageData, SiteInputs
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture
from disclosure.problem import Problem, in_order
from disclosure.theme import theme as theming


class SitePlan(Struct, frozen=True, dict=True, kw_only=True):
    """What is published besides the reports, and all that is wrong with the content.

    ``catalog`` is what belongs to the whole site, with what all reports together say. Pages, addresses and problems
    follow from it and from the reports; they are found out where they are asked for, because most builds ask for few.
    ``asked`` fills with the details of the reports of which pages show more than their cards, ``places`` with the pages
    of districts.
    """

    inputs: Inputs
    reports: Reports
    catalog: Catalog
    asked: dict[str, ReportDetails] = field(default_factory=dict)
    places: dict[str, tuple[Page, ...]] = field(default_factory=dict)

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
    def own_pages(self) -> tuple[Page, ...]:
        """Those of no district."""
        return plan.of_site(self._made_of)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        districts = (page for one in self.catalog.districts for page in self.of_district(one))
        return (*self.own_pages, *districts)

    def of_district(self, district: District) -> tuple[Page, ...]:
        if district.id not in self.places:
            self.places[district.id] = plan.of_district(self._made_of, district)
        return self.places[district.id]

    @cached_property
    def loaded(self) -> tuple[PageData, ...]:
        """What the scripts of these pages load."""
        return tuple(plan.data_of_site(self._made_of, self.pages))

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Those of these pages."""
        return tuple(plan.pictures(self.pages))

    @property
    def _made_of(self) -> SiteInputs:
        return SiteInputs(
            catalog=self.catalog,
            cards=self.cards,
            details=self._details,
            changes=self.reports.changes,
            large=self.inputs.large,
        )

    def _details(self, key: str) -> ReportDetails:
        if key not in self.asked:
            self.asked[key] = self.reports.details(key)
        return self.asked[key]

    @cached_property
    def book(self) -> AddressBook:
        # It must not lead back to this plan: in a circle, only the collector could free either
        reports = self.reports
        own = _shelf(self.catalog, self.pages, reports.summaries)
        keys = [one.key for one in reports.summaries]
        return AddressBook.of(own, keys, lambda key: _shelf_of(reports.links(key)))

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


def _shelf_of(report: LinkTargets) -> Shelf:
    return report.anchors, report.sources


def _shelf(catalog: Catalog, pages: Sequence[Page], reports: Iterable[ReportSummary]) -> Shelf:
    """What the whole site adds to the address book."""
    all = tuple(reports)
    names = {file.path: file.name for file in catalog.files}
    anchors: dict[str, Anchors] = {page.address: page.anchors for page in pages}
    anchors |= dict.fromkeys(file.name for file in catalog.attachments)
    anchors |= dict.fromkeys(one.address for one in composed(catalog, all, _nothing))
    anchors |= dict.fromkeys((address.MANIFEST, address.ROBOTS, address.LLMS, *([address.DCAT] if all else [])))
    anchors |= dict.fromkeys(sitemap.addresses(catalog.site, all, len(list_of_pages.listed(pages))))
    counts = data_folder.counts(catalog, [one.card.counts for one in all])
    anchors |= dict.fromkeys(exports.of_catalog(catalog, counts, data_folder.SITE))
    anchors |= dict.fromkeys(district_data.addresses(catalog, all))
    sources = {names[page.source]: page.address for page in pages if page.source}
    sources |= dict.fromkeys((one.name for one in catalog.corrections), address.CORRECTIONS)
    sources |= catalog.gone
    return anchors, sources | {file.name: address.attachment(file.name) for file in catalog.attachments}


def _nothing(_name: str) -> tuple[PieceName, ...]:
    return ()


def composed(catalog: Catalog, reports: Iterable[ReportSummary], find: exports.Find) -> Iterator[Composed]:
    """The data files of the whole site made of the pieces of all reports."""
    all = tuple(reports)
    names = {name for one in all for name in one.pieces}
    held = names & exports.SITE_PIECES if catalog.districts else names
    totals = exports.sum_of(one.totals for one in all)
    return exports.composed(data_folder.SITE, held, find, totals, exports.own(catalog))
