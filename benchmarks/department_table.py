"""Departments' tables of forty tasks, by the stopwatch: from the file to a site that tells what it says.

``python -m benchmarks.department_table`` prints for each table the seconds of every step, how many promises changed,
how many doubts there were, and how many files were written: by the program, and by hand. The tables are the invented
ones of the tests, in three layouts that governments publish, and our own workbook, sent out and filled in.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from tests import projects
from tests.projects import Sandbox, files_of
from tests.tables import district, layouts

REPOSITORY = Path(__file__).resolve().parents[1]
DAY = "2026-07-10"
DOCUMENT = ("--publisher", "拾光区人民政府办公室", "--title", "2026年重点任务进展情况表", "--day", "2026-07-08")


def main() -> None:
    argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0]).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, project, table in _tables(Path(folder)):
            _measure(name, project, table)


def _tables(folder: Path) -> Iterator[tuple[str, Sandbox, Path]]:
    """Each in a project of its own, that was built before."""
    for layout in layouts.all_layouts():
        project = _project(folder / layout.name)
        yield layout.name, project, layout.written(project.root)
    project = _project(folder / "workbook")
    yield "workbook", project, _filled(project)


def _project(root: Path) -> Sandbox:
    project = projects.create(root, "shiguang")
    district.add(project.content)
    _run(project, "build")
    return project


def _filled(project: Sandbox) -> Path:
    """Our own workbook, with something of each promise."""
    path = project.root / "out.xlsx"
    _run(project, "table", "out", "--period", "2026-06", "-o", str(path))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for n in range(2, sheet.max_row + 1):
        sheet.cell(n, columns["状态"]).value = "推进中"
        sheet.cell(n, columns["进展"]).value = f"已完成第{n}项前期工作，正在施工。"
        if sheet.cell(n, columns["计量单位"]).value:
            sheet.cell(n, columns["实际值"]).value = n
    book.save(path)
    return path


def _measure(name: str, project: Sandbox, table: Path) -> None:
    before = files_of(project.content)
    steps = {
        "dry run": ("table", "in", str(table), "--dry-run", "--json", *DOCUMENT),
        "table in": ("table", "in", str(table), *DOCUMENT),
        "check": ("check",),
        "build": ("build",),
    }
    said, took = {}, {}
    for step, words in steps.items():
        start = time.perf_counter()
        said[step] = _run(project, *words)
        took[step] = time.perf_counter() - start
    found = json.loads(said["dry run"])
    written = sum(before.get(path) != data for path, data in files_of(project.content).items())
    seconds = "  ".join(f"{step} {spent:.1f} s" for step, spent in took.items())
    total = sum(took.values())
    print(f"{name}: {len(found['changes'])} promises changed, {len(found['doubts'])} doubts")
    print(f"    {seconds}  = {total:.1f} s ({total / 60:.2f} min); files written {written}, by hand 0")


def _run(project: Sandbox, *words: str) -> str:
    """A process of its own, as somebody at a terminal starts it; it must succeed."""
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(project.root), "--date", DAY, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
