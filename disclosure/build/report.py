"""One report, from its files to its pages, each step over what the one before gave: ``build_report``.

read -> join -> check -> plan -> render, and ``store_report``. It needs no other report: what is said of it elsewhere is
among its inputs (``Inputs.says_of``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import guests, outcome_history, readings, report_files, report_plan
from disclosure.build.certain import certain
from disclosure.build.context import ReportContext
from disclosure.build.guests import Guest
from disclosure.build.report_files import UnstoredReport
from disclosure.build.report_plan import ReportPlan, plan_report
from disclosure.cache import owned, state, told
from disclosure.cache.state import ArtifactRefs, FileCounts, LinkTargets, PreviousFiles, ReportState, ReportSummary
from disclosure.cache.told import OutcomeSources, ToldRef
from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog, Report
from disclosure.checks import run as checks
from disclosure.comparison import side
from disclosure.comparison.side import ReportSide
from disclosure.feeds import of_report as feeds
from disclosure.pages.change_lines import ReportChanges
from disclosure.pages.details import ReportDetails
from disclosure.pages.update_lines import ReportUpdates
from disclosure.problem import Problem, errors
from disclosure.source import content, reading
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import Listed
from disclosure.theme import theme as theming

T = TypeVar("T")


class ReportTask(Struct, frozen=True, kw_only=True):
    """A report to build: its files as listed, and the objects that the last build left of it, if there are any.

    ``guests`` are the files of other reports that speak of it; ``told`` is where the changes of its records are,
    ``outcomes`` what those of its promises are followed through; ``restyled`` is its last state where nothing but the
    look of its pages has changed. ``part`` is the folder where another machine may have left it, made of the same
    ``inputs`` then.
    """

    key: str
    listed: tuple[Listed, ...]
    guests: tuple[Guest, ...]
    artifacts: ArtifactRefs | None
    told: ToldRef = ToldRef()
    outcomes: OutcomeSources = OutcomeSources()
    restyled: ReportState | None = None
    part: str = ""
    inputs: str = ""


class ReportBuild(Struct, frozen=True, kw_only=True):
    """A report after the build. It could not be read where there is no ``summary``; nothing was rendered where there
    is no ``linked``; what is rendered can be shown, and the rest is to be made, where there is something ``unstored``.

    ``content`` is a digest of its files, ``output`` of what is to be published, ``linked`` of where its links lead.
    ``links``, ``details``, ``changes`` and ``updates`` are carried along only where they are not in the store;
    ``side`` is what the site says of it, where it is to be compared. It is ``taken`` where another machine made it.
    """

    key: str
    problems: tuple[Problem, ...]
    readings: tuple[str, ...] = ()
    counts: FileCounts = FileCounts()
    content: str = ""
    output: str = ""
    linked: str = ""
    summary: ReportSummary | None = None
    links: LinkTargets | None = None
    details: ReportDetails | None = None
    changes: ReportChanges | None = None
    updates: ReportUpdates | None = None
    artifacts: ArtifactRefs | None = None
    unstored: UnstoredReport | None = None
    side: ReportSide | None = None
    taken: bool = False


# A report as it will be published, and what is stored besides
Planned = tuple[ReportPlan, UnstoredReport]


def build_report(task: ReportTask, context: ReportContext) -> ReportBuild:
    """Read, check and render a report, or such of its pages as are open; ``store_report`` does the rest."""
    store, last = context.store, task.artifacts
    previous = (store.get_value(last.files, PreviousFiles) if last else None) or PreviousFiles()
    if task.restyled and previous.files and (restyled := _restyle(task.restyled, previous, context)):
        return restyled
    found = store.get_value(last.parse_cache, ParseCache) if last else None
    build, planned = _planned(task, state.parse_cache(found, theming.program_digest()), context)
    return build if planned is None else _rendered(build, *planned, context, previous)


def _planned(task: ReportTask, parsed: ParseCache, context: ReportContext) -> tuple[ReportBuild, Planned | None]:
    """The report read, joined and checked, and its plan, where all is right and it is to be rendered."""
    sources, unreadable = reading.read(context.root, task.listed, context.known, context.settled)
    digest = reading.digest_of(sources)
    raw = content.read(sources, parsed)
    # What is wrong with them, their own reports say
    said = content.read(guests.read(context.root, task.guests), ParseCache(theming.program_digest()))
    catalog, unresolved = join.join(raw, context.common, said, told.read(context.store, task.told))
    # What is compared is what the site says, not what it tells of earlier days
    if _sound(raw, catalog, context) is not None and not context.compared:
        catalog = outcome_history.joined(catalog, task.outcomes, context.common, context.store)
    problems = (*unreadable, *check_report(raw, catalog, unresolved, context))
    build = ReportBuild(key=task.key, problems=problems, content=digest)
    report = _sound(raw, catalog, context)
    if report is None:
        return build, None
    build = replace(build, readings=tuple(readings.lines(catalog, targets=context.targets)))
    # A record that could not be placed has no page yet: nothing can be said of links to it
    if not report.is_placed:
        return build, None
    plan = plan_report(catalog, report, problems, context)
    build = replace(
        build,
        summary=plan.summary,
        links=plan.links,
        details=plan.details,
        changes=plan.changes,
        updates=plan.updates,
    )
    if context.compared:
        build = replace(build, side=side.of_report(catalog, report, plan.pages))
    if context.theme is None or errors(problems):
        return build, None
    pieces = _later(partial(report_plan.pieces, catalog, report, plan.pages, large=context.large), context)
    fed = _later(lambda: tuple(feeds.files(catalog, report)), context)
    unstored = UnstoredReport(
        pieces=pieces,
        feeds=fed,
        pictures=plan.pictures,
        parsed=parsed.of(raw),
        details=plan.details,
        changes=plan.changes,
        updates=plan.updates,
    )
    return build, (plan, unstored)


def _later(make: Callable[[], T], context: ReportContext) -> Callable[[], T]:
    """Gives what is made of the report: when it is asked for, where its pages are shown first; else it is made at once,
    so that the catalogue is gone and its memory serves to render the pages."""
    if context.shown_first:
        return make
    made = make()
    return lambda: made


def _sound(raw: RawContent, catalog: Catalog, context: ReportContext) -> Report | None:
    """The report, where all its files could be read."""
    if errors(raw.problems) or context.unreadable:
        return None
    return next(iter(catalog.reports), None)


def check_report(
    raw: RawContent, catalog: Catalog, unresolved: Iterable[Problem], context: ReportContext
) -> list[Problem]:
    """Everything that is wrong with a report but for where its links lead."""
    if errors(raw.problems) or context.unreadable:
        return [*raw.problems, *certain(raw, context.unreadable, catalog, unresolved)]
    return [*raw.problems, *unresolved, *checks.whole(catalog)]


def _rendered(
    build: ReportBuild, plan: ReportPlan, unstored: UnstoredReport, context: ReportContext, previous: PreviousFiles
) -> ReportBuild:
    """The report's files rendered, and its pages, or such of them as are open."""
    unstored = replace(unstored, rendered=report_files.render(plan, context, previous))
    return replace(build, linked=report_files.store_links(plan, context), unstored=unstored)


def store_report(build: ReportBuild, context: ReportContext) -> ReportBuild:
    """Render what is left of a report's pages, make its pieces, and leave them in the store with all else that the
    next build can use."""
    if build.unstored is None:
        return build
    rendered = build.unstored.rendered
    report_files.render_pages(rendered, context)
    report_files.stage_feeds(build.unstored, context)
    report_files.stage_pictures(build.unstored, context)
    return replace(
        build,
        counts=rendered.counts,
        output=owned.output_digest(rendered.files.files),
        artifacts=report_files.store(build.unstored, build.linked, context),
        links=None,
        details=None,
        changes=None,
        updates=None,
        unstored=None,
    )


def _restyle(last: ReportState, previous: PreviousFiles, context: ReportContext) -> ReportBuild | None:
    """The report in other templates or another navigation; ``None`` where the cache does not hold all that takes."""
    again = report_files.render_again(last.summary.key, last.artifacts, previous, context)
    if again is None:
        return None
    rendered, artifacts = again
    return ReportBuild(
        key=last.summary.key,
        problems=last.summary.notices,
        counts=rendered.counts,
        content=last.inputs.content,
        output=owned.output_digest(rendered.files.files),
        linked=artifacts.links,
        summary=last.summary,
        artifacts=artifacts,
    )
