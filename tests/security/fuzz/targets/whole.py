"""A whole report with one of its files changed: read, joined and checked, as a check does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from disclosure.build import reports
from disclosure.build.inputs import scan
from disclosure.build.options import BuildOptions
from disclosure.build.report import check_report
from disclosure.cache import snapshot
from disclosure.catalog import join
from disclosure.project import find
from disclosure.source import content, reading
from disclosure.source.content import ParseCache
from disclosure.source.files import SourceFile
from tests.projects import DATE, create
from tests.security.fuzz import holds
from tests.security.fuzz.target import FuzzTarget, folder, numbers
from tests.security.fuzz.targets.records import WORDS

# A few of the report's files: a check of all takes longer than a change of one can show
KEPT = ("report.md", "source.txt", "exemptions.yml", "results/part-1.yml", "c001.yml", "c005.yml")


@dataclass(frozen=True)
class _Held:
    """A report's files, and what checking it takes besides."""

    sources: tuple[SourceFile, ...]
    context: Any


@cache
def _held() -> _Held:
    project = create(folder() / "project", "register")
    seen = snapshot.look(find(project.root), date.fromisoformat(DATE))
    inputs = scan(seen, BuildOptions(progress=lambda *_stage: None))
    context = reports._context(inputs, render=False, targets=False)
    listed = next(iter(inputs.reports.values())).listed
    sources, _problems = reading.read(project.root, listed, None, seen.settled)
    return _Held(tuple(one for one in sources if one.name.endswith(KEPT)), context)


PARSED = ParseCache()


def _whole(data: bytes) -> None:
    (which,), rest = numbers(data, 1)
    held = _held()
    changed = held.sources[which % len(held.sources)]
    sources = [SourceFile(one.path, one.name, rest) if one is changed else one for one in held.sources]
    raw = content.read(sources, ParseCache(values=dict(PARSED.values), rendered=dict(PARSED.rendered)))
    catalog, unresolved = join.join(raw, held.context.common)
    problems = check_report(raw, catalog, unresolved, held.context)
    for one in sources:
        shown = one.data.decode("utf-8", "replace")
        holds.told([problem for problem in problems if problem.place.path == one.path], shown)


def _seeds() -> list[bytes]:
    sources = _held().sources
    content.read(sources, PARSED)
    return [bytes([n]) + one.data[:1500] for n, one in enumerate(sources)]


TARGETS = (FuzzTarget(name="whole-report", reads=_whole, seeds=_seeds(), words=WORDS, size=1500, seconds=10),)
