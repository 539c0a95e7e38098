"""A published list of rows, one a line of its JSON file: read line by line, or a few of its lines again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

import msgspec

T = TypeVar("T")


class ListedRow(NamedTuple):
    """A row as it stands in its file, and where."""

    offset: int
    data: bytes


class Listing:
    """The list ``name`` in a folder of published data: a file, or a value in the file ``inside``.

    Without a row where there is no such file.
    """

    def __init__(self, data: Path, name: str, inside: str = "") -> None:
        self.path = data / f"{inside or name}.json"
        self.begin = f'"{name}":['.encode() if inside else b"["

    def lines(self) -> Iterator[ListedRow]:
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            at = self._skip(file)
            for line in file:
                if line.startswith(b"]"):
                    return
                yield ListedRow(at, line.rstrip(b",\n"))
                at += len(line)

    def _skip(self, file: BinaryIO) -> int:
        """To the first row, and where that is."""
        at = 0
        for line in file:
            at += len(line)
            if line.rstrip().endswith(self.begin):
                break
        return at

    def rows(self) -> Iterator[bytes]:
        return (line.data for line in self.lines())

    def read(self, shape: type[T]) -> Iterator[T]:
        """The rows as values; what the shape does not name is passed over."""
        return map(msgspec.json.Decoder(shape).decode, self.rows())

    def at(self, offsets: Iterable[int]) -> list[bytes]:
        """The rows that begin there."""
        found = []
        with self.path.open("rb") as file:
            for offset in offsets:
                file.seek(offset)
                found.append(file.readline().rstrip(b",\n"))
        return found
