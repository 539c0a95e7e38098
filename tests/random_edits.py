"""Random edits, each held against a clean build: ``python -m tests.random_edits --edits 5000 [--first 0]``.

A run is decided by its number: a small project, of one district or a province, is built and edited ``EDITS_A_RUN``
times. After each edit it is built on, and its content is built anew in another folder, by the same program without a
cache. Both must end alike, say the same words, and leave the same bytes; where the content became wrong the site must
stand as it stood. A line is printed for each run, so that a series can be gone on with at any number; then what was
tried, by kind.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from unittest import mock

import jinja2

from disclosure.cache import snapshot
from disclosure.search import files as search
from disclosure.search import tiers
from tests import district_edits, edits
from tests.district_edits import DistrictEditor
from tests.edits import Editor
from tests.projects import Sandbox, files_of

EDITS_A_RUN = 20
# What is tried by `make test`: a run of each kind of project, with few edits
SHORT, SHORT_EDITS = (0, 1, 3), 6
# As many documents as the reports of the small project have, and those of the province's newest two years: an edit may
# part a large index in tiers, or elsewhere
SMALL, PROVINCE = 102, 237
# What became of an edit
TAKEN, REFUSED = "built", "refused"
Built = tuple[int, str, dict[str, bytes]]
COMPILE = jinja2.Environment.compile
COMPILED: dict[tuple[str, str, str | None, str | None], CodeType] = {}


@dataclass
class EditRun:
    """What a run tried (kind of edit and what became of it, how often), and the story of its fault, if there is one."""

    number: int
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    fault: str = ""
    seconds: float = 0

    @property
    def edits(self) -> int:
        return sum(self.tried.values())

    def __str__(self) -> str:
        what = f"FAULT {self.fault}" if self.fault else "no fault"
        return f"run {self.number}: {self.edits} edits, {self.seconds:.0f} s of work, {what}"


def editor(number: int, root: Path) -> Editor:
    """The project of a run in a new folder: one in three is two reports of one district, the others are provinces."""
    if number % 3 == 0:
        return Editor(edits.project(root), number)
    return DistrictEditor(district_edits.province(root), number)


def run(number: int, count: int = EDITS_A_RUN) -> EditRun:
    """So many edits; none after a fault."""
    found, begun = EditRun(number), time.process_time()
    # The index of a large site is brought up to date file by file: every fourth run has one
    large = 0 if number % 4 == 3 else search.LARGE
    with (
        tempfile.TemporaryDirectory() as folder,
        # Every file counts as settled: the editor gives each write a time of its own
        mock.patch.object(snapshot, "SETTLED_NS", -1_000_000_000),
        mock.patch.object(search, "LARGE", large),
        mock.patch.object(tiers, "AT_MOST", PROVINCE if number % 3 else SMALL),
        mock.patch.object(jinja2.Environment, "compile", _compiled),
    ):
        edited = editor(number, Path(folder) / "project")
        try:
            found.fault = _edit(edited, count, Path(folder), found.tried)
        except Exception:  # noqa: BLE001 (any: it is the fault that is looked for)
            found.fault = traceback.format_exc()
    found.seconds = time.process_time() - begun
    return found


def _edit(edited: Editor, count: int, folder: Path, tried: Counter[tuple[str, str]]) -> str:
    """The story of the first fault; empty where there is none."""
    project, story = edited.project, [""]
    code, said, before = build(project, edited.day)
    if code:
        return f"before any edit: {said}"
    for _edit in range(count):
        saved, day = project.copy(folder / "saved"), edited.day
        kind = edited.dice.choice(edited.kinds)
        story.append(f"{kind.__name__}: {kind()}")
        on, anew = build(project, edited.day), build(project.copy(folder / "anew"), edited.day)
        tried[kind.__name__, REFUSED if on[0] else TAKEN] += 1
        wrong = unlike(on, (anew[0], anew[1], before if on[0] else anew[2]))
        if wrong or on[0] not in (0, 1):
            return "\n".join([wrong or on[1], *story[-4:]])
        if on[0]:
            restore(edited, saved, day)
        before = on[2]
    return ""


def build(project: Sandbox, day: str) -> Built:
    """How a build ends, what it says of the content, and the site as it stands then."""
    done = project.run("build", date=day)
    return done.code, done.err.replace(str(project.root), ""), files_of(project.site) if project.site.exists() else {}


def unlike(on: Built, anew: Built) -> str:
    """What of a project that was built on is not as in one that was built anew."""
    if on[:2] != anew[:2]:
        return f"built on: {on[:2]}\nbuilt anew: {anew[:2]}"
    other = sorted(name for name in on[2].keys() | anew[2].keys() if on[2].get(name) != anew[2].get(name))
    return f"{len(other)} other files: {', '.join(other[:12])}" if other else ""


def restore(edited: Editor, saved: Sandbox, day: str) -> None:
    """Undo what made the content wrong, times and all."""
    root = edited.project.root
    for name in ("content", "templates"):
        shutil.rmtree(root / name)
        shutil.copytree(saved.root / name, root / name)
    shutil.rmtree(root / "away", ignore_errors=True)
    edited.day = day


def _compiled(
    environment: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None, *_more: bool
) -> CodeType:
    """A template as it was compiled before: what is compiled follows from its source alone, and takes half of the
    time of a build of so few pages."""
    key = (type(environment).__qualname__, source, name, filename)
    if key not in COMPILED:
        COMPILED[key] = COMPILE(environment, source, name, filename)
    return COMPILED[key]


def outcomes(numbers: range, processes: int) -> Iterator[EditRun]:
    """In any order; each process ends after some runs, as it remembers what it compiled."""
    with ProcessPoolExecutor(processes, max_tasks_per_child=10) as pool:
        for future in [pool.submit(run, number) for number in numbers]:
            yield future.result()


def table(found: list[EditRun]) -> Iterator[str]:
    """By kind, how many edits were built and how many made the content wrong."""
    tried: Counter[tuple[str, str]] = Counter()
    for one in found:
        tried += one.tried
    for kind in sorted({kind for kind, _became in tried}):
        yield f"{kind:28}{tried[kind, TAKEN]:6} built {tried[kind, REFUSED]:6} refused"
    faults, seconds = sum(bool(one.fault) for one in found), sum(one.seconds for one in found)
    yield f"{sum(tried.values())} edits in {len(found)} runs, {faults} faults, {seconds:.0f} s of work"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--edits", type=int, default=200, help="how many in all")
    parser.add_argument(
        "--first", type=int, default=0, help="the number of the first run, where a series is gone on with"
    )
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    numbers = range(given.first, given.first + -(-given.edits // EDITS_A_RUN))
    found: list[EditRun] = []
    with contextlib.suppress(KeyboardInterrupt):
        for one in outcomes(numbers, given.processes):
            found.append(one)
            print(one, flush=True)
    print("\n".join(table(found)))
    return int(any(one.fault for one in found))


if __name__ == "__main__":
    sys.exit(main())
