"""What is in a folder, whatever happens to it meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def opened_folder(folder: str) -> Iterator[Iterable[os.DirEntry[str]]]:
    """What is in a folder, to be looked at before it is closed; a folder that went away meanwhile has nothing."""
    with ExitStack() as opened:
        found: Iterable[os.DirEntry[str]]
        try:
            found = opened.enter_context(os.scandir(_handle(folder, opened)))
        except OSError:
            found = ()
        yield found


def _handle(folder: str, opened: ExitStack) -> str | int:
    """The folder opened, where the system takes that: the way to it is then not gone again for each of its files."""
    if os.scandir not in os.supports_fd:
        return folder
    handle = os.open(folder, os.O_RDONLY)
    opened.callback(os.close, handle)
    return handle
