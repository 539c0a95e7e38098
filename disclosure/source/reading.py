"""Content files as listed, read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from disclosure import memo
from disclosure.problem import Problem
from disclosure.source import files
from disclosure.source.files import Listed, SourceFile


def read(root: Path, listed: Iterable[Listed], settled: int = 0) -> tuple[list[SourceFile], list[Problem]]:
    """The files, and those that could not be read. What changed before ``settled`` was no other when it was listed."""
    found = [_load(root, one) if one.mtime_ns < settled else files.load(root, one) for one in listed]
    return [one for one in found if isinstance(one, SourceFile)], [one for one in found if isinstance(one, Problem)]


def _load(root: Path, one: Listed) -> SourceFile | Problem:
    """A file that was settled when it was listed is still the same where it is listed the same."""
    of = (_load, one.name, str(one.size), str(one.mtime_ns), str(one.inode))
    return memo.kept(of, lambda: files.load(root, one), worth=lambda found: isinstance(found, SourceFile))


def digest_of(sources: Iterable[SourceFile]) -> str:
    """What a set of files says, whatever the disk says of it."""
    return hashlib.sha256(os.fsencode("".join(f"{one.name}\0{one.sha256}\n" for one in sources))).hexdigest()
