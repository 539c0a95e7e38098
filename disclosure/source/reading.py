"""Content files as listed, read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from disclosure.problem import Problem
from disclosure.source import files
from disclosure.source.files import Listed, SourceFile


def read(root: Path, listed: Iterable[Listed]) -> tuple[list[SourceFile], list[Problem]]:
    """The files, and what is wrong with those that could not be read."""
    found = [files.load(root, listing) for listing in listed]
    return [one for one in found if isinstance(one, SourceFile)], [one for one in found if isinstance(one, Problem)]


def digest_of(sources: Iterable[SourceFile]) -> str:
    """What a set of files says, whatever the disk says of it."""
    return hashlib.sha256(os.fsencode("".join(f"{source.name}\0{source.sha256}\n" for source in sources))).hexdigest()
