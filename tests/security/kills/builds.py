"""``build`` and ``release``, killed: what is served meanwhile is whole, and the next run makes everything right."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections import Counter
from pathlib import Path

from msgspec import Struct, field

from disclosure.catalog import downloads
from tests.projects import files_of
from tests.security.kills import traps
from tests.security.kills.editions import NUMBER, EditionFiles, Editions
from tests.security.kills.forked import Running

# A worker looks five times a second whether its build is still there; on a loaded machine it gets round to it later
ORPHANS = 8.0
# After so many it says how far it is: a run that is cut short has told that much
TOLD = 50


class KilledRun(Struct, frozen=True):
    """A way to run it: its words; without the cache and the site that the run before left; how often in a hundred."""

    name: str
    words: tuple[str, ...]
    often: int
    cold: bool = False


WAYS = (
    KilledRun("build", ("build",), 26),
    KilledRun("build, cold", ("build",), 10, cold=True),
    KilledRun("build, workers", ("build", "--workers", "2", "--verify"), 14),
    KilledRun("release", ("release",), 40),
    KilledRun("release, cold", ("release",), 10, cold=True),
)


class KillCounts(Struct):
    """What the kills came to: counts by what they are called, what was found wrong, the longest life of an orphan."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    orphaned: float = 0.0

    def add(self, other: KillCounts) -> None:
        self.counts += other.counts
        self.faults += other.faults
        self.orphaned = max(self.orphaned, other.orphaned)


class Kills:
    """Kills one project's runs. ``dice`` decides what, when and how."""

    def __init__(self, editions: Editions, dice: random.Random) -> None:
        self.editions, self.dice, self.found = editions, dice, KillCounts()
        # The edition of the content, and of the release that is served
        self.number = self.released = 0
        self.known: dict[str, tuple[float, int, int]] = {}

    def run(self, kills: int) -> KillCounts:
        """Until so many runs were killed."""
        begun = time.monotonic()
        while (number := self.found.counts["killed"]) < kills and len(self.found.faults) < 20:
            if number and number % TOLD == 0:
                seconds = time.monotonic() - begun
                print(f"{number} of {kills} killed, {len(self.found.faults)} faults, {seconds:.0f} s", flush=True)
            self.one()
        return self.found

    def one(self) -> None:
        """A run that is killed, and the one that repairs."""
        way = self.dice.choices(WAYS, [one.often for one in WAYS])[0]
        self._measure(way)
        old, new = self.number, self.dice.choice([n for n in range(NUMBER) if n != self.number])
        self._begin(way, new)
        running, how = self._killed(way)
        ended = running.wait()
        if not ended.is_killed:
            # The moment came too late
            self._held(ended.code == 0, f"{way.name}: {ended.code} {ended.said[-500:]}")
        else:
            self._count(way, how)
            self._while_dead(way, f"{way.name}, {how}", old, new)
            self._orphans(running)
        self._repair(way, f"{way.name}, {how}", new)
        self._left_alone(running)

    def words(self, way: KilledRun) -> tuple[str, ...]:
        return (*way.words, str(self.editions.releases)) if way.words[0] == "release" else way.words

    def _begin(self, way: KilledRun, new: int) -> None:
        self.editions.edit(new)
        self.number = new
        if way.cold:
            shutil.rmtree(self.editions.project.cache)
            if way.words[0] == "build":
                shutil.rmtree(self.editions.project.site)

    def _measure(self, way: KilledRun) -> None:
        """How long such a run takes, how many steps it has, and the first of its publication."""
        if way.name in self.known:
            return
        self._begin(way, (self.number + 1) % NUMBER)
        trace = self.editions.folder / "trace"
        ended = self.editions.begin(*self.words(way), prepare=traps.traces(trace)).wait()
        self._held(ended.code == 0, f"{way.name}: {ended.code} {ended.said}")
        self.released = self.number if way.words[0] == "release" else self.released
        steps = [json.loads(line) for line in trace.read_text().splitlines()]
        own = [step for step in steps if step[1] == steps[-1][1]]
        first = next((step[0] for step in own if "publishing-" in step[3] and not step[3].endswith("lock")), 1)
        self.known[way.name] = (ended.seconds, own[-1][0], first)
        print(f"{way.name}: {ended.seconds:.2f} s, {own[-1][0]:,} steps, publication from {first:,}", flush=True)

    def _killed(self, way: KilledRun) -> tuple[Running, str]:
        """Half of them at a step, half of these in the publication; half at a moment."""
        seconds, steps, first = self.known[way.name]
        group = self.dice.random() < 0.5
        who = "all processes" if group else "the main process"
        if self.dice.random() < 0.5:
            at = self.dice.randint(first if self.dice.random() < 0.5 else 1, steps)
            return self.editions.begin(
                *self.words(way), prepare=traps.kills(at, group=group)
            ), f"{who}, before step {at}"
        moment = self.dice.uniform(0, seconds * 1.05)
        running = self.editions.begin(*self.words(way))
        time.sleep(moment)
        running.kill(group=group)
        return running, f"{who}, after {moment:.3f} s"

    def _count(self, way: KilledRun, how: str) -> None:
        counts = self.found.counts
        counts["killed"] += 1
        counts[way.words[0]] += 1
        counts["cold"] += way.cold
        counts["workers"] += "--workers" in way.words
        counts["main process alone"] += "the main" in how
        counts["before a step"] += "step" in how

    def _while_dead(self, way: KilledRun, what: str, old: int, new: int) -> None:
        """Each page that is there is whole; a site that is neither is marked; a release is one or the other."""
        clean, site = self.editions.clean, self.editions.site
        whole = clean[old].items() | clean[new].items()
        if torn := sorted(dict(site.items() - whole)):
            self._held(all(name in MANIFESTS for name in torn), f"{what}: {torn} torn")
        is_one = site in (clean[old], clean[new], {})
        self.found.counts["found between two editions"] += not is_one
        is_marked = any(self.editions.project.cache.glob("publishing-*[!k]"))
        cold_before = way.cold and way.words[0] == "release"
        self._held(is_one or is_marked or self._only_downloads(site, new) or cold_before, f"{what}: unmarked")
        if self.editions.releases.exists():
            self._held(self._is_release((self.released, new)), f"{what}: current is neither release")

    def _only_downloads(self, site: EditionFiles, new: int) -> bool:
        """Whether the first stage stands, and downloads are missing or older: the manifest says so."""
        clean = self.editions.clean[new]
        names = [name for name in site.keys() | clean.keys() if site.get(name) != clean.get(name)]
        return all(downloads.is_download(name) or name in MANIFESTS for name in names)

    def _is_release(self, numbers: tuple[int, ...]) -> bool:
        current = self.editions.releases / "current"
        if not current.is_symlink():
            return not current.exists()
        found = files_of(current)
        return any(_is_whole(found, self.editions.clean[number]) for number in numbers)

    def _orphans(self, running: Running) -> None:
        """Half of the runs that repair begin while the workers of the killed one may still be there."""
        if self.dice.random() < 0.5:
            self._left_alone(running)

    def _left_alone(self, running: Running) -> None:
        seconds = running.left_alone()
        self.found.orphaned = max(self.found.orphaned, seconds)
        self._held(seconds < ORPHANS, f"orphans after {seconds:.1f} s")

    def _repair(self, way: KilledRun, what: str, new: int) -> None:
        """The same run again."""
        ended = self.editions.run(*self.words(way))
        self._held(ended.code == 0, f"{what}: then {ended.code} {ended.said[-1500:]}")
        site, clean = self.editions.site, self.editions.clean[new]
        if site != clean:
            self._held(False, f"{what}: then {difference(site, clean)}")
            shutil.rmtree(self.editions.project.cache)
        if way.words[0] == "release":
            self.released = new
            self._held(self._is_release((new,)), f"{what}: then current is not the release")
            self._forget_releases()
        if left := self.editions.leftovers():
            self._held(False, f"{what}: then left {left[:6]}")
            self.editions.clear(left)
        self.found.counts["repaired"] += 1

    def _forget_releases(self) -> None:
        """Or there would be a thousand."""
        current = (self.editions.releases / "current").resolve()
        for folder in (self.editions.releases / "releases").iterdir():
            if folder != current:
                shutil.rmtree(folder)

    def _held(self, is_so: object, otherwise: str) -> None:
        if not is_so:
            self.found.faults.append(otherwise)
            print(f"FAULT {otherwise}", flush=True)


MANIFESTS = ("manifest.json",)


def _is_whole(found: EditionFiles, clean: EditionFiles) -> bool:
    """The release, and assets of the one before."""
    return clean.items() <= found.items() and all(name.startswith("assets/") for name in found.keys() - clean.keys())


def difference(one: EditionFiles, other: EditionFiles) -> str:
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if not names:
        return "no file differs"
    lines = b"\n".join((one.get(names[0], b""), other.get(names[0], b""))).split(b"\n")
    only = [line for line in lines if lines.count(line) == 1][:6]
    return f"{len(names)} files differ: {names[:5]}, {only}"


def editions(folder: Path) -> Editions:
    made = Editions(folder)
    made.build_all()
    assert made.run("build").code == 0
    assert made.run("release", str(made.releases)).code == 0
    return made
