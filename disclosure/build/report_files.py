"""A report's pages and files: rendered and staged one after the other, then what they leave put into the store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.build import page_links
from disclosure.build.context import ReportContext
from disclosure.build.report_plan import ReportPlan
from disclosure.cache.state import ArtifactRefs, FileCounts, PageLinks, PreviousFiles
from disclosure.feeds.of_report import FeedFile
from disclosure.output import feed, picture
from disclosure.output.page import PageContext, PageResult, render_page
from disclosure.pages import kept
from disclosure.pages.change_lines import ReportChanges
from disclosure.pages.details import ReportDetails
from disclosure.pages.kept import KeptPages
from disclosure.pages.page import Page
from disclosure.pages.picture import Picture
from disclosure.pages.update_lines import ReportUpdates
from disclosure.publishing import publish
from disclosure.publishing.staging import PublishedFile
from disclosure.source.content import ParseCache

# The report's lines of the manifest, by the name of pieces
MANIFEST = "manifest"


class RenderedReport(Struct):
    """The files of the report ``key`` as they are rendered, one after the other. ``views`` are its pages in canonical
    form.

    ``previous`` is what the last build knew of these files; ``left`` are the pages that are not rendered yet.
    """

    key: str = ""
    previous: PreviousFiles = field(default_factory=PreviousFiles)
    left: tuple[Page, ...] = ()
    files: PreviousFiles = field(default_factory=PreviousFiles)
    views: KeptPages = field(default_factory=KeptPages)
    rendered: int = 0
    staged: int = 0

    def add(self, page: Page, result: PageResult) -> None:
        self.views.add(result.canonical)
        self.files.files[page.address], self.files.facts[page.address] = result.record, result.facts
        self.rendered += result.rendered
        self.staged += result.staged

    @property
    def counts(self) -> FileCounts:
        return FileCounts(len(self.files.facts), self.rendered, len(self.files.files), self.staged)


class UnstoredReport(Struct, frozen=True, kw_only=True):
    """What is still to be made when a report is rendered: ``pieces`` gives its pieces by name, ``feeds`` its feeds."""

    pieces: Callable[[], Mapping[str, bytes]]
    feeds: Callable[[], Iterable[FeedFile]]
    pictures: tuple[Picture, ...]
    parsed: ParseCache
    details: ReportDetails
    changes: ReportChanges
    updates: ReportUpdates
    rendered: RenderedReport = field(default_factory=RenderedReport)


def render(plan: ReportPlan, context: ReportContext, previous: PreviousFiles) -> RenderedReport:
    """The report's files, and of its pages those that are open; all of them where none is."""
    rendered = RenderedReport(plan.summary.key, previous, plan.pages)
    render_pages(rendered, context, context.open_pages & {page.address for page in plan.pages})
    with publish.disk():
        for where, data in plan.files.items():
            record, staged = context.staging.put(where, "", data, previous.files.get(where))
            rendered.files.files[where] = record
            rendered.staged += staged
    return rendered


def render_pages(rendered: RenderedReport, context: ReportContext, only: Collection[str] = ()) -> None:
    """Of the pages that are left those at the addresses ``only``; without any, all."""
    page_context = _page_context(context, rendered)
    wanted = [page for page in rendered.left if not only or page.address in only]
    rendered.left = tuple(page for page in rendered.left if only and page.address not in only)
    with publish.disk():
        for page in wanted:
            rendered.add(page, render_page(page_context, page))


def stage_feeds(one: UnstoredReport, context: ReportContext) -> None:
    """The report's feeds and its calendar: as they stand where they would say the same."""
    rendered = one.rendered
    with publish.disk():
        for file in one.feeds():
            where = file.address
            record, staged = feed.stage(file, context.staging, rendered.previous.files.get(where))
            rendered.files.files[where] = record
            rendered.staged += staged


def stage_pictures(one: UnstoredReport, context: ReportContext) -> None:
    """The files of what its pages show as pictures."""
    rendered = one.rendered
    with publish.disk():
        for drawn in one.pictures:
            for where, record, staged in picture.stage(drawn, context.staging, rendered.previous.files):
                rendered.files.files[where] = record
                rendered.staged += staged


def _page_context(context: ReportContext, rendered: RenderedReport) -> PageContext:
    assert context.theme is not None
    return PageContext(
        theme=context.theme,
        frame=context.frames.of_report(rendered.key),
        theme_digest=context.theme_digests.get(context.frames.of.get(rendered.key, ""), context.theme_digest),
        staging=context.staging,
        previous=rendered.previous,
    )


def store_links(plan: ReportPlan, context: ReportContext) -> str:
    """Where links lead is asked for as soon as the report is rendered; what the object is called."""
    with publish.disk():
        return context.store.put_value(plan.links)


def store(one: UnstoredReport, linked: str, context: ReportContext) -> ArtifactRefs:
    """The report's pieces of files about all reports, and what the next build wants to know, as objects.

    ``linked`` is the name of one that is there: where links lead.
    """
    rendered = one.rendered
    pieces = {**one.pieces(), MANIFEST: manifest_lines(rendered.files.files)}
    with publish.disk():
        return ArtifactRefs(
            pieces={name: context.store.put(data) for name, data in pieces.items()},
            files=context.store.put_value(rendered.files),
            parse_cache=context.store.put_value(one.parsed),
            links=linked,
            page_links=context.store.put_value(_page_links(rendered, context)),
            details=context.store.put_value(one.details),
            changes=context.store.put_value(one.changes),
            updates=context.store.put_value(one.updates),
            views=context.store.put(rendered.views.data),
        )


def _page_links(rendered: RenderedReport, context: ReportContext) -> PageLinks:
    return page_links.of(rendered.files.facts, rendered.files.files, context.frames.site.site.address)


def render_again(
    key: str, last: ArtifactRefs, previous: PreviousFiles, context: ReportContext
) -> tuple[RenderedReport, ArtifactRefs] | None:
    """The report's pages from their canonical form; ``None`` where the store does not hold all that takes.

    Its files that are no pages stand, and so does what the rest of the site is made of.
    """
    views = context.store.get(last.views)
    if views is None:
        return None
    rendered = RenderedReport(key, previous)
    page_context = _page_context(context, rendered)
    rendered.files.files = {where: one for where, one in previous.files.items() if where not in previous.facts}
    with publish.disk():
        for canonical in kept.unpack(views):
            page = kept.page(canonical)
            rendered.add(page, render_page(page_context, page, canonical=canonical))
        return rendered, _stored_again(rendered, last, context)


def _stored_again(rendered: RenderedReport, last: ArtifactRefs, context: ReportContext) -> ArtifactRefs:
    return replace(
        last,
        pieces=last.pieces | {MANIFEST: context.store.put(manifest_lines(rendered.files.files))},
        files=context.store.put_value(rendered.files),
        page_links=context.store.put_value(_page_links(rendered, context)),
    )


def manifest_lines(files: Mapping[str, PublishedFile]) -> bytes:
    return b",\n".join(manifest_line(where, one) for where, one in sorted(files.items()))


def manifest_line(where: str, one: PublishedFile) -> bytes:
    return b'  %b: "%b"' % (msgspec.json.encode(where), one.sha256.encode())
