"""What the last run of a target left in the cache. Deleting it, damaging it or copying it costs time and nothing else.

Everything large is an object, called by the SHA-256 of its bytes and checked against it when it is read: it can be
missing, but never wrong. What a report consists of (``Kept``) names its objects and is written last.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from disclosure.pages.chrome import Newest
from disclosure.shell.made import Before, Made
from disclosure.source.content import Known

T = TypeVar("T")


class Seen(Struct, frozen=True):
    """What a report was made from: its files as listed and as read, all else that has a say, its output as it stood.

    ``listed`` is empty where a file was too young for its time to prove anything. ``basis`` is what has a say in the
    look of its pages and in nothing else: templates and navigation.
    """

    listed: str
    content: str
    around: str
    basis: str
    output: str


class Objects(Struct, frozen=True):
    """The names of a report's objects: its pieces of files about all reports, and what the next run wants to know."""

    pieces: dict[str, str]
    before: str
    known: str
    reach: str
    topics: str
    views: str

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.pieces.values(), self.before, self.known, self.reach, self.topics, self.views)


class Kept(Struct, frozen=True):
    """A report as the last run left it."""

    seen: Seen
    made: Made
    objects: Objects


class Whole(Struct, frozen=True):
    """What belongs to the whole site: its files, the report that the navigation led to, the reports there were.

    ``followed`` and ``audited`` are digests of what the checks of links and the audit saw, and found right, ``output``
    is one of its files as they stood.
    """

    newest: Newest | None = None
    before: Before = field(default_factory=Before)
    reports: tuple[str, ...] = ()
    followed: str = ""
    audited: str = ""
    output: str = ""


class Vanished(Exception):
    """An object of the cache went away while it was needed."""


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Store:
    """The cache of one target folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str, shape: type[T]) -> T | None:
        """The value called ``name``, where there is one and nothing happened to it."""
        digest, _line, data = (_bytes(self.folder / name) or b"").partition(b"\n")
        return self._value(data, shape) if digest.decode("ascii", "replace") == _name(data) else None

    def write(self, name: str, value: object) -> None:
        """Written beside and renamed: whoever reads meanwhile gets the old one."""
        data = msgspec.json.encode(value)
        _write(self.folder / name, _name(data).encode() + b"\n" + data)

    def put(self, data: bytes) -> str:
        """Keep an object; its name."""
        name = _name(data)
        if self.get(name) is None:
            _write(self.folder / "objects" / name, data)
        return name

    def get(self, name: str) -> bytes | None:
        data = _bytes(self.folder / "objects" / name) if name else None
        return data if data is not None and _name(data) == name else None

    def need(self, name: str) -> bytes:
        """An object that is known to be there."""
        data = self.get(name)
        if data is None:
            raise Vanished(name)
        return data

    def put_value(self, value: object) -> str:
        return self.put(msgspec.json.encode(value))

    def get_value(self, name: str, shape: type[T]) -> T | None:
        data = self.get(name)
        return None if data is None else self._value(data, shape)

    def known(self, name: str, program: str) -> Known:
        """What was made of the texts of a report."""
        found = self.get_value(name, Known)
        return known_by(found, program)

    def has(self, name: str) -> bool:
        return (self.folder / name).exists()

    def keep(self, reports: Iterable[str], objects: Iterable[str]) -> None:
        """Forget every report and object but these."""
        self._forget(self.folder / "reports", {f"{key}.json" for key in reports})
        self._forget(self.folder / "objects", set(objects))

    def _forget(self, folder: Path, wanted: set[str]) -> None:
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.name not in wanted:
                path.unlink(missing_ok=True)

    def _value(self, data: bytes, shape: type[T]) -> T | None:
        try:
            found: T = msgspec.json.decode(data, type=shape)
        except msgspec.DecodeError:
            return None
        return found


def known_by(found: Known | None, program: str) -> Known:
    """What ``program`` may take from what was found."""
    if found is None or found.program != program:
        return Known(program, found.values if found else {})
    return found


def report(key: str) -> str:
    """What a report is called."""
    return f"reports/{key}.json"


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two workers may have made the same object
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)
