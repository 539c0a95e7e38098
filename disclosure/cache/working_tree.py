"""What is about to join the line: commits that are not published yet, what is staged, what lies in the folder.

Bytes are compared with what git holds by our own digests: no filter, and no program that a repository names, is run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from disclosure.cache.git_history import GitHistory
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import Store
from disclosure.cache.told import Unpublished
from disclosure.history.changes import Nature
from disclosure.history.facts import tells_of_line
from disclosure.history.line import Step, Violation, advance
from disclosure.history.telling import Teller
from disclosure.history.versions import LOCAL, Versions
from disclosure.source import files, git
from disclosure.source.files import IGNORED_ENDINGS, Listed, SourceFile
from disclosure.source.git import BlobChange, Repository
from disclosure.source.git_process import GitTrouble

NAME = "working-tree.json"


class WorkingTree(Struct, frozen=True, kw_only=True):
    """The content folder held against the commit that is checked out.

    ``clean`` where it is what that commit holds; ``violations`` is what the history rule says of it, ``told`` what
    becomes of records once it is published. For the next look:
    ``blobs`` are the digests of its files, ``committed`` and ``staged`` what they were held against.
    """

    clean: bool = False
    violations: tuple[Violation, ...] = ()
    told: Unpublished = Unpublished()
    blobs: Mapping[Listed, str] = field(default_factory=dict)
    committed: Committed | None = None
    staged: Staged | None = None


class Committed(Struct, frozen=True, kw_only=True):
    """The files of the commit that is checked out, and of the last published one; ``asked`` as of the history."""

    asked: str
    repository: Repository
    head: Mapping[str, str]
    tip: Mapping[str, str]


class Staged(Struct, frozen=True):
    """The files of the index, and how it stood when they were read."""

    stamp: tuple[int, int, int, int]
    files: Mapping[str, str]


class _Clean(Struct, frozen=True, kw_only=True):
    """That the folder was clean: of what history, as its groups were listed, and how the index stood."""

    asked: str
    seen: dict[str, str]
    index: str
    stamp: tuple[int, int, int, int]
    violations: tuple[Violation, ...]
    told: Unpublished


def look(snapshot: Snapshot, history: GitHistory, store: Store, last: WorkingTree | None = None) -> WorkingTree:
    """The folder now; nothing is known of it where git does not answer."""
    if history.trouble is not None:
        return WorkingTree()
    seen = {key: group.seen for key, group in snapshot.groups.items()}
    known = store.read(NAME, _Clean)
    same = known is not None and known.asked == history.asked and all(seen.values()) and known.seen == seen
    if known is not None and same and known.stamp == _stamp(Path(known.index)):
        return WorkingTree(clean=True, violations=known.violations, told=known.told)
    try:
        return _look(snapshot, history, store, last or WorkingTree(), seen)
    except GitTrouble:
        # It answered a moment ago
        return WorkingTree(violations=tuple(history.line.violations))


def _look(
    snapshot: Snapshot, history: GitHistory, store: Store, last: WorkingTree, seen: dict[str, str]
) -> WorkingTree:
    held = last.committed
    if held is None or held.asked != history.asked:
        held = _committed(snapshot.project.content, history)
    repository = held.repository
    index = _staged(repository, last.staged)
    listed = [one for group in snapshot.groups.values() for one in group.listed]
    blobs = _blobs(snapshot, listed, held.head, repository.algorithm, last.blobs)
    local = {one.name: blob for one, blob in blobs.items()}
    step, versions = _step(history, held.tip, local), Versions(repository, reader(snapshot.project.content))
    violations, told = _judge(history, step, versions), _tell(history, step, versions)
    if index.files not in (local, held.head):
        found = {one.what for one in violations}
        more = _judge(history, _step(history, held.tip, index.files), Versions(repository))
        violations += tuple(one for one in more if one.what not in found)
    clean = local == held.head
    if clean and index.files == held.head and all(seen.values()):
        known = _Clean(
            asked=history.asked,
            seen=seen,
            index=str(repository.index),
            stamp=index.stamp,
            violations=violations,
            told=told,
        )
        store.remember(NAME, known)
    return WorkingTree(
        clean=clean,
        violations=violations,
        told=told,
        blobs={one: blob for one, blob in blobs.items() if one.mtime_ns <= snapshot.settled},
        committed=held,
        staged=index if index.stamp[1] <= snapshot.settled else None,
    )


def blobs(snapshot: Snapshot, committed: Mapping[str, str], algorithm: str) -> dict[Listed, str]:
    """Each file's blob: that of the commit where it is what that holds, else a digest that is no blob's name."""
    listed = (one for group in snapshot.groups.values() for one in group.listed)
    return _blobs(snapshot, listed, committed, algorithm, {})


def _committed(content: Path, history: GitHistory) -> Committed:
    repository = git.open_repository(content)
    head = shown(repository.files(history.head))
    tip = head if history.tip == history.head else shown(repository.files(history.tip))
    return Committed(asked=history.asked, repository=repository, head=head, tip=tip)


def _staged(repository: Repository, last: Staged | None) -> Staged:
    stamp = _stamp(repository.index)
    return last if last is not None and last.stamp == stamp else Staged(stamp, shown(repository.staged()))


def _stamp(index: Path) -> tuple[int, int, int, int]:
    """Its size, times and inode: git never writes into an index, but puts another in its place."""
    try:
        stat = index.stat()
    except OSError:
        return 0, 0, 0, 0
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def shown(found: Mapping[str, str]) -> dict[str, str]:
    """Without what the reading passes over."""
    return {path: blob for path, blob in found.items() if not _is_hidden(path)}


def _is_hidden(path: str) -> bool:
    return path.endswith(IGNORED_ENDINGS) or any(part.startswith(".") for part in path.split("/"))


def _blobs(
    snapshot: Snapshot,
    listed: Iterable[Listed],
    committed: Mapping[str, str],
    algorithm: str,
    known: Mapping[Listed, str],
) -> dict[Listed, str]:
    """Each file's blob; of one that is in no commit, a digest that is no blob's name."""
    root = snapshot.project.root
    return {one: known.get(one) or _blob(root, one, committed.get(one.name, ""), algorithm) for one in listed}


def _blob(root: Path, listed: Listed, committed: str, algorithm: str) -> str:
    source = files.load(root, listed)
    if not isinstance(source, SourceFile):
        return LOCAL
    digest = _digest(source.data, algorithm)
    if digest == committed:
        return digest
    # As git checks it out on Windows
    if b"\r\n" in source.data and _digest(source.data.replace(b"\r\n", b"\n"), algorithm) == committed:
        return committed
    return LOCAL + digest


def _digest(data: bytes, algorithm: str) -> str:
    return hashlib.new(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _step(history: GitHistory, base: Mapping[str, str], now: Mapping[str, str]) -> Step:
    """From what is published to files that would join the line after it."""
    paths = sorted(path for path in base.keys() | now.keys() if base.get(path) != now.get(path))
    if not history.is_published:
        paths = [path for path in paths if tells_of_line(path)]
    changes = [BlobChange(path, base.get(path, ""), now.get(path, "")) for path in paths]
    return Step(changes=changes, files=lambda: now)


def _judge(history: GitHistory, step: Step, versions: Versions) -> tuple[Violation, ...]:
    """What the rule says of it."""
    found = advance(history.line, step, versions).violations
    return tuple(one for one in found if history.is_published or one.what.nature is Nature.BEGINNING)


def _tell(history: GitHistory, step: Step, versions: Versions) -> Unpublished:
    """What is told of it; nothing before anything is published."""
    if not history.is_published:
        return Unpublished()
    teller = Teller(history.told.state, versions)
    teller.tell(step)
    return Unpublished(tuple(teller.changes), teller.withdrawn)


def reader(content: Path) -> Callable[[str], bytes]:
    """The bytes of content files as they lie there; none where there is no such file."""

    def read(path: str) -> bytes:
        try:
            return files.bytes_of(f"{content}/{path}", files.MAX_ATTACHMENT_BYTES)
        except OSError:
            return b""

    return read
