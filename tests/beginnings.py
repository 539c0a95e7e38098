"""New sites for the tests: an invented report, and the program run on it in this process."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from disclosure.cli import main
from tests.projects import GOLDEN, Run, Sandbox

# What there is to begin with
SOURCE = GOLDEN / "small/content/reports/2024/source.txt"
DAY = "2024-03-01"
DISTRICT = "样例县"


def run(*arguments: str, date: str = DAY) -> Run:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(["--date", date, *arguments])
        except SystemExit as left:
            code = int(left.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


def init(root: Path, *more: str, report: Path = SOURCE) -> Run:
    return run("init", str(root), "--district", DISTRICT, "--year", "2024", "--report", str(report), *more)


def begun(root: Path, *more: str) -> Sandbox:
    done = init(root, *more)
    assert done.code == 0, done.out + done.err
    return Sandbox(root)


def next_report(folder: Path) -> Path:
    """The invented report, a year later."""
    text = SOURCE.read_text("utf-8").replace("2024年", "2025年").replace("2023年", "2024年")
    (folder / "next.txt").write_text(text, "utf-8")
    return folder / "next.txt"
