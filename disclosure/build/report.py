"""One report, from its files to its pages, each step over what the one before gave: ``build_report``.

read -> join -> check -> plan -> render -> store. It needs no other report: what is said of it elsewhere is among its
inputs (``Inputs.says_of``).
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import readings, report_files
from disclosure.build.certain import certain
from disclosure.build.context import ReportContext
from disclosure.build.report_plan import ReportPlan, plan_report
from disclosure.cache import state
from disclosure.cache.state import ArtifactRefs, FileCounts, LinkTargets, PreviousFiles, ReportState, ReportSummary
from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog, Report
from disclosure.checks import run as checks
from disclosure.pages.topics import TopicPart
from disclosure.problem import Problem, errors
from disclosure.source import content, reading
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import Listed, SourceFile
from disclosure.theme import theme as theming


class ReportTask(Struct, frozen=True, kw_only=True):
    """A report to build: its files as listed, and the objects that the last build left of it, if there are any.

    ``guests`` are the files of other reports that speak of it; ``restyled`` is its last state where nothing but the
    look of its pages has changed.
    """

    key: str
    listed: tuple[Listed, ...]
    guests: tuple[SourceFile, ...]
    artifacts: ArtifactRefs | None
    restyled: ReportState | None = None


class ReportBuild(Struct, frozen=True, kw_only=True):
    """A report after the build. It could not be read where there is no ``summary``; nothing was rendered where there
    are no ``artifacts``.

    ``content`` is a digest of its files, ``output`` of what is to be published. ``links`` and ``topics`` are carried
    along only where they are not in the store.
    """

    key: str
    problems: tuple[Problem, ...]
    readings: tuple[str, ...] = ()
    counts: FileCounts = FileCounts()
    content: str = ""
    output: str = ""
    summary: ReportSummary | None = None
    links: LinkTargets | None = None
    topics: tuple[TopicPart, ...] | None = None
    artifacts: ArtifactRefs | None = None


def build_report(task: ReportTask, context: ReportContext) -> ReportBuild:
    """Read, check and render a report, and leave in the store what the next build can use."""
    store, last = context.store, task.artifacts
    previous = (store.get_value(last.files, PreviousFiles) if last else None) or PreviousFiles()
    if task.restyled and previous.files and (restyled := _restyle(task.restyled, previous, context)):
        return restyled
    found = store.get_value(last.parse_cache, ParseCache) if last else None
    build, planned = _planned(task, state.parse_cache(found, theming.program_digest()), context)
    # What the report was planned from is gone by now: its memory serves to render it
    return build if planned is None else _rendered(build, *planned, context, previous)


def _planned(
    task: ReportTask, parsed: ParseCache, context: ReportContext
) -> tuple[ReportBuild, tuple[ReportPlan, ParseCache] | None]:
    """The report read, joined, checked and, where that went well, planned; with what need not be parsed again."""
    sources, unreadable = reading.read(context.root, task.listed)
    digest = reading.digest_of(sources)
    raw = content.read(sources, parsed)
    # What is wrong with them, their own reports say
    guests = content.read(task.guests, ParseCache(theming.program_digest()))
    catalog, unresolved = join.join(raw, context.common, guests)
    problems = (*unreadable, *check_report(raw, catalog, unresolved, context))
    build = ReportBuild(key=task.key, problems=problems, content=digest)
    report = _sound(raw, catalog, context)
    if report is None:
        return build, None
    build = replace(build, readings=tuple(readings.lines(catalog, targets=context.targets)))
    # A record that could not be placed has no page yet: nothing can be said of links to it
    if report.broken:
        return build, None
    plan = plan_report(catalog, report, problems, context)
    return replace(build, summary=plan.summary), (plan, parsed.of(raw))


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
    build: ReportBuild, plan: ReportPlan, parsed: ParseCache, context: ReportContext, previous: PreviousFiles
) -> ReportBuild:
    """The report's pages and files rendered, and what they leave in the store."""
    if context.theme is None or errors(build.problems):
        return replace(build, links=report_files.links(plan, {}, context), topics=plan.topics)
    rendered = report_files.render(plan, context, previous)
    return replace(
        build,
        counts=rendered.counts,
        output=report_files.output_digest(rendered.files.files),
        artifacts=report_files.store(plan, rendered, parsed, context),
    )


def _restyle(last: ReportState, previous: PreviousFiles, context: ReportContext) -> ReportBuild | None:
    """The report in other templates or another navigation; ``None`` where the cache does not hold all that takes."""
    again = report_files.render_again(last.artifacts, previous, context)
    if again is None:
        return None
    rendered, artifacts = again
    return ReportBuild(
        key=last.summary.key,
        problems=last.summary.notices,
        counts=rendered.counts,
        content=last.inputs.content,
        output=report_files.output_digest(rendered.files.files),
        summary=last.summary,
        artifacts=artifacts,
    )
