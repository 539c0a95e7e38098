"""Whether anything at all has changed since the last build, without reading a file.

A snapshot is the sizes, times and inodes of everything a build reads (content, templates, program, configuration) and
of everything it wrote, the libraries installed, the day, the commit and the interpreter. A file younger than two
seconds proves nothing: its time may not have moved with its bytes. Where a snapshot is not trusted (``--verify``, CI)
the build reads everything.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from disclosure.shell.project import Project
from disclosure.source.git import head

PACKAGE = Path(__file__).parents[1]
SETTLED_NS = 2_000_000_000


def inputs(project: Project, today: date) -> str:
    """A digest of what a build would read; empty where a file changed too lately to tell."""
    digest = hashlib.sha256(f"{today}\0{sys.version}\0{head(project.root)}\0".encode() + os.fsencode(project.site))
    newest = 0
    for folder in (project.content, project.templates, PACKAGE, Path(sys.prefix) / "pyvenv.cfg", project.config):
        for line, mtime in _stats(folder):
            digest.update(line)
            newest = max(newest, mtime)
    for line, mtime in _libraries():
        digest.update(line)
        newest = max(newest, mtime)
    return "" if time.time_ns() - newest < SETTLED_NS else digest.hexdigest()


def _libraries() -> Iterator[tuple[bytes, int]]:
    """A line for each installed library: the folder that pip makes anew, its version in its name."""
    for packages in (Path(path) for path in sys.path if path.endswith(("site-packages", "dist-packages"))):
        names = os.listdir(packages) if packages.is_dir() else []  # noqa: PTH208 (names are all that is wanted)
        for name in sorted(names):
            if name.endswith(".dist-info"):
                yield from _line(packages, name)


def is_current(project: Project, today: date) -> bool:
    """Whether the last build saw these inputs, had nothing to say, and left the site as it is now."""
    try:
        stored = _file(project).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    before = inputs(project, today)
    return bool(before) and stored == f"{before} {_site(project)}"


def remember(project: Project, seen: str) -> None:
    """After a build without problems that saw the inputs ``seen``; an empty ``seen`` is not worth remembering."""
    if seen:
        project.cache.mkdir(parents=True, exist_ok=True)
        _file(project).write_text(f"{seen} {_site(project)}", "utf-8")


def said(project: Project, today: date, *, targets: bool) -> list[str] | None:
    """What the last check said of these inputs, if it found nothing wrong."""
    try:
        stored = json.loads(_check(project, targets=targets).read_text("utf-8"))
        seen, lines = str(stored["seen"]), [str(line) for line in stored["lines"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return lines if seen and seen == inputs(project, today) else None


def remember_said(project: Project, seen: str, lines: list[str], *, targets: bool) -> None:
    if seen:
        project.cache.mkdir(parents=True, exist_ok=True)
        _check(project, targets=targets).write_text(json.dumps({"seen": seen, "lines": lines}), "utf-8")


def _check(project: Project, *, targets: bool) -> Path:
    return project.cache / ("checked-targets" if targets else "checked")


def forget(project: Project) -> None:
    _file(project).unlink(missing_ok=True)


def _file(project: Project) -> Path:
    return project.cache / "snapshot"


def _site(project: Project) -> str:
    digest = hashlib.sha256()
    for line, _mtime in _stats(project.site):
        digest.update(line)
    return digest.hexdigest()


def _stats(path: Path) -> Iterator[tuple[bytes, int]]:
    """A line for each file under ``path`` (or for itself), in order, and when it last changed."""
    if not path.is_dir():
        yield from _line(path.parent, path.name)
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            yield from _line(Path(folder), name)


def _line(folder: Path, name: str) -> Iterator[tuple[bytes, int]]:
    path = os.path.join(folder, name)  # noqa: PTH118 (thousands of them)
    try:
        stat = os.lstat(path)
    except OSError:
        return
    yield os.fsencode(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ino}\n"), stat.st_mtime_ns
