"""A published JSON file that is a list of rows, one a line: read line by line, or a few of its lines again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class ListedRow(NamedTuple):
    """A row as it stands in its file, and where."""

    offset: int
    data: bytes


class Listing:
    """The list ``name`` in a folder of published data; without a row where there is no such file."""

    def __init__(self, data: Path, name: str) -> None:
        self.path = data / f"{name}.json"

    def lines(self) -> Iterator[ListedRow]:
        if not self.path.exists():
            return
        at = 0
        with self.path.open("rb") as file:
            for line in file:
                if line.startswith(b"{"):
                    yield ListedRow(at, line.rstrip(b",\n"))
                at += len(line)

    def rows(self) -> Iterator[bytes]:
        return (line.data for line in self.lines())

    def at(self, offsets: Iterable[int]) -> list[bytes]:
        """The rows that begin there."""
        found = []
        with self.path.open("rb") as file:
            for offset in offsets:
                file.seek(offset)
                found.append(file.readline().rstrip(b",\n"))
        return found
