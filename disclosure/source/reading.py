"""Content files as listed, read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from disclosure.problem import Problem
from disclosure.source import files
from disclosure.source.files import Listed, SourceFile

# Files by name, each as it was listed and read
ReadFiles = dict[str, tuple[Listed, SourceFile]]


def read(
    root: Path, listed: Iterable[Listed], known: ReadFiles | None = None, settled: int = 0
) -> tuple[list[SourceFile], list[Problem]]:
    """The files, and what is wrong with those that could not be read.

    What is ``known``, and listed as it was then, is not opened again. Of what is read now, that is added which was
    changed before the moment ``settled``: the time of a younger file may not move with its bytes.
    """
    found = [_load(root, listing, {} if known is None else known, settled) for listing in listed]
    return [one for one in found if isinstance(one, SourceFile)], [one for one in found if isinstance(one, Problem)]


def besides_attachments(root: Path, content: Path) -> list[SourceFile]:
    """The content's files but for attachments, as far as they can be listed and read."""
    listed, _problems = files.walk(root, content)
    return read(root, [one for one in listed if not one.name.startswith("files/")])[0]


def _load(root: Path, listed: Listed, known: ReadFiles, settled: int) -> SourceFile | Problem:
    before = known.get(listed.name)
    if before is not None and before[0] == listed:
        return before[1]
    found = files.load(root, listed)
    if isinstance(found, SourceFile) and listed.mtime_ns <= settled:
        known[listed.name] = (listed, found)
    return found


def digest_of(sources: Iterable[SourceFile]) -> str:
    """What a set of files says, whatever the disk says of it."""
    return hashlib.sha256(os.fsencode("".join(f"{source.name}\0{source.sha256}\n" for source in sources))).hexdigest()
