"""The files of the whole site: rendered, combined of the reports' pieces, audited, and staged where they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct, field

from disclosure import audit
from disclosure.build import beside_pages, district_data, site_plan
from disclosure.build.district_data import DistrictData
from disclosure.build.manifest import Manifest
from disclosure.build.site_plan import SitePlan
from disclosure.cache.state import DistrictState, DownloadsState, FileCounts, PreviousFiles, ReportState, ReportSummary
from disclosure.catalog import address, data_folder, downloads
from disclosure.catalog.districts import District
from disclosure.discovery import llms, robots
from disclosure.discovery import sitemap as list_of_pages
from disclosure.exports import files as exports
from disclosure.exports.dcat import Described, FileSum
from disclosure.output import combined, desk_files, search_index, site_feeds, sitemap
from disclosure.output.combined import Composing
from disclosure.output.page import PageContext, render_page
from disclosure.output.search_index import SearchIndex
from disclosure.output.site_feeds import SiteFeeds
from disclosure.output.sitemap import SitemapInputs
from disclosure.pages import embed
from disclosure.pages import plan as planning
from disclosure.pages.chrome import Frame
from disclosure.pages.kind import PageData
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture
from disclosure.publishing import publish
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import documents, opensearch
from disclosure.search import head as search_head
from disclosure.search.files import SearchContent
from disclosure.theme import theme as theming
from disclosure.theme.fragments import RenderedPage


class Narratives(Struct, frozen=True):
    """Narratives as the host made them: HTML by path, and whole pages by address where it rendered them."""

    html: Mapping[str, str]
    pages: Mapping[str, RenderedPage] = field(default_factory=dict)


class SiteContext(Struct, frozen=True, kw_only=True):
    """What making the site's files takes: the plan, the reports' states newest first, where files are staged.

    ``downloads`` are those that stand: they are made of what this makes.
    """

    plan: SitePlan
    narratives: Narratives
    reports: tuple[ReportState, ...]
    staging: Staging
    downloads: Mapping[str, DownloadsState]

    @property
    def previous(self) -> PreviousFiles:
        return self.plan.inputs.previous.site.files

    @property
    def stands(self) -> bool:
        """Whether nobody has touched any file of the whole site since the last build."""
        inputs = self.plan.inputs
        return inputs.previous.site.output == inputs.published.digests.get("")


class SiteFiles(Struct):
    """The files of the whole site as this build leaves them.

    ``planned`` is a digest of what its pages are made of, and the files ``beside`` them (those that their scripts load,
    those of their pictures), the reports ``asked`` for more than their cards among it,
    ``found`` of what can be found on them, ``audited`` of what the audit found right; ``districts`` has one of what the
    data of each district are made of. ``own`` are the pages of no district, and ``own_found`` a digest of what can be
    found on these; ``places`` are those of districts.
    """

    files: PreviousFiles = field(default_factory=PreviousFiles)
    counts: FileCounts = field(default_factory=FileCounts)
    planned: str = ""
    asked: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    found: str = ""
    audited: str = ""
    districts: dict[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    own_found: str = ""
    places: dict[str, DistrictState] = field(default_factory=dict)

    def add(self, where: str, record: PublishedFile, counts: FileCounts) -> None:
        self.files.files[where] = record
        self.counts += counts


def make(context: SiteContext) -> SiteFiles:
    """Everything that no report makes alone. ``Flawed`` where a link leads nowhere."""
    made = SiteFiles()
    with publish.disk():
        _pages(made, context)
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


def _pages(made: SiteFiles, context: SiteContext) -> None:
    """The pages of the whole site, then those of each district."""
    _own_pages(made, context)
    for one in context.plan.catalog.districts:
        made.places[one.id] = _district(made, context, one)
    if made.places:
        made.found = theming.digest(made.found, [one.told for one in made.places.values()])


def _own_pages(made: SiteFiles, context: SiteContext) -> None:
    """As they stand where all is as it was that they are made of. Whom they ask is told by the cards."""
    last = context.plan.inputs.previous.site
    if context.stands and last.planned and last.planned == _planned(context, last.asked):
        made.planned, made.asked, made.own, made.own_found = last.planned, last.asked, last.own, last.own_found
        _stood(made, context, last.own, last.beside)
        made.beside, made.found = last.beside, last.own_found
        return
    own = _page_context(context, context.plan.inputs.frame, context.plan.inputs.theme_digest)
    for page in context.plan.own_pages:
        _page(made, own, page, context.narratives)
    made.own = tuple(page.address for page in context.plan.own_pages)
    made.beside = tuple(_beside(made, context, context.plan.loaded, context.plan.pictures))
    made.own_found = made.found = theming.digest(
        theming.program_digest(), documents.of_site(context.plan.catalog, context.plan.own_pages)
    )
    made.asked = tuple(sorted(context.plan.asked))
    # What another program rendered may be made of more
    made.planned = "" if context.narratives.pages else _planned(context, made.asked)


def _stood(made: SiteFiles, context: SiteContext, pages: Iterable[str], beside: Iterable[str]) -> None:
    """Pages, and files beside them, as the last build left them."""
    last = context.previous
    for where in pages:
        made.files.facts[where] = last.facts[where]
        made.add(where, last.files[where], FileCounts(pages=1, files=1))
    for where in beside:
        made.add(where, last.files[where], FileCounts(files=1))


def _district(made: SiteFiles, context: SiteContext, district: District) -> DistrictState:
    plan, inputs = context.plan, context.plan.inputs
    last = plan.stands(district)
    if last is not None:
        _stood(made, context, last.pages, last.beside)
        return last
    pages = plan.of_district(district)
    loaded, pictures = plan.beside_district(district, pages), planning.pictures(pages)
    around = _page_context(context, inputs.frames.of_district(district.name), inputs.theme_digests[district.name])
    for page in pages:
        _page(made, around, page, context.narratives)
    asked = plan.asked_of[district.id]
    return DistrictState(
        planned=plan.made_of(district, asked),
        asked=asked,
        pages=tuple(page.address for page in pages),
        beside=tuple(_beside(made, context, loaded, pictures)),
        told=inputs.store.put_value(plan.told_of(district, pages)),
    )


def _page_context(context: SiteContext, frame: Frame, digest: str) -> PageContext:
    return PageContext(
        theme=context.plan.inputs.theme,
        frame=frame,
        theme_digest=digest,
        staging=context.staging,
        previous=context.previous,
    )


def _beside(
    made: SiteFiles, context: SiteContext, loaded: Iterable[PageData], pictures: Iterable[Picture]
) -> Iterator[str]:
    for one in beside_pages.stage(loaded, pictures, context.staging, context.previous.files):
        made.add(*one)
        yield one[0]


def _planned(context: SiteContext, asked: Iterable[str]) -> str:
    """A digest of what the site's pages are made of."""
    inputs, catalog = context.plan.inputs, context.plan.catalog
    own = (inputs.site.digest, inputs.history.head, inputs.theme_digest, inputs.large)
    given = (catalog.commit, context.narratives.html)
    details = [one.artifacts.details for one in context.reports if one.summary.key in asked]
    changes = [one.artifacts.changes for one in context.reports]
    return theming.digest(own, given, _offered(context), [one.summary for one in context.reports], details, changes)


def _page(made: SiteFiles, page_context: PageContext, page: Page, narratives: Narratives) -> None:
    where, html = page.address, narratives.html.get(page.source, "")
    done = render_page(page_context, page, html=html, given=narratives.pages.get(where))
    made.add(where, done.record, FileCounts(1, done.rendered, 1, done.staged))
    made.files.facts[where] = done.facts


def _plain(context: SiteContext) -> Iterator[tuple[str, bytes]]:
    catalog, assets = context.plan.catalog, context.plan.inputs.theme.assets
    yield from {**assets.files, **(assets.card if embed.is_asked_for(catalog) else {})}.items()
    yield from (assets.districts if catalog.districts else {}).items()
    yield address.ROBOTS, robots.text(catalog.site)
    yield address.LLMS, llms.text(catalog, context.plan.cards)
    counts = data_folder.counts(catalog, [one.counts for one in context.plan.cards])
    yield from exports.of_catalog(catalog, counts, data_folder.SITE).items()
    yield from opensearch.files(catalog.site).items()
    for file in catalog.attachments:
        yield address.attachment(file.name), file.data


def _combined(made: SiteFiles, context: SiteContext) -> None:
    composing = Composing(context.reports, context.staging, context.plan.inputs.store, context.previous.files)
    composed = site_plan.composed(context.plan.catalog, _summaries(context), composing.find)
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
    told = [one.told for one in made.places.values()]
    if plan.catalog.site.address:
        inputs = SitemapInputs(
            site=plan.catalog.site,
            own=lambda: _lines(plan),
            planned=theming.digest(made.planned, told) if made.planned else "",
            reports=context.reports,
            staging=context.staging,
            store=plan.inputs.store,
            previous=context.previous.files,
        )
        for one in sitemap.stage(inputs):
            made.add(*one)


def _lines(plan: SitePlan) -> bytes:
    """Of the pages of the whole site, and of those of districts."""
    own = list_of_pages.own(plan.catalog, plan.own_pages)
    return own + b"".join(plan.told_of(one).lines for one in plan.catalog.districts)


def _summaries(context: SiteContext) -> Iterator[ReportSummary]:
    return (one.summary for one in context.reports)


def _search(made: SiteFiles, context: SiteContext) -> None:
    catalog, files = context.plan.catalog, context.previous.files
    reports = [one.summary.about for one in context.reports]
    answered = search_head.answered(catalog, reports)
    index = SearchIndex(
        reports=context.reports,
        own=partial(_found, context),
        own_digest=made.found,
        head=search_head.head(catalog, reports, answered),
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


def _found(context: SiteContext) -> SearchContent:
    plan = context.plan
    own = documents.of_site(plan.catalog, plan.own_pages)
    districts = (one for district in plan.catalog.districts for one in plan.told_of(district).found.later)
    return SearchContent(own.documents, (*own.later, *districts))


def _audit(made: SiteFiles, context: SiteContext) -> None:
    """Every link that leads from one part of the site to another, and every page to which none does.

    Not where all was found right with the same ends.
    """
    links = [(one.summary.key, one.artifacts.links, one.artifacts.page_links) for one in context.reports]
    own = [*made.files.files, *_offered(context)]
    seen = (links, own, made.files.facts, context.plan.inputs.frame.site.address)
    made.audited = theming.digest(theming.program_digest(), *seen)
    if made.audited != context.plan.inputs.previous.site.audited:
        audit.expect(_findings(made, context))


def _findings(made: SiteFiles, context: SiteContext) -> Iterator[str]:
    facts = made.files.facts
    own: dict[str, tuple[str, ...] | None] = dict.fromkeys((*made.files.files, address.MANIFEST, *_offered(context)))
    own |= {where: one.all_ids for where, one in facts.items()}
    own |= audit.twins(facts)
    targets = audit.targets(facts.items(), context.plan.inputs.frame.site.address)
    waiting: list[str] = []
    reports = context.plan.reports
    for key in (one.summary.key for one in context.reports):
        own |= reports.links(key).anchors
        links = reports.page_links(key)
        waiting += links.unreached
        for wanted, fragment, page in links.outside:
            audit.add_target(targets, (wanted, fragment), page)
    yield from audit.astray(targets, own)
    yield from audit.orphans(audit.unreached(facts | dict.fromkeys(waiting, audit.NOTHING), targets))


def _offered(context: SiteContext) -> list[str]:
    """The downloads that the next stage makes."""
    held = district_data.by_district(context.plan.catalog, context.reports)
    folders = (data_folder.SITE, *(data_folder.of_district(one) for one, _states in held))
    return [f"{folder.address}{one.name}" for folder in folders for one in downloads.available()]


def _manifest(made: SiteFiles, context: SiteContext) -> None:
    inputs, commit = context.plan.inputs, context.plan.catalog.commit
    manifest = Manifest(commit=commit, reports=context.reports, files=made.files.files, downloads=context.downloads)
    for one in manifest.stage(inputs.store, context.staging, context.previous.files):
        made.add(*one)
