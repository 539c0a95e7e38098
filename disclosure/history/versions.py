"""File versions as facts, read from git once and remembered while they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from disclosure.history import facts
from disclosure.history.fact import Fact, FileFacts
from disclosure.source.git import BlobChange, Repository

NONE: FileFacts = {}


class Versions:
    """The facts of file versions, by path and blob. ``local`` gives bytes that are in no commit yet, by path."""

    def __init__(self, repository: Repository, local: Callable[[str], bytes] | None = None) -> None:
        self.repository = repository
        self._local = local
        self._data: dict[str, bytes] = {}
        # The two newest versions of each path, by blob: the next change is compared with the last one
        self._latest: dict[str, dict[str, FileFacts | None]] = {}

    def prefetch(self, blobs: Iterable[str]) -> None:
        """Fetch the bytes of many blobs at once, in place of those fetched before."""
        self._data = self.repository.objects(blobs)

    def of(self, path: str, blob: str) -> FileFacts | None:
        """What a version states; nothing where there is none, ``None`` where it cannot be read."""
        if not blob or not facts.concerns(path):
            return NONE
        known = self._latest.setdefault(path, {})
        if blob not in known:
            if len(known) > 1:
                del known[next(iter(known))]
            known[blob] = self._read(path, blob)
        return known[blob]

    def _read(self, path: str, blob: str) -> FileFacts | None:
        if facts.is_archive(path):
            return facts.read(path, b"", blob)
        return facts.read(path, self.data(path, blob), blob)

    def knows(self, path: str, blob: str) -> bool:
        return blob in self._latest.get(path, ())

    def data(self, path: str, blob: str) -> bytes:
        """The bytes of a version."""
        if blob.startswith(LOCAL):
            return self._local(path) if self._local else b""
        data = self._data.get(blob)
        return data if data is not None else self.repository.objects([blob])[blob]

    def holding(self, files: Mapping[str, str], word: bytes) -> list[str]:
        """Of files (path to blob) those that hold a word, all looked at at once."""
        wanted = [blob for blob in files.values() if not blob.startswith(LOCAL) and blob not in self._data]
        found = {**self._data, **self.repository.objects(wanted)} if wanted else self._data
        local = (path for path, blob in files.items() if blob.startswith(LOCAL))
        data = {path: found[blob] for path, blob in files.items() if blob in found}
        data |= {path: self.data(path, LOCAL) for path in local}
        return [path for path, held in data.items() if word in held]

    def record(self, path: str, blob: str, name: str) -> Fact | None:
        return (self.of(path, blob) or NONE).get(name)


# Before the digest of bytes that are in no commit
LOCAL = "*"

# The files of a state, by path
StateFiles = Callable[[], Mapping[str, str]]


def find(versions: Versions, files: StateFiles, name: str, like: Fact) -> Fact | None:
    """A record of the same kind and name in whichever file of a state it stands now."""
    for path, blob in files().items():
        if facts.same_folder(path, like.path):
            fact = versions.record(path, blob, name)
            if fact is not None and fact.kind is like.kind:
                return fact
    return None


def wanted(changes: Collection[BlobChange], versions: Versions, *, all: bool = False) -> list[str]:
    """The blobs that judging a step with these changes takes, in most cases: one that only adds is not judged, but
    where ``all`` are wanted."""
    if not all and not any(one.old or facts.grants(one.path) for one in changes):
        return []
    read = [one for one in changes if facts.concerns(one.path) and not facts.is_archive(one.path)]
    old = [one.old for one in read if one.old and not versions.knows(one.path, one.old)]
    return old + [one.new for one in read if one.new]
