"""One build, from reading to publishing; one check, which stops before anything is rendered."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from disclosure import memo
from disclosure.build import narratives as host
from disclosure.build.build import Building
from disclosure.build.options import BuildOptions
from disclosure.build.previous import BuildOutcome, PreviousBuild
from disclosure.build.site_files import Narratives
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import CacheMiss
from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem, errors
from disclosure.publishing import publish


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage now and then: what is recalled lives to the end, and a report's is collected by
    whoever makes the next."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def build(
    seen: Snapshot, how: BuildOptions, memory: PreviousBuild | None = None
) -> tuple[BuildOutcome | None, tuple[Problem, ...]]:
    """The site brought up to date, or ``None`` where an error left it as it was; and every problem.

    ``memory`` is what the last build of this process knows, where nobody else writes to the target.
    """
    project = seen.project
    with publish.exclusively(project.cache, project.site, lambda: how.progress("wait", 0, 0)):
        try:
            return _build(Building(seen, how, memory))
        except CacheMiss:
            # The cache was cleared or spoilt under our feet: do without it
            return _build(Building(seen, replace(how, verify=True)))


def _build(building: Building) -> tuple[BuildOutcome | None, tuple[Problem, ...]]:
    with memo.used(building.memo if building.how.preview else None):
        problems = prepare(building)
        if errors(problems):
            return None, problems
        return finish(building, host.bodies(building)), problems


@_uncollected()
def prepare(building: Building) -> tuple[Problem, ...]:
    """Everything up to the reports' pages, laid beside the target; nothing is left there where something is wrong."""
    project = building.project
    publish.discard(project.site)
    try:
        problems = building.prepare()
    except BaseException:
        publish.discard(project.site)
        raise
    if errors(problems):
        publish.discard(project.site)
    return problems


def finish(building: Building, bodies: Narratives) -> BuildOutcome:
    try:
        return building.finish(bodies)
    finally:
        publish.discard(building.project.site)


@_uncollected()
def catalogs(seen: Snapshot, how: BuildOptions) -> tuple[tuple[Catalog, ...] | None, tuple[Problem, ...]]:
    """Each report's catalogue, newest first, for commands that ask more than a build; ``None`` if not all right."""
    building = Building(seen, how)
    problems = building.prepare(render=False)
    return (None if errors(problems) else tuple(map(building.read, building.site.cards))), problems


@_uncollected()
def check(seen: Snapshot, how: BuildOptions, *, targets: bool) -> tuple[bool, tuple[Problem, ...], tuple[str, ...]]:
    """Whether the content is right, every problem, what was understood (newest report first); nothing is written."""
    building = Building(seen, how)
    problems = building.prepare(render=False, targets=targets)
    passed = not errors(problems)
    done = [building.done[one.key] for one in building.site.cards] if passed else []
    return passed, problems, tuple(line for one in done for line in one.understood)
