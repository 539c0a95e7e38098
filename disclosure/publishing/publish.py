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
from disclosure.translation import gettext as _

MANIFEST = "manifest.json"
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
    lock = FileLock(cache / f"publishing-{name_of(target)}.lock")
    with disk():
        cache.mkdir(parents=True, exist_ok=True)
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


def is_ours(cache: Path, target: Path, *, recorded: bool) -> bool:
    """Whether we published to the target before (``recorded``), or it holds nothing that could be lost."""
    if recorded or marker_of(cache, target).exists() or not _is_occupied(target):
        return True
    return {"commit", "sources", "files"} <= manifest_of(target).keys()


def manifest_of(site: Path) -> Mapping[str, Any]:
    """What a published site lists of itself; nothing where it does not."""
    try:
        found = json.loads((site / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_occupied(target: Path) -> bool:
    return any(target.iterdir()) if target.is_dir() else target.exists()


def discard(target: Path) -> None:
    shutil.rmtree(staging_of(target), ignore_errors=True)


def publish(cache: Path, target: Path, stray: Collection[str], saved: Callable[[], None], *, recorded: bool) -> None:
    """Bring what was staged into the target and remove what is ``stray``; ``saved`` then records it all.

    ``Refused``, and nothing touched, where the target holds other things. Whatever interrupts this leaves the marker,
    and the next run repairs.
    """
    if not is_ours(cache, target, recorded=recorded):
        hint = _("请在 mkdocs.yml 里把 site_dir 换成空文件夹，或先移走里面的文件")
        raise Refused(_("{what} 里有不是本程序发布的文件，什么也没有动。").format(what=target) + hint)
    marker = marker_of(cache, target)
    with disk():
        marker.parent.mkdir(parents=True, exist_ok=True)
        if staging_of(target).exists() or stray:
            marker.touch()
        try:
            _move_in(staging_of(target), target)
        finally:
            discard(target)
        _remove(target, stray)
        saved()
        marker.unlink(missing_ok=True)


def advance(cache: Path, target: Path) -> None:
    """Bring what is staged so far into a target that was published before; ``publish`` brings the rest."""
    if staging_of(target).exists():
        with disk():
            marker_of(cache, target).touch()
            _move_in(staging_of(target), target)
            discard(target)


def _move_in(source: Path, target: Path) -> None:
    """Rename what was staged, one file at a time; a folder that the target lacks arrives as a whole."""
    if not source.is_dir():
        return
    if target.is_symlink() or not target.is_dir():
        target.unlink(missing_ok=True)
        source.rename(target)
        return
    for path in sorted(source.iterdir()):
        place = target / path.name
        if path.is_dir():
            _move_in(path, place)
        else:
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            path.replace(place)


def _remove(target: Path, stray: Collection[str]) -> None:
    for path in (target / address for address in stray):
        if path.is_symlink() or path.is_file():
            path.unlink()
    for folder, _folders, _names in os.walk(target, topdown=False) if stray else ():
        if Path(folder) != target and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
