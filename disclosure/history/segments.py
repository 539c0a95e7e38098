"""The part of a line that is not known yet: its commits, what each changed, what each merged, and days of change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from disclosure.history.line import Side, Step
from disclosure.history.parents import line, main_parent
from disclosure.source.git import BlobChange, Commit, Repository


class Segment(Struct, frozen=True, kw_only=True):
    """Commits of a line, oldest first, after the commit ``base`` (empty: from the very first).

    ``known`` are all commits that are not reachable from ``base``, by id.
    """

    base: str
    commits: tuple[Commit, ...]
    known: Mapping[str, Commit]
    changes: tuple[list[BlobChange], ...]


def segment(repository: Repository, tip: str, base: str, published: str) -> Segment:
    """The line to ``tip``, from ``base`` on."""
    if tip == base:
        return Segment(base=base, commits=(), known={}, changes=())
    known = {one.id: one for one in repository.commits([tip], [base] if base else [])}
    commits = tuple(line(known, tip, published))
    start = repository.commit(base).tree if base and commits else ""
    trees = [start, *(one.tree for one in commits)]
    changes = tuple(repository.changes(pairwise(trees)))
    return Segment(base=base, commits=commits, known=known, changes=changes)


def continues(found: Segment, published: str) -> bool:
    """Whether the line really goes on from ``base``: it may have been merged as a side."""
    if not found.commits or not found.base:
        return True
    first = found.commits[0]
    return bool(first.parents) and first.parents[main_parent(first, published)] == found.base


def steps(repository: Repository, found: Segment, published: str) -> list[tuple[Step, Sequence[Side]]]:
    """Each commit as a step, with the parents that it merged."""
    merges = list(_merges(repository, found, published))
    pairs = [pair for _n, _commit, fork, side, merge in merges for pair in ((fork, side), (side, merge))]
    differences = list(repository.changes(pairs))
    sides: dict[int, list[Side]] = {}
    for at, (n, commit, *_trees) in enumerate(merges):
        before, after = differences[2 * at : 2 * at + 2]
        side = Side(
            step=_step(repository, commit, after),
            before=_step(repository, commit, before),
            own=frozenset(one.path for one in before),
        )
        sides.setdefault(n, []).append(side)
    each = enumerate(zip(found.commits, found.changes, strict=True))
    return [
        (_step(repository, commit, changed, first=n == 0 and not found.base), sides.get(n, ()))
        for n, (commit, changed) in each
    ]


def only(found: Segment, wanted: Callable[[str], bool]) -> list[tuple[Step, Sequence[Side]]]:
    """The commits of a segment as steps of some files alone."""
    each = zip(found.commits, found.changes, strict=True)
    mine = ((commit, [one for one in changed if wanted(one.path)]) for commit, changed in each)
    return [
        (Step(changes=changed, files=dict, commit=commit.id, time=commit.time), ())
        for commit, changed in mine
        if changed
    ]


def _step(repository: Repository, commit: Commit, changed: Sequence[BlobChange], *, first: bool = False) -> Step:
    files = _Files(repository, commit.id)
    return Step(changes=changed, files=files, commit=commit.id, time=commit.time, first=first)


class _Files(Struct, frozen=True, dict=True):
    """The files of a commit, listed when they are asked for: few steps ask."""

    repository: Repository
    commit: str

    def __call__(self) -> Mapping[str, str]:
        return self._listed

    @cached_property
    def _listed(self) -> Mapping[str, str]:
        return self.repository.files(self.commit)


def _merges(repository: Repository, found: Segment, published: str) -> Iterator[tuple[int, Commit, str, str, str]]:
    """Of each merged parent: the merge's place and commit; the trees of the fork, of the parent, of the merge."""
    on_line = {one.id for one in found.commits}
    for n, commit in enumerate(found.commits):
        for at, parent in enumerate(commit.parents):
            if at != main_parent(commit, published) and parent in found.known and parent not in on_line:
                fork = _fork(found, parent, on_line)
                tree = "" if not fork else _tree(repository, found, fork)
                yield n, commit, tree, found.known[parent].tree, commit.tree


def _fork(found: Segment, id: str, on_line: set[str]) -> str:
    """Where a side left the line, or what is known; empty where it has a beginning of its own."""
    while id in found.known and id not in on_line:
        parents = found.known[id].parents
        id = parents[0] if parents else ""
    return id


def _tree(repository: Repository, found: Segment, id: str) -> str:
    return found.known[id].tree if id in found.known else repository.commit(id).tree


def changed(before: Mapping[str, int], found: Segment, ignored: frozenset[str]) -> dict[str, int]:
    """When each file was last changed on the line (seconds), by path.

    A file that only moved, or got other permissions, was not changed; nor was it by a commit to ignore.
    """
    times = dict(before)
    for commit, differences in zip(found.commits, found.changes, strict=True):
        gone = {one.old: times[one.path] for one in differences if not one.new and one.path in times}
        for one in differences:
            if not one.new:
                times.pop(one.path, None)
            elif one.new in gone:
                times[one.path] = gone[one.new]
            elif commit.id not in ignored or one.path not in times:
                times[one.path] = commit.time
    return times


def from_day(commits: Iterable[Commit], day: str) -> str:
    """The first commit of a line on or after a day; the last one where all are older."""
    last = ""
    for one in commits:
        last = one.id
        if one.moment.date().isoformat() >= day:
            break
    return last
