"""What git holds, asked by plumbing commands only: raw objects, and how trees differ."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from msgspec import Struct

from disclosure.source.git_process import TIMEOUT, GitTrouble, Reason, environment, program, run, top

SHANGHAI = timezone(timedelta(hours=8))
HEAD = "HEAD"
# Commits that only rearrange, listed beside the project's settings: they change no day
IGNORE_REVS = ".git-blame-ignore-revs"
# Where a clone keeps what is published, unless site.yml says otherwise
PUBLISHED = ("refs/remotes/origin/main", "refs/remotes/origin/master")
# How many objects are asked for at once
CHUNK = 2000
REGULAR = ("100644", "100755")
# Where a user, or the system, may have put their settings
SETTINGS = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "XDG_CONFIG_HOME")


class Commit(Struct, frozen=True, kw_only=True):
    """A commit; ``time`` is the committer's, in seconds."""

    id: str
    tree: str
    parents: tuple[str, ...]
    time: int
    subject: str

    @property
    def moment(self) -> datetime:
        return moment(self.time)


class BlobChange(Struct, frozen=True):
    """A file that differs between two trees, by its path from the content folder; no blob where there is no file."""

    path: str
    old: str
    new: str


def moment(seconds: int) -> datetime:
    """Beijing's time; a commit may claim any number of seconds."""
    limit = 253_402_214_400
    return datetime.fromtimestamp(min(max(seconds, 0), limit), SHANGHAI)


class Repository(Struct, frozen=True, kw_only=True):
    """The repository that holds ``folder``, whose path from its root is ``prefix`` (with a slash at its end)."""

    folder: Path
    prefix: str
    algorithm: str
    index: Path
    settings: tuple[str, ...] = ()

    def _ask(self, *arguments: str, given: str = "") -> bytes:
        return run(self.folder, (*self.settings, *arguments), given)

    def commits_named(self, names: Iterable[str]) -> dict[str, str]:
        """The commit that each name stands for; names that stand for none are left out."""
        asked = [name for name in names if name and name.isprintable() and not name.startswith("-")]
        given = "".join(f"{name}^{{commit}}\n" for name in asked)
        lines = self._ask("cat-file", "--batch-check", given=given).decode("utf-8", "replace").splitlines()
        found = zip(asked, lines, strict=False)
        return {name: line.split()[0] for name, line in found if line.split()[1:2] == ["commit"]}

    def commits(self, tips: Iterable[str], without: Iterable[str] = ()) -> list[Commit]:
        """What is reachable from ``tips`` and not from ``without``, parents before children."""
        given = "".join(f"{one}\n" for one in (*tips, *(f"^{one}" for one in without)))
        ids = self._ask("rev-list", "--topo-order", "--reverse", "--stdin", given=given).decode().split()
        return [_commit(id, data) for id, data in self.objects(ids).items()]

    def commit(self, id: str) -> Commit:
        return _commit(id, self.objects([id])[id])

    def is_ancestor(self, older: str, newer: str) -> bool:
        return not self._ask("rev-list", "--max-count=1", older, f"^{newer}").strip()

    def merge_bases(self, one: str, other: str) -> list[str]:
        try:
            return self._ask("merge-base", "--all", one, other).decode().split()
        except GitTrouble as trouble:
            # It says nothing, and fails, where there is none
            if trouble.said:
                raise
            return []

    def objects(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The raw bytes of objects by the name they were asked for. What is missing is trouble, and so are bytes that
        are not what the name says: git does not look, and who writes into its folder could change the past so."""
        found: dict[str, bytes] = {}
        wanted = list(dict.fromkeys(ids))
        for at in range(0, len(wanted), CHUNK):
            chunk = wanted[at : at + CHUNK]
            answer = self._ask("cat-file", "--batch", "--buffer", given="".join(f"{id}\n" for id in chunk))
            found |= _objects(chunk, answer, self.algorithm)
        return found

    def changes(self, pairs: Iterable[tuple[str, str]]) -> Iterator[list[BlobChange]]:
        """What differs in the content folder between each pair of commits' trees; an empty name is the empty tree."""
        asked = list(pairs)
        if not asked:
            return
        of = self._content_trees({tree for pair in asked for tree in pair})
        unlike = [(of[one], of[other]) for one, other in asked if of[one] != of[other]]
        given = "".join(f"{one} {other}\n" for one, other in unlike)
        options = ("--stdin", "-r", "-z", "--raw", "--no-renames", "--no-relative", "--no-ext-diff")
        found = _pairs(self._ask("diff-tree", *options, given=given) if given else b"", len(unlike))
        for one, other in asked:
            yield next(found) if of[one] != of[other] else []

    def _content_trees(self, trees: Iterable[str]) -> dict[str, str]:
        """The tree of the content folder in each tree; the empty one where there is none."""
        asked = sorted(tree for tree in trees if tree)
        folder = self.prefix.rstrip("/")
        lines = self._ask(
            "cat-file", "--batch-check", "--buffer", given="".join(f"{tree}:{folder}\n" for tree in asked)
        )
        rows = [line.split(b" ") for line in lines.splitlines()]
        found = [row[0].decode() if row[1:2] == [b"tree"] else self.nothing for row in rows]
        return dict(zip(asked, found, strict=True)) | {"": self.nothing}

    @property
    def nothing(self) -> str:
        """The empty tree."""
        return {"sha1": "4b825dc642cb6eb9a060e54bf8d69288fbee4904"}.get(
            self.algorithm, "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
        )

    def files(self, commit: str) -> dict[str, str]:
        """Each regular file of the content folder in a commit: its blob, by its path from the content folder."""
        answer = self._ask("ls-tree", "-r", "-z", "--full-tree", commit, *([self.prefix] if self.prefix else []))
        found = {}
        for line in answer.split(b"\0")[:-1]:
            meta, _tab, path = line.partition(b"\t")
            mode, _kind, blob = meta.decode().split()
            if mode in REGULAR:
                found[os.fsdecode(path)[len(self.prefix) :]] = blob
        return found

    def staged(self) -> dict[str, str]:
        """The same of the index; a file in conflict is left out."""
        found = {}
        limits = ("--", self.prefix) if self.prefix else ()
        for line in self._ask("ls-files", "-s", "-z", *limits).split(b"\0")[:-1]:
            meta, _tab, path = line.partition(b"\t")
            mode, blob, stage = meta.decode().split()
            if mode in REGULAR and stage == "0":
                found[os.fsdecode(path)[len(self.prefix) :]] = blob
        return found


def open_repository(folder: Path) -> Repository:
    """The repository that knows ``folder``; ``GitTrouble`` where there is none, or it cannot be asked."""
    settings: tuple[str, ...] = ()
    try:
        said = _asked(folder, settings)
    except GitTrouble as trouble:
        settings = _trusted(folder) if trouble.reason is Reason.OWNER else ()
        if not settings:
            raise
        said = _asked(folder, settings)
    algorithm, shallow, index = said
    if shallow == "true":
        raise GitTrouble(Reason.SHALLOW)
    where = top(folder)
    inside = Path(os.path.realpath(folder)).relative_to(where).as_posix()
    prefix = "" if inside == "." else f"{inside}/"
    return Repository(folder=folder, prefix=prefix, algorithm=algorithm, index=where / index, settings=settings)


def _asked(folder: Path, settings: tuple[str, ...]) -> list[str]:
    arguments = ("rev-parse", "--show-object-format", "--is-shallow-repository", "--git-path", "index")
    answer = os.fsdecode(run(folder, (*settings, *arguments), ""))
    lines = answer.removesuffix("\n").split("\n", 2)
    if len(lines) != 3:
        raise GitTrouble(Reason.OTHER, answer.strip())
    return lines


def _trusted(folder: Path) -> tuple[str, ...]:
    """Folders whose foreign owner the user, or the system, has allowed: the one setting of theirs that counts."""
    command = [program(), "config", "--null", "--show-scope", "--get-all", "safe.directory"]
    ours = environment(os.environ)
    theirs = {name: value for name, value in os.environ.items() if name in SETTINGS}
    env = {name: value for name, value in ours.items() if not name.startswith("GIT_CONFIG")} | theirs
    try:
        done = subprocess.run(command, check=False, capture_output=True, cwd=folder.anchor, env=env, timeout=TIMEOUT)
    except (OSError, subprocess.SubprocessError):
        return ()
    parts = os.fsdecode(done.stdout).split("\0")
    values = [value for scope, value in zip(parts[::2], parts[1::2], strict=False) if scope in ("system", "global")]
    return tuple(part for value in values for part in ("-c", f"safe.directory={value}"))


def heads(folder: Path) -> str:
    """What is checked out and what is published, as text to be compared; empty where git does not answer."""
    try:
        repository = Repository(folder=folder, prefix="", algorithm="", index=folder)
        return " ".join(f"{name}={id}" for name, id in repository.commits_named((HEAD, *PUBLISHED)).items())
    except GitTrouble:
        return ""


def _objects(ids: list[str], answer: bytes, algorithm: str) -> dict[str, bytes]:
    found, at = {}, 0
    for id in ids:
        end = answer.index(b"\n", at)
        head = answer[at:end].rsplit(b" ", 1)
        if head[-1] in (b"missing", b"ambiguous"):
            raise GitTrouble(Reason.PARTIAL, f"{id} missing")
        size = int(head[-1])
        data = found[id] = answer[end + 1 : end + 1 + size]
        kind = head[0].rsplit(b" ", 1)[-1]
        if hashlib.new(algorithm, b"%b %d\0%b" % (kind, size, data), usedforsecurity=False).hexdigest() != id:
            raise GitTrouble(Reason.OTHER, f"{id} spoilt")
        at = end + size + 2
    return found


TIME = re.compile(rb" (-?\d+) [+-]\d+$")
# Digits of a time that can be counted with
LONGEST_TIME = 15


def _commit(id: str, data: bytes) -> Commit:
    head, _blank, message = data.partition(b"\n\n")
    tree, time, parents = "", 0, []
    for line in head.split(b"\n"):
        name, _space, value = line.partition(b" ")
        if name == b"tree":
            tree = value.decode("ascii", "replace")
        elif name == b"parent":
            parents.append(value.decode("ascii", "replace"))
        elif name == b"committer":
            found = TIME.search(line)
            time = int(found[1][:LONGEST_TIME]) if found else 0
            # What stands behind it is no part of the history, whatever it is called
            break
    subject = message.split(b"\n", 1)[0].decode("utf-8", "replace")
    return Commit(id=id, tree=tree, parents=tuple(parents), time=time, subject=subject)


def _pairs(answer: bytes, count: int) -> Iterator[list[BlobChange]]:
    """``<tree> <tree>\\n``, then ``:<mode> <mode> <blob> <blob> <status>\\0<path>\\0`` for each file."""
    at = 0
    for _n in range(count):
        at = answer.index(b"\n", at) + 1
        changed = []
        while answer[at : at + 1] == b":":
            middle = answer.index(b"\0", at)
            end = answer.index(b"\0", middle + 1)
            mode, now, old, new, _status = answer[at + 1 : middle].decode().split(" ")
            path = os.fsdecode(answer[middle + 1 : end])
            before, after = old if mode in REGULAR else "", new if now in REGULAR else ""
            if before != after:
                changed.append(BlobChange(path, before, after))
            at = end + 1
        yield changed
