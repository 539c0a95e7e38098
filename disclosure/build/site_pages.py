"""The pages of the whole site and of its districts: rendered, or left as they stand where nothing that they are made of
changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from disclosure.audit import Facts
from disclosure.build import beside_pages, page_links, site_book, site_context
from disclosure.build.site_context import Narratives, SiteContext, SiteFiles
from disclosure.cache.state import DistrictState, FileCounts, PreviousFiles
from disclosure.catalog.districts import District
from disclosure.output.page import PageContext, render_page
from disclosure.pages import plan as planning
from disclosure.pages.chrome import Frame
from disclosure.pages.kind import PageData
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture
from disclosure.search import documents
from disclosure.theme import theme as theming


def make(made: SiteFiles, context: SiteContext) -> None:
    """The pages of the whole site, then those of each district."""
    _own_pages(made, context)
    for one in context.plan.catalog.districts:
        made.places[one.id] = _district(made, context, one)


def _own_pages(made: SiteFiles, context: SiteContext) -> None:
    """As they stand where all is as it was that they are made of. Whom they ask is told by the cards."""
    last = context.plan.inputs.previous.site
    if context.stands and last.planned and last.planned == _planned(context, last.asked, last.streamed):
        made.planned, made.own = last.planned, last.own
        made.asked, made.streamed = last.asked, last.streamed
        made.beside, made.found = last.beside, last.found
        _stood(made, context, last.own, last.beside)
        made.files.facts = {where: context.previous.facts[where] for where in last.own}
        return
    own = _page_context(context, context.plan.inputs.frame, context.plan.inputs.theme_digest, context.previous)
    made.files.facts = _rendered(made, own, context.plan.own_pages, context.narratives)
    made.own = tuple(page.address for page in context.plan.own_pages)
    made.beside = tuple(_beside(made, context, context.plan.loaded, context.plan.pictures))
    made.found = theming.digest(
        theming.program_digest(), documents.of_site(context.plan.catalog, context.plan.own_pages)
    )
    made.asked, made.streamed = tuple(sorted(context.plan.asked)), tuple(sorted(context.plan.streamed))
    # What another program rendered may be made of more
    made.planned = "" if context.narratives.pages else _planned(context, made.asked, made.streamed)


def _stood(made: SiteFiles, context: SiteContext, pages: Iterable[str], beside: Iterable[str]) -> None:
    """Pages, and files beside them, as the last build left them."""
    last = context.previous
    for where in pages:
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
    previous = replace(context.previous, facts=_facts(context, district))
    frame, digest = inputs.frames.of_district(district.name), inputs.theme_digests[district.name]
    facts = _rendered(made, _page_context(context, frame, digest, previous), pages, context.narratives)
    beside = tuple(_beside(made, context, loaded, pictures))
    asked = plan.asked_of[district.id]
    return DistrictState(
        planned=plan.made_of(district, asked),
        asked=asked,
        pages=tuple(facts),
        beside=beside,
        told=inputs.store.put_value(plan.told_of(district, pages)),
        found=inputs.store.put_value(site_book.found(plan.catalog, pages)),
        page_links=inputs.store.put_value(page_links.of(facts, (*facts, *beside), inputs.frame.site.address)),
        facts=inputs.store.put_value(facts),
    )


def _facts(context: SiteContext, district: District) -> dict[str, Facts]:
    """What the audit saw in a district's pages last."""
    last = context.plan.inputs.previous.site.places.get(district.id)
    return (context.plan.inputs.store.get_value(last.facts, dict[str, Facts]) if last else None) or {}


def _page_context(context: SiteContext, frame: Frame, digest: str, previous: PreviousFiles) -> PageContext:
    return PageContext(
        theme=context.plan.inputs.theme,
        frame=frame,
        theme_digest=digest,
        staging=context.staging,
        previous=previous,
    )


def _beside(
    made: SiteFiles, context: SiteContext, loaded: Iterable[PageData], pictures: Iterable[Picture]
) -> Iterator[str]:
    for one in beside_pages.stage(loaded, pictures, context.staging, context.previous.files):
        made.add(*one)
        yield one[0]


def _planned(context: SiteContext, asked: Collection[str], streamed: Collection[str]) -> str:
    """A digest of what the site's pages are made of."""
    inputs, catalog = context.plan.inputs, context.plan.catalog
    own = (inputs.site.digest, inputs.history.head, inputs.theme_digest, inputs.large)
    given = (catalog.commit, context.narratives.html)
    details = [one.artifacts.details for one in context.reports if one.summary.key in asked]
    changes = [one.artifacts.changes for one in context.reports]
    updates = [one.artifacts.updates for one in context.reports if one.summary.key in streamed]
    summaries = theming.digest(*(one.summary for one in context.reports))
    return theming.digest(own, given, site_context.offered(context), summaries, details, changes, updates)


def _rendered(
    made: SiteFiles, page_context: PageContext, pages: Iterable[Page], narratives: Narratives
) -> dict[str, Facts]:
    """What the audit sees in these pages, by address."""
    facts: dict[str, Facts] = {}
    for page in pages:
        where, html = page.address, narratives.html.get(page.source, "")
        done = render_page(page_context, page, html=html, given=narratives.pages.get(where))
        made.add(where, done.record, FileCounts(1, done.rendered, 1, done.staged))
        facts[where] = done.facts
    return facts
