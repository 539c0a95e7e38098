"""Every target, each in a process of its own: ``python -m tests.security.fuzz --executions N``.

A target's corpus lies in ``.cache/fuzz/<target>`` and is gone on from. What is recorded is this run's own count; ends
with 1 where anything was found, and says where it lies.
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
from tests.security.fuzz.target import FuzzTarget
from tests.security.fuzz.targets import ROOMS, of_room

FOLDER = REPOSITORY / ".cache/fuzz"
# Bytes that a process may take more at its end than when it had settled
GROWTH = 200_000_000
# How often a target is begun at most
PASSES = 30
COVERAGE = re.compile(rb"cov: (\d+) ft: (\d+) corp: (\d+)")
DONE = re.compile(rb"stat::number_of_executed_units: (\d+)")


@dataclass(frozen=True, kw_only=True)
class TargetOutcome:
    """What a run of a target gave; ``faults`` are what is wrong, each in a line."""

    name: str
    executions: int
    seconds: int
    slowest: float
    growth: int
    coverage: int
    ended: int
    faults: tuple[str, ...]

    @property
    def figures(self) -> dict[str, int | str]:
        ended = {"ended in limits": self.ended} if self.ended else {}
        return {
            "executions": self.executions,
            "seconds": self.seconds,
            "slowest input ms": round(self.slowest),
            "memory growth MB": round(self.growth / 1e6),
            "coverage": self.coverage,
            **ended,
            "faults": len(self.faults),
        }


@dataclass(frozen=True, kw_only=True)
class _Pass:
    """One process of a target."""

    code: int
    executions: int
    slowest: int
    ended: int
    growth: int
    coverage: int
    faults: tuple[str, ...]


def run(room: str, target: FuzzTarget, executions: int) -> TargetOutcome:
    """A target to its end; the process's own words lie beside its corpus.

    Where a library ends the process, it is begun again, and only so often: in the program, that process is another.
    """
    folder, began = FOLDER / target.name, time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("fault-*"), *folder.glob("ended-*")):
        old.unlink()
    passes = [_pass(room, target, folder, executions)]
    while passes[-1].code and target.guarded and len(passes) < PASSES and passes[-1].executions:
        left = executions - sum(one.executions for one in passes)
        if left <= 0:
            break
        passes.append(_pass(room, target, folder, left))
    count = sum(one.executions for one in passes)
    faults = [*_kept(folder), *(fault for one in passes for fault in one.faults)]
    if passes[-1].code:
        faults.append(f"ended with {passes[-1].code} ({folder.relative_to(REPOSITORY)}/log)")
    if count < executions:
        faults.append(f"{count} executions of {executions}")
    return TargetOutcome(
        name=target.name,
        executions=count,
        seconds=round(time.monotonic() - began),
        slowest=max(one.slowest for one in passes) / 1e6,
        growth=max(one.growth for one in passes),
        coverage=max(one.coverage for one in passes),
        ended=sum(one.ended for one in passes) + len(passes) - 1,
        faults=tuple(faults),
    )


def _pass(room: str, target: FuzzTarget, folder: Path, executions: int) -> _Pass:
    (folder / "counts").unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.security.fuzz.process", room, target.name, str(folder)]
    with (folder / "log").open("wb") as log:
        done = subprocess.run([*command, f"-runs={executions}"], stdout=log, stderr=log, cwd=REPOSITORY, check=False)
    said = (folder / "log").read_bytes()
    count, slowest, _faults, ended, settled, memory = counted(folder / "counts")
    covered, own = COVERAGE.findall(said), DONE.search(said)
    growth = max(0, memory - settled) if settled else 0
    return _Pass(
        code=done.returncode,
        executions=count,
        slowest=slowest,
        ended=ended,
        growth=growth,
        coverage=int(covered[-1][0]) if covered else 0,
        faults=tuple(_faults_of(count, int(own[1]) if own and not done.returncode else count, growth)),
    )


def _faults_of(count: int, own: int, growth: int) -> Iterator[str]:
    if own != count:
        yield f"libFuzzer counts {own}, we {count}"
    if growth > GROWTH:
        yield f"memory grew by {growth // 1_000_000} MB"


def _kept(folder: Path) -> Iterator[str]:
    for told in sorted(folder.glob("fault-*.txt")):
        yield f"{told.read_text('utf-8').splitlines()[0]} ({told.relative_to(REPOSITORY)})"


def wanted(names: list[str]) -> list[tuple[str, FuzzTarget]]:
    """The targets of these names, in their order; all where none is named."""
    found = [(room, target) for room in ROOMS for target in of_room(room) if not names or target.name in names]
    unknown = set(names) - {target.name for _room, target in found}
    if unknown:
        sys.exit(f"no such target: {', '.join(sorted(unknown))}")
    return sorted(found, key=lambda pair: names.index(pair[1].name) if names else 0)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.security.fuzz", description=__doc__)
    parser.add_argument("--executions", type=int, default=200_000, help="of each target")
    parser.add_argument("--targets", nargs="*", default=[], help="their names; all where none is given")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    chosen = wanted(given.targets)

    def one(pair: tuple[str, FuzzTarget]) -> TargetOutcome:
        outcome = run(*pair, given.executions)
        figures.record("fuzz", outcome.figures, part=outcome.name)
        for fault in outcome.faults:
            print(f"{outcome.name}: {fault}", flush=True)
        sys.stdout.flush()
        return outcome

    with ThreadPoolExecutor(given.processes) as pool:
        outcomes = list(pool.map(one, chosen))
    _record_total()
    return int(any(outcome.faults for outcome in outcomes))


def _record_total() -> None:
    """Of all targets that were counted here to their end, in this run or before."""
    names = [target.name for _room, target in wanted([])]
    rows = [told["figures"] for told in figures.recorded() if told["run"] == "fuzz" and told["part"] in names]
    total: dict[str, int | str] = {"targets": len(rows), "of": len(names)}
    total |= {name: sum(row[name] for row in rows) for name in ("executions", "seconds", "faults")}
    figures.record("fuzz", total | {"least of a target": min(row["executions"] for row in rows)})


if __name__ == "__main__":
    sys.exit(main())
