"""Full disks and other refusals of the system: a sentence that says what to do, the site as it was, the next run right.

A disk of a limited size is a tmpfs, where root may mount one; besides, each step that writes fails in turn from inside
the process, which needs no rights.
"""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.security.kills import traps
from tests.security.kills.builds import KillCounts, difference
from tests.security.kills.editions import NUMBER, Editions
from tests.security.kills.forked import Ended

# What a run may end in, and what it never says
WAYS_OUT = (0, 1, 2)
WORDS = (("build",), ("build", "--verify", "--workers", "2"), ("release",))
ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES)


class Refusals:
    """One project, whose runs are refused what they ask for."""

    def __init__(self, editions: Editions, dice: random.Random) -> None:
        self.editions, self.dice, self.found, self.number = editions, dice, KillCounts(), 0

    def steps(self, number: int) -> KillCounts:
        """So many steps, spread over the whole run, from which on nothing is written any more."""
        for count in range(number):
            words = WORDS[count % len(WORDS)]
            error = errno.ENOSPC if count % 2 else self.dice.choice(ERRORS)
            cold = self.dice.random() < 0.3
            most = (1100 if cold else 420) + 600 * (words[0] == "release")
            at = self.dice.randint(1, most)
            self._refused(words, traps.fails(at, error), f"{os.strerror(error)} from step {at}", cold=cold)
            self.found.counts["refused at a step"] += 1
        return self.found

    def limits(self, number: int) -> KillCounts:
        """Few open files, small files, little memory."""
        for count in range(number):
            which, least, most = LIMITS[count % len(LIMITS)]
            limit = self.dice.randint(least, most)

            def prepare(which: int = which, limit: int = limit) -> None:
                now = _size() if which == resource.RLIMIT_AS else 0
                resource.setrlimit(which, (now + limit, resource.getrlimit(which)[1]))

            words = WORDS[self.dice.randrange(2)]
            self._refused(words, prepare, f"limit {which}: {limit}", cold=True)
            self.found.counts["limits"] += 1
        return self.found

    def tmpfs(self, number: int) -> KillCounts:
        """A disk that has so much room left; none where no disk may be mounted."""
        disk = self.editions.folder / "disk"
        disk.mkdir()
        if not _mount(disk):
            print("no tmpfs may be mounted here: full disks are tried by failing steps only")
            return self.found
        try:
            self._on(disk, number)
        finally:
            subprocess.run(["umount", disk], check=False)
        return self.found

    def _on(self, disk: Path, number: int) -> None:
        root = self.editions.project.root
        for count in range(number):
            shutil.copytree(root, disk / "project", symlinks=True)
            own = Editions(disk / "own")
            shutil.rmtree(own.root)
            (disk / "project").rename(own.root)
            own.move(root)
            own.clean = self.editions.clean
            if self.editions.releases.exists():
                shutil.copytree(self.editions.releases, own.releases, symlinks=True)
            other = Refusals(own, self.dice)
            other.number = self.number
            cold = bool(count % 2)
            full = self.dice.randint(0, 4_000_000 if cold else 1_600_000)
            words = WORDS[count % len(WORDS)]
            other._refused(words, lambda: None, f"{full:,} bytes of room", cold=cold, ballast=full)
            self.found.add(other.found)
            self.found.counts["full disks"] += 1
            for path in disk.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _refused(
        self,
        words: tuple[str, ...],
        prepare: Callable[[], object],
        what: str,
        *,
        cold: bool,
        ballast: int | None = None,
    ) -> None:
        editions = self.editions
        old, self.number = self.number, self.dice.choice([n for n in range(NUMBER) if n != self.number])
        editions.edit(self.number)
        if cold:
            shutil.rmtree(editions.project.cache, ignore_errors=True)
        if words[0] == "release":
            words = (*words, str(editions.releases))
        filled = _fill(editions.folder.parent, ballast) if ballast is not None else None
        ended = editions.begin(*words, prepare=prepare).wait()
        if filled is not None:
            filled.unlink()
        self._said(f"{words[0]}, {what}", ended)
        self._stands(f"{words[0]}, {what}", old, ended)
        again = editions.run(*words)
        site, clean = editions.site, editions.clean[self.number]
        if again.code != 0 or site != clean or editions.leftovers():
            self._fault(f"{words[0]}, {what}: then {again.code} {again.said[-600:]} {editions.leftovers()[:5]}")
            if site != clean:
                self._fault(difference(site, clean))
            editions.clear(editions.leftovers())

    def _said(self, what: str, ended: Ended) -> None:
        """It ends in a sentence, or it could do without what was refused."""
        self.found.counts[f"exit {ended.code}"] += 1
        if ended.code not in (0, 2) or "Traceback" in ended.said:
            self._fault(f"{what}: {ended.code} {ended.said[-1800:]}")
        elif ended.code == 2 and not any(word in ended.said for word in ("再运行一次", "再来一次", "再试", "再运行")):
            self._fault(f"{what}: says not what to do: {ended.said[-500:]}")

    def _stands(self, what: str, old: int, ended: Ended) -> None:
        """The site is the old one, or whole pages of old and new where what publishes was refused."""
        site, clean = self.editions.site, self.editions.clean
        if ended.code == 0 and site != clean[self.number]:
            self._fault(f"{what}: ended well, with another site: {difference(site, clean[self.number])}")
        torn = dict(site.items() - (clean[old].items() | clean[self.number].items()))
        if torn.keys() - {"manifest.json"}:
            self._fault(f"{what}: torn {sorted(torn)[:5]}")
        self.found.counts["old site untouched"] += ended.code != 0 and site == clean[old]

    def _fault(self, told: str) -> None:
        self.found.faults.append(told)
        print("FAULT", told, flush=True)


LIMITS = (
    (resource.RLIMIT_NOFILE, 8, 40),
    (resource.RLIMIT_FSIZE, 200, 300_000),
    (resource.RLIMIT_AS, 1_000_000, 60_000_000),
)


def _size() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _mount(folder: Path) -> bool:
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=40m", "none", folder], check=False, capture_output=True, timeout=30
    )
    return done.returncode == 0


def _fill(disk: Path, room: int) -> Path:
    """A file that leaves so much room."""
    path = disk / "ballast"
    size = max(0, shutil.disk_usage(disk).free - room)
    with path.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(size, 1))
    return path
