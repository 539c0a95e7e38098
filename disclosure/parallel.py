"""Work that another process does meanwhile, where there is more than one processor."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import msgspec

T = TypeVar("T")


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def is_possible() -> bool:
    """Whether there is another processor; a process of several threads cannot safely be forked."""
    return processors() > 1 and hasattr(os, "memfd_create") and threading.active_count() == 1


def aside(work: Callable[[], T], shape: type[T]) -> Callable[[], T]:
    """What gives the result of ``work``, a value of plain ``shape``, which is being found out from now on.

    Where that goes wrong, ``work`` is done when it is asked for; where it cannot be, that is ``work`` itself.
    """
    if not is_possible():
        return work
    # Memory and no pipe: the other process must come to its end even if nobody asks for what it found
    memory = os.memfd_create("aside")
    child = os.fork()
    if not child:
        _give(work, memory)

    @cache
    def found() -> T:
        os.waitpid(child, 0)
        with open(memory, "rb") as file:  # noqa: PTH123 (it has no path)
            file.seek(0)
            data = file.read()
        return msgspec.msgpack.decode(data, type=shape) if data else work()

    return found


def _give(work: Callable[[], T], memory: int) -> None:
    """In the other process, which ends here whatever happens."""
    try:
        data = msgspec.msgpack.encode(work())
        with open(memory, "wb") as file:
            file.write(data)
    finally:
        os._exit(0)
