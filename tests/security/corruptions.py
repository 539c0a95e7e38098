"""``make corruptions``: what can befall the folder ``.cache``, each time followed by a plain build.

    python -m tests.security.corruptions [--corruptions 1000] [--seed 1]

The build must end well, say nothing of it and leave the very bytes that a clean build makes. In half of the cases the
content changed too, so that the build goes on from what the cache holds instead of finding that nothing changed. The
cache is not cleared in between: the next mishap meets what the last build made of it.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from disclosure.cache import key
from tests import projects
from tests.mishaps import bind
from tests.projects import Sandbox, files_of
from tests.security import figures, world
from tests.security.world import EDITED, World

HUGE = 3_000_000_000
SAMPLE = 20
# After so many it says how far it is: a run that is cut short has told that much
TOLD = 50
# Another program's form of the cache, and what is edited for it
OTHER_FORMAT = 99


@dataclass
class Corrupted:
    """The world, the sites that clean builds make of both texts, and caches of others to be put in place."""

    world: World
    dice: random.Random
    texts: tuple[str, str]
    wanted: dict[str, dict[str, bytes]] = field(default_factory=dict)
    now: str = ""

    @property
    def foreign(self) -> Path:
        return self.world.folder / "foreign"

    def files(self) -> list[Path]:
        """Those of the cache but its locks, which a build holds and no file of which it reads."""
        found = self.world.project.cache.rglob("*")
        return sorted(one for one in found if one.suffix != ".lock" and (one.is_symlink() or one.is_file()))

    def file(self) -> Path:
        return self.dice.choice(self.files())


def one_report(root: Path) -> Sandbox:
    """A report with all kinds of records: small, because it is built a thousand times."""
    return projects.create(root, "register")


def prepare(folder: Path, seed: int) -> Corrupted:
    """Both sites, and the caches that another project, another user and another program left."""
    made = world.begin(folder, one_report)
    text = (made.project.content / EDITED[0]).read_text("utf-8")
    corrupted = Corrupted(made, random.Random(seed), (text, text.replace("样品区", EDITED[1], 1) + "\n又一句。\n"))
    for one in reversed(corrupted.texts):
        made.edit(one)
        corrupted.wanted[one] = made.clean()
        corrupted.now = one
    with patch.object(key, "FORMAT", OTHER_FORMAT):
        _keep(corrupted, "version")
    with patch.object(World, "state", folder / "other-user"):
        _keep(corrupted, "user")
    other = world.begin(folder / "other", one_report)
    other.clean()
    (corrupted.foreign / "project").mkdir(parents=True)
    shutil.copytree(other.store, corrupted.foreign / "project" / made.store.name)
    made.clean()
    return corrupted


def _keep(corrupted: Corrupted, name: str) -> None:
    """What a clean build leaves here and now."""
    corrupted.world.clean()
    shutil.copytree(corrupted.world.project.cache, corrupted.foreign / name)


def once(corrupted: Corrupted) -> tuple[str, str]:
    """One mishap and a plain build: what befell the cache, and what was wrong with the build; empty where nothing."""
    made, dice = corrupted.world, corrupted.dice
    if dice.random() < 0.5:
        corrupted.now = dice.choice(corrupted.texts)
        made.edit(corrupted.now)
    what = dice.choice(WAYS)
    # Nothing may be left that this could befall
    with suppress(OSError, IndexError):
        for _more in range(dice.randrange(1, 4)):
            what(corrupted)
    done = made.build()
    if (done.code, done.err) != (0, "") or "Traceback" in done.out:
        return what.__name__, f"ended with {done.code}: {done.out}{done.err}"
    unlike = world.difference(files_of(made.project.site), corrupted.wanted[corrupted.now])
    return what.__name__, f"not as a clean build makes it: {unlike}" if unlike else ""


def flip(corrupted: Corrupted) -> None:
    path = corrupted.file()
    data = bytearray(_read(path) or b"x")
    data[corrupted.dice.randrange(len(data))] ^= 1 << corrupted.dice.randrange(8)
    _write(path, bytes(data))


def cut(corrupted: Corrupted) -> None:
    path = corrupted.file()
    data = _read(path)
    _write(path, data[: corrupted.dice.randrange(len(data) + 1)])


def empty(corrupted: Corrupted) -> None:
    _write(corrupted.file(), b"")


def lengthen(corrupted: Corrupted) -> None:
    path = corrupted.file()
    _write(path, _read(path) + corrupted.dice.randbytes(30))


def noise(corrupted: Corrupted) -> None:
    _write(corrupted.file(), corrupted.dice.randbytes(corrupted.dice.randrange(4000)))


def lose(corrupted: Corrupted) -> None:
    corrupted.file().unlink()


def lose_a_folder(corrupted: Corrupted) -> None:
    # Also the one that holds all of it
    folders = [one for one in corrupted.world.project.cache.rglob("*") if one.is_dir() and not one.is_symlink()]
    shutil.rmtree(corrupted.dice.choice(sorted(folders)))


def swap(corrupted: Corrupted) -> None:
    """Two files, each whole, in each other's place."""
    one, other = corrupted.file(), corrupted.file()
    data = _read(one)
    _write(one, _read(other))
    _write(other, data)


def another_in_its_place(corrupted: Corrupted) -> None:
    _write(corrupted.file(), _read(corrupted.file()))


def of_another_version(corrupted: Corrupted) -> None:
    _lay_over(corrupted, corrupted.foreign / "version")


def of_another_user(corrupted: Corrupted) -> None:
    _lay_over(corrupted, corrupted.foreign / "user")


def of_another_project(corrupted: Corrupted) -> None:
    _lay_over(corrupted, corrupted.foreign / "project")


def a_folder(corrupted: Corrupted) -> None:
    path = _cleared(corrupted)
    path.mkdir()
    (path / "x").write_bytes(b"x")


def a_link(corrupted: Corrupted) -> None:
    goals = ("none", "/dev/zero", "..", str(corrupted.world.outside), str(corrupted.file()), "/proc/self/mem")
    path = _cleared(corrupted)
    path.symlink_to(corrupted.dice.choice((*goals, path.name)))


def a_hard_link(corrupted: Corrupted) -> None:
    goal, path = corrupted.file(), _cleared(corrupted)
    os.link(goal, path, follow_symlinks=False)


def a_pipe(corrupted: Corrupted) -> None:
    os.mkfifo(_cleared(corrupted))


def a_socket(corrupted: Corrupted) -> None:
    bind(_cleared(corrupted))


def huge(corrupted: Corrupted) -> None:
    path = corrupted.file()
    _write(path, _read(path))
    os.truncate(path, HUGE)


def no_permissions(corrupted: Corrupted) -> None:
    path = corrupted.file()
    if not path.is_symlink():
        path.chmod(corrupted.dice.choice((0o000, 0o444, 0o777)))


def a_marker(corrupted: Corrupted) -> None:
    """As if a publication had been interrupted."""
    (corrupted.world.project.cache / f"publishing-{corrupted.world.store.name}").touch()


WAYS: tuple[Callable[[Corrupted], None], ...] = (
    flip,
    cut,
    empty,
    lengthen,
    noise,
    lose,
    lose_a_folder,
    swap,
    another_in_its_place,
    of_another_version,
    of_another_user,
    of_another_project,
    a_folder,
    a_link,
    a_hard_link,
    a_pipe,
    a_socket,
    huge,
    no_permissions,
    a_marker,
)


def _read(path: Path) -> bytes:
    """What a plain file holds: an earlier mishap may have left something else, without end."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() and path.stat().st_size < HUGE else b""


def _write(path: Path, data: bytes) -> None:
    """Into the file itself, through no link."""
    if path.is_symlink() or not path.is_file():
        world.remove(path)
    path.write_bytes(data)


def _cleared(corrupted: Corrupted) -> Path:
    path = corrupted.file()
    path.unlink()
    return path


def _lay_over(corrupted: Corrupted, foreign: Path) -> None:
    """All of a foreign cache, or one file of it where one of that name is."""
    names = sorted(one.relative_to(foreign) for one in foreign.rglob("*") if one.is_file() and one.suffix != ".lock")
    for name in names if corrupted.dice.random() < 0.5 else [corrupted.dice.choice(names)]:
        path = corrupted.world.project.cache / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, (foreign / name).read_bytes())


def tried(folder: Path, number: int, seed: int) -> Iterator[tuple[str, str]]:
    corrupted = prepare(folder, seed)
    for _n in range(number):
        yield once(corrupted)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corruptions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun, ways, wrong = time.monotonic(), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        for n, (what, trouble) in enumerate(tried(Path(folder), given.corruptions, given.seed)):
            ways[what] += 1
            if trouble:
                wrong += 1
                print(f"{n} {what}: {trouble}", flush=True)
            if ways.total() % TOLD == 0:
                seconds = time.monotonic() - begun
                print(f"{ways.total()} of {given.corruptions}, {wrong} wrong, {seconds:.0f} s", flush=True)
    counted: dict[str, int | str] = {"corruptions": ways.total(), "kinds": len(ways), "not as a clean build": wrong}
    if not wrong:
        figures.record("corruptions", {**counted, "minutes": round((time.monotonic() - begun) / 60)})
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
