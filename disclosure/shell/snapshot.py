"""The project as its folders list it, and whether anything at all has changed since the last build.

Nothing is opened. A look takes the sizes, times and inodes of everything a build reads (content, templates, program,
configuration) and of everything it wrote, the libraries installed, the day, the commit and the interpreter. A file
younger than two seconds proves nothing: its time may not have moved with its bytes. Where a look is not trusted
(``--verify``, CI) the build reads everything.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from disclosure import staging
from disclosure.catalog import address
from disclosure.problem import Problem
from disclosure.shell.project import Project
from disclosure.source import files
from disclosure.source.files import Listed
from disclosure.source.git import head
from disclosure.staging import Standing

PACKAGE = Path(__file__).parents[1]
SETTLED_NS = 2_000_000_000


@dataclass(frozen=True)
class Look:
    """What a build would read, and the site as it stands."""

    project: Project
    today: date
    listed: tuple[Listed, ...]
    problems: tuple[Problem, ...]
    # Everything changed before this moment is settled
    settled: int

    @cached_property
    def standing(self) -> Standing:
        return staging.standing(self.project.site)

    @cached_property
    def owned(self) -> dict[str, dict[str, bytes]]:
        """The lines of the files that stand in the target, by the report that they were made from."""
        owned: dict[str, dict[str, bytes]] = {}
        for name, line in self.standing.lines.items():
            owned.setdefault(address.owner(name), {})[name] = line
        return owned

    @cached_property
    def inputs(self) -> str:
        """A digest of what a build would read; empty where a file changed too lately to tell."""
        said = f"{self.today}\0{sys.version}\0{head(self.project.root)}\0"
        digest = hashlib.sha256(said.encode() + os.fsencode(self.project.site))
        for one in (*self.listed, *_others(self.project)):
            if one.mtime_ns > self.settled:
                return ""
            digest.update(one.line)
        return digest.hexdigest()

    @property
    def site(self) -> str:
        return digest_of(self.owned)


def look(project: Project, today: date) -> Look:
    settled = time.time_ns() - SETTLED_NS
    listed, problems = files.walk(project.root, project.content)
    return Look(project, today, tuple(listed), tuple(problems), settled)


def digest_of(owned: Mapping[str, Mapping[str, bytes]]) -> str:
    """The files of a site as they stand, report by report."""
    return joined({key: staging.digest(lines) for key, lines in owned.items()})


def joined(digests: Mapping[str, str]) -> str:
    """One digest of the digests of all reports, and of what belongs to the whole site under the empty key."""
    text = "".join(f"{key} {digest}\n" for key, digest in sorted(digests.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def _others(project: Project) -> Iterator[Listed]:
    """What has a say besides the content: templates, the program, the configuration, what pip installed."""
    yield from _folder(project.templates)
    yield from _folder(PACKAGE)
    yield from _files(project.config.parent, [project.config.name])
    yield from _files(Path(sys.prefix), ["pyvenv.cfg"])
    for packages in (Path(path) for path in sys.path if path.endswith(("site-packages", "dist-packages"))):
        names = os.listdir(packages) if packages.is_dir() else []  # noqa: PTH208 (names are all that is wanted)
        # The folder that pip makes anew, the version in its name
        yield from _files(packages, sorted(name for name in names if name.endswith(".dist-info")))


def _folder(folder: Path) -> Iterator[Listed]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from _files(Path(where), sorted(names))


def _files(folder: Path, names: Iterable[str]) -> Iterator[Listed]:
    for name in names:
        path = os.path.join(folder, name)  # noqa: PTH118 (hundreds of them)
        try:
            stat = os.lstat(path)
        except OSError:
            continue
        yield Listed(path, path, stat.st_size, stat.st_mtime_ns, stat.st_ino)


def is_current(seen: Look) -> bool:
    """Whether the last build saw these inputs, had nothing to say, and left the site as it is now."""
    try:
        stored = _file(seen.project).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(seen.inputs) and stored.startswith(f"{seen.inputs} ") and stored == f"{seen.inputs} {seen.site}"


def remember(seen: Look, site: str) -> None:
    """After a build without problems that left the site as ``site``; unsettled inputs are not worth remembering."""
    if seen.inputs:
        seen.project.cache.mkdir(parents=True, exist_ok=True)
        _file(seen.project).write_text(f"{seen.inputs} {site}", "utf-8")


def said(seen: Look, *, targets: bool) -> list[str] | None:
    """What the last check said of these inputs, if it found nothing wrong."""
    try:
        stored = json.loads(_check(seen.project, targets=targets).read_text("utf-8"))
        inputs, lines = str(stored["seen"]), [str(line) for line in stored["lines"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return lines if inputs and inputs == seen.inputs else None


def remember_said(seen: Look, lines: list[str], *, targets: bool) -> None:
    if seen.inputs:
        seen.project.cache.mkdir(parents=True, exist_ok=True)
        _check(seen.project, targets=targets).write_text(json.dumps({"seen": seen.inputs, "lines": lines}), "utf-8")


def _check(project: Project, *, targets: bool) -> Path:
    return project.cache / ("checked-targets" if targets else "checked")


def forget(project: Project) -> None:
    _file(project).unlink(missing_ok=True)


def _file(project: Project) -> Path:
    return project.cache / "snapshot"
