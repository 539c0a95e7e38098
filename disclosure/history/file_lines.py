"""Which version of which file was published when, by report: of the files that outcomes are derived from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from disclosure.grouping import grouped
from disclosure.history.line import Step
from disclosure.source import files, git

RELEVANT = re.compile(
    r"reports/[^/]+/(?:commitments/.+\.yml|results/.+\.yml|report\.md|absences\.yml)"
    r"|updates/[^/]+/[^/]+\.md|requests/[^/]+\.md|indicators/[^/]+\.yml|places\.yml|votes/[^/]+\.yml"
)
# Path to blob; an empty one where a file is gone
Blobs = dict[str, str]


class FileStep(Struct, frozen=True, kw_only=True):
    """The files of a report that a step changed. ``nth`` counts the steps of the line, ``day`` (ISO) never goes back:
    a clock that was wrong puts nothing before what was published earlier."""

    nth: int
    day: str
    blobs: Blobs


class FileLine(Struct, frozen=True, dict=True, kw_only=True):
    """The files of a report as they stood where the line begins, and every step since that changed one."""

    stood: Blobs = field(default_factory=dict)
    steps: tuple[FileStep, ...] = ()

    def and_then(self, steps: tuple[FileStep, ...]) -> FileLine:
        return FileLine(stood=self.stood, steps=(*self.steps, *steps))

    @cached_property
    def paths(self) -> frozenset[str]:
        """Of all files that ever were there."""
        return frozenset(self.stood).union(*(one.blobs for one in self.steps))

    def only(self, paths: frozenset[str]) -> FileLine:
        """The line of some of its files."""
        kept = ((one, _only(one.blobs, paths)) for one in self.steps)
        steps = tuple(FileStep(nth=one.nth, day=one.day, blobs=blobs) for one, blobs in kept if blobs)
        return FileLine(stood=_only(self.stood, paths), steps=steps)


def _only(blobs: Blobs, paths: frozenset[str]) -> Blobs:
    return {path: blob for path, blob in blobs.items() if path in paths}


class LinePlace(Struct, frozen=True):
    """How far a line was walked: its number of steps, and the last day among them."""

    nth: int = 0
    day: str = ""


class FileLines:
    """Gathers what the steps of a line change, one after the other: ``steps`` by report, and where it begins
    (``stood``)."""

    def __init__(self, reached: LinePlace) -> None:
        self.reached = reached
        self.stood: dict[str, Blobs] = {}
        self.steps: dict[str, list[FileStep]] = {}

    def add(self, step: Step) -> None:
        day = max(git.moment(step.time).date().isoformat(), self.reached.day)
        self.reached = LinePlace(self.reached.nth + 1, day)
        found = by_report({one.path: one.new for one in step.changes})
        if step.first:
            self.stood = found
            return
        for key, blobs in found.items():
            self.steps.setdefault(key, []).append(FileStep(nth=self.reached.nth, day=day, blobs=blobs))


def by_report(blobs: Mapping[str, str]) -> dict[str, Blobs]:
    """The files that count, by the report they belong to."""
    found = grouped((files.owner(path), path) for path in blobs if RELEVANT.fullmatch(path))
    return {key: {path: blobs[path] for path in paths} for key, paths in found.items()}
