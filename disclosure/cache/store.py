"""A content-addressed store in a folder, sealed with a key that lies elsewhere (``cache.key``).

Objects are called by the keyed digest of their bytes, values lie beside them by name with one over name and bytes. Both
are checked before anything is made of the bytes, so that they can be missing, but never wrong, exchanged, or anybody
else's.

Deleting, damaging, copying or forging it costs time and nothing else. Nothing in it is executed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path
from typing import TypeVar

import msgspec

from disclosure.publishing.staging import write
from disclosure.source.files import bytes_of

T = TypeVar("T")
# What is written beside its place, by the process of this number
DRAFT = re.compile(r"\..+\.[0-9]+")
# In bytes: far more than any build leaves. What is longer was put there by others
LARGEST = 512 * 1024 * 1024
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# What may be in the folder of a target
FOLDERS = ("objects", "reports", "outcomes", "search", "search/objects")


class CacheMiss(Exception):
    """An object of the cache went away while it was needed."""


class Store:
    """The cache of one target folder."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self._key = key
        # As a text: a report leaves some forty objects, and a path costs as much to put together as a file to read
        self._objects = f"{folder}/objects/"

    def clear_the_way(self) -> None:
        """Nothing is written through a link to elsewhere; what stands where a folder belongs is none of ours."""
        for folder in ("", *FOLDERS):
            path = self.folder / folder
            if path.is_symlink() or (path.exists() and not path.is_dir()):
                path.unlink()

    def within(self, name: str) -> Store:
        """A store of its own in a folder of this one."""
        return Store(self.folder / name, hashlib.blake2b(name.encode(), key=self._key, digest_size=32).digest())

    def read(self, name: str, shape: type[T]) -> T | None:
        """The value called ``name``, where there is one and nothing happened to it."""
        data = self.sealed(name)
        return None if data is None else self._value(data, shape)

    def holds(self, name: str) -> bool:
        """Whether there is a value of this name that was written with our key."""
        return self.sealed(name) is not None

    def sealed(self, name: str) -> bytes | None:
        """The bytes called ``name``, where there are any and nothing happened to them."""
        code, line, data = (_bytes(f"{self.folder}/{name}") or b"").partition(b"\n")
        return data if line and compare_digest(code, self._code(data, name).encode()) else None

    def write(self, name: str, value: object) -> None:
        """Written beside and renamed: whoever reads meanwhile gets the old one."""
        self.lay(name, msgspec.json.encode(value))

    def lay(self, name: str, data: bytes) -> None:
        """The same of bytes."""
        put(f"{self.folder}/{name}", self._code(data, name).encode() + b"\n" + data)

    def remember(self, name: str, value: object) -> None:
        """``write``, where the disk takes it: without it the next run takes longer, and no run fails for it."""
        with suppress(OSError):
            self.write(name, value)

    def put(self, data: bytes | bytearray) -> str:
        """Keep an object; its name."""
        name = self._code(data)
        if self.get(name) is None:
            put(self._objects + name, data)
        return name

    def name_of(self, value: object) -> str:
        """What an object of this value is called."""
        return self._code(msgspec.json.encode(value))

    def get(self, name: str) -> bytes | None:
        data = _bytes(self._objects + name) if name else None
        return data if data is not None and compare_digest(self._code(data), name) else None

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

    def need_value(self, name: str, shape: type[T]) -> T:
        """The value of an object that is known to be there."""
        found = self.get_value(name, shape)
        if found is None:
            raise CacheMiss(name)
        return found

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

    def _code(self, data: bytes | bytearray, name: str = "") -> str:
        """Two steps, because the plain digest of much is had in half the time of a keyed one."""
        said = hashlib.sha256(data).digest() + name.encode()
        return hashlib.blake2b(said, key=self._key, digest_size=32).hexdigest()

    def _value(self, data: bytes, shape: type[T]) -> T | None:
        try:
            found: T = msgspec.json.decode(data, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError):
            # What is no text at all is no error of the format to msgspec
            return None
        return found


def _bytes(path: str) -> bytes | None:
    try:
        return bytes_of(path, LARGEST)
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


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _lay(path: str, data: bytes | bytearray) -> None:
    try:
        file = os.open(path, NEW, 0o666)
    except FileExistsError:
        # Of a process of this number that was killed, or a link to somebody else's file
        _remove(Path(path))
        file = os.open(path, NEW, 0o666)
    try:
        write(file, data)
    except OSError:
        # The disk is full: what there is of it must not be in the way of anything else
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 (as above)
        raise
    finally:
        os.close(file)
