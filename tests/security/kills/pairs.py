"""Two runs at once, on one project or with one cache: one waits, and the site is that of one of them."""

from __future__ import annotations

import errno
import random
import shutil
import time

from tests.projects import files_of
from tests.security.kills.builds import KillCounts, difference
from tests.security.kills.editions import NUMBER, Editions

PAIRS = (
    (("build",), ("build",)),
    (("build", "--workers", "2", "--verify"), ("build",)),
    (("build",), ("release",)),
    (("release",), ("release",)),
    (("build",), ("check",)),
    (("build",), ("offline", "-o")),
    (("offline", "-o"), ("offline", "-o")),
)


def lane(editions: Editions, dice: random.Random, number: int) -> KillCounts:
    """So many pairs, the second a moment after the first."""
    found = KillCounts()
    lines = editions.lines
    for count in range(number):
        edition = dice.randrange(NUMBER)
        editions.edit(edition)
        if dice.random() < 0.3:
            shutil.rmtree(editions.project.cache, ignore_errors=True)
        one, other = (_words(editions, words) for words in PAIRS[count % len(PAIRS)])
        first = editions.begin(*one)
        editions.lines = editions.folder / "other.txt"
        time.sleep(dice.uniform(0, 1))
        second = editions.begin(*other)
        ended = (first.wait(), second.wait())
        editions.lines = lines
        found.counts["pairs"] += 1
        found.counts["waited"] += any("另一个构建" in each.said for each in ended)
        again = editions.run("build")
        site, left = editions.site, editions.leftovers()
        right = site == editions.clean[edition] and not left and again.code == 0
        if [each.code for each in ended] != [0, 0] or not right:
            found.faults.append(
                f"{one[0]} and {other[0]}: {[(each.code, each.said[-700:]) for each in ended]}"
                f" {difference(site, editions.clean[edition])} {left[:4]}"
            )
    found.add(_one_cache(editions))
    found.add(_no_locks(editions))
    for fault in found.faults:
        print("FAULT", fault, flush=True)
    return found


def _words(editions: Editions, words: tuple[str, ...]) -> tuple[str, ...]:
    if words[0] == "release":
        return (*words, str(editions.releases))
    return (*words, str(editions.folder / "packed.zip")) if words[0] == "offline" else words


def _one_cache(editions: Editions) -> KillCounts:
    """Two projects whose caches are one folder, by a link, built at once."""
    found = KillCounts()
    other = Editions(editions.folder / "other")
    shutil.rmtree(other.root)
    shutil.copytree(editions.root, other.root, ignore=shutil.ignore_patterns("site", ".cache"))
    other.move(editions.root)
    (other.root / ".cache").symlink_to(editions.project.cache)
    editions.edit(1)
    other.edit(2)
    running = (editions.begin("build"), other.begin("build"))
    ended = [one.wait() for one in running]
    found.counts["projects with one cache"] += 2
    sites = (editions.site, files_of(other.project.site))
    if [one.code for one in ended] != [0, 0] or sites != (editions.clean[1], editions.clean[2]):
        found.faults.append(f"one cache: {[(one.code, one.said[-500:]) for one in ended]}")
    shutil.rmtree(other.folder)
    return found


def _no_locks(editions: Editions) -> KillCounts:
    """A disk whose locks fail, as those of the network may."""
    found = KillCounts()

    def prepare() -> None:
        import fcntl

        def refuses(*_given: object) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

        fcntl.flock = refuses

    editions.edit(3)
    ended = editions.begin("build", prepare=prepare).wait()
    found.counts["without locks"] += 1
    if ended.code not in (0, 2) or "Traceback" in ended.said:
        found.faults.append(f"no locks: {ended.code} {ended.said[-900:]}")
    return found
