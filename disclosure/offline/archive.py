"""The zip file: equal content gives equal bytes, and it is whole or not there."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

# What Unix shows of a file, and that it was made there, whatever made it
MODE, SYSTEM = 0o100644 << 16, 3


class ZipEntry(Struct, frozen=True):
    """A file by its name in the zip."""

    name: str
    data: bytes


class WrittenZip(Struct, frozen=True, kw_only=True):
    """``size`` in bytes, ``unpacked`` what the files take; the SHA-256 of the zip itself."""

    files: int
    size: int
    unpacked: int
    sha256: str


def write(target: Path, entries: Iterable[ZipEntry], day: date) -> WrittenZip:
    """In the order given, each with the time ``day``. ``OSError`` where the disk refuses: nothing is changed then."""
    files = unpacked = 0
    with whole(target) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for one in entries:
                packed.writestr(_info(one.name, day), one.data)
                files, unpacked = files + 1, unpacked + len(one.data)
        size = file.tell()
    with target.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return WrittenZip(files=files, size=size, unpacked=unpacked, sha256=sha256)


@contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """A file to write to, which becomes ``target`` by one rename at the end; whatever happens before leaves nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _info(name: str, day: date) -> zipfile.ZipInfo:
    """A name that is not ASCII gets the UTF-8 flag."""
    made = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    made.compress_type, made.external_attr, made.create_system = zipfile.ZIP_DEFLATED, MODE, SYSTEM
    return made


def sum_line(one: ZipEntry) -> str:
    """As ``sha256sum -c`` reads it."""
    return f"{hashlib.sha256(one.data).hexdigest()}  {one.name}\n"
