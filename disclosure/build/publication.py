"""The last step of a build: what no report makes alone, all of it into the target, then the downloads. ``publish``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import downloads, into_target, site_files
from disclosure.build.inputs import Inputs
from disclosure.build.previous import SITE, PreviousBuild
from disclosure.build.site_context import Narratives, SiteContext, SiteFiles
from disclosure.build.site_plan import SitePlan
from disclosure.cache import published
from disclosure.cache.owned import are_downloads, output_digest
from disclosure.cache.published import PublishedSite
from disclosure.cache.state import FileCounts, SiteState
from disclosure.model.site import Site
from disclosure.publishing import publish as publishing
from disclosure.publishing.publish import PublicationCounts
from disclosure.theme import theme as theming

# That a first publication began, in the store
BEGUN = "begun.json"


class BuildOutcome(Struct, frozen=True, kw_only=True):
    """What a build did, and what the next one in this process need not ask again.

    ``mute``: readers have no place to report an error. ``site`` is what the site asks for. ``parted``: of the
    reports that other machines made those that were taken, and those that were built here.
    """

    pages: int
    rendered: int
    counts: PublicationCounts
    left: PreviousBuild
    mute: bool
    site: Site
    parted: tuple[tuple[str, ...], tuple[str, ...]]


def publish(plan: SitePlan, render: Callable[[SitePlan], Narratives]) -> BuildOutcome:
    """Bring the site into the target, then the downloads that are made of it, which no preview waits for."""
    outcome, published = _publish(plan, render)
    if plan.inputs.options.preview:
        return outcome
    stage = downloads.FirstStage(inputs=plan.inputs, commit=plan.catalog.commit, left=outcome.left, published=published)
    left, counts = downloads.publish(stage)
    return replace(outcome, left=left, counts=outcome.counts + counts)


def _publish(plan: SitePlan, render: Callable[[SitePlan], Narratives]) -> tuple[BuildOutcome, PublishedSite]:
    """Make the site's files and bring all that is staged into the target; ``render`` gives the narratives."""
    inputs = plan.inputs
    shown = _show_reports(inputs)
    # What was published just now is no longer staged
    staging = inputs.published.staging(inputs.project.site)
    plan = replace(plan, reports=plan.reports.stored(staging))
    states = {one.key: plan.reports.state(one.key) for one in plan.cards}
    context = SiteContext(
        plan=plan,
        narratives=render(plan),
        reports=tuple(states.values()),
        staging=staging,
        downloads=downloads.standing(inputs),
    )
    made = site_files.make(context)
    left = _left(plan, context, made)
    counts = sum((one.counts for one in plan.reports.built.values()), made.counts)
    inputs.options.progress("publish", 0, counts.staged)
    now = PreviousBuild(
        site=replace(_state(plan, made, states, left.digests[""]), downloads=dict(context.downloads)),
        reports=states,
        history=inputs.history,
        tree=inputs.tree,
        content=inputs.site,
        guests=inputs.guests,
        published=left,
    )
    theming.ensure_current(inputs.theme)
    removed = into_target.publish(inputs, inputs.published, inputs.previous, now, shown=shown, recorded=_begun(inputs))
    return _outcome(context, made, counts, removed, now), left


def _begun(inputs: Inputs) -> bool:
    """Whether we published to the target before, or began to: only what carries our seal says so."""
    store = inputs.store
    recorded = store.holds(SITE) or store.holds(BEGUN)
    if not recorded and publishing.is_ours(inputs.project.site, recorded=False):
        store.remember(BEGUN, value=True)
    return recorded


def _show_reports(inputs: Inputs) -> list[str]:
    """In a preview, publish what is rendered of the reports, and say what: who looks at a page need not wait for all
    others."""
    tell = inputs.options.reports_published
    if tell is None or not inputs.shown_first:
        return []
    shown = publishing.advance(inputs.project.cache, inputs.project.site)
    tell()
    return shown


def _left(plan: SitePlan, context: SiteContext, made: SiteFiles) -> PublishedSite:
    """The site as this build leaves it."""

    def names(key: str) -> Iterable[str]:
        return plan.reports.links(key).anchors if key else made.files.files

    digests = {one.summary.key: one.inputs.output for one in context.reports}
    stood = plan.inputs.published.digests
    digests |= {key: digest for key, digest in stood.items() if are_downloads(key)}
    return published.left(plan.inputs.published, digests | {"": output_digest(made.files.files)}, names)


def _state(plan: SitePlan, made: SiteFiles, reports: Iterable[str], output: str) -> SiteState:
    return SiteState(
        files=made.files,
        reports=tuple(reports),
        planned=made.planned,
        asked=made.asked,
        streamed=made.streamed,
        beside=made.beside,
        found=made.found,
        linked=plan.links_digest,
        audited=made.audited,
        own=made.own,
        places=made.places,
        output=output,
        districts=made.districts,
    )


def _outcome(
    context: SiteContext, made: SiteFiles, counts: FileCounts, removed: int, now: PreviousBuild
) -> BuildOutcome:
    summaries = [one.summary for one in context.reports]
    files = len(made.files.files) + sum(one.files for one in summaries)
    mute = not context.plan.inputs.common.site.footer.corrections
    pages = made.counts.pages + sum(one.pages for one in summaries)
    return BuildOutcome(
        pages=pages,
        rendered=counts.rendered,
        counts=PublicationCounts(counts.staged, removed, files - counts.staged),
        left=now,
        mute=mute,
        site=context.plan.inputs.common.site,
        parted=context.plan.reports.parted,
    )
