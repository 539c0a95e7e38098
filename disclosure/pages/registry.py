"""The registry of page kinds: a row for each, from which everything derives that must know of all kinds.

These are the plan, the views of pages read back from the cache, the site map, the navigation, what can be found, and
what the audit expects to be led to. A new kind of page is a module with its view and its maker, a template, a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import (
    commitment,
    commitments,
    corrections,
    coverage,
    data,
    glossary,
    home,
    indicators,
    narrative,
    navigation,
    overview,
    progress,
    projects,
    results,
    section,
    service,
    text,
    topics,
    updates,
)
from disclosure.pages.document import SearchKind
from disclosure.pages.kind import OfReport, PageKind, SiteInputs, SitemapGroup
from disclosure.pages.page import Link, Page
from disclosure.pages.service import GroupView
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


def _one(make: Callable[[Catalog, Report], Page | None]) -> OfReport:
    """A page of each report, unless there is nothing to show on it."""
    return lambda catalog, report: filter(None, [make(catalog, report)])


def _promised(make: OfReport) -> OfReport:
    """Only of a report whose commitments are registered."""
    return lambda catalog, report: make(catalog, report) if report.register.commitments else ()


def _home(site: SiteInputs) -> Iterator[Page]:
    linked = topics.links(site.catalog, [one.topics for one in site.cards])
    followed = tuple(one.progress for one in site.cards if one.progress)
    yield home.page(site.catalog, tuple(one.home for one in site.cards), linked, followed)


def _results(catalog: Catalog, report: Report) -> Iterator[Page]:
    if report.register.results:
        yield results.page(catalog, report)


def _coverage(catalog: Catalog, report: Report) -> Iterator[Page]:
    if report.accounts.clauses:
        yield coverage.page(catalog, report)


def _updates(site: SiteInputs) -> Iterator[Page]:
    lines = [line for one in site.cards for line in one.updates]
    if lines:
        yield updates.stream(site.catalog, lines)


def _corrections(site: SiteInputs) -> Iterator[Page]:
    if site.catalog.corrections:
        yield corrections.page(site.catalog)


def _glossary(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield glossary.page(site.catalog, tuple((one.title, one.terms) for one in site.cards))


def _data(site: SiteInputs) -> Iterator[Page]:
    if site.cards:
        yield data.page(site.catalog, [(one.title, one.counts) for one in site.cards])


def _narratives(site: SiteInputs) -> Iterator[Page]:
    return (narrative.page(site.catalog, one) for one in site.catalog.narratives if one.name != "index.md")


def _sitemap(site: SiteInputs) -> Iterator[Page]:
    """The pages of each report, then those of the whole site, in the order they were planned."""
    pairs = (*(pair for one in site.cards for pair in one.listed), *listed(site.pages))
    groups = (GroupView(_(group.value), tuple(_of(group, pairs))) for group in SitemapGroup)
    yield service.sitemap(site.catalog, site.cards, tuple(one for one in groups if one.links))


def _of(group: SitemapGroup, pairs: Iterable[tuple[str, Link]]) -> Iterator[Link]:
    return (link for id, link in pairs if kind(id).group is group)


KINDS: tuple[PageKind, ...] = (
    PageKind(
        id="home",
        template="pages/home.html",
        view=home.HomeView,
        of_site=_home,
        group=SitemapGroup.SITE,
        nav=navigation.to_home,
        unlinked=True,
    ),
    PageKind(
        id="overview",
        template="pages/overview.html",
        view=overview.OverviewView,
        of_report=_one(overview.page),
        group=SitemapGroup.REPORTS,
        nav=navigation.to_newest(N_("报告概览"), address.report),
    ),
    PageKind(
        id="text",
        template="pages/text.html",
        view=text.TextView,
        of_report=_one(text.page),
        group=SitemapGroup.REPORTS,
        nav=navigation.to_newest(N_("报告全文"), address.text),
    ),
    PageKind(
        id="commitments",
        template="pages/commitments.html",
        view=commitments.CommitmentsView,
        of_report=_promised(_one(commitments.page)),
        group=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("承诺"), address.commitments, lambda newest: newest.commitments),
    ),
    PageKind(
        id="commitment",
        template="pages/commitment.html",
        view=commitment.CommitmentView,
        of_report=_promised(commitment.pages),
        search=SearchKind(id="commitment", label=N_("承诺"), rank=10),
    ),
    PageKind(
        id="moved",
        template="pages/moved.html",
        view=commitment.MovedView,
        of_report=_promised(lambda _catalog, report: commitment.superseded(report)),
        unlinked=True,
    ),
    PageKind(
        id="projects",
        template="pages/projects.html",
        view=projects.ProjectsView,
        of_report=_promised(_one(projects.page)),
        group=SitemapGroup.RECORDS,
    ),
    PageKind(
        id="progress",
        template="pages/progress.html",
        view=progress.ProgressView,
        of_report=_promised(_one(progress.page)),
        group=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("后来怎样"), address.progress, lambda newest: newest.commitments),
    ),
    PageKind(
        id="update",
        template="pages/update.html",
        view=updates.UpdateView,
        of_report=_promised(updates.pages),
        search=SearchKind(id="update", label=N_("跟踪更新"), rank=80, prior=0.9, of_report=updates.documents),
    ),
    PageKind(
        id="results",
        template="pages/results.html",
        view=results.ResultsView,
        of_report=_results,
        group=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("成果"), address.results, lambda newest: newest.results),
        search=SearchKind(id="result", label=N_("成果"), rank=20),
    ),
    PageKind(
        id="section",
        template="pages/section.html",
        view=section.RecordsOfSection,
        of_report=section.pages,
        group=SitemapGroup.SECTIONS,
    ),
    PageKind(
        id="coverage",
        template="pages/coverage.html",
        view=coverage.CoverageView,
        of_report=_coverage,
        group=SitemapGroup.RECORDS,
    ),
    PageKind(
        id="indicators",
        template="pages/indicators.html",
        view=indicators.IndicatorsView,
        of_site=lambda site: indicators.table(site.catalog),
        group=SitemapGroup.DATA,
        nav=navigation.to_indicators,
    ),
    PageKind(
        id="indicator",
        template="pages/indicator.html",
        view=indicators.IndicatorView,
        of_site=lambda site: indicators.pages(site.catalog),
        search=SearchKind(id="indicator", label=N_("指标"), rank=70, prior=0.9, of_site=indicators.documents),
    ),
    PageKind(
        id="topic",
        template="pages/topic.html",
        view=topics.TopicView,
        of_site=lambda site: topics.pages(site.catalog, [one.topics for one in site.cards], site.parts),
        group=SitemapGroup.TOPICS,
    ),
    PageKind(
        id="updates",
        template="pages/updates.html",
        view=updates.StreamView,
        of_site=_updates,
        group=SitemapGroup.RECORDS,
    ),
    PageKind(
        id="corrections",
        template="pages/corrections.html",
        view=corrections.CorrectionsView,
        of_site=_corrections,
        group=SitemapGroup.SITE,
    ),
    PageKind(
        id="glossary",
        template="pages/glossary.html",
        view=glossary.GlossaryView,
        of_site=_glossary,
        group=SitemapGroup.REPORTS,
        nav=navigation.to_glossary,
    ),
    PageKind(
        id="data",
        template="pages/data.html",
        view=data.DataView,
        of_site=_data,
        group=SitemapGroup.DATA,
    ),
    PageKind(
        id="narrative",
        template="main.html",
        view=narrative.NarrativeView,
        of_site=_narratives,
        group=SitemapGroup.SITE,
        nav=navigation.to_narratives,
        search=SearchKind(id="narrative", label=N_("本站说明"), rank=60, prior=0.45, of_site=narrative.documents),
    ),
    PageKind(
        id="search",
        template="pages/search.html",
        view=service.SearchView,
        of_site=lambda site: [service.search(site.catalog, site.cards)],
        group=SitemapGroup.SITE,
    ),
    PageKind(
        id="sitemap",
        template="pages/sitemap.html",
        view=service.SitemapView,
        of_site=_sitemap,
    ),
    PageKind(
        id="not-found",
        template="pages/not-found.html",
        view=service.NotFoundView,
        of_site=lambda site: [service.not_found(site.catalog, site.cards)],
        unlinked=True,
    ),
)


def kind(id: str) -> PageKind:
    """The row of a kind; ``KeyError`` where there is none."""
    return _by_id(KINDS)[id]


@lru_cache(1)
def _by_id(kinds: tuple[PageKind, ...]) -> dict[str, PageKind]:
    return {one.id: one for one in kinds}


def listed(pages: Iterable[Page]) -> tuple[tuple[str, Link], ...]:
    """The pages that stand in the site map, each with its kind."""
    return tuple(
        (one.kind, Link(one.title, one.address, note=one.description)) for one in pages if kind(one.kind).group
    )
