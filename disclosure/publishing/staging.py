"""What a build made, laid beside ``site/`` until all of it is found right; only bytes that are not there already."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct, field


class PublishedFile(Struct, frozen=True):
    """A file as it was published: why (``fingerprint``), what (``sha256``), and how the disk showed it then."""

    fingerprint: str
    sha256: str
    size: int
    mtime_ns: int


def staging_of(target: Path) -> Path:
    """Beside the target, so that a rename stays on one disk. One publication at a time, so one name is enough."""
    return target.parent / f".{target.name}-staging"


WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Staging(Struct, frozen=True, dict=True):
    """Where a build lays what it made: bytes that the target does not hold already are staged.

    ``links`` are the symbolic links in the target: what is reached through one is not ours. ``touched`` are files that
    are not as they were left: their size and time say nothing.
    """

    target: Path
    links: frozenset[str]
    touched: frozenset[str] = frozenset()
    folders: set[str] = field(default_factory=set)
    # Whether the target had a folder when it was first asked for
    stood: dict[str, bool] = field(default_factory=dict)

    def is_current(self, address: str, known: PublishedFile | None, fingerprint: str) -> bool:
        """Whether the file was made with this fingerprint and nobody has touched it since."""
        return known is not None and known.fingerprint == fingerprint and self._is_untouched(address, known)

    def are_untouched(self, known: Mapping[str, PublishedFile]) -> bool:
        """Whether nobody has touched any of these files since."""
        return all(self._is_untouched(address, one) for address, one in known.items())

    def put(
        self, address: str, fingerprint: str, data: bytes, known: PublishedFile | None
    ) -> tuple[PublishedFile, bool]:
        """The file's record, and whether it had to be staged. ``known`` is its record from the last publication."""
        sha = hashlib.sha256(data).hexdigest()
        if known is not None and known.sha256 == sha and self._is_untouched(address, known):
            return PublishedFile(fingerprint, sha, known.size, known.mtime_ns), False
        if known is None and self._may_stand(address) and (there := self._same(address, data)) is not None:
            return PublishedFile(fingerprint, sha, there.st_size, there.st_mtime_ns), False
        stat = self._lay(address, (data,))
        return PublishedFile(fingerprint, sha, stat.st_size, stat.st_mtime_ns), True

    def stage(self, address: str, fingerprint: str, chunks: Iterable[bytes]) -> PublishedFile:
        """Write the file beside the target. ``OSError`` where the disk refuses; the target has not been touched."""
        sha = hashlib.sha256()
        stat = self._lay(address, _passing(chunks, sha.update))
        return PublishedFile(fingerprint, sha.hexdigest(), stat.st_size, stat.st_mtime_ns)

    def make(
        self, address: str, fingerprint: str, write: Callable[[Path], None], known: PublishedFile | None
    ) -> tuple[PublishedFile, bool]:
        """``put``, where somebody else writes the file: at the path that it is given."""
        path = Path(self._staging, address)
        self._make_folder(str(path.parent))
        write(path)
        made = _as_it_is(path, fingerprint)
        if known is not None and known.sha256 == made.sha256 and self._is_untouched(address, known):
            path.unlink()
            return PublishedFile(fingerprint, known.sha256, known.size, known.mtime_ns), False
        there = self.found(address) if self._own(address) is not None else None
        if there is not None and there.sha256 == made.sha256:
            path.unlink()
            return PublishedFile(fingerprint, there.sha256, there.size, there.mtime_ns), False
        return made, True

    def found(self, address: str) -> PublishedFile | None:
        """A file of the target of which nobody knows any more what it was made of; ``None`` where none is ours."""
        return _as_it_is(self.target / address, "") if self._stat(address) is not None else None

    def _lay(self, address: str, chunks: Iterable[bytes]) -> os.stat_result:
        path = f"{self._staging}/{address}"
        self._make_folder(path.rpartition("/")[0])
        # Thousands of them: a file object of Python's costs a third more
        file = os.open(path, WRITE, 0o666)
        try:
            for chunk in chunks:
                write(file, chunk)
            return os.fstat(file)
        finally:
            os.close(file)

    def _make_folder(self, folder: str) -> None:
        if folder not in self.folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 (thousands of calls)
            self.folders.add(folder)

    def _may_stand(self, address: str) -> bool:
        """Whether the target has the file's folder: where it has not, no file of it need be looked for."""
        folder = address.rpartition("/")[0]
        if folder not in self.stood:
            self.stood[folder] = os.path.isdir(f"{self.target}/{folder}")  # noqa: PTH112 (as above)
        return self.stood[folder]

    @cached_property
    def _target(self) -> str:
        return str(self.target)

    @cached_property
    def _staging(self) -> str:
        return str(staging_of(self.target))

    def _is_untouched(self, address: str, known: PublishedFile) -> bool:
        stat = self._stat(address) if address not in self.touched else None
        return stat is not None and (stat.st_size, stat.st_mtime_ns) == (known.size, known.mtime_ns)

    def _same(self, address: str, data: bytes) -> os.stat_result | None:
        """The file's state where the target holds these very bytes."""
        stat = self._own(address)
        try:
            same = stat is not None and stat.st_size == len(data) and (self.target / address).read_bytes() == data
        except OSError:
            return None
        return stat if same else None

    def _own(self, address: str) -> os.stat_result | None:
        """A plain file's state where it has no other name: through one, it could be changed from elsewhere."""
        stat = self._stat(address)
        return stat if stat is not None and stat.st_nlink == 1 else None

    def _stat(self, address: str) -> os.stat_result | None:
        """Of a plain file that is reached through no link."""
        if self.links and not self.links.isdisjoint((address, *_above(address), "")):
            return None
        try:
            stat = os.stat(f"{self._target}/{address}")  # noqa: PTH116 (as above)
        except OSError:
            return None
        return stat if S_ISREG(stat.st_mode) else None


def _as_it_is(path: Path, fingerprint: str) -> PublishedFile:
    with path.open("rb") as file:
        sha, stat = hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno())
        return PublishedFile(fingerprint, sha, stat.st_size, stat.st_mtime_ns)


def _passing(chunks: Iterable[bytes], by: Callable[[bytes], None]) -> Iterator[bytes]:
    """The chunks, each shown to somebody on its way."""
    for chunk in chunks:
        by(chunk)
        yield chunk


def write(file: int, data: bytes | bytearray) -> None:
    """All of ``data``: one call may take only a part of it."""
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _above(address: str) -> Iterator[str]:
    while "/" in address:
        address = address.rpartition("/")[0]
        yield address
