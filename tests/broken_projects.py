"""Broken projects, made and tried: ``python -m tests.broken_projects FIRST COUNT`` prints a line for each that failed.

A project is a small one of the tests' own after a few mishaps (``tests.mishaps``), all decided by its number. Whatever
befell it, ``check`` ends with 0 or 1 within the time and memory allowed, each message has a place that is there and a
hint; what passes the check can be built. One process tries many; each of its numbers that ends in 00 has a process of
its own.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import edits
from tests.mishaps import Mishaps
from tests.projects import DATE, FIRST_YEAR, REPOSITORY, Run, Sandbox, create, date_of
from tests.repositories import SandboxRepository

# Seconds of work for one run of one project, how long it may wait besides (others work on this machine too), and how
# much memory a process that tries hundreds of them may take
WORK = 20
PATIENCE = 180
MEMORY = 500_000_000
ALONE = 100
# Those that are tried by `make test`, and by `make test-long`
SHORT, LONG = range(100, 200), range(20_000)
# How often each project is taken, and whether it is published: its history is then read beside what was broken
BASES = (
    ("shiguang", 4, False),
    ("shiguang", 3, True),
    ("register", 2, False),
    ("two", 3, False),
    (FIRST_YEAR, 1, False),
)


class Hung(BaseException):
    """A run took too long. No handler of the program may take it for an ordinary fault."""


@dataclass(frozen=True)
class Broken:
    """A broken project, and what befell it."""

    project: Sandbox
    date: str
    story: tuple[str, ...]


def base(dice: random.Random) -> tuple[str, bool]:
    """What is to be broken, and whether it is published."""
    name, _weight, published = dice.choices(BASES, [one[1] for one in BASES])[0]
    return name, published


class Workshop:
    """A folder in which projects are made, broken and tried, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def broken(self, seed: int) -> Broken:
        dice = random.Random(seed)
        name, published = base(dice)
        root = self.folder / "project"
        _delete(root)
        shutil.copytree(self._base(name, published), root, symlinks=True)
        project = Sandbox(root)
        date = DATE if name == "two" else date_of(name)
        mishaps = Mishaps(root, seed)
        if dice.random() < 0.1:
            project.run("build", date=date)
        story = [mishaps.happen() for _each in range(dice.choice((1, 1, 1, 2, 3)))]
        return Broken(project, date, (name, *story))

    def _base(self, name: str, published: bool) -> Path:
        root = self.folder / f"{name}-{published}"
        if not root.exists():
            edits.two_years(root) if name == "two" else create(root, name)
            # Templates stay where they are
            shutil.rmtree(root / "templates", ignore_errors=True)
            config = (root / "mkdocs.yml").read_text("utf-8")
            (root / "mkdocs.yml").write_text(
                config.replace(str(root / "templates"), str(REPOSITORY / "templates")), "utf-8"
            )
            if published:
                repository = SandboxRepository(root)
                repository.commit()
                repository.git("gc", "--quiet")
        return root

    def tried(self, seed: int) -> Iterator[str]:
        """What is wrong with the program's answer to project number ``seed``, and what had befallen it."""
        one = self.broken(seed)
        faults = list(dict.fromkeys(self._faults(one, seed)))
        yield from (f"{seed}: {fault}" for fault in faults)
        yield from (f"{seed}  {what!r}" for what in one.story if faults)

    def _faults(self, one: Broken, seed: int) -> Iterator[str]:
        fresh = seed % ALONE == 0
        checked = _run(one, fresh, "check", "--json")
        yield from _faults(one, checked, "check")
        if checked.code == 0 or seed % 10 == 0:
            built = _run(one, fresh, "build", "--json")
            yield from _faults(one, built, "build")
            # Templates are no content, and asked for by a build alone
            if checked.code != built.code and built.code in (0, 1) and not _befell(one, "settings"):
                yield f"check ends with {checked.code}, build with {built.code}"


def _run(one: Broken, fresh: bool, *arguments: str) -> Run:
    if fresh:
        return _in_a_process(one, *arguments)
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, _hung)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    signal.setitimer(signal.ITIMER_PROF, WORK)
    # Where no signal is heard: inside a library's own loop
    faulthandler.dump_traceback_later(2 * PATIENCE, exit=True)
    try:
        return one.project.run(*arguments, date=one.date)
    except Hung:
        return Run(-1, "", "took too long")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


def _in_a_process(one: Broken, *arguments: str) -> Run:
    build = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(one.project.root), "--date", one.date]
    try:
        done = subprocess.run([*build, *arguments], capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return Run(-1, "", "took too long")
    return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def _hung(_signal: int, _frame: object) -> None:
    raise Hung


def _faults(one: Broken, run: Run, command: str) -> Iterator[str]:
    # The target and the cache are no content: what stands there in the way is told, with its own code
    if run.code == 2 and "Traceback" not in run.err and run.err.strip():
        if not _befell(one, "spoilt_cache", "settings"):
            yield f"{command} ends with 2: {run.err.strip()[:200]}"
        return
    if run.code not in (0, 1):
        yield f"{command} ends with {run.code}: {_trace(run)}"
        return
    problems = json.loads(run.out)["problems"]
    if run.code == 1 and not [problem for problem in problems if not problem["notice"]]:
        yield f"{command} ends with 1 and names no error"
    for problem in problems:
        yield from _unfinished(one.project.root, problem)


def _befell(one: Broken, *kinds: str) -> bool:
    return any(what.startswith(kinds) for what in one.story)


def _trace(run: Run) -> str:
    lines = [line.strip() for line in (run.out + run.err).splitlines() if line.strip()]
    return " < ".join(reversed(lines[-7:]))


def _unfinished(root: Path, problem: dict[str, Any]) -> Iterator[str]:
    """What a message lacks."""
    place = problem["place"]
    said = f"[{problem['rule']}] {problem['message'][:80]}"
    if not problem.get("hint"):
        yield f"no hint: {said}"
    path = root / place["path"]
    if path.is_file() and not path.is_symlink() and path.stat().st_size < MEMORY / 100:
        lines = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        if not 1 <= place.get("line", 1) <= lines:
            yield f"line {place['line']} of {lines}: {said}"
        if place.get("column", 1) < 1:
            yield f"column {place['column']}: {said}"


def _delete(root: Path) -> None:
    if root.is_symlink() or root.is_file():
        root.unlink()
    shutil.rmtree(root, ignore_errors=True)


def peak() -> int:
    """The most memory that this process has taken, in bytes. ``ru_maxrss`` of Linux begins with what the process had
    that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s*(\d+) kB", status.read_text())[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main(first: int, count: int) -> int:
    """Try ``count`` projects; how many failed."""
    os.environ |= {"GIT_CEILING_DIRECTORIES": tempfile.gettempdir(), "GIT_CONFIG_GLOBAL": os.devnull}
    failed, greedy = 0, False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        workshop = Workshop(Path(folder).resolve())
        for seed in range(first, first + count):
            faults = list(workshop.tried(seed))
            if peak() > MEMORY and not greedy:
                greedy = True
                faults.append(f"{seed}: took {peak() // 1_000_000} MB")
            for fault in faults:
                print(fault, flush=True)
            failed += bool(faults)
    print(f"{count} from {first}: {failed} failed, {peak() // 1_000_000} MB", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(min(main(int(sys.argv[1]), int(sys.argv[2])), 1))
