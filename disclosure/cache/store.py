"""A content-addressed store in a folder.

Objects are called by the SHA-256 of their bytes and checked when they are read, so that they can be missing, but never
wrong. Beside them lie values by name, each with its own digest.

Deleting, damaging or copying it costs time and nothing else. Nothing in it is executed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from disclosure.publishing.staging import write
from disclosure.source.files import bytes_of

T = TypeVar("T")
# What is written beside its place, by the process of this number
DRAFT = re.compile(r"\..+\.[0-9]+")


class CacheMiss(Exception):
    """An object of the cache went away while it was needed."""


def _name(data: bytes | bytearray) -> str:
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
        put(f"{self.folder}/{name}", _name(data).encode() + b"\n" + data)

    def remember(self, name: str, value: object) -> None:
        """``write``, where the disk takes it: without it the next run takes longer, and no run fails for it."""
        with suppress(OSError):
            self.write(name, value)

    def put(self, data: bytes | bytearray) -> str:
        """Keep an object; its name."""
        name = _name(data)
        if self.get(name) is None:
            put(self._objects + name, data)
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

    def has(self, name: str) -> bool:
        return (self.folder / name).exists()

    def keep(self, reports: Iterable[str], objects: Iterable[str]) -> None:
        """Forget every report and object but these."""
        keys = {f"{key}.json" for key in reports}
        for folder in ("reports", "outcomes"):
            self._forget(self.folder / folder, keys)
        self._forget(self.folder / "objects", set(objects))
        clear(self.folder)

    def _forget(self, folder: Path, wanted: set[str]) -> None:
        for name in set(os.listdir(folder)) - wanted if folder.is_dir() else ():  # noqa: PTH208 (thousands of names)
            try:
                (folder / name).unlink(missing_ok=True)
            except IsADirectoryError:
                # Whatever it is, it is none of ours
                shutil.rmtree(folder / name)

    def _value(self, data: bytes, shape: type[T]) -> T | None:
        try:
            found: T = msgspec.json.decode(data, type=shape)
        except msgspec.DecodeError:
            return None
        return found


def _bytes(path: str) -> bytes | None:
    try:
        return bytes_of(path, sys.maxsize)
    except OSError:
        return None


def clear(folder: Path) -> None:
    """Without the drafts of whoever was killed before they were in place."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 (names are all that is wanted)
            if DRAFT.fullmatch(name):
                (folder / name).unlink(missing_ok=True)


def put(path: str, data: bytes | bytearray) -> None:
    """Into place at once, with its folder: what stands there may be a link, a pipe or a folder."""
    try:
        _put(path, data)
    except FileNotFoundError:
        # Somebody took the draft for one that was left behind
        _put(path, data)


def _put(path: str, data: bytes | bytearray) -> None:
    folder, _slash, name = path.rpartition("/")
    # Two workers may have made the same object
    draft = f"{folder}/.{name}.{os.getpid()}"
    try:
        _lay(draft, data)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        _lay(draft, data)
    try:
        os.replace(draft, path)  # noqa: PTH105
    except IsADirectoryError:
        # Whatever it is, it is in our way and none of ours
        shutil.rmtree(path)
        os.replace(draft, path)  # noqa: PTH105


def _lay(path: str, data: bytes | bytearray) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        write(file.fileno(), data)
