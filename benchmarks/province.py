"""A province, and a tenth of it: ``python -m benchmarks.province --cache DIR [--sizes 30000,300000]``.

Generated districts of ten years (``benchmarks.content --province``) on a disk. Of each size a cold build, one edit,
nothing changed, the largest process, a save in the preview; the last size beside the first; a bare loop that writes the
same files; and Hugo with the same pages, where its memory allows. Processor seconds are those of all processes.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks import contenders, preview, run
from benchmarks.contenders import Contender
from benchmarks.others import VERSIONS

# What stands between them in docs/benchmarks.md is written here
MARKS = "<!-- province -->", "<!-- /province -->"
SCENARIOS = ("cold", "edit", "nothing")
# How many times the smallest size the largest may take, in processor seconds; and of any size, megabytes of a process,
# milliseconds from a save to its page
LIMITS = {"cold": 10.5, "edit": 3.0, "nothing": 4.0}
LARGEST_PROCESS, LONGEST_SAVE = 250, 250
# Bytes that Hugo takes for a page and for a record at least: more than 2 GB at 30,000 records were measured
OF_HUGO = 65_000
# What a record takes on the disk at most, in bytes: site, cache, and the site's files staged beside it
ON_DISK = 110_000


@dataclass
class ProvinceRun:
    """What was measured of a size: of each scenario (wall s, CPU s, MB) a round; milliseconds of a save."""

    records: int
    files: int = 0
    bytes: int = 0
    builds: dict[tuple[str, str], list[tuple[float, float, float]]] = field(default_factory=dict)
    bare: tuple[float, float] = (0, 0)
    save: float = 0

    def add(self, tool: str, scenario: str, found: tuple[float, float, float]) -> None:
        self.builds.setdefault((tool, scenario), []).append(found)
        print(
            f"{self.records:7,} {tool} {scenario}: {found[0]:.2f} s, CPU {found[1]:.2f} s, {found[2]:.0f} MB",
            flush=True,
        )

    def median(self, tool: str, scenario: str) -> tuple[float, float, float]:
        wall, cpu, peak = (median(one) for one in zip(*self.builds[tool, scenario], strict=True))
        return wall, cpu, peak

    @property
    def peak(self) -> float:
        """The largest process of any build of ours."""
        return max(one[2] for (tool, _scenario), found in self.builds.items() if tool == "ours" for one in found)


def measure(records: int, given: argparse.Namespace, left_out: list[str]) -> ProvinceRun | None:
    """All of a size; ``None`` where the disk has no room for it. It leaves nothing on the disk."""
    given.folder.mkdir(parents=True, exist_ok=True)
    if (free := shutil.disk_usage(given.folder).free) < records * ON_DISK:
        left_out.append(f"{records:,} records: {free / 1e9:.0f} GB free, {records * ON_DISK / 1e9:.0f} needed")
        return None
    found = ProvinceRun(records)
    try:
        ours = contenders.ours(records, given.folder, "--province")
        found.files, found.bytes = sizes(ours.folder / "site")
        present = [ours, *hugo(records, given, left_out)]
        for round in range(given.rounds):
            for scenario in SCENARIOS:
                for one in present if round % 2 == 0 else reversed(present):
                    # Hugo keeps nothing of a build by which it could see that nothing has changed
                    if one is ours or scenario != "nothing":
                        found.add(one.name, scenario, run.build(one, scenario, given.limit))
        found.bare = bare(ours.folder / "site", given.folder / "bare")
        found.save = preview.measure(ours.folder, given.saves, given.limit)[0]
    finally:
        shutil.rmtree(given.folder)
    return found


def hugo(records: int, given: argparse.Namespace, left_out: list[str]) -> Iterator[Contender]:
    """Hugo with the same pages, where there is memory for it."""
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if not given.hugo:
        left_out.append(f"Hugo at {records:,} records: not asked for")
    elif records * OF_HUGO > free:
        left_out.append(
            f"Hugo at {records:,} records: it stops there, needing {records * OF_HUGO / 1e9:.0f} GB of memory where "
            f"{free / 1e9:.0f} are free"
        )
    else:
        yield contenders.other("hugo", records, given.folder, given.cache)


def sizes(site: Path) -> tuple[int, int]:
    """How many files, and their bytes."""
    found = [(Path(folder) / name).stat().st_size for folder, _folders, names in os.walk(site) for name in names]
    return len(found), sum(found)


def bare(site: Path, folder: Path) -> tuple[float, float]:
    """Wall and processor seconds of a loop that writes the same files, each read a moment before."""
    wall = cpu = 0.0
    for where, _folders, names in os.walk(site):
        target = folder / Path(where).relative_to(site)
        target.mkdir(parents=True)
        for name in names:
            data = Path(where, name).read_bytes()
            begun, used = time.perf_counter(), time.process_time()
            (target / name).write_bytes(data)
            wall, cpu = wall + time.perf_counter() - begun, cpu + time.process_time() - used
    shutil.rmtree(folder)
    return wall, cpu


def table(found: list[ProvinceRun]) -> Iterator[str]:
    """A line for each size and build, then the largest beside the smallest."""
    yield "| records | files | MB | tool | build | wall s | CPU s | peak MB |"
    yield "|--:|--:|--:|---|---|--:|--:|--:|"
    for one in found:
        size = [f"{one.records:,}", f"{one.files:,}", f"{one.bytes / 1e6:,.0f}"]
        for tool, scenario in one.builds:
            wall, cpu, peak = one.median(tool, scenario)
            cells = [*size, tool, run.SCENARIOS[scenario], f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}"]
            yield "| " + " | ".join(cells) + " |"
        yield "| " + " | ".join([*size, "a loop", "writes these files", *(f"{n:.2f}" for n in one.bare), ""]) + " |"
    yield ""
    yield "| what | " + " | ".join(f"{one.records:,}" for one in found) + " | ratio | limit |"
    yield "|---|" + "--:|" * (len(found) + 2)
    for scenario, limit in LIMITS.items():
        used = [one.median("ours", scenario)[1] for one in found]
        what = f"{run.SCENARIOS[scenario]}, CPU s"
        yield _line(what, [f"{n:.2f}" for n in used], f"{used[-1] / used[0]:.2f}", f"{limit}")
    yield _line("largest process, MB", [f"{one.peak:.0f}" for one in found], "", f"{LARGEST_PROCESS}")
    yield _line("a save until its page is told, ms", [f"{one.save:.0f}" for one in found], "", f"{LONGEST_SAVE}")


def _line(what: str, values: Iterable[str], ratio: str, limit: str) -> str:
    return "| " + " | ".join([what, *values, ratio, limit]) + " |"


def document(given: argparse.Namespace, rows: Iterable[str], left_out: list[str]) -> str:
    about = (
        f"Made by `make bench-province` on {datetime.now(UTC):%Y-%m-%d}: {given.rounds} rounds on a disk, at the end a "
        f"load of {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, hugo {VERSIONS['hugo']}. A ratio is the last size by the first."
    )
    out = ["", f"Left out: {'; '.join(left_out)}."] if left_out else []
    return "\n".join([about, "", *rows, *out]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--cache", type=Path, required=True, help="where the other generators are installed")
    parser.add_argument("--folder", type=Path, help="scratch, on a disk; new. In the cache where none is named")
    parser.add_argument("--sizes", type=lambda text: [int(one) for one in text.split(",")], default=[30_000, 300_000])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--saves", type=int, default=10, help="in the preview")
    parser.add_argument("--limit", type=float, default=6 * 3600, help="seconds that one build may take")
    parser.add_argument("--no-hugo", dest="hugo", action="store_false")
    parser.add_argument("--write", type=Path, help="the Markdown page whose measured part is replaced")
    given = parser.parse_args()
    given.folder = given.folder or given.cache / "province"
    if given.folder.exists() and any(given.folder.iterdir()):
        parser.error(f"{given.folder} is not empty; what is there would be deleted")
    left_out: list[str] = []
    found = [one for size in given.sizes if (one := measure(size, given, left_out))]
    rows = list(table(found)) if found else []
    print("\n".join([*rows, *left_out]))
    if given.write and found:
        page = given.write.read_text("utf-8")
        given.write.write_text(run.put(page, document(given, rows, left_out), MARKS), "utf-8")


if __name__ == "__main__":
    main()
