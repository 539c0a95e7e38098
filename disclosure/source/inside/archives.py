"""Zip files, unpacked as streams and inside limits: nothing hangs, nothing takes all memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from disclosure.source.inside import shapes
from disclosure.source.inside.shapes import Obstacle, Unreadable

CHUNK = 256 * 1024
ENCRYPTED = 0x1


class Allowance:
    """How much may still be unpacked of an attachment, whatever lies in whatever."""

    def __init__(self) -> None:
        self.bytes, self.parts, self.text = shapes.MAX_ALL, shapes.MAX_PARTS, shapes.MAX_TEXT

    def take(self, size: int) -> None:
        self.bytes -= size
        if self.bytes < 0:
            raise Unreadable(Obstacle.TOO_MUCH)

    def write(self, length: int) -> None:
        self.text -= length
        if self.text < 0:
            raise Unreadable(Obstacle.TOO_MUCH)


class Packed:
    """A zip file and its parts."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        self.allowance = allowance
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {one.filename: one for one in self._file.infolist() if _is_file(one)}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(Obstacle.SPOILT, type(error).__name__) from None
        allowance.parts -= len(self._parts)
        if allowance.parts < 0:
            raise Unreadable(Obstacle.TOO_MUCH)

    @property
    def names(self) -> list[str]:
        return list(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part's bytes, piece by piece; nothing where there is no such part."""
        part = self._parts.get(name)
        if part is None:
            return
        if part.flag_bits & ENCRYPTED:
            raise Unreadable(Obstacle.LOCKED)
        if part.file_size > shapes.SMALL and part.file_size > shapes.MAX_RATIO * max(1, part.compress_size):
            raise Unreadable(Obstacle.TOO_MUCH)
        try:
            yield from self._read(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(Obstacle.SPOILT, type(error).__name__) from None

    def _read(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        read = 0
        with self._file.open(part) as opened:
            while piece := opened.read(CHUNK):
                read += len(piece)
                self.allowance.take(len(piece))
                if read > shapes.MAX_PART:
                    raise Unreadable(Obstacle.TOO_MUCH)
                yield piece

    def read(self, name: str) -> bytes:
        return b"".join(self.chunks(name))


def _is_file(part: zipfile.ZipInfo) -> bool:
    """A folder's name ends with a slash; a part without a name can be asked for by nobody."""
    return bool(part.filename) and not part.is_dir()
