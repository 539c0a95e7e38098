"""Folders for what is made elsewhere first. One that a killed process left behind is cleared away by the next."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".lock"


@contextmanager
def folder(cache: Path, name: str) -> Iterator[Path]:
    """An empty folder in the cache, gone at the end. Two runs of one thing at once have one each."""
    # Wanted by few commands
    from filelock import FileLock

    parent = cache / "temporary"
    _forget_the_dead(parent)
    own = parent / f"{name}.{os.getpid()}"
    parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{own}{LOCK}"), _made(own) as root:
        yield root
    _unlink(Path(f"{own}{LOCK}"))
    with suppress(OSError):
        parent.rmdir()


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder that can become ``target`` by one rename; gone at the end if it did not."""
    whole = Path(os.path.realpath(target))
    with _made(whole.with_name(f".{whole.name}.partial")) as root:
        yield root


def move_in(made: Path, target: Path) -> None:
    """``made`` becomes ``target``, which is empty or not there."""
    with suppress(FileNotFoundError):
        target.rmdir()
    made.rename(os.path.realpath(target))


@contextmanager
def _made(root: Path) -> Iterator[Path]:
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    try:
        yield root
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _forget_the_dead(parent: Path) -> None:
    """The folders that nobody holds any more: the system opens the lock of a process that ends, however it ends."""
    from filelock import FileLock, Timeout

    for path in sorted(parent.glob(f"*{LOCK}")):
        with suppress(OSError, Timeout), FileLock(path, timeout=0):
            shutil.rmtree(path.with_name(path.name.removesuffix(LOCK)), ignore_errors=True)
            _unlink(path)


def _unlink(path: Path) -> None:
    # Windows keeps the file of a lock that is held
    with suppress(OSError):
        path.unlink(missing_ok=True)
