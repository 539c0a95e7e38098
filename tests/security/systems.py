"""The program on bare systems and on each Python that it takes: the same bytes, and its tests.

    python -m tests.security.systems --cache FOLDER [--systems bookworm,python3.12] [--without-tests]

A Debian is made by ``debootstrap --variant=minbase`` (as root) and gets nothing but what ``.ci/prepare`` installs; a
Python is one that this machine has. Each builds the example and the site of this repository, as committed, in a clone
of its own; what comes out is held against what this Python makes here. The tests are those without a browser.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from tests.projects import REPOSITORY
from tests.security import figures
from tests.workflows import Machine

# One day for all systems, whatever hour it is at the end
DAY: Final = datetime.now(ZoneInfo("Asia/Shanghai")).date()
# The Debian of each Python; the two newest have no release with 3.12
SYSTEMS: Final = ("bookworm", "python3.12", "trixie", "forky")
SITES: Final = ("site", ".cache/example/site")
BUILD: Final = ("make example", f".venv/bin/python build.py --date {DAY}")
KIND: Final = '-m "not long and not browser" --ignore tests/content'
TESTS: Final = (
    "make .venv/test.stamp",
    f".venv/bin/python -m pytest -q --numprocesses 2 --dist loadfile {KIND}",
)
# What says how this machine reaches the registries, and where a Debian finds it
NETWORK: Final = {
    "/etc/resolv.conf": "etc/resolv.conf",
    "/etc/hosts": "etc/hosts",
    "/etc/ssl/certs/ca-certificates.crt": "srv/certificates.crt",
}


@dataclass(frozen=True)
class SitesHere:
    """What this Python makes here of a commit: the digest of each file of both sites."""

    commit: str
    files: dict[str, str]


@dataclass(frozen=True)
class Tried:
    """What became of one system."""

    python: str
    built: bool
    alike: int
    other: tuple[str, ...]
    tests: str

    @property
    def right(self) -> bool:
        """Whether all is as here."""
        return self.built and not self.other and self.tests != "failed"


def tried(system: str, cache: Path, expected: SitesHere, *, with_tests: bool) -> Tried:
    """Builds both sites on a system, and runs the tests there."""
    machine = _debian(system, cache) if not system.startswith("python") else Machine(_emptied(cache / system / "clone"))
    _clone(machine.folder, expected.commit)
    environment = _environment(system, machine.debian)
    built = machine.run((".ci/prepare", *BUILD) if machine.debian else BUILD, environment) == 0
    found = published(machine.folder) if built else {}
    files = expected.files
    other = tuple(sorted(path for path in files.keys() | found.keys() if files.get(path) != found.get(path)))
    tests = "not run"
    if with_tests and built:
        tests = "failed" if machine.run(TESTS, environment) else "passed"
    alike = len(files.keys() - set(other))
    return Tried(python=_python(machine, environment), built=built, alike=alike, other=other, tests=tests)


def published(clone: Path) -> dict[str, str]:
    """The digest of every file of both sites; of a database of what it says, as SQLite writes its version into it."""
    folders = [clone / site for site in SITES]
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(clone)): hashlib.sha256(_bytes(path)).hexdigest() for path in paths}


def _bytes(path: Path) -> bytes:
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            return "\n".join(database.iterdump()).encode()
    if path.name == "manifest.json":
        # The digests of all files, the databases' among them
        return re.sub(rb'"[^"]*\.sqlite": *("[^"]*"|\{[^}]*\})', b"", path.read_bytes())
    return path.read_bytes()


def _debian(suite: str, cache: Path) -> Machine:
    """A bare Debian of this suite."""
    debian = cache / suite
    if not (debian / "etc/debian_version").exists():
        # Suites that this debootstrap does not know by name are made like `sid`
        known = Path("/usr/share/debootstrap/scripts", suite).exists()
        # Nothing for the mirror: its own
        command = ["debootstrap", "--variant=minbase", suite, str(debian), ""]
        subprocess.run(command if known else [*command, "sid"], check=True)
    # A mirror may be some weeks behind: what is asked is how old the program's libraries may be, not the Debian's
    (debian / "etc/apt/apt.conf.d/99aged").write_text('Acquire::Check-Valid-Until "false";\n')
    for path, inside in NETWORK.items():
        if Path(path).exists():
            shutil.copy(path, debian / inside)
    return Machine(_emptied(debian / "clone"), debian)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _clone(folder: Path, commit: str) -> None:
    """The same commit for all, whatever was committed since the first."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", f"file://{REPOSITORY}", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "reset", "--quiet", "--hard", commit], check=True)


def _head() -> str:
    command = ["git", "-C", str(REPOSITORY), "rev-parse", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _environment(system: str, debian: Path | None) -> dict[str, str]:
    """What ``make`` is given: this machine's certificates for the registries, the Python, nobody's settings of git."""
    certificates = "/srv/certificates.crt" if debian else next(path for path in NETWORK if path.endswith(".crt"))
    given = {"PIP_CERT": certificates, "LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null"}
    return given if debian else given | {"PYTHON": shutil.which(system) or system}


def _python(machine: Machine, environment: dict[str, str]) -> str:
    path = machine.folder / "python.txt"
    machine.run([f".venv/bin/python -c 'import platform; print(platform.python_version())' >{path.name}"], environment)
    return path.read_text().strip() if path.exists() else "-"


def _told(system: str, outcome: Tried) -> bool:
    """Takes down what was counted of a system; of one that did not build, nothing."""
    if not outcome.built:
        print(f"{system}: the sites were not built there; the reason stands above", flush=True)
        return False
    told: dict[str, int | str] = {
        "Python": outcome.python,
        "files alike": outcome.alike,
        "files unlike": len(outcome.other),
    }
    figures.record("systems", told | {"tests": outcome.tests}, part=system)
    print(*outcome.other[:20], sep="\n")
    return outcome.right


def main(arguments: Sequence[str] | None = None) -> int:
    """Tries each system that was asked for; 1 where one is not as here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    parser.add_argument("--without-tests", action="store_true")
    options = parser.parse_args(arguments)
    cache = options.cache.resolve() / "systems"
    commit = _head()
    here = Machine(_emptied(cache / "here"))
    _clone(here.folder, commit)
    if here.run(BUILD, _environment(sys.executable, None)):
        return 1
    expected = SitesHere(commit, published(here.folder))
    right = [
        _told(system, tried(system, cache, expected, with_tests=not options.without_tests))
        for system in options.systems.split(",")
    ]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
