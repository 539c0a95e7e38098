"""A forgery is tried: on a built project, then a plain build, whose site is compared with that of a clean one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.projects import Run, files_of
from tests.security import world
from tests.security.forged import cache, git, release, site, surroundings
from tests.security.forged.table import Forgery, Met
from tests.security.world import World

ALL = (*cache.FORGERIES, *site.FORGERIES, *git.FORGERIES, *surroundings.FORGERIES, *release.FORGERIES)


@dataclass(frozen=True)
class Stage:
    """The world, how it was before anything was done to it, and the site that a clean build makes."""

    world: World
    kept: Path
    wanted: dict[str, bytes]

    @classmethod
    def set(cls, folder: Path) -> Stage:
        made = world.begin(folder / "world")
        kept = folder / "kept"
        shutil.copytree(made.project.root, kept, symlinks=True)
        return cls(made, kept, made.clean())

    def try_(self, one: Forgery) -> str:
        """What went wrong; empty where nothing did."""
        made = self.world
        if made.build().code != 0 or files_of(made.project.site) != self.wanted:
            return "the project could not be built before"
        met = one.apply(made) or Met()
        before = _outside(made)
        done = self._built(one, met)
        trouble = self._trouble(one, done) or ("something outside was changed" if _outside(made) != before else "")
        self._restore(anew=bool(trouble or one.silenced))
        return trouble

    def _built(self, one: Forgery, met: Met) -> Run:
        if not one.apart:
            return self.world.build()
        root = self.world.project.root
        return self.world.run(root=root if met.own_program else None, cwd=root / met.cwd, **met.variables)

    def _trouble(self, one: Forgery, done: Run) -> str:
        if self.world.ran.exists():
            return "a program was run"
        if one.silenced:
            return "" if one.silenced in done.out + done.err and not done.code else f"not told: {done.out}{done.err}"
        if (done.code, done.err) != (0, ""):
            return f"ended with {done.code}: {done.out}{done.err}"
        return world.difference(_published(self.world.project.site), self.wanted)

    def _restore(self, *, anew: bool) -> None:
        """Content, settings and repository as they were, a key that can be replaced, and nothing outside; without
        ``anew``, what the build made of cache and site is what the next forgery is done to."""
        made = self.world
        made.ran.unlink(missing_ok=True)
        if not made.key.is_file():
            world.remove(made.key)
        stays = () if anew else (made.project.cache, made.project.site)
        for path in (one for one in made.project.root.iterdir() if one not in stays):
            world.remove(path)
        shutil.copytree(self.kept, made.project.root, symlinks=True, dirs_exist_ok=True)
        for path in (one for one in made.outside.iterdir() if one != made.hostile):
            world.remove(path)


def _published(site: Path) -> dict[str, bytes]:
    """What lies in the site; of what is no plain file of its own, what it is."""
    others = {one for one in site.rglob("*") if one.is_symlink() or not (one.is_file() or one.is_dir())}
    shared = {one for one in site.rglob("*") if one.is_file() and one.stat().st_nlink != 1}
    return files_of(site) | {one.relative_to(site).as_posix(): b"not a plain file" for one in others | shared}


def _outside(made: World) -> dict[str, bytes]:
    return {
        path.relative_to(made.outside).as_posix(): path.read_bytes()
        for path in made.outside.rglob("*")
        if path.is_file()
    }
