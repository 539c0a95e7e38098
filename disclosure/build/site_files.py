"""The files of the whole site: rendered, combined of the reports' pieces, audited, and staged where they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from disclosure import audit
from disclosure.build import district_data, site_book, site_context, site_pages
from disclosure.build.district_data import DistrictData
from disclosure.build.manifest import Manifest
from disclosure.build.site_context import SiteContext, SiteFiles
from disclosure.cache.state import DistrictFound, FileCounts, PageLinks, ReportSummary
from disclosure.catalog import address, data_folder
from disclosure.discovery import llms, robots
from disclosure.discovery import sitemap as list_of_pages
from disclosure.exports import files as exports
from disclosure.exports.described import Described, FileSum
from disclosure.grouping import grouped
from disclosure.output import combined, desk_files, search_index, site_feeds, sitemap
from disclosure.output.combined import Composing
from disclosure.output.search_index import SearchIndex
from disclosure.output.site_feeds import SiteFeeds
from disclosure.output.sitemap import SitemapInputs
from disclosure.pages import embed, federation
from disclosure.publishing import publish
from disclosure.search import documents, opensearch
from disclosure.search import head as search_head
from disclosure.search.files import SearchContent
from disclosure.theme import theme as theming
from disclosure.theme.assets import DISTRICTS, TOGETHER

# Of pages the fragments that others may link to, by address; ``None`` for another file
Anchored = Mapping[str, tuple[str, ...] | None]


def make(context: SiteContext) -> SiteFiles:
    """Everything that no report makes alone. ``Flawed`` where a link leads nowhere."""
    made = SiteFiles()
    with publish.disk():
        site_pages.make(made, context)
        for where, data in _plain(context):
            record, staged = context.staging.put(where, "", data, context.previous.files.get(where))
            made.add(where, record, FileCounts(files=1, staged=staged))
        _combined(made, context)
        _districts(made, context)
        _catalogue(made, context)
        _feeds(made, context)
        _sitemap(made, context)
        _search(made, context)
        _audit(made, context)
        _manifest(made, context)
    return made


def _plain(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    catalog, assets = context.plan.catalog, context.plan.inputs.theme.assets
    yield from {**assets.files, **(assets.card if embed.is_asked_for(catalog) else {})}.items()
    scripts = {DISTRICTS: bool(catalog.districts), TOGETHER: federation.is_there(catalog)}
    yield from assets.of_some(*(name for name, is_asked_for in scripts.items() if is_asked_for)).items()
    yield address.ROBOTS, robots.text(catalog.site)
    yield address.LLMS, llms.text(catalog, context.plan.cards)
    counts = data_folder.counts(catalog, [one.counts for one in context.plan.cards])
    yield from exports.of_catalog(catalog, counts, data_folder.SITE).items()
    yield from opensearch.files(catalog.site).items()
    for file in catalog.attachments:
        yield address.attachment(file.name), file.data


def _combined(made: SiteFiles, context: SiteContext) -> None:
    composing = Composing(context.reports, context.staging, context.plan.inputs.store, context.previous.files)
    composed = site_book.composed(context.plan.catalog, _summaries(context), composing.find)
    for one in combined.compose(composing, composed):
        made.add(*one)
    for one in desk_files.stage(composing, context.plan.inputs.theme) if context.plan.catalog.site.desk else ():
        made.add(*one)


def _districts(made: SiteFiles, context: SiteContext) -> None:
    """The data of each district, on a site of several."""
    plan = context.plan
    if not plan.catalog.districts:
        return
    given = DistrictData(
        catalog=plan.catalog,
        own=plan.inputs.site.digest,
        reports=context.reports,
        staging=context.staging,
        store=plan.inputs.store,
        previous=context.previous.files,
        last=plan.inputs.previous.site.districts,
        stands=context.stands,
    )
    for one in district_data.stage(given):
        made.add(*one)
    made.districts = given.made_of


def _catalogue(made: SiteFiles, context: SiteContext) -> None:
    """What the data files are; they are made by now."""
    catalog, facts = context.plan.catalog, {one.data.key: one.data for one in _summaries(context)}
    counts = data_folder.counts(catalog, [one.counts for one in context.plan.cards])
    if counts:
        files = made.files.files.items()
        described = Described(
            catalog=catalog,
            folder=data_folder.SITE,
            sets=exports.sets(counts, catalog),
            reports=facts,
            files={
                where: FileSum(one.size, one.sha256) for where, one in files if where.startswith(address.DATA_FILES)
            },
            districts=tuple(one for one, _states in district_data.by_district(catalog, context.reports)),
        )
        data = exports.catalogue(described)
        record, staged = context.staging.put(address.DCAT, "", data, context.previous.files.get(address.DCAT))
        made.add(address.DCAT, record, FileCounts(files=1, staged=staged))


def _feeds(made: SiteFiles, context: SiteContext) -> None:
    inputs = context.plan.inputs
    feeds = SiteFeeds(
        catalog=context.plan.catalog,
        own=inputs.site.digest,
        cards=context.plan.cards,
        reports=context.reports,
        staging=context.staging,
        store=inputs.store,
        previous=context.previous.files,
        stands=context.stands,
    )
    for one in site_feeds.stage(feeds):
        made.add(*one)


def _sitemap(made: SiteFiles, context: SiteContext) -> None:
    plan = context.plan
    if plan.catalog.site.address:
        inputs = SitemapInputs(
            site=plan.catalog.site,
            own=lambda: _lines(made, context),
            planned=theming.digest(made.planned, made.leading) if made.planned else "",
            reports=context.reports,
            staging=context.staging,
            store=plan.inputs.store,
            previous=context.previous.files,
        )
        for one in sitemap.stage(inputs):
            made.add(*one)


def _lines(made: SiteFiles, context: SiteContext) -> bytes:
    """Of the pages of the whole site, and of those of districts."""
    own = list_of_pages.own(context.plan.catalog, context.plan.own_pages)
    return own + b"".join(one.lines for one in _leading(made, context))


def _leading(made: SiteFiles, context: SiteContext) -> Iterator[DistrictFound]:
    """What leads to the pages of each district."""
    store = context.plan.inputs.store
    return (store.need_value(name, DistrictFound) for name in made.leading)


def _summaries(context: SiteContext) -> Iterator[ReportSummary]:
    return (one.summary for one in context.reports)


def _search(made: SiteFiles, context: SiteContext) -> None:
    catalog, files = context.plan.catalog, context.previous.files
    reports = [one.summary.about for one in context.reports]
    answered = search_head.answered(catalog, reports)
    index = SearchIndex(
        reports=context.reports,
        own=partial(_found, made, context),
        own_digest=theming.digest(made.found, made.leading),
        head=search_head.head(catalog, reports, answered, large=context.plan.inputs.large),
        labels=search_head.labels(catalog, reports),
        answers=answered,
        large=context.plan.inputs.large,
        staging=context.staging,
        store=context.plan.inputs.store,
        previous={where: file for where, file in files.items() if where.startswith(address.SEARCH_FILES)},
        stands=context.stands,
    )
    found, counts = search_index.stage(index)
    made.files.files |= found
    made.counts += counts


def _found(made: SiteFiles, context: SiteContext) -> SearchContent:
    own = documents.of_site(context.plan.catalog, context.plan.own_pages)
    districts = (document for one in _leading(made, context) for document in one.content.later)
    return SearchContent(own.documents, (*own.later, *districts))


def _audit(made: SiteFiles, context: SiteContext) -> None:
    """Every link that leads from one part of the site to another, and every page to which none does.

    Not where all was found right with the same ends.
    """
    links = [(one.summary.key, one.artifacts.links, one.artifacts.page_links) for one in context.reports]
    own = [*made.files.files, *site_context.offered(context)]
    places = [(one.told, one.page_links) for one in made.places.values()]
    seen = (links, own, made.files.facts, places, context.plan.inputs.frame.site.address)
    made.audited = theming.digest(theming.program_digest(), *seen)
    if made.audited != context.plan.inputs.previous.site.audited:
        audit.expect(_findings(made, context))


def _findings(made: SiteFiles, context: SiteContext) -> Iterator[str]:
    facts, reports = made.files.facts, context.plan.reports
    own: dict[str, tuple[str, ...] | None] = dict.fromkeys(
        (*made.files.files, address.MANIFEST, *site_context.offered(context))
    )
    own |= {where: one.all_ids for where, one in facts.items()}
    own |= audit.twins((*facts, *chain.from_iterable(one.pages for one in made.places.values())))
    targets = audit.targets(facts.items(), context.plan.inputs.frame.site.address)
    waiting: list[str] = []
    for anchors, links in _of_districts(made, context):
        own |= anchors
        _left_open(links, targets, waiting)
    keys = [one.summary.key for one in context.reports]
    for key in keys:
        _left_open(reports.page_links(key), targets, waiting)
    # Report by report: the ids of all pages together would fill the memory
    parts = grouped((address.owner(target[0]), (target, page)) for target, page in targets.items())
    into = {key: dict(parts.pop(key)) for key in keys if key in parts}
    yield from audit.astray(dict(chain.from_iterable(parts.values())), own)
    for key, mine in into.items():
        anchors = reports.links(key).anchors
        known = {where: there[where] for there in (own, anchors) for where, _fragment in mine if where in there}
        yield from audit.astray(mine, known)
    yield from audit.orphans(audit.unreached(facts | dict.fromkeys(waiting, audit.NOTHING), targets))


def _left_open(links: PageLinks, targets: dict[audit.LinkTarget, str], waiting: list[str]) -> None:
    waiting += links.unreached
    for wanted, fragment, page in links.outside:
        audit.add_target(targets, (wanted, fragment), page)


def _of_districts(made: SiteFiles, context: SiteContext) -> Iterator[tuple[Anchored, PageLinks]]:
    plan = context.plan
    for one in plan.catalog.districts:
        links = plan.inputs.store.need_value(made.places[one.id].page_links, PageLinks)
        yield plan.told_of(one).anchors, links


def _manifest(made: SiteFiles, context: SiteContext) -> None:
    inputs, commit = context.plan.inputs, context.plan.catalog.commit
    manifest = Manifest(commit=commit, reports=context.reports, files=made.files.files, downloads=context.downloads)
    for one in manifest.stage(inputs.store, context.staging, context.previous.files):
        made.add(*one)
