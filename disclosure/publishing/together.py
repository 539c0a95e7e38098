"""NewFiles that editors keep (content, and draft files beside it), several at once: all of them are written, or none.

What is to be written is laid into a hidden folder of the content first, which no reading looks into. One file arrives
from there by one rename. Of several there is a list besides: once the folder has its final name they count as
written, and whoever is stopped after that is completed by the next command (``finish``). The folder lies in the content
and not in the cache because it says what content shall be: whoever may write it may write that.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.translation import gettext as _

FOLDER, DRAFT, LIST = ".writing", ".writing.partial", "list.json"
# How long to wait for another command that writes, in seconds
PATIENCE = 30.0

# By their paths from the project's root; ``None`` where the file is removed
NewFiles = Mapping[str, bytes | None]


class JournalFile(Struct, frozen=True):
    """A file by its path from the project's root, with the SHA-256 of what it said and shall say; empty where there is
    none."""

    path: str
    before: str
    after: str


class ChangeList(Struct, frozen=True):
    """What a command, called by its name, writes: each change's bytes are the file of its number."""

    command: str
    changes: tuple[JournalFile, ...]


class Conflict(Refused):
    """A file is neither what it was nor what it shall be."""


def write(project: Project, files: NewFiles, command: str, *, fresh: bool = False) -> None:
    """All of the files or none. ``OSError`` where the disk refuses, ``FileExistsError`` where one that shall be
    ``fresh`` is there."""
    if not files:
        return
    with _alone(project):
        complete(project)
        before = {path: _bytes(project.root / path) for path in files}
        if fresh and (there := [path for path, data in before.items() if data is not None]):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(project.root / there[0]))
        changes = tuple(JournalFile(path, _sha(before[path]), _sha(data)) for path, data in files.items())
        draft = project.content / DRAFT
        try:
            _lay(draft, files.values(), ChangeList(command, changes))
            if len(changes) > 1:
                draft = draft.rename(project.content / FOLDER)
            _apply_or_undo(project, draft, changes, before)
        finally:
            _clear(project)


def finish(project: Project, told: Callable[[str, int], None]) -> None:
    """Complete what a command was writing when it was stopped; ``told`` is given its name and the number of files."""
    folders = (project.content / FOLDER, project.content / DRAFT)
    if not any(map(os.path.lexists, folders)):
        return
    with _alone(project):
        done = complete(project)
        _clear(project)
    if done is not None:
        told(done.command, len(done.changes))


def complete(project: Project) -> ChangeList | None:
    """What was to be written and is not yet; ``Refused`` where that cannot be known any more."""
    folder = project.content / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return None
    try:
        found = msgspec.json.decode((folder / LIST).read_bytes(), type=ChangeList)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Conflict(_left(folder, LIST)) from error
    for change in found.changes:
        if not _is_inside(project, change.path):
            raise Conflict(_left(folder, change.path))
    _apply(project, folder, found.changes)
    return found


def _apply_or_undo(project: Project, folder: Path, changes: tuple[JournalFile, ...], before: NewFiles) -> None:
    try:
        _apply(project, folder, changes)
    except OSError:
        for change in changes:
            if _sha(_bytes(project.root / change.path)) == change.after:
                _restore(project.root / change.path, before[change.path])
        raise


def _apply(project: Project, folder: Path, changes: Iterable[JournalFile]) -> None:
    """Each file that is not yet as it shall be; none where one of them was changed by somebody else."""
    open_ones = []
    for number, change in enumerate(changes):
        now = _sha(_bytes(project.root / change.path))
        if now == change.after:
            continue
        laid = _sha(_bytes(folder / str(number))) if change.after else ""
        if now != change.before or laid != change.after:
            raise Conflict(_left(folder, change.path))
        open_ones.append((number, change))
    for number, change in open_ones:
        _bring(folder / str(number), project.root / change.path, removes=not change.after)


def _bring(source: Path, target: Path, *, removes: bool) -> None:
    if removes:
        target.unlink()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # A folder of another disk: beside it, so that it arrives whole
        beside = target.with_name(f".{target.name}.writing.tmp")
        shutil.copyfile(source, beside)
        beside.replace(target)


def _restore(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)


def _lay(draft: Path, files: Iterable[bytes | None], changes: ChangeList) -> None:
    _remove(draft)
    draft.mkdir()
    for number, data in enumerate(files):
        if data is not None:
            (draft / str(number)).write_bytes(data)
    (draft / LIST).write_bytes(msgspec.json.encode(changes))


def _clear(project: Project) -> None:
    """Without the list nothing is written any more, so it goes by one rename."""
    folder, draft = project.content / FOLDER, project.content / DRAFT
    with suppress(OSError):
        _remove(draft)
    with suppress(OSError):
        if os.path.lexists(folder):
            folder.rename(draft)
            _remove(draft)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """Nobody else writes meanwhile. Without the lock where the cache takes no file: it would hinder whoever may write
    the content only."""
    # Wanted by commands that write only
    from filelock import FileLock, Timeout

    lock = FileLock(project.cache / "writing.lock")
    with suppress(OSError):
        project.cache.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            raise Refused(_("另一个命令一直在写内容；等它结束再运行，什么也没有写")) from None
    try:
        yield
    finally:
        lock.release()


def _is_inside(project: Project, path: str) -> bool:
    """Whether it is a file of the project that a command may write, by its name and by where links lead."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or any(part.startswith(".") for part in parts.parts):
        return False
    where = Path(os.path.realpath(project.root / path))
    allowed = (project.content, project.root / "draft")
    return any(where.is_relative_to(os.path.realpath(folder)) for folder in allowed)


def _left(folder: Path, path: str) -> str:
    message = _("上一次写内容停在中间，{path} 又被改过，不知道该写成什么，什么也没有动。")
    hint = _("里面是当时要写的文件，list.json 写明各是哪一个：要的照着放好，再删去 {folder} 这个文件夹")
    return message.format(path=path) + hint.format(folder=folder)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _sha(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
