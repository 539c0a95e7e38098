"""What happens to a run at a certain one of its system calls that change something.

Python tells of them before they are made (``sys.addaudithook``), but for ``write``, which is replaced. The count is the
same in every run of the same thing, so each step of a publication can be hit.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHANGES = frozenset(("os.rename", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.remove", "os.truncate"))
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
REAL_WRITE = os.write


class CallCounter:
    """Counts the steps of this process from now on and calls ``act`` at each; half of what is written has arrived
    then, where the step is a ``write``."""

    def __init__(self, act: Callable[[int, str, str], None], *, reads: bool = False) -> None:
        self.act, self.number, self.reads, self.is_acting = act, 0, reads, False
        os.write = self._write
        sys.addaudithook(self._heard)

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        if event in CHANGES or (event == "open" and self._counts(given)):
            self._step(event, given[0])

    def _counts(self, given: tuple[Any, ...]) -> bool:
        flags = given[2] if isinstance(given[2], int) else 0
        return not isinstance(given[0], int) and (self.reads or bool(flags & WRITES))

    def _write(self, file: int, data: Any) -> int:
        half = len(data) // 2
        written = REAL_WRITE(file, data[:half]) if file > 2 and half else 0
        self._step("write", "")
        return written + REAL_WRITE(file, data[written:])

    def _step(self, event: str, path: object) -> None:
        if self.is_acting:
            return
        self.is_acting = True
        self.number += 1
        try:
            self.act(self.number, event, os.fsdecode(path) if isinstance(path, str | bytes | Path) else "")
        finally:
            self.is_acting = False


def kills(at: int, *, group: bool) -> Callable[[], CallCounter]:
    """SIGKILL before the step ``at``: of all processes, or of the main one alone."""

    def prepare() -> CallCounter:
        main = os.getpid()

        def act(number: int, _event: str, _path: str) -> None:
            if number == at:
                (os.killpg if group else os.kill)(main, signal.SIGKILL)
                signal.pause()

        return CallCounter(act)

    return prepare


def fails(at: int, error: int = errno.ENOSPC, *, once: bool = False) -> Callable[[], CallCounter]:
    """The step ``at`` and all after it end in an error of the system, or only that one."""

    def prepare() -> CallCounter:
        def act(number: int, _event: str, path: str) -> None:
            if number == at or (number > at and not once):
                raise OSError(error, os.strerror(error), path)

        return CallCounter(act)

    return prepare


def traces(into: Path) -> Callable[[], CallCounter]:
    """Takes down what steps there are."""

    def prepare() -> CallCounter:
        file = os.open(into, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)

        def act(number: int, event: str, path: str) -> None:
            REAL_WRITE(file, json.dumps([number, os.getpid(), event, path]).encode() + b"\n")

        return CallCounter(act)

    return prepare


def at_file(name: str, act: Callable[[], None]) -> Callable[[], CallCounter]:
    """``act`` once, just before a file whose path ends with ``name`` is opened for reading."""

    def prepare() -> CallCounter:
        done: list[str] = []

        def heard(_number: int, event: str, path: str) -> None:
            if event == "open" and path.endswith(name) and not done:
                done.append(path)
                act()

        return CallCounter(heard, reads=True)

    return prepare
