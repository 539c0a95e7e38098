"""What the last run of a target left in the cache. Deleting it, damaging it or copying it costs time and nothing else.

Everything large is an object, called by the SHA-256 of its bytes and checked against it when it is read: it can be
missing, but never wrong. What a report consists of (``ReportState``) names its objects and is written last.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from disclosure import memo
from disclosure.cache.summary import PreviousFiles, ReportSummary
from disclosure.pages.chrome import Newest
from disclosure.publishing.staging import write
from disclosure.source.content import ParseCache

T = TypeVar("T")


class InputDigests(Struct, frozen=True, kw_only=True):
    """What a report was made from: its files as listed and as read, all else that has a say, its output as it stood.

    ``listed`` is empty where a file was too young for its time to prove anything. ``basis`` is what has a say in the
    look of its pages and in nothing else: templates and navigation.
    """

    listed: str
    content: str
    around: str
    basis: str
    output: str


class ArtifactRefs(Struct, frozen=True, kw_only=True):
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


class ReportState(Struct, frozen=True):
    """A report as the last run left it."""

    seen: InputDigests
    made: ReportSummary
    objects: ArtifactRefs


class SiteState(Struct, frozen=True, kw_only=True):
    """What belongs to the whole site: its files, the report that the navigation led to, the reports there were.

    ``planned`` is a digest of what its pages were made of, the topics of the reports ``asked`` in it, ``followed`` and
    ``audited`` of what the checks of links and the audit saw, and found right, ``output`` of its files as they stood.
    """

    newest: Newest | None = None
    before: PreviousFiles = field(default_factory=PreviousFiles)
    reports: tuple[str, ...] = ()
    planned: str = ""
    asked: tuple[str, ...] = ()
    followed: str = ""
    audited: str = ""
    output: str = ""


class CacheMiss(Exception):
    """An object of the cache went away while it was needed."""


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Store:
    """The cache of one target folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # As a text: a report leaves some forty objects, and a path costs as much to put together as a file to read
        self._objects = f"{folder}/objects/"

    def read(self, name: str, shape: type[T]) -> T | None:
        """The value called ``name``, where there is one and nothing happened to it."""
        digest, _line, data = (_bytes(f"{self.folder}/{name}") or b"").partition(b"\n")
        return self._value(data, shape) if digest.decode("ascii", "replace") == _name(data) else None

    def write(self, name: str, value: object) -> None:
        """Written beside and renamed: whoever reads meanwhile gets the old one."""
        data = msgspec.json.encode(value)
        _write(f"{self.folder}/{name}", _name(data).encode() + b"\n" + data)

    def put(self, data: bytes) -> str:
        """Keep an object; its name."""
        name = _name(data)
        if self.get(name) is None:
            _write(self._objects + name, data)
        return name

    def get(self, name: str) -> bytes | None:
        data = _bytes(self._objects + name) if name else None
        return data if data is not None and _name(data) == name else None

    def need(self, name: str) -> bytes:
        """An object that is known to be there."""
        data = self.get(name)
        if data is None:
            raise CacheMiss(name)
        return data

    def put_value(self, value: object) -> str:
        return self.put(msgspec.json.encode(value))

    def get_value(self, name: str, shape: type[T]) -> T | None:
        data = self.get(name)
        return None if data is None else self._value(data, shape)

    def recall_value(self, name: str, shape: type[T]) -> T | None:
        """The same; what this process kept there a moment ago need not be read."""
        return memo.kept((shape, name), lambda: self.get_value(name, shape), worth=lambda found: found is not None)

    def keep_value(self, value: object) -> str:
        name = self.put_value(value)
        memo.kept((type(value), name), lambda: value)
        return name

    def has(self, name: str) -> bool:
        return (self.folder / name).exists()

    def keep(self, reports: Iterable[str], objects: Iterable[str]) -> None:
        """Forget every report and object but these."""
        self._forget(self.folder / "reports", {f"{key}.json" for key in reports})
        self._forget(self.folder / "objects", set(objects))

    def _forget(self, folder: Path, wanted: set[str]) -> None:
        for name in set(os.listdir(folder)) - wanted if folder.is_dir() else ():  # noqa: PTH208 (thousands of names)
            (folder / name).unlink(missing_ok=True)

    def _value(self, data: bytes, shape: type[T]) -> T | None:
        try:
            found: T = msgspec.json.decode(data, type=shape)
        except msgspec.DecodeError:
            return None
        return found


def known_by(found: ParseCache | None, program: str) -> ParseCache:
    """What ``program`` may take from what was found."""
    if found is None or found.program != program:
        return ParseCache(program, found.values if found else {})
    return found


def report(key: str) -> str:
    """What a report is called."""
    return f"reports/{key}.json"


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (see ``Store``)
            return file.read()
    except OSError:
        return None


def _write(path: str, data: bytes) -> None:
    folder, _slash, name = path.rpartition("/")
    # Two workers may have made the same object
    draft = f"{folder}/.{name}.{os.getpid()}"
    try:
        _lay(draft, data)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        _lay(draft, data)
    os.replace(draft, path)  # noqa: PTH105


def _lay(path: str, data: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        write(file.fileno(), data)
