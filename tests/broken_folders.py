"""The broken cases: a golden content, changed, and the problems that ``check`` must then report.

A case is a folder. ``base.txt`` names the golden case it starts from (``small`` where there is none). Files under
``content/`` replace or add, ``removed.txt`` lists what is deleted, ``edits.txt`` changes whole lines: a line with
a file's name, then ``- `` lines as they stand and ``+ `` lines as they shall be.
``python -m tests.broken_folders`` writes every ``problems.txt`` anew; read each message aloud before you commit it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from itertools import groupby
from pathlib import Path

from tests.projects import BROKEN, Project, create, date_of

CASES = tuple(sorted(path.name for path in BROKEN.iterdir() if path.is_dir()))
RULE = re.compile(r"^[^\s].*?:\d+:\d+: \[([a-z0-9-]+)\] ", re.M)


def broken(case: str, root: Path) -> Project:
    """The case's project in ``root``."""
    project = create(root, base(case))
    spoil(case, project)
    return project


def base(case: str) -> str:
    """The golden case that the case starts from."""
    return next(iter(_lines(BROKEN / case / "base.txt")), "small")


def spoil(case: str, project: Project) -> None:
    """Change a project of the case's base as the case says."""
    folder = BROKEN / case
    if (folder / "content").is_dir():
        shutil.copytree(folder / "content", project.content, dirs_exist_ok=True)
    for name in _lines(folder / "removed.txt"):
        (project.content / name).unlink()
    _edit(project.content, _lines(folder / "edits.txt"))


def expected(case: str) -> str:
    return (BROKEN / case / "problems.txt").read_text("utf-8")


def rules(problems: str) -> set[str]:
    """The rule ids that a text of problems names."""
    return set(RULE.findall(problems))


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def _edit(content: Path, lines: list[str]) -> None:
    path = content
    old: list[str] = []
    for sign, group in groupby(lines, key=lambda line: line[:2] if line[:2] in ("- ", "+ ") else ""):
        rows = list(group)
        if sign == "- ":
            _replace(path, old, [])
            old = [row[2:] for row in rows]
        elif sign == "+ ":
            _replace(path, old, [row[2:] for row in rows])
            old = []
        else:
            _replace(path, old, [])
            old, path = [], content / rows[-1]
    _replace(path, old, [])


def _replace(path: Path, old: list[str], new: list[str]) -> None:
    if not old:
        return
    before, after = ("".join(f"\n{line}" for line in lines) for lines in (old, new))
    text = "\n" + path.read_text("utf-8")
    assert text.count(before + "\n") == 1, f"{old} stands {text.count(before)} times in {path.name}"
    path.write_text(text.replace(before + "\n", after + "\n")[1:], "utf-8")


def _write(case: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        done = broken(case, Path(folder) / "project").run("check", date=date_of(base(case)))
    (BROKEN / case / "problems.txt").write_text(done.err, "utf-8")


if __name__ == "__main__":
    for each in CASES:
        _write(each)
