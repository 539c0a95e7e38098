"""All of it, and what it came to.

    python -m tests.security.kills --kills 1000

``--kills`` is how often a build or a release is killed; a fifth of it is how often the preview is, and all else is in
proportion. Two runs at a time. A fault ends it with the exit code 1.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.security import figures
from tests.security.kills import builds, disks, pairs, stops, vanishing, writers
from tests.security.kills.builds import KillCounts, Kills
from tests.security.kills.serving import PreviewKills

LANES = 2
# A name in the figures, and what to do in a folder with its dice so many times
PartRun = Callable[[Path, random.Random, int], KillCounts]


def killed(folder: Path, dice: random.Random, number: int) -> KillCounts:
    return Kills(builds.editions(folder), dice).run(number)


def served(folder: Path, dice: random.Random, number: int) -> KillCounts:
    return PreviewKills(builds.editions(folder), dice).run(number)


def stopped(folder: Path, dice: random.Random, number: int) -> KillCounts:
    return stops.lane(builds.editions(folder), dice, number)


def full(folder: Path, dice: random.Random, number: int) -> KillCounts:
    refusals = disks.Refusals(builds.editions(folder), dice)
    refusals.steps(number)
    refusals.limits(max(3, number // 4))
    return refusals.tmpfs(max(2, number // 4))


def vanished(folder: Path, dice: random.Random, number: int) -> KillCounts:
    editions = builds.editions(folder)
    found = vanishing.Vanishing(editions, dice).run(number)
    editions.edit(0)
    found.add(vanishing.with_git(editions, dice, max(3, number // 8)))
    return found


def paired(folder: Path, dice: random.Random, number: int) -> KillCounts:
    return pairs.lane(builds.editions(folder), dice, number)


def written(folder: Path, dice: random.Random, number: int) -> KillCounts:
    return writers.WriterKills(folder, dice).run(number)


# How many for a thousand kills
PARTS: dict[str, tuple[PartRun, int]] = {
    "build and release": (killed, 1000),
    "serve": (served, 200),
    "Ctrl+C and SIGTERM": (stopped, 100),
    "full disk": (full, 200),
    "vanished": (vanished, 200),
    "two builds": (paired, 40),
    "writers": (written, 60),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", action="append", choices=PARTS)
    given = parser.parse_args()
    begun = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    try:
        faults = _all(folder, given)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(faults)} faults, {time.monotonic() - begun:.0f} s")
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


def _all(folder: Path, given: argparse.Namespace) -> list[str]:
    """Each part as two jobs of half its number."""
    faults: list[str] = []
    with ProcessPoolExecutor(LANES, get_context("fork")) as pool:
        jobs = {part: _jobs(pool, folder, part, given) for part in given.part or PARTS}
        for part, futures in jobs.items():
            begun = time.monotonic()
            found = KillCounts()
            for future in futures:
                found.add(future.result())
            if found.faults:
                faults += [f"{part}: {fault}" for fault in found.faults]
            seconds = round(time.monotonic() - begun)
            counts = {name: number for name, number in sorted(found.counts.items()) if number}
            orphans = {"longest life of an orphan": f"{found.orphaned:.1f} s"} if found.orphaned else {}
            figures.record("kills", {**counts, **orphans, "faults": len(found.faults)}, part=part)
            print(f"{part}: {seconds} s", flush=True)
    return faults


def _jobs(pool: ProcessPoolExecutor, folder: Path, part: str, given: argparse.Namespace) -> list[Future[KillCounts]]:
    run, of_a_thousand = PARTS[part]
    number = max(2, of_a_thousand * given.kills // 1000)
    # A disk is mounted, and writers are few: one job of all
    lanes = 1 if run in (full, written) else LANES
    shares = [number // lanes + (lane < number % lanes) for lane in range(lanes)]
    return [
        pool.submit(_job, part, folder / f"{part.replace(' ', '-')}-{lane}", f"{given.seed} {part} {lane}", share)
        for lane, share in enumerate(shares)
    ]


def _job(part: str, folder: Path, seed: str, number: int) -> KillCounts:
    return PARTS[part][0](folder, random.Random(seed), number)


if __name__ == "__main__":
    sys.exit(main())
