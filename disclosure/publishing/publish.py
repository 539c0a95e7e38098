"""Files to ``site/``: staged beside it, then renamed into it; what is no longer planned is removed.

One publication at a time: a second one waits for the first (``exclusively``). A marker in the cache tells an
interrupted publication; the next one then trusts no record and compares bytes. Killed at any moment, each file of the
target is old or new and whole, because it only ever arrives by a rename. A folder that is not ours is left alone, and
nothing is ever written, or removed, through a symbolic link in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from msgspec import Struct

from disclosure.problem import Refused
from disclosure.publishing.staging import staging_of
from disclosure.source.files import bytes_of
from disclosure.translation import gettext as _

MANIFEST = "manifest.json"
# In bytes: that of some million files
LARGEST_MANIFEST = 128 * 1024 * 1024
# How long to wait for another publication of the same target, in seconds
PATIENCE = 120.0


class PublicationCounts(Struct, frozen=True):
    """How many files a publication wrote, removed and left as they were."""

    written: int
    removed: int
    kept: int

    def __add__(self, other: PublicationCounts) -> PublicationCounts:
        return PublicationCounts(self.written + other.written, self.removed + other.removed, self.kept + other.kept)


@contextmanager
def exclusively(cache: Path, target: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Nobody else publishes to ``target`` meanwhile; ``waiting`` is called once where somebody does already."""
    path = cache / f"publishing-{name_of(target)}.lock"
    lock = FileLock(path)
    with disk():
        cache.mkdir(parents=True, exist_ok=True)
        _unlinked(path)
        is_free = _acquired(lock, 0)
    if not is_free:
        waiting()
        with disk():
            is_free = _acquired(lock, PATIENCE)
        if not is_free:
            message = _("另一个构建一直在发布 {what}；等它结束再运行，网站保持原样")
            raise Refused(message.format(what=target))
    try:
        yield
    finally:
        lock.release()


def _acquired(lock: FileLock, patience: float) -> bool:
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        return False
    return True


@contextmanager
def disk() -> Iterator[None]:
    """What the disk refuses, in our words: the target is as it was, or will be repaired by the next run."""
    try:
        yield
    except OSError as error:
        what = f"{error.filename or ''}: {error.strerror or error}".lstrip(": ")
        message = _("写不进去（{what}）。腾出空间或检查权限后再运行一次，会接着补齐")
        if isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError):
            message = _("写不进去（{what}）。它占了本程序要用的名字：删去或移走它，再运行一次")
        raise Refused(message.format(what=what)) from error


def name_of(target: Path) -> str:
    """What a target is called in the cache."""
    return hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()[:16]


def marker_of(cache: Path, target: Path) -> Path:
    """While this file is there, a publication has begun and not ended."""
    return cache / f"publishing-{name_of(target)}"


def _unlinked(path: Path) -> Path:
    """The path of a file of ours: a link there would lead to somebody else's."""
    if path.is_symlink():
        path.unlink()
    return path


def is_ours(target: Path, *, recorded: bool) -> bool:
    """Whether we published to the target before, or began to (``recorded``), or it holds nothing that could be lost."""
    if recorded or not _is_occupied(target):
        return True
    return {"commit", "sources", "files"} <= manifest_of(target).keys()


def manifest_of(site: Path) -> Mapping[str, Any]:
    """What a published site lists of itself; nothing where it does not."""
    try:
        found = json.loads(bytes_of(f"{site}/{MANIFEST}", LARGEST_MANIFEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_occupied(target: Path) -> bool:
    return any(target.iterdir()) if target.is_dir() else target.exists()


def discard(target: Path) -> None:
    """What is staged; whatever else stands under its name would lead what is staged next elsewhere."""
    staged = staging_of(target)
    if staged.is_symlink() or staged.is_file():
        staged.unlink(missing_ok=True)
    else:
        shutil.rmtree(staged, ignore_errors=True)


def publish(
    cache: Path, target: Path, stray: Collection[str], saved: Callable[[list[str]], None], *, recorded: bool
) -> None:
    """Bring what was staged into the target and remove what is ``stray``; ``saved`` then records it all, and is given
    the addresses that were brought in.

    ``Refused``, and nothing touched, where the target holds other things. Whatever interrupts this leaves the marker,
    and the next run repairs.
    """
    if not is_ours(target, recorded=recorded):
        hint = _("请在 mkdocs.yml 里把 site_dir 换成空文件夹，或先移走里面的文件")
        raise Refused(_("{what} 里有不是本程序发布的文件，什么也没有动。").format(what=target) + hint)
    marker = marker_of(cache, target)
    with disk():
        marker.parent.mkdir(parents=True, exist_ok=True)
        if staging_of(target).exists() or stray:
            _unlinked(marker).touch()
        try:
            moved = _move_in(staging_of(target), target)
        finally:
            discard(target)
        _remove(target, stray)
        saved(moved)
        marker.unlink(missing_ok=True)


def advance(cache: Path, target: Path) -> list[str]:
    """Bring what is staged so far into a target that was published before, and say what; ``publish`` brings the
    rest."""
    if not staging_of(target).exists():
        return []
    with disk():
        _unlinked(marker_of(cache, target)).touch()
        moved = _move_in(staging_of(target), target)
        discard(target)
    return moved


def _move_in(source: Path, target: Path, folder: str = "") -> list[str]:
    """Rename what was staged, one file at a time, and say what; a folder that the target lacks arrives as a whole."""
    if not source.is_dir():
        return []
    if target.is_symlink() or not target.is_dir():
        target.unlink(missing_ok=True)
        source.rename(target)
        return _below(str(target), folder)
    moved: list[str] = []
    for path in sorted(source.iterdir()):
        place = target / path.name
        if path.is_dir():
            moved += _move_in(path, place, f"{folder}{path.name}/")
        else:
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            path.replace(place)
            moved.append(folder + path.name)
    return moved


def _below(target: str, folder: str) -> list[str]:
    """The addresses of all files in the folder ``folder`` of the site, which is at ``target``."""
    found: list[str] = []
    for where, _folders, names in os.walk(target):
        inside = folder + where[len(target) + 1 :].replace(os.sep, "/")
        own = f"{inside.rstrip('/')}/" if inside else ""
        found += [own + name for name in names]
    return found


def _remove(target: Path, stray: Collection[str]) -> None:
    for path in (target / address for address in stray):
        # Not only files: a link, a pipe, a socket
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            path.unlink()
    for folder, _folders, _names in os.walk(target, topdown=False) if stray else ():
        if Path(folder) != target and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
