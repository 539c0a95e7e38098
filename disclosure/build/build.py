"""One build in its order: ``scan``, ``build_reports``, ``plan_site``, ``publish``, each over what the one before gave.

What is done is decided by digests: of each report's files, of what is around them (templates, program, settings, words,
indicators, navigation, the day, what git knows) and of what it published. Deleting the cache changes nothing but time.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import garbage, guests, outcome_history
from disclosure.build.inputs import scan
from disclosure.build.options import BuildOptions
from disclosure.build.previous import PreviousBuild
from disclosure.build.publication import BuildOutcome, publish
from disclosure.build.reports import build_reports
from disclosure.build.site_context import Narratives
from disclosure.build.site_plan import SitePlan, plan_site
from disclosure.cache import snapshot as snapshots
from disclosure.cache import told
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import CacheMiss
from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog
from disclosure.checks import history
from disclosure.model.site import Site
from disclosure.problem import Changed, Problem, errors
from disclosure.publishing import publish as publishing
from disclosure.source import content, reading
from disclosure.source.content import ParseCache
from disclosure.theme.template_problems import TemplateFlaw

# Makes the narratives' HTML of a plan
Render = Callable[[SitePlan], Narratives]
Problems = tuple[Problem, ...]
# How often a build begins anew while somebody changes the content
TRIES = 4


@garbage.uncollected()
def build(
    snapshot: Snapshot, options: BuildOptions, render: Render, last: PreviousBuild | None = None
) -> tuple[BuildOutcome | None, Problems]:
    """The site brought up to date, or ``None`` where an error left it as it was; and every problem.

    ``last`` is what the last build of this process left, where nobody else writes to the target.
    """
    project = snapshot.project
    with publishing.exclusively(project.cache, project.site, lambda: options.progress("wait", 0, 0)):
        try:
            return _of_one_state(snapshot, options, render, last)
        except TemplateFlaw as flaw:
            return None, flaw.problems
        finally:
            publishing.discard(project.site)


def _of_one_state(
    snapshot: Snapshot, options: BuildOptions, render: Render, last: PreviousBuild | None
) -> tuple[BuildOutcome | None, Problems]:
    """The content as it was at one moment: where a file changed after it was listed, all is begun again."""
    for _again in range(TRIES - 1):
        try:
            return _without_cache_if_spoilt(snapshot, options, render, last)
        except Changed:
            snapshot, last = snapshots.look(snapshot.project, snapshot.today), None
            if options.known is not None:
                options.known.clear()
    return _without_cache_if_spoilt(snapshot, options, render, last)


def _without_cache_if_spoilt(
    snapshot: Snapshot, options: BuildOptions, render: Render, last: PreviousBuild | None
) -> tuple[BuildOutcome | None, Problems]:
    try:
        return _build(snapshot, options, render, last)
    except CacheMiss:
        # The cache was cleared or spoilt under our feet: do without it
        return _build(snapshot, replace(options, verify=True), render, None)


def _build(
    snapshot: Snapshot, options: BuildOptions, render: Render, last: PreviousBuild | None
) -> tuple[BuildOutcome | None, Problems]:
    plan = prepare(snapshot, options, last)
    if errors(plan.problems):
        return None, plan.problems
    return publish(plan, render), plan.problems


def prepare(snapshot: Snapshot, options: BuildOptions, last: PreviousBuild | None = None) -> SitePlan:
    """Everything up to the reports' pages, staged beside the target, and the plan of the rest."""
    publishing.discard(snapshot.project.site)
    return plan_site(build_reports(scan(snapshot, options, last)))


class Checked(Struct, frozen=True):
    """Whether the content is right, every problem, what was ``understood`` (newest report first), and what the site
    asks for."""

    passed: bool
    problems: Problems
    understood: tuple[str, ...]
    site: Site


@garbage.uncollected()
def check(snapshot: Snapshot, options: BuildOptions, *, targets: bool) -> Checked:
    """All that a build checks; nothing is written.

    The last line says that git knows nothing, where it does not. With ``targets``, what could be read is told also
    where something is wrong: how a target is read may be what went wrong.
    """
    plan = _checked(snapshot, options, targets=targets)
    if errors(plan.problems):
        read = plan.reports.built.values() if targets else ()
        readings = tuple(line for one in read for line in one.readings)
        return Checked(False, plan.problems, readings, plan.inputs.common.site)
    built = [plan.reports.built[one.key] for one in plan.cards]
    absent = history.absent(plan.inputs.history.trouble)
    understood = tuple(line for one in built for line in one.readings) + ((absent,) if absent else ())
    return Checked(True, plan.problems, understood, plan.inputs.common.site)


def catalogs(
    snapshot: Snapshot, options: BuildOptions, *, besides: frozenset[str] = frozenset()
) -> tuple[tuple[Catalog, ...] | None, Problems]:
    """Each report's catalogue, newest first, for commands that ask more than a build; ``None`` if not all right.
    ``besides``: rules whose errors do not hinder; what these stand in may be lacking, and such reports come last."""
    plan, found = planned(snapshot, options, besides=besides)
    return found, plan.problems


@garbage.uncollected()
def planned(
    snapshot: Snapshot, options: BuildOptions, *, besides: frozenset[str] = frozenset()
) -> tuple[SitePlan, tuple[Catalog, ...] | None]:
    """The same with the plan of the whole site, for who shows a report as its pages do."""
    plan = _checked(snapshot, options, targets=False)
    if any(one.rule not in besides for one in errors(plan.problems)):
        return plan, None
    # A report with an error has no card
    keys = dict.fromkeys(one.key for one in plan.cards)
    keys |= dict.fromkeys(key for key, group in plan.inputs.reports.items() if group.is_report)
    return plan, tuple(_catalog(plan, key) for key in keys)


def _checked(snapshot: Snapshot, options: BuildOptions, *, targets: bool) -> SitePlan:
    try:
        return plan_site(build_reports(scan(snapshot, options), render=False, targets=targets))
    except CacheMiss:
        return plan_site(build_reports(scan(snapshot, replace(options, verify=True)), render=False, targets=targets))


def _catalog(plan: SitePlan, key: str) -> Catalog:
    """A report's catalogue, read once more, with what other reports say of it: a build keeps none."""
    inputs = plan.inputs
    sources, _problems = reading.read(inputs.project.root, inputs.reports[key].listed)
    said = content.read(guests.read(inputs.project.root, inputs.guests_of(key)), ParseCache())
    changes = told.read(inputs.store, inputs.told(key))
    catalog, _problems = join.join(content.read(sources, ParseCache()), inputs.common, said, changes)
    return outcome_history.joined(catalog, inputs.outcome_sources(key), inputs.common, inputs.store)
