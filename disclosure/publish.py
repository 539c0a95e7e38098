"""Changed bytes to ``site/``: staged beside it, then renamed one by one; what is no longer planned is removed.

One publication at a time: a second one waits for the first (``exclusively``). A marker in the cache tells an
interrupted publication; the next one then trusts no record and compares bytes. Killed at any moment, each file of the
target is old or new and whole, because it only ever arrives by a rename. A folder that is not ours is left alone, and
nothing is ever written, or removed, through a symbolic link in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from disclosure.problem import Busy, CannotWrite, NotOurs

FORMAT = 1
MANIFEST = "manifest.json"
# How long to wait for another publication of the same target, in seconds
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Published:
    """A file as it was published: why (``fingerprint``), what (``sha256``), and how the disk showed it then."""

    fingerprint: str
    sha256: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files a publication wrote, removed and left as they were."""

    written: int
    removed: int
    kept: int


@contextmanager
def exclusively(cache: Path, target: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Nobody else publishes to ``target`` meanwhile; ``waiting`` is called once where somebody does already."""
    with _disk():
        cache.mkdir(parents=True, exist_ok=True)
    lock = FileLock(cache / f"publishing-{_name(target)}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout as error:
            raise Busy(str(target)) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(f"{error.filename or ''}: {error.strerror or error}".lstrip(": ")) from error


def _name(target: Path) -> str:
    return hashlib.sha256(os.fsencode(target.resolve())).hexdigest()[:16]


class Ledger:
    """What was published to one target folder, kept in the cache; deleting it costs time and nothing else."""

    def __init__(self, cache: Path, target: Path) -> None:
        name = _name(target)
        self.target = target
        self.path = cache / f"published-{name}.json"
        self.marker = cache / f"publishing-{name}"
        self.files: dict[str, Published] = {} if self.marker.exists() else self._load()
        self.links = frozenset(address for address in _found(target) if (target / address).is_symlink())

    def _load(self) -> dict[str, Published]:
        try:
            stored = json.loads(self.path.read_text("utf-8"))
            if stored["format"] != FORMAT:
                return {}
            return {address: Published(**one) for address, one in stored["files"].items()}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def is_current(self, address: str, fingerprint: str) -> bool:
        """Whether the target holds, untouched, what this fingerprint once gave."""
        known = self.files.get(address)
        return known is not None and known.fingerprint == fingerprint and self._is_untouched(address, known)

    def is_linked(self, address: str) -> bool:
        """Whether the address, or a folder on the way to it, is a symbolic link."""
        above = (one.as_posix() for one in PurePosixPath(address).parents)
        return bool(self.links) and not self.links.isdisjoint((address, *above))

    def is_ours(self) -> bool:
        """Whether we published to the target before, or it holds nothing that could be lost."""
        if self.path.exists() or self.marker.exists() or not _is_occupied(self.target):
            return True
        try:
            made = json.loads((self.target / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(made, dict) and {"commit", "sources", "files"} <= made.keys()

    def _is_untouched(self, address: str, known: Published) -> bool:
        if self.is_linked(address):
            return False
        try:
            stat = (self.target / address).stat()
        except OSError:
            return False
        return (stat.st_size, stat.st_mtime_ns) == (known.size, known.mtime_ns)

    def save(self, files: Mapping[str, Published]) -> None:
        stored = {"format": FORMAT, "files": {address: asdict(one) for address, one in sorted(files.items())}}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(f".{os.getpid()}.tmp")
        draft.write_text(json.dumps(stored), "utf-8")
        draft.replace(self.path)


def publish(ledger: Ledger, changed: Mapping[str, tuple[str, bytes]], kept: Iterable[str]) -> Tally:
    """Bring the target to ``changed`` (address -> fingerprint, bytes) plus ``kept``; everything else goes.

    ``NotOurs``, and nothing touched, where the target holds what we did not publish.
    """
    with _disk():
        if not ledger.is_ours():
            raise NotOurs(str(ledger.target))
        return _publish(ledger, changed, kept)


def _publish(ledger: Ledger, changed: Mapping[str, tuple[str, bytes]], kept: Iterable[str]) -> Tally:
    files = {address: ledger.files[address] for address in kept}
    _clear(_staging(ledger.target))
    writes = {address: one for address, one in changed.items() if not _is_there(ledger, address, one[1])}
    stray = sorted(set(_found(ledger.target)) - files.keys() - changed.keys())
    if writes or stray:
        _stage(ledger.target, {address: data for address, (_print, data) in writes.items()})
        ledger.marker.parent.mkdir(parents=True, exist_ok=True)
        ledger.marker.touch()
        _move_in(ledger.target, writes)
        _remove(ledger.target, stray)
    for address, (fingerprint, data) in changed.items():
        stat = (ledger.target / address).stat()
        sha = hashlib.sha256(data).hexdigest()
        files[address] = Published(fingerprint, sha, stat.st_size, stat.st_mtime_ns)
    ledger.save(files)
    ledger.marker.unlink(missing_ok=True)
    return Tally(len(writes), len(stray), len(files) - len(writes))


def _is_there(ledger: Ledger, address: str, data: bytes) -> bool:
    path = ledger.target / address
    try:
        return not ledger.is_linked(address) and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _found(target: Path) -> Iterator[str]:
    """The addresses of all files under ``target``, and of all links: one to a folder is not followed."""
    for folder, folders, names in os.walk(target):
        at = Path(folder)
        links = (name for name in folders if (at / name).is_symlink())
        yield from ((at / name).relative_to(target).as_posix() for name in (*names, *links))


def _is_occupied(target: Path) -> bool:
    return any(target.iterdir()) if target.is_dir() else target.exists()


def _move_in(target: Path, writes: Iterable[str]) -> None:
    """Rename what was staged beside the target, one file at a time."""
    staging = _staging(target)
    try:
        for address in writes:
            _make_room(target, address)
            (target / address).parent.mkdir(parents=True, exist_ok=True)
            (staging / address).replace(target / address)
    finally:
        _clear(staging)


def _staging(target: Path) -> Path:
    """Beside the target, so that a rename stays on one disk. One publication at a time, so one name is enough."""
    return target.parent / f".{target.name}-staging"


def _clear(staging: Path) -> None:
    shutil.rmtree(staging, ignore_errors=True)


def _stage(target: Path, writes: Mapping[str, bytes]) -> None:
    """Write everything beside the target first: a full disk stops us here, with nothing changed."""
    staging = _staging(target)
    try:
        for address, data in writes.items():
            _write(staging / address, data)
    except OSError:
        _clear(staging)
        raise


def _make_room(target: Path, address: str) -> None:
    """A file or link standing where a folder is to be goes, and a folder where a file is to be."""
    above = [target / one for one in PurePosixPath(address).parents if one.name]
    # From the top: below a link that stands where a folder is to be, nothing is ours
    for path in reversed(above):
        if path.is_symlink() or path.is_file():
            path.unlink()
    path = target / address
    if path.is_symlink():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _remove(target: Path, stray: Iterable[str]) -> None:
    for path in (target / address for address in stray):
        if path.is_symlink() or path.is_file():
            path.unlink()
    for folder, _folders, _names in os.walk(target, topdown=False):
        if Path(folder) != target and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
