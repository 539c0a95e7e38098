"""A report's pages and files: rendered and staged one after the other, then what they leave put into the store."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from disclosure import audit
from disclosure.audit import LinkTarget
from disclosure.build.context import ReportContext
from disclosure.build.report_plan import ReportPlan
from disclosure.cache.state import ArtifactRefs, FileCounts, LinkTargets, PreviousFiles
from disclosure.output.page import PageContext, PageResult, render_page
from disclosure.pages import kept
from disclosure.pages.kept import KeptPages
from disclosure.pages.page import Page
from disclosure.publishing import publish, staging
from disclosure.publishing.staging import PublishedFile
from disclosure.source.content import ParseCache

# The report's lines of the manifest, by the name of pieces
MANIFEST = "manifest"


class RenderedReport(Struct):
    """A report's files as they are rendered, one after the other. ``views`` are its pages in canonical form."""

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


def render(plan: ReportPlan, context: ReportContext, previous: PreviousFiles) -> RenderedReport:
    """``previous`` is what the last build knew of these files."""
    rendered, page_context = RenderedReport(), _page_context(context, previous)
    with publish.disk():
        for page in plan.pages:
            rendered.add(page, render_page(page_context, page))
        for where, data in plan.files.items():
            record, staged = context.staging.put(where, "", data, previous.files.get(where))
            rendered.files.files[where] = record
            rendered.staged += staged
    return rendered


def _page_context(context: ReportContext, previous: PreviousFiles) -> PageContext:
    assert context.theme is not None
    return PageContext(
        theme=context.theme,
        frame=context.frame,
        theme_digest=context.theme_digest,
        staging=context.staging,
        previous=previous,
    )


def store(plan: ReportPlan, rendered: RenderedReport, parsed: ParseCache, context: ReportContext) -> ArtifactRefs:
    """The report's pieces of files about all reports, and what the next build wants to know, as objects."""
    pieces = {**plan.pieces, MANIFEST: manifest_lines(rendered.files.files)}
    with publish.disk():
        return ArtifactRefs(
            pieces={name: context.store.put(data) for name, data in pieces.items()},
            files=context.store.put_value(rendered.files),
            parse_cache=context.store.put_value(parsed),
            links=context.store.put_value(links(plan, rendered.files.facts, context)),
            topics=context.store.put_value(plan.topics),
            views=context.store.put(rendered.views.data),
        )


def links(plan: ReportPlan, facts: Mapping[str, audit.Facts], context: ReportContext) -> LinkTargets:
    """Where links lead; ``facts`` is what the audit saw in the report's pages."""
    anchors = plan.anchors
    targets = _targets(facts, anchors, context)
    return LinkTargets(
        anchors=anchors,
        sources=plan.sources,
        outside=_outside(targets, anchors),
        unreached=tuple(audit.unreached(facts, targets)),
        linked=plan.linked,
        meant=plan.meant,
        cited=plan.cited,
    )


def _targets(
    facts: Mapping[str, audit.Facts], addresses: Collection[str], context: ReportContext
) -> dict[LinkTarget, str]:
    """Where the report's pages lead; links to its own addresses are right, or it is our bug."""
    found = audit.targets(facts.items(), context.frame.site.address)
    own = {where: frozenset(facts[where].all_ids) if where in facts else None for where in addresses}
    audit.expect(audit.astray({target: page for target, page in found.items() if target[0] in own}, own))
    return found


def _outside(targets: Mapping[LinkTarget, str], addresses: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """The links that leave the report with these addresses."""
    return tuple(sorted((*target, page) for target, page in targets.items() if target[0] not in addresses))


def render_again(
    last: ArtifactRefs, previous: PreviousFiles, context: ReportContext
) -> tuple[RenderedReport, ArtifactRefs] | None:
    """The report's pages from their canonical form; ``None`` where the store does not hold all that takes.

    Its files that are no pages stand, and so does what the rest of the site is made of.
    """
    before, views = context.store.get_value(last.links, LinkTargets), context.store.get(last.views)
    if before is None or views is None:
        return None
    rendered, page_context = RenderedReport(), _page_context(context, previous)
    rendered.files.files = {where: previous.files[where] for where, ids in before.anchors.items() if ids is None}
    with publish.disk():
        for canonical in kept.unpack(views):
            page = kept.page(canonical)
            rendered.add(page, render_page(page_context, page, canonical=canonical))
        return rendered, _stored_again(rendered, last, before, context)


def _stored_again(
    rendered: RenderedReport, last: ArtifactRefs, before: LinkTargets, context: ReportContext
) -> ArtifactRefs:
    facts = rendered.files.facts
    targets = _targets(facts, before.anchors, context)
    outside, unreached = _outside(targets, before.anchors), tuple(audit.unreached(facts, targets))
    return replace(
        last,
        pieces=last.pieces | {MANIFEST: context.store.put(manifest_lines(rendered.files.files))},
        files=context.store.put_value(rendered.files),
        links=context.store.put_value(replace(before, outside=outside, unreached=unreached)),
    )


def manifest_lines(files: Mapping[str, PublishedFile]) -> bytes:
    return b",\n".join(manifest_line(where, one) for where, one in sorted(files.items()))


def manifest_line(where: str, one: PublishedFile) -> bytes:
    return b'  %b: "%b"' % (msgspec.json.encode(where), one.sha256.encode())


def output_digest(files: Mapping[str, PublishedFile]) -> str:
    """The digest of files as they will stand when they are published."""
    return staging.digest(staging.line(where, one.size, one.mtime_ns) for where, one in files.items())
