"""Content, templates, the site and git that change while a build reads them: a sentence, or the site of one state."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

from tests.projects import Sandbox, files_of
from tests.security.kills import traps
from tests.security.kills.builds import KillCounts, difference
from tests.security.kills.editions import NUMBER, EditionFiles, Editions

# Before the day of all builds
DAY = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2024-02-10T09:00:00+08:00")
GIT = ("git", "-c", "user.name=n", "-c", "user.email=n@example.invalid", "-c", "commit.gpgsign=false")
# Just before one of these is opened; the last is the last that a build reads
READ = (
    "site.yml",
    "report.md",
    "c001.yml",
    "c005.yml",
    "part-1.yml",
    "table.csv",
    "about.md",
    "all.yml",
    "topics.yml",
    "output.yml",
)


def deleted(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def unnamed(path: Path) -> None:
    """Its folder goes with it."""
    shutil.rmtree(path.parent)


def huge(path: Path) -> None:
    os.truncate(path, 3_000_000_000)


MISHAPS = (deleted, emptied, cut, a_folder, a_pipe, a_link, a_circle, unnamed, huge)


class Vanishing:
    """One project in git, whose files change while it is built."""

    def __init__(self, editions: Editions, dice: random.Random) -> None:
        self.editions, self.dice, self.found, self.number = editions, dice, KillCounts(), 0

    def run(self, number: int) -> KillCounts:
        for count in range(number):
            (self.switched, self.harmed, self.harmed, self.around)[count % 4]()
        return self.found

    def harmed(self) -> None:
        """One file, between listing and reading."""
        editions = self.editions
        name, mishap = self.dice.choice(READ), self.dice.choice(MISHAPS)
        path = next(iter(sorted(editions.project.content.rglob(name))))
        kept = editions.folder / "kept"
        shutil.copytree(editions.project.content, kept)
        self._build(f"{name} {mishap.__name__}", traps.at_file(name, lambda: mishap(path)))
        shutil.rmtree(editions.project.content, ignore_errors=True)
        kept.rename(editions.project.content)
        self._next_is_right(f"{name} {mishap.__name__}")

    def switched(self) -> None:
        """Every file at once, as a branch is switched, while one of them is about to be read."""
        old = self.number
        self.number = self.dice.choice([n for n in range(NUMBER) if n != old])
        name = self.dice.choice(READ)
        self._build(f"edition switched at {name}", traps.at_file(name, lambda: self.editions.edit(self.number)), old)
        self._next_is_right("edition switched")

    def around(self) -> None:
        """The site, the cache or the settings go away."""
        editions = self.editions
        what = self.dice.choice(("site", ".cache", "mkdocs.yml", "content"))
        path, kept = editions.root / what, editions.folder / "kept"

        def act() -> None:
            shutil.rmtree(kept, ignore_errors=True)
            path.rename(kept)

        name = self.dice.choice(READ)
        editions.edit(self.number)
        self._build(f"{what} gone at {name}", traps.at_file(name, act))
        if what in ("mkdocs.yml", "content") and kept.exists():
            shutil.rmtree(path, ignore_errors=True)
            kept.rename(path)
        shutil.rmtree(kept, ignore_errors=True)
        self._next_is_right(f"{what} gone at {name}")

    def _build(self, what: str, prepare: object, old: int | None = None) -> None:
        # All is read, so that the file that is waited for is
        ended = self.editions.begin("build", "--verify", prepare=prepare).wait()
        self.found.counts["changed while it is read"] += 1
        self.found.counts[f"exit {ended.code}"] += 1
        if ended.code not in (0, 1, 2) or "Traceback" in ended.said:
            self._fault(f"{what}: {ended.code} {ended.said[-1800:]}")
        elif ended.code == 0:
            site, clean = self.editions.site, self.editions.clean
            known = [clean[self.number], *([clean[old]] if old is not None else [])]
            if site not in known and site != self._clean():
                self._fault(f"{what}: a mixed site, {difference(site, clean[self.number])}")

    def _clean(self) -> EditionFiles:
        """Of the content as it is now."""
        fresh = Sandbox(self.editions.folder / "now")
        shutil.copytree(self.editions.root, fresh.root, ignore=shutil.ignore_patterns("site", ".cache"), symlinks=True)
        done = fresh.run("build")
        site = files_of(fresh.site) if done.code == 0 else {}
        shutil.rmtree(fresh.root)
        return site

    def _next_is_right(self, what: str) -> None:
        again = self.editions.run("build")
        site, clean = self.editions.site, self.editions.clean[self.number]
        if again.code != 0 or site != clean:
            self._fault(f"{what}: then {again.code} {again.said[-600:]} {difference(site, clean)}")
            shutil.rmtree(self.editions.project.cache)
            self.editions.run("build")

    def _fault(self, told: str) -> None:
        self.found.faults.append(told)
        print("FAULT", told, flush=True)


def with_git(editions: Editions, dice: random.Random, number: int) -> KillCounts:
    """Commits, collections of garbage and another head during a build: the next one is as from nothing."""
    found, root = KillCounts(), editions.root

    def run(*words: str) -> None:
        subprocess.run([*GIT, *words], cwd=root, check=True, capture_output=True, env=os.environ | DAY)

    (root / ".gitignore").write_text("site/\n.cache/\n")
    settings = root / "content/site.yml"
    said = settings.read_text("utf-8")
    # Nothing is published yet: editions may differ in what would need a correction
    settings.write_text(f"{said.rstrip()}\npublished_since: never\n", "utf-8")
    run("init", "-q", "-b", "main")
    run("add", "-A")
    run("commit", "-q", "-m", "first")
    edition = 0
    for count in range(number):
        edition = (edition + dice.randint(1, NUMBER - 1)) % NUMBER
        name = dice.choice(READ)

        def act(number: int = edition, count: int = count) -> None:
            if count % 3 == 0:
                editions.edit(number)
                run("commit", "-q", "-a", "--allow-empty", "-m", f"edition {number}")
            elif count % 3 == 1:
                run("gc", "-q", "--prune=now")
            else:
                run("checkout", "-q", "-f", "HEAD~0")
                run("checkout", "-q", "-f", "main")

        ended = editions.begin("build", "--verify", prepare=traps.at_file(name, act)).wait()
        found.counts["git moves"] += 1
        again = editions.run("build")
        shutil.copytree(root, editions.folder / "again", ignore=shutil.ignore_patterns("site", ".cache"))
        fresh = Sandbox(editions.folder / "again")
        clean = files_of(fresh.site) if fresh.run("build").code == 0 else {}
        shutil.rmtree(fresh.root)
        bad = ended.code not in (0, 1, 2) or "Traceback" in ended.said
        if bad or again.code != 0 or editions.site != clean:
            found.faults.append(f"git {count % 3} at {name}: {ended.code} {ended.said[-800:]}, then {again.code}")
            found.faults.append(f"{again.said[-500:]} {difference(editions.site, clean)}")
    shutil.rmtree(root / ".git")
    settings.write_text(said, "utf-8")
    (root / ".gitignore").unlink()
    for fault in found.faults:
        print("FAULT", fault, flush=True)
    return found
