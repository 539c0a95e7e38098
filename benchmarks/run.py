"""The comparison: ``python -m benchmarks.run --cache DIR [--sizes 300,3000] [--tools hugo,ours] [--rounds 3]``.

Rounds are interleaved, so that whatever else the machine does meets all alike; ratios are taken round by round.
Peak memory is that of the largest process. Deleting, editing and installing are not measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks import contenders
from benchmarks.contenders import Contender
from benchmarks.others import TOOLS, VERSIONS
from benchmarks.time_allowed import TimeAllowed

SCENARIOS = {"cold": "cold", "edit": "one title edited", "template": "template edited", "nothing": "nothing changed"}
# Same clock, same language, no advertisement in the output
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
# As on a machine of one's own: Python keeps what it compiled, for all contenders alike
USUAL = {"PYTHONDONTWRITEBYTECODE": ""}
# Builds of half a second differ more from each other than those of ten: fewer records than these are built more often
FEW, OFTEN = 1000, 3
# From so many records on, generators that take minutes for them are left out
MANY = 10_000
# What stands between them in docs/benchmarks.md is written here
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One build."""

    records: int
    scenario: str
    tool: str
    round: int
    wall: float
    cpu: float
    peak: float


class Failed(Exception):
    """A build that did not do what it should."""


def spend(command: list[str], folder: Path, log: Path, limit: float) -> tuple[int, float, float, float]:
    """A command's exit code, its wall and processor seconds with those of its descendants, and megabytes of its largest
    process."""
    with log.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env={**os.environ, **QUIET, **USUAL})
        watch = threading.Timer(limit, process.kill)
        watch.start()
        _pid, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        watch.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(one: Contender, limit: float) -> tuple[float, float, float]:
    """Wall and processor seconds of a build and its descendants, and megabytes of its largest process."""
    log = one.folder / "bench.log"
    code, wall, cpu, peak = spend(one.command, one.folder, log, limit)
    if code or not one.shows():
        raise Failed(f"{one.name}: exit code {code} after {wall:.0f} s\n{log.read_text('utf-8')[-2000:]}")
    return wall, cpu, peak


def build(one: Contender, scenario: str, limit: float) -> tuple[float, float, float]:
    if scenario == "cold":
        one.cold()
    elif scenario == "edit":
        one.edit()
    elif scenario == "template":
        one.edit_template()
    else:
        # What was edited a moment ago is read once more before it is trusted
        time.sleep(contenders.SETTLED)
        measure(one, limit)
        time.sleep(contenders.SETTLED)
    return measure(one, limit)


def compare(records: int, given: argparse.Namespace, allowed: TimeAllowed) -> tuple[list[Sample], dict[str, int]]:
    """All samples of one size, and how many bytes of pages each tool makes. Of rounds that there is no time for, none
    but the first is made."""
    tools = [name for name in given.tools if records < MANY or name in ("ours", "hugo")]
    for name in given.tools:
        if name not in tools:
            allowed.leave_out(f"{name} at {records:,} records")
    present = [contenders.ours(records, given.folder)]
    present += [contenders.other(name, records, given.folder, given.cache) for name in tools if name != "ours"]
    samples: list[Sample] = []
    rounds = given.rounds * (OFTEN if records < FEW else 1)
    for round in allowed.rounds(rounds, f"at {records:,} records"):
        for scenario in given.scenarios:
            for one in present if round % 2 == 0 else reversed(present):
                wall, cpu, peak = build(one, scenario, given.limit)
                sample = Sample(
                    records=records, scenario=scenario, tool=one.name, round=round, wall=wall, cpu=cpu, peak=peak
                )
                samples.append(sample)
                print(f"{records:6} {scenario:9} {one.name:9} {sample.wall:8.2f} s {sample.peak:6.0f} MB", flush=True)
    sizes = {one.name: one.bytes() for one in present}
    for one in present:
        shutil.rmtree(one.folder)
    return samples, sizes


def table(samples: list[Sample], sizes: dict[int, dict[str, int]]) -> Iterable[str]:
    """Medians, and ours against each other tool as the median of the rounds' ratios."""
    yield "| records | build | tool | wall s | CPU s | peak MB | ours / it, wall | ours / it, CPU | pages MB |"
    yield "|--:|---|---|--:|--:|--:|--:|--:|--:|"
    for records, by_tool in sizes.items():
        for scenario in dict.fromkeys(one.scenario for one in samples):
            for tool, size in by_tool.items():
                mine = [one for one in samples if (one.records, one.scenario, one.tool) == (records, scenario, tool)]
                ours = [one for one in samples if (one.records, one.scenario, one.tool) == (records, scenario, "ours")]
                pairs = list(zip(ours, mine, strict=True))
                cells = [f"{records:,}", SCENARIOS[scenario], tool]
                cells += [f"{median(getattr(one, what) for one in mine):.2f}" for what in ("wall", "cpu")]
                cells += [f"{median(one.peak for one in mine):.0f}"]
                cells += ["", ""] if tool == "ours" else [_ratio(pairs, what) for what in ("wall", "cpu")]
                yield "| " + " | ".join([*cells, f"{size / 1e6:.1f}"]) + " |"


def _ratio(pairs: list[tuple[Sample, Sample]], what: str) -> str:
    return f"{median(getattr(ours, what) / getattr(other, what) for ours, other in pairs):.3g}"


def document(given: argparse.Namespace, rows: Iterable[str], allowed: TimeAllowed) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in VERSIONS.items())
    about = (
        f"Made by `python -m benchmarks.run` on {datetime.now(UTC):%Y-%m-%d}: {given.rounds} interleaved rounds "
        f"({OFTEN} times as many of fewer than {FEW:,} records), as far as there was time, in `{given.folder.parent}`, "
        f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}; {versions}."
    )
    how = (
        "Medians. A ratio is the median of the ratios of the rounds; below 1 ours is faster. The other generators get "
        "each of our pages as one Markdown file: a record as data for a template, any other page's body as finished "
        "HTML, our data files and search index as files to copy, so that theirs is the lesser work."
    )
    return "\n".join([about, "", how, "", *rows, *allowed.told()]) + "\n"


def put(page: str, measured: str, marks: tuple[str, str] = (BEGIN, END)) -> str:
    """The page with the newly measured text between its two marks; all around it is written by people."""
    before, begin, rest = page.partition(marks[0])
    _old, end, after = rest.partition(marks[1])
    if not (begin and end):
        raise ValueError(f"the page lacks {' or '.join(marks)}")
    return f"{before}{begin}\n\n{measured}\n{end}{after}"


def _list(text: str) -> list[str]:
    return text.split(",")


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[300, 3000])
    parser.add_argument("--tools", type=_list, default=["ours", *TOOLS])
    parser.add_argument("--scenarios", type=_list, default=["cold", "edit", "template"], help=", ".join(SCENARIOS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=24 * 60, help="in which all is to be done; else less is tried")
    parser.add_argument("--limit", type=float, default=600, help="seconds that one build may take")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm/disclosure-bench"), help="scratch, on tmpfs")
    parser.add_argument("--cache", type=Path, required=True, help="where the other generators are installed")
    parser.add_argument(
        "--write", type=Path, help="the Markdown page whose measured part is replaced, docs/benchmarks.md"
    )
    return parser.parse_args()


def main() -> None:
    given = arguments()
    samples: list[Sample] = []
    sizes: dict[int, dict[str, int]] = {}
    allowed = TimeAllowed(given.minutes * 60)
    for records in allowed.sizes(given.sizes):
        more, sizes[records] = compare(records, given, allowed)
        samples += more
    rows = list(table(samples, sizes))
    print("\n".join([*rows, *allowed.told()]))
    if given.write:
        page = given.write.read_text("utf-8")
        given.write.write_text(put(page, document(given, rows, allowed)), "utf-8")


if __name__ == "__main__":
    main()
