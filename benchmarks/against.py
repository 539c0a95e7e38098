"""This checkout against another one of the project: ``python -m benchmarks.against FOLDER [--rounds 9]``.

FOLDER is a checkout with its own ``.venv``. Both programs build the same content, each a copy of its own with its own
templates, in turn: a round measures every row on both sides, the other side first every other time. A row's ratio is
the median of its rounds' ratios, this checkout over the other, so below 1 this one needs less; the last row is the
geometric mean of the rows. The real content is the other checkout's, what is generated is this one's; the few files of
it that a side's program refuses (vocabularies it does not know, say) stand there as in its own checkout or are left
out, and are printed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import prod
from pathlib import Path
from statistics import median

from benchmarks import contenders
from benchmarks.accepted import accept
from benchmarks.contenders import HERE, Contender
from benchmarks.run import SCENARIOS, build, measure

REAL = "real content"
# What is measured of each content; the real one changes little and is small, the largest is only edited
ROWS = {REAL: ("cold",), "3000": ("cold", "edit", "template"), "30000": ("edit",)}
# Seconds that one build may take
LIMIT = 600
WHATS = ("wall", "cpu", "peak")


@dataclass(frozen=True)
class Pair:
    """One round of one row: seconds, processor seconds and megabytes here and there."""

    row: str
    here: tuple[float, float, float]
    there: tuple[float, float, float]

    def ratio(self, what: str) -> float:
        n = WHATS.index(what)
        return self.here[n] / self.there[n]


def geometric_mean(ratios: Iterable[float]) -> float:
    """The mean by which twice as fast and half as fast make 1."""
    given = list(ratios)
    return prod(given) ** (1 / len(given))


def ratios(pairs: list[Pair], what: str) -> dict[str, float]:
    """Each row's ratio: the median over its rounds."""
    rows = dict.fromkeys(pair.row for pair in pairs)
    return {row: median(pair.ratio(what) for pair in pairs if pair.row == row) for row in rows}


def table(pairs: list[Pair]) -> Iterator[str]:
    """A line for each row: medians of both sides, the ratio; then the geometric mean of the ratios."""
    yield "| row | wall s here | there | ratio | CPU s here | there | ratio | peak MB here | there | ratio |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    by_what = {what: ratios(pairs, what) for what in WHATS}
    for row in by_what["wall"]:
        mine = [pair for pair in pairs if pair.row == row]
        cells = [row]
        for n, what in enumerate(WHATS):
            digits = 0 if what == "peak" else 2
            cells += [f"{median(side[n] for side in sides):.{digits}f}" for sides in _sides(mine)]
            cells.append(f"{by_what[what][row]:.3f}")
        yield "| " + " | ".join(cells) + " |"
    means = [f"{geometric_mean(by_what[what].values()):.3f}" for what in WHATS]
    yield "| geometric mean |  |  | " + " |  |  | ".join(means) + " |"


def _sides(pairs: list[Pair]) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    return [pair.here for pair in pairs], [pair.there for pair in pairs]


def load() -> str:
    """What else the machine does: processes that wanted to run in the last 1, 5 and 15 minutes."""
    return ", ".join(f"{one:.2f}" for one in os.getloadavg())


def side(name: str, checkout: Path, content: str, other: Path, folder: Path) -> Contender:
    """A checkout's program, copied, with its own copy of the content, built once."""
    root = folder / name / content.replace(" ", "-")
    program = [str(checkout / ".venv/bin/python"), str(contenders.program(folder / name, checkout))]
    if content == REAL:
        contenders.copy_project(root, content=other / "content", templates=checkout / "templates")
    else:
        arguments = [content, str(root), "--templates", str(checkout / "templates")]
        subprocess.run([sys.executable, "-m", "benchmarks.content", *arguments], cwd=HERE, check=True)
    for path in accept(program, root, checkout if content == REAL else checkout / "benchmarks/project"):
        print(f"{name}: {content}: its own, or left out: {path}", flush=True)
    record = sorted(root.glob("content/reports/*/commitments/*/c050.yml"))[-1]
    page = f"reports/{record.parts[-4]}/commitments/c050.html"
    command = [*program, "build", "--root", str(root)]
    subprocess.run(command, check=True, capture_output=True)
    made = Contender(
        name=name,
        folder=root,
        command=command,
        output="site",
        caches=(".cache",),
        record=record,
        template=contenders.footer(root),
        page=page,
    )
    # As it will be measured: what Python compiles of the program and its libraries is kept now, not in the first round
    measure(made, LIMIT)
    return made


def compare(other: Path, rows: dict[str, tuple[str, ...]], rounds: int, folder: Path) -> list[Pair]:
    """All pairs, content by content, so that one content at a time lies in memory."""
    pairs = []
    for content, scenarios in rows.items():
        checkouts = {"here": HERE, "there": other}
        here, there = (side(name, checkout, content, other, folder) for name, checkout in checkouts.items())
        for round in range(rounds):
            for scenario in scenarios:
                pairs.append(measure_pair(f"{content} {SCENARIOS[scenario]}", scenario, here, there, round))
                print(pairs[-1], flush=True)
        shutil.rmtree(here.folder)
        shutil.rmtree(there.folder)
    return pairs


def measure_pair(row: str, scenario: str, here: Contender, there: Contender, round: int) -> Pair:
    """One round of a row; the other side first every other time."""
    order = (here, there) if round % 2 == 0 else (there, here)
    measured = {one.name: build(one, scenario, LIMIT) for one in order}
    return Pair(row, measured["here"], measured["there"])


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    """``real:cold,3000:cold+edit`` as a mapping."""
    pairs = (one.split(":") for one in text.split(","))
    return {REAL if content == "real" else content: tuple(scenarios.split("+")) for content, scenarios in pairs}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, help="another checkout, with its own .venv")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--rows", type=_rows, default=ROWS, help="real:cold,3000:cold+edit+template,30000:edit")
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm/disclosure-against"), help="scratch, on tmpfs")
    given = parser.parse_args()
    # Neither program may find the other's modules
    # Nor may either side compile its own program at every start
    for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE"):
        os.environ.pop(name, None)
    shutil.rmtree(given.folder, ignore_errors=True)
    begun = load()
    pairs = compare(given.other.absolute(), given.rows, given.rounds, given.folder)
    print(f"\n{given.rounds} rounds, load {begun} at the start, {load()} at the end\n")
    print("\n".join(table(pairs)))


if __name__ == "__main__":
    main()
