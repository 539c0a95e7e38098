"""What a cold build cannot do without, piece by piece: ``python -m benchmarks.bare PROJECT [--rounds 3]``.

PROJECT has content; it is built cold in each round, then a bare loop does one thing for the same files and bytes, each
in a process of its own:

- ``start``: Python with the program imported, nothing built
- ``write``: every file of the site laid beside it and renamed into place, as a publication does, of bytes at hand
- ``digest``: SHA-256 of every file, which the manifest lists
- ``jinja``: every page put together by the smallest template that Jinja has, and encoded
- ``list``: every file of the content and of the site asked for its state, as a build that finds nothing changed does

Printed are processor seconds (user and system), medians, and each as a share of the cold build.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks import run

HERE = Path(__file__).parents[1]
# Seconds that one build may take
LIMIT = 6 * 3600
# Bytes that are at hand while a part of them is written
HELD = 64 * 1024 * 1024


def files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(where, name) for name in sorted(names))


def held(folder: Path) -> Iterator[list[tuple[Path, bytes]]]:
    """The files with their bytes, some at a time: a large site is more than memory holds."""
    found: list[tuple[Path, bytes]] = []
    size = 0
    for path in files(folder):
        data = path.read_bytes()
        found.append((path, data))
        size += len(data)
        if size > HELD:
            yield found
            found, size = [], 0
    yield found


def timed(folder: Path, do: Callable[[list[tuple[Path, bytes]]], None]) -> float:
    """Processor seconds without those of reading the bytes."""
    taken = 0.0
    for some in held(folder):
        begun = time.process_time()
        do(some)
        taken += time.process_time() - begun
    return taken


def write(site: Path) -> float:
    beside = site.parent / ".bare"
    made: set[str] = set()

    def lay(some: list[tuple[Path, bytes]]) -> None:
        for path, data in some:
            place = f"{beside}/{path.relative_to(site)}"
            folder = place.rpartition("/")[0]
            if folder not in made:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103 (what is measured)
                made.add(folder)
            file = os.open(f"{place}~", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
            os.write(file, data)
            os.close(file)
            os.rename(f"{place}~", place)  # noqa: PTH104 (as above)

    try:
        return timed(site, lay)
    finally:
        shutil.rmtree(beside)


def digest(site: Path) -> float:
    def sums(some: list[tuple[Path, bytes]]) -> None:
        for _path, data in some:
            hashlib.sha256(data).hexdigest()

    return timed(site, sums)


def jinja(site: Path) -> float:
    import jinja2

    template = jinja2.Environment(autoescape=True).from_string("{{ head|safe }}{{ body|safe }}")

    def render(some: list[tuple[Path, bytes]]) -> None:
        for path, data in some:
            if path.suffix == ".html":
                head, body = data[:2000].decode("utf-8", "ignore"), data[2000:].decode("utf-8", "ignore")
                template.render(head=head, body=body).encode()

    return timed(site, render)


def listed(site: Path) -> float:
    begun = time.process_time()
    for folder in (site, site.parent / "content"):
        folders = [str(folder)]
        while folders:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        entry.stat(follow_symlinks=False)
    return time.process_time() - begun


PARTS: dict[str, Callable[[Path], float]] = {"write": write, "digest": digest, "jinja": jinja, "list": listed}


def processor(project: Path, *arguments: str) -> float:
    """User and system seconds of a process and of all that it starts, as of the builds of ``benchmarks.run``."""
    log = project / "bench.log"
    code, _wall, cpu, _peak = run.spend([sys.executable, *arguments], HERE, log, LIMIT)
    if code:
        raise run.Failed(f"{arguments}: {code}\n{log.read_text('utf-8')[-2000:]}")
    return cpu


def measure(project: Path) -> dict[str, float]:
    for name in ("site", ".cache"):
        shutil.rmtree(project / name, ignore_errors=True)
    found = {"cold build": processor(project, "build.py", "--root", str(project), "--date", "2024-06-01")}
    found["start"] = processor(project, "-c", "import disclosure.build.build, disclosure.cli.narratives")
    for name in PARTS:
        part = [sys.executable, "-m", "benchmarks.bare", str(project), "--part", name]
        found[name] = float(subprocess.run(part, cwd=HERE, capture_output=True, text=True, check=True).stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--part", choices=sorted(PARTS), help="this part alone, in this process")
    given = parser.parse_args()
    if given.part:
        print(PARTS[given.part](given.project / "site"))
        return
    rounds = [measure(given.project) for _round in range(given.rounds)]
    site = list(files(given.project / "site"))
    size = sum(path.stat().st_size for path in site)
    print(f"{len(site):,} files, {size / 1e6:,.1f} MB, load {os.getloadavg()[0]:.1f}\n")
    print("| part | CPU s | of a cold build |\n|---|--:|--:|")
    for name in rounds[0]:
        share = median(one[name] / one["cold build"] for one in rounds)
        print(f"| {name} | {median(one[name] for one in rounds):.2f} | {share:.3f} |")


if __name__ == "__main__":
    main()
