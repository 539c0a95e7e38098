"""The content of a commit, held against the folder as it lies here: nothing of it is put into any folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.cache import groups, working_tree
from disclosure.cache.git_history import GitHistory
from disclosure.cache.snapshot import Snapshot
from disclosure.history.line import Step
from disclosure.problem import Refused
from disclosure.source import files
from disclosure.source.files import HeldFile, Listed, wrong_name
from disclosure.source.git import BlobChange, Commit, Repository
from disclosure.translation import gettext as _

# A file that lies in no folder has no time that would prove anything
NEVER_SETTLED = 2**62


class Revision(Struct, frozen=True, kw_only=True):
    """A commit, as somebody called it, and its content files: their blobs by path."""

    name: str
    commit: Commit
    files: Mapping[str, str]


def find(repository: Repository, history: GitHistory, name: str) -> Revision:
    """The commit called ``name``; the last published one where no name is given. ``Refused`` where there is none."""
    wanted = name or history.tip
    id = repository.commits_named([wanted]).get(wanted)
    if id is None:
        message = _("仓库里没有 {name} 这个提交、分支或标签；用 git log 找一个，或先 git fetch")
        raise Refused(message.format(name=name))
    held = working_tree.shown(repository.files(id))
    if not held:
        raise Refused(_("提交 {name} 里没有内容文件夹，没有可比的").format(name=name or wanted))
    found = {path: blob for path, blob in held.items() if not wrong_name(path, "")}
    return Revision(name=name or history.branch, commit=repository.commit(id), files=found)


class Before(Struct, frozen=True, kw_only=True):
    """The content of a commit as a snapshot, and the step from there to what lies in the folder."""

    snapshot: Snapshot
    step: Step


def before(now: Snapshot, repository: Repository, revision: Revision) -> Before:
    """Files that lie in the folder as they were then are taken from there."""
    blobs = working_tree.blobs(now, revision.files, repository.algorithm)
    lies = {one.name: blob for one, blob in blobs.items()}
    others = [path for path, blob in revision.files.items() if lies.get(path) != blob]
    same = (one for one, blob in blobs.items() if revision.files.get(one.name) == blob)
    found = repository.objects(revision.files[path] for path in others)
    other = held_files(now, {path: found[revision.files[path]] for path in others})
    listed = files.in_order([*same, *other])
    changed = sorted({*others, *(path for path in lies if path not in revision.files)})
    changes = [BlobChange(path, revision.files.get(path, ""), lies.get(path, "")) for path in changed]
    return Before(
        snapshot=replace(now, groups=groups.grouped(listed, now.settled), problems=()),
        step=Step(changes=changes, files=lambda: lies),
    )


def held_files(now: Snapshot, contents: Mapping[str, bytes]) -> Iterator[Listed]:
    """Files that lie in no folder, by their names from the content folder."""
    folder = now.project.folder
    for name, data in contents.items():
        yield HeldFile(folder=folder, name=name, size=len(data), mtime_ns=NEVER_SETTLED, inode=0, data=data)
