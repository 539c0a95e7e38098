"""The content as it would be with some files written: what the check would say, before a byte of it is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import garbage
from disclosure.build.inputs import Inputs, of_other_content, scan
from disclosure.build.options import BuildOptions
from disclosure.build.reports import Reports, compare_reports
from disclosure.build.revision import held_files
from disclosure.build.site_plan import plan_site
from disclosure.cache import groups
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import CacheMiss
from disclosure.problem import Problem
from disclosure.source import files


class Supposed(Struct, frozen=True):
    """Every problem of the content as it is, and as it would be."""

    before: tuple[Problem, ...]
    after: tuple[Problem, ...]


@garbage.uncollected()
def supposed(snapshot: Snapshot, options: BuildOptions, written: Mapping[str, bytes]) -> Supposed:
    """The content with the files ``written``, by their names from the content folder, held against what there is."""
    # Of no commit, and nothing is kept of it
    options = replace(options, preview=True)
    try:
        return _held(scan(snapshot, options), written)
    except CacheMiss:
        return _held(scan(snapshot, replace(options, verify=True)), written)


def _held(inputs: Inputs, written: Mapping[str, bytes]) -> Supposed:
    now = of_other_content(inputs, inputs.snapshot)
    then = of_other_content(inputs, _snapshot(inputs.snapshot, written))
    first = compare_reports(now)
    return Supposed(_problems(first), _problems(compare_reports(then, first)))


def _problems(reports: Reports) -> tuple[Problem, ...]:
    return plan_site(reports).problems


def _snapshot(now: Snapshot, written: Mapping[str, bytes]) -> Snapshot:
    others = (one for group in now.groups.values() for one in group.listed if one.name not in written)
    listed = files.in_order([*others, *held_files(now, written)])
    return replace(now, groups=groups.grouped(listed, now.settled))
