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
from disclosure.history.line import Step, Violation, advance
from disclosure.history.versions import LOCAL, Versions
from disclosure.source import files, git
from disclosure.source.files import IGNORED_ENDINGS, Listed, SourceFile
from disclosure.source.git import BlobChange
from disclosure.source.git_process import GitTrouble

NAME = "working-tree.json"


class WorkingTree(Struct, frozen=True, kw_only=True):
    """The content folder held against the commit that is checked out.

    ``clean`` where it is what that commit holds; ``violations`` is what the history rule says of it. ``blobs`` are the
    digests of its files, for the next look.
    """

    clean: bool = False
    violations: tuple[Violation, ...] = ()
    blobs: Mapping[Listed, str] = field(default_factory=dict)


class _Clean(Struct, frozen=True, kw_only=True):
    """That the folder was clean: of what history, as its groups were listed, and how the index stood."""

    asked: str
    seen: dict[str, str]
    index: str
    stamp: tuple[int, int, int]
    violations: tuple[Violation, ...]


def look(snapshot: Snapshot, history: GitHistory, store: Store, last: WorkingTree | None = None) -> WorkingTree:
    """The folder now; nothing is known of it where git does not answer."""
    if history.trouble is not None:
        return WorkingTree()
    seen = {key: group.seen for key, group in snapshot.groups.items()}
    known = store.read(NAME, _Clean)
    same = known is not None and known.asked == history.asked and all(seen.values()) and known.seen == seen
    if known is not None and same and known.stamp == _stamp(Path(known.index)):
        return WorkingTree(clean=True, violations=known.violations)
    try:
        return _look(snapshot, history, store, last or WorkingTree())
    except GitTrouble:
        # It answered a moment ago
        return WorkingTree(violations=tuple(history.line.violations))


def _look(snapshot: Snapshot, history: GitHistory, store: Store, last: WorkingTree) -> WorkingTree:
    repository = git.open_repository(snapshot.project.content)
    stamp = _stamp(repository.index)
    committed = _shown(repository.files(history.head))
    listed = [one for group in snapshot.groups.values() for one in group.listed]
    blobs = _blobs(snapshot, listed, committed, repository.algorithm, last.blobs)
    local = {one.name: blob for one, blob in blobs.items()}
    staged = _shown(repository.staged())
    base = committed if history.tip == history.head else _shown(repository.files(history.tip))
    violations = _judge(history, base, local, Versions(repository, _reader(snapshot.project.content)))
    if staged not in (local, committed):
        found = {one.what for one in violations}
        more = _judge(history, base, staged, Versions(repository))
        violations += tuple(one for one in more if one.what not in found)
    clean = local == committed
    seen = {key: group.seen for key, group in snapshot.groups.items()}
    if clean and staged == committed and all(seen.values()) and history.asked:
        index = str(repository.index)
        store.write(NAME, _Clean(asked=history.asked, seen=seen, index=index, stamp=stamp, violations=violations))
    settled = {one: blob for one, blob in blobs.items() if one.mtime_ns <= snapshot.settled}
    return WorkingTree(clean=clean, violations=violations, blobs=settled)


def _stamp(index: Path) -> tuple[int, int, int]:
    try:
        stat = index.stat()
    except OSError:
        return 0, 0, 0
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _shown(found: Mapping[str, str]) -> dict[str, str]:
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


def _judge(
    history: GitHistory, base: Mapping[str, str], now: Mapping[str, str], versions: Versions
) -> tuple[Violation, ...]:
    """What the rule says of files that would join the line after what is published."""
    paths = sorted(path for path in base.keys() | now.keys() if base.get(path) != now.get(path))
    changes = [BlobChange(path, base.get(path, ""), now.get(path, "")) for path in paths]
    step = Step(changes=changes, files=lambda: now)
    if not history.is_published:
        return ()
    return tuple(advance(history.line, step, versions).violations)


def _reader(content: Path) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        try:
            return (content / path).read_bytes()
        except OSError:
            return b""

    return read
