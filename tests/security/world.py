"""A project that was built, with a history, for what is done to it; and the site that a clean build makes of it.

What is built afterwards is compared byte for byte. A program that was run although it should not have been leaves a
file (``World.ran``), and nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tests import edits
from tests.projects import REPOSITORY, Run, Sandbox, files_of
from tests.repositories import SandboxRepository

DAY = "2024-03-01"
OLD_NS = 1_600_000_000_000_000_000
# What an editor changes and changes back: a word of a page; and a record's title, as it was first
EDITED = ("about.md", "样例")
RENAMED = ("reports/2024/commitments/2-1-park/c005.yml", "title: 新建", "title: 样品")
# Of the surroundings only these: no key of the outer user, no date, no settings of git
PASSED = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "PYTHONPATH")
PROGRAM = """\
#!/bin/sh
: > "{ran}"
exit 0
"""


@dataclass(frozen=True)
class World:
    """``folder`` holds the project, the user's state with the key, and whatever lies outside."""

    folder: Path

    @property
    def project(self) -> Sandbox:
        return Sandbox(self.folder / "project")

    @property
    def outside(self) -> Path:
        """A folder that no build has to do with."""
        return self.folder / "outside"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def key(self) -> Path:
        """The user's, of all caches."""
        return self.state / "disclosure/cache.key"

    @property
    def ran(self) -> Path:
        return self.folder / "ran"

    @property
    def hostile(self) -> Path:
        """A program that must not be run."""
        return self.outside / "hostile"

    @property
    def store(self) -> Path:
        """The cache of the site."""
        return next(one.parent for one in self.project.cache.glob("*/site.json"))

    @property
    def environment(self) -> dict[str, str]:
        ours = {"XDG_STATE_HOME": str(self.state), "PYTHONDONTWRITEBYTECODE": "1"}
        return {name: value for name, value in os.environ.items() if name in PASSED} | ours

    def build(self, *arguments: str, command: str = "build") -> Run:
        """A plain build in this process."""
        with surroundings(self.environment):
            return self.project.run(command, *arguments, date=DAY)

    def run(self, *, root: Path | None = None, cwd: Path | None = None, **changed: str) -> Run:
        """The same in a process of its own, with other surroundings; by the project's own ``build.py`` in ``root``."""
        command = [
            sys.executable,
            str((root or REPOSITORY) / "build.py"),
            "--root",
            str(self.project.root),
            "--date",
            DAY,
        ]
        environment = self.environment | {"PYTHONPATH": str(REPOSITORY)} | changed
        done = subprocess.run(
            command, cwd=cwd or self.project.root, env=environment, capture_output=True, text=True, check=False
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def clean(self) -> dict[str, bytes]:
        """What a build makes that finds neither cache nor site."""
        self.forget()
        done = self.build()
        assert (done.code, done.err) == (0, ""), done.out + done.err
        return files_of(self.project.site)

    def forget(self) -> None:
        for path in (self.project.cache, self.project.site):
            remove(path)

    def edit(self, text: str) -> None:
        """The one file that changes, long ago: a time that is settled."""
        path = self.project.content / EDITED[0]
        path.write_text(text, "utf-8")
        settle(path)


def begin(folder: Path, make: Callable[[Path], Sandbox] = edits.project) -> World:
    """A world whose project is committed and not yet built."""
    world = World(folder)
    world.outside.mkdir(parents=True)
    make(world.project.root)
    repository = SandboxRepository(world.project.root)
    name, now, first = RENAMED
    _replace(world.project.content / name, now, first)
    repository.commit("2024-02-10")
    _replace(world.project.content / name, first, now)
    _replace(world.project.content / EDITED[0], EDITED[1], "样品区")
    repository.commit("2024-02-20")
    world.hostile.write_text(PROGRAM.format(ran=world.ran), "utf-8")
    world.hostile.chmod(0o755)
    for path in world.project.root.rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            settle(path)
    return world


def _replace(path: Path, word: str, other: str) -> None:
    text = path.read_text("utf-8")
    assert word in text
    path.write_text(text.replace(word, other, 1), "utf-8")


def settle(path: Path) -> None:
    os.utime(path, ns=(OLD_NS, OLD_NS))


@contextmanager
def surroundings(environment: Mapping[str, str]) -> Iterator[None]:
    with patch.dict(os.environ, environment, clear=True):
        yield


def remove(path: Path) -> None:
    """Whatever it is."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def difference(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> str:
    """The first few files that are others, as text; empty where all are the same."""
    names = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def run_program(path: Path) -> None:
    """As somebody would who was deceived."""
    subprocess.run([path], check=True)
