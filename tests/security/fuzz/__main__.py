"""Every target, each in a process of its own: ``python -m tests.security.fuzz --executions N``.

``--executions`` is the least number for each; quick targets get more (``Target.weight``). A target's corpus lies in
``.cache/fuzz/<target>`` and is gone on from. What is recorded is this run's own count; ends with 1 where anything was
found, and says where it lies.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.projects import REPOSITORY
from tests.security import figures
from tests.security.fuzz.process import counted
from tests.security.fuzz.target import Target
from tests.security.fuzz.targets import ROOMS, of_room

FOLDER = REPOSITORY / ".cache/fuzz"
# Bytes that a process may take more at its end than when it had settled
GROWTH = 200_000_000
COVERAGE = re.compile(rb"cov: (\d+) ft: (\d+) corp: (\d+)")
DONE = re.compile(rb"stat::number_of_executed_units: (\d+)")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a run of a target gave; ``faults`` are what is wrong, each in a line."""

    name: str
    executions: int
    seconds: int
    slowest: float
    growth: int
    coverage: int
    faults: tuple[str, ...]

    @property
    def figures(self) -> dict[str, int | str]:
        return {
            "executions": self.executions,
            "seconds": self.seconds,
            "slowest input ms": round(self.slowest),
            "memory growth MB": round(self.growth / 1e6),
            "coverage": self.coverage,
            "faults": len(self.faults),
        }


def run(room: str, target: Target, executions: int) -> Outcome:
    """A target to its end; the process's own words lie beside its corpus."""
    folder, began = FOLDER / target.name, time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "counts").unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.security.fuzz.process", room, target.name, str(folder)]
    with (folder / "log").open("wb") as log:
        done = subprocess.run([*command, f"-runs={executions}"], stdout=log, stderr=log, cwd=REPOSITORY, check=False)
    said = (folder / "log").read_bytes()
    count, slowest, _faults, settled, memory, _most = counted(folder / "counts")
    covered = COVERAGE.findall(said)
    return Outcome(
        name=target.name,
        executions=count,
        seconds=round(time.monotonic() - began),
        slowest=slowest / 1e6,
        growth=max(0, memory - settled) if settled else 0,
        coverage=int(covered[-1][0]) if covered else 0,
        faults=tuple(_faults_of(folder, said, done.returncode, count, executions, memory - settled)),
    )


def _faults_of(folder: Path, said: bytes, code: int, count: int, wanted: int, growth: int) -> Iterator[str]:
    for told in sorted(folder.glob("fault-*.txt")):
        yield f"{told.read_text('utf-8').splitlines()[0]} ({told.relative_to(REPOSITORY)})"
    if code:
        yield f"ended with {code} ({folder.relative_to(REPOSITORY)}/log)"
    if count < wanted:
        yield f"{count} executions of {wanted}"
    own = DONE.search(said)
    if own and int(own[1]) != count:
        yield f"libFuzzer counts {int(own[1])}, we {count}"
    if growth > GROWTH:
        yield f"memory grew by {growth // 1_000_000} MB"


def wanted(names: list[str]) -> list[tuple[str, Target]]:
    """The targets of these names, all where none is named; those that take longest first."""
    found = [(room, target) for room in ROOMS for target in of_room(room) if not names or target.name in names]
    unknown = set(names) - {target.name for _room, target in found}
    if unknown:
        sys.exit(f"no such target: {', '.join(sorted(unknown))}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.security.fuzz", description=__doc__)
    parser.add_argument("--executions", type=int, default=200_000, help="of each target at least")
    parser.add_argument("--targets", nargs="*", default=[], help="their names; all where none is given")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    chosen, began = wanted(given.targets), time.monotonic()

    def one(pair: tuple[str, Target]) -> Outcome:
        outcome = run(*pair, round(given.executions * pair[1].weight))
        figures.record("fuzz", outcome.figures, part=outcome.name)
        for fault in outcome.faults:
            print(f"{outcome.name}: {fault}", flush=True)
        sys.stdout.flush()
        return outcome

    with ThreadPoolExecutor(given.processes) as pool:
        outcomes = list(pool.map(one, chosen))
    _record_total(outcomes, round(time.monotonic() - began))
    return int(any(outcome.faults for outcome in outcomes))


def _record_total(outcomes: list[Outcome], seconds: int) -> None:
    total: dict[str, int | str] = {
        "targets": len(outcomes),
        "executions": sum(one.executions for one in outcomes),
        "least of a target": min(one.executions for one in outcomes),
        "seconds": seconds,
        "faults": sum(len(one.faults) for one in outcomes),
    }
    figures.record("fuzz", total)


if __name__ == "__main__":
    sys.exit(main())
