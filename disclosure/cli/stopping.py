"""How a run is stopped from outside: Ctrl+C, which Python raises by itself, and the system's request to end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Terminated(KeyboardInterrupt):
    """The system asked the process to end (SIGTERM): it clears away what it began, as after Ctrl+C."""


@contextmanager
def termination_heard() -> Iterator[None]:
    """SIGTERM is raised as ``Terminated``; only a process's main thread may hear signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _terminated)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def hear_nothing() -> None:
    """While the last line is said."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _terminated(_number: int, _frame: FrameType | None) -> None:
    raise Terminated
