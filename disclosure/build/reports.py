"""All reports: those that changed are built, the others are as the last build left them. ``build_reports``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import workers
from disclosure.build.context import ReportContext
from disclosure.build.inputs import Inputs
from disclosure.build.report import ReportBuild, ReportTask, store_report
from disclosure.cache.state import ArtifactRefs, InputDigests, LinkTargets, PageLinks, ReportState, ReportSummary
from disclosure.cache.store import CacheMiss
from disclosure.pages.change_lines import ReportChanges
from disclosure.pages.details import ReportDetails
from disclosure.pages.update_lines import ReportUpdates
from disclosure.problem import Problem, errors
from disclosure.publishing.staging import Staging
from disclosure.source import reading

T = TypeVar("T")


class Reports(Struct, frozen=True, dict=True):
    """The reports by key: ``built`` now, all others as they stood."""

    inputs: Inputs
    built: Mapping[str, ReportBuild]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.inputs.reports)

    @property
    def stood(self) -> Mapping[str, ReportState]:
        return self.inputs.previous.reports

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._problems())

    def _problems(self) -> Iterator[Problem]:
        for key in self.keys:
            yield from self.built[key].problems if key in self.built else self.stood[key].summary.notices

    @property
    def parted(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those that were to be taken from other machines: what was, and what was built here all the same."""
        wanted = [self.built[key] for key in self.inputs.options.parts if key in self.built]
        return tuple(one.key for one in wanted if one.taken), tuple(one.key for one in wanted if not one.taken)

    @cached_property
    def summaries(self) -> tuple[ReportSummary, ...]:
        """Of those that could be read."""
        found = (self.built[key].summary if key in self.built else self.stood[key].summary for key in self.keys)
        return tuple(one for one in found if one is not None)

    @property
    def are_whole(self) -> bool:
        """Whether all could be read."""
        return len(self.summaries) == len(self.keys)

    def links(self, key: str) -> LinkTargets:
        """Where links lead in a report."""
        return self._carried(key, "links", LinkTargets)

    def linked(self, key: str) -> str:
        """A digest of these; empty where nothing was rendered."""
        build = self.built.get(key)
        return build.linked if build else self.stood[key].artifacts.links

    def page_links(self, key: str) -> PageLinks:
        """What the audit of a report's pages leaves open."""
        return self._object(key, "page_links", PageLinks)

    def details(self, key: str) -> ReportDetails:
        """What pages of the whole site show of a report beyond its card."""
        return self._carried(key, "details", ReportDetails)

    def changes(self, key: str) -> ReportChanges:
        """What the list of all changes shows of a report."""
        return self._carried(key, "changes", ReportChanges)

    def updates(self, key: str) -> ReportUpdates:
        """What streams show of a report's updates."""
        return self._carried(key, "updates", ReportUpdates)

    def artifacts(self, key: str) -> ArtifactRefs | None:
        """The objects of a report as it stands now."""
        build = self.built.get(key)
        return build.artifacts if build is not None else self.stood[key].artifacts

    def _carried(self, key: str, name: str, shape: type[T]) -> T:
        """What a report that was built just now carries along, or the object that is stored of it."""
        carried: T | None = getattr(self.built.get(key), name, None)
        return carried if carried is not None else self._object(key, name, shape)

    def _object(self, key: str, name: str, shape: type[T]) -> T:
        refs = self.artifacts(key)
        if refs is None:
            raise CacheMiss(key)
        return self.inputs.store.need_value(getattr(refs, name), shape)

    def stored(self, staging: Staging) -> Reports:
        """The same, with all pages rendered, and all that the next build can use in the store."""
        if not any(one.unstored for one in self.built.values()):
            return self
        context = replace(_context(self.inputs, render=True, targets=False), staging=staging)
        return Reports(self.inputs, {key: store_report(one, context) for key, one in self.built.items()})

    def kept(self, key: str) -> ReportState | None:
        """A report's state where all of it is in the store; nothing where it is not yet."""
        build = self.built.get(key)
        return None if build is not None and build.artifacts is None else self.state(key)

    def state(self, key: str) -> ReportState:
        """A report as this build leaves it."""
        build, listed = self.built.get(key), self.inputs.reports[key].seen
        cross_references = self.inputs.cross_references.get(key)
        if build is None or build.summary is None or build.artifacts is None:
            stood = self.stood[key]
            inputs = replace(stood.inputs, listed=listed)
            same = inputs == stood.inputs and stood.cross_references == cross_references
            return stood if same else replace(stood, inputs=inputs, cross_references=cross_references)
        digests = InputDigests(
            listed=listed,
            content=build.content,
            surroundings=self.inputs.surroundings(key),
            theme=self.inputs.theme_digest_of(key),
            output=build.output,
        )
        return ReportState(digests, build.summary, build.artifacts, cross_references)


def build_reports(inputs: Inputs, *, render: bool = True, targets: bool = False) -> Reports:
    """Build what changed; with ``render`` false, everything is read and checked. ``targets``: say how each was read.

    Where the site's own files are wrong nothing will be published, and the reports are only checked.
    """
    render = render and not errors(inputs.problems)
    tasks = [task for key in inputs.reports if (task := _task(inputs, key, render=render)) is not None]
    return Reports(inputs, _built(inputs, tasks, _context(inputs, render=render, targets=targets)))


def build_only(inputs: Inputs, keys: Iterable[str]) -> list[ReportBuild]:
    """Some of the reports, whatever is left of them."""
    tasks = [_whole_task(inputs, key, None) for key in keys]
    return list(_built(inputs, tasks, _context(inputs, render=not errors(inputs.problems), targets=False)).values())


def compare_reports(inputs: Inputs, known: Reports | None = None) -> Reports:
    """All reports, checked, each with what the site says of it.

    Those that are as in another state of the content, of which all is ``known``, are taken from there.
    """
    stood = {key: known.built[key] for key in inputs.reports if known is not None and _same(key, inputs, known.inputs)}
    tasks = [_whole_task(inputs, key, None) for key in inputs.reports if key not in stood]
    context = replace(_context(inputs, render=False, targets=False), compared=True)
    return Reports(inputs, stood | _built(inputs, tasks, context))


def _same(key: str, inputs: Inputs, other: Inputs) -> bool:
    """Whether a report's files, and all else that has a say in it, are the same in two states of the content."""
    mine, its = inputs.reports[key], other.reports.get(key)
    return its is not None and mine.listed == its.listed and inputs.surroundings(key) == other.surroundings(key)


def _built(inputs: Inputs, tasks: Sequence[ReportTask], context: ReportContext) -> dict[str, ReportBuild]:
    built = {}
    for n, one in enumerate(workers.run(tasks, context, inputs.options.workers)):
        inputs.options.progress("render", n, len(tasks))
        built[one.key] = one
    return built


def _context(inputs: Inputs, *, render: bool, targets: bool) -> ReportContext:
    return ReportContext(
        root=inputs.project.root,
        known=inputs.options.known,
        settled=inputs.snapshot.settled,
        store=inputs.store,
        staging=inputs.staging,
        common=inputs.common,
        frames=inputs.frames,
        theme=inputs.theme if render else None,
        theme_digest=inputs.theme_digest if render else "",
        theme_digests=inputs.theme_digests if render else {},
        large=inputs.large,
        unreadable=inputs.unreadable,
        targets=targets,
        shown_first=render and inputs.shown_first,
        open_pages=inputs.options.open_pages,
    )


def _task(inputs: Inputs, key: str, *, render: bool) -> ReportTask | None:
    """``None`` where the report is what the last build made of the same, and its output still stands."""
    stood = inputs.previous.reports.get(key)
    restyled = stood if render and _stands(inputs, key) else None
    if restyled and restyled.inputs.theme == inputs.theme_digest_of(key):
        return None
    return _whole_task(inputs, key, restyled)


def _whole_task(inputs: Inputs, key: str, restyled: ReportState | None) -> ReportTask:
    stood, part = inputs.previous.reports.get(key), inputs.options.parts.get(key, "")
    return ReportTask(
        key=key,
        listed=inputs.reports[key].listed,
        guests=inputs.guests_of(key),
        artifacts=stood.artifacts if stood else None,
        told=inputs.told(key),
        outcomes=inputs.outcome_sources(key),
        restyled=restyled,
        part=part,
        inputs=inputs.anywhere(key) if part else "",
    )


def _stands(inputs: Inputs, key: str) -> bool:
    """Whether a report is, but for templates and navigation, what the last build made of the same."""
    stood, group = inputs.previous.reports.get(key), inputs.reports[key]
    if stood is None or stood.inputs.output != inputs.published.digests.get(key):
        return False
    if stood.inputs.surroundings != inputs.surroundings(key):
        return False
    if group.seen and group.seen == stood.inputs.listed:
        return True
    sources, problems = reading.read(inputs.project.root, group.listed, inputs.options.known, inputs.snapshot.settled)
    return not problems and reading.digest_of(sources) == stood.inputs.content
