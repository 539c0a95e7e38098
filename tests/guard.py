"""No test of the program reads ``content/``: what editors add must not turn it red. Only ``tests/content`` may.

An audit hook sees every file and folder that this process opens, and what it starts: a build gets a project of its own.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from tests.projects import REPOSITORY

CONTENT: Final = REPOSITORY / "content"
OPENING: Final = ("open", "os.listdir", "os.scandir")
# What builds the folder it is started in, unless it is given another one
BUILDERS: Final = ("build.py", "mkdocs", "mkdocs.__main__", "disclosure")

_read: list[str] = []


def install() -> None:
    """For the rest of the process: a hook cannot be taken away."""
    sys.addaudithook(_hook)


def taken() -> list[str]:
    """What of ``content/`` was read since the last time."""
    found = _read.copy()
    _read.clear()
    return found


def _hook(event: str, given: tuple[Any, ...]) -> None:
    if event in OPENING:
        if isinstance(given[0], str | bytes | os.PathLike):
            _note(os.fsdecode(given[0]))
    elif event == "subprocess.Popen" and isinstance(given[1], list | tuple):
        _note_process([os.fsdecode(one) for one in given[1]], Path(os.fsdecode(given[2] or ".")))


def _note(written: str) -> None:
    # Most paths are told from it without being made one; a bare name is read from a folder that is open already
    if CONTENT.name in written and os.sep in written:
        path = Path(written).absolute()
        if path == CONTENT or CONTENT in path.parents:
            _read.append(written)


def _note_process(arguments: list[str], folder: Path) -> None:
    for one in filter(os.path.isabs, arguments):
        _note(one)
    if any(Path(one).name in BUILDERS for one in arguments):
        roots = [folder / root for option, root in pairwise(arguments) if option == "--root"]
        if (roots or [folder])[0].resolve() == REPOSITORY:
            _read.append(" ".join(arguments))
