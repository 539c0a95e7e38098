"""The history rule over a line of commits: what was changed in silence and still is.

The line is the walk from the first commit to the tip along what was published: at a merge, along the parent that was
published (``parents``), while the other parents are compared with what the merge made of them. A change that
nothing licenses leaves its record *pending*: it is held against what it was before, until it is undone or corrected.
A version that cannot be read is passed over: the next one is compared with the last that could be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.history import changes, facts, labels, licences
from disclosure.history.changes import FieldChange, Nature
from disclosure.history.fact import Fact
from disclosure.history.kinds import MOVABLE, QUOTED, REPORT, RUBRIC, SITE_RECORD, WORD
from disclosure.history.licences import Licence
from disclosure.history.versions import NONE, StateFiles, Versions, find, wanted
from disclosure.source.git import BlobChange

# How many commits' files are fetched at once
CHUNK = 1000
# What of these counts is not all in their fields
TOLD_APART = (WORD, RUBRIC, SITE_RECORD)


class Violation(Struct, frozen=True, kw_only=True):
    """A change in silence: what changed, in which commit (empty where it is in none yet), when (seconds)."""

    what: FieldChange
    commit: str = ""
    time: int = 0


class Pending(Struct, frozen=True, kw_only=True):
    """A record that was changed in silence: the version it is held against, and what has been listed since."""

    record: str
    path: str
    blob: str
    licences: tuple[Licence, ...]
    violations: tuple[Violation, ...]


class LineState(Struct, frozen=True, kw_only=True):
    """What a walk leaves at its last commit.

    ``unread``: the last readable blob of files that cannot be read since. ``gone``: the last version (path and blob) of
    records that were retired: an id is not used again. ``retired``: what ``retired.yml`` and reports name, by file.
    """

    pending: dict[str, Pending] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    gone: dict[str, tuple[str, str]] = field(default_factory=dict)
    retired: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def violations(self) -> Iterator[Violation]:
        for one in self.pending.values():
            yield from one.violations


def beginning(files: Mapping[str, str], versions: Versions) -> LineState:
    """The state before the first step of a line that begins with these files: what is retired there stays so."""
    said = {path: blob for path, blob in files.items() if facts.retires(path)}
    versions.prefetch(said.values())
    found = {path: licences.retired(versions.of(path, blob) or NONE) for path, blob in said.items()}
    return LineState(retired=found)


class Step(Struct, frozen=True, kw_only=True):
    """Two states of the content: how their files differ, and the newer one's commit and files; ``first`` where the
    line begins with it."""

    changes: Sequence[BlobChange]
    files: StateFiles
    commit: str = ""
    time: int = 0
    first: bool = False


def advance(state: LineState, step: Step, versions: Versions) -> LineState:
    """The state after a step of the line."""
    moved = any(one.old and not one.new for one in step.changes)
    if not step.changes or not (moved or state.pending or state.gone or _compares(step.changes, state)):
        return state
    return _Advance(state, step, versions).result()


def _compares(changed: Iterable[BlobChange], state: LineState) -> bool:
    return any(one.old or one.path in state.unread or facts.grants(one.path) for one in changed)


class _Advance:
    """One step being judged."""

    def __init__(self, state: LineState, step: Step, versions: Versions) -> None:
        self.state, self.step, self.versions = state, step, versions
        self.unread = dict(state.unread)
        self.old: dict[str, Fact] = {}
        self.new: dict[str, Fact] = {}
        # Where the old version of each record stands
        self.stood: dict[str, tuple[str, str]] = {}
        for one in step.changes:
            self._read(one)
        self.granted = licences.granted(self.old, self.new)
        self.retired = dict(state.retired)
        for one in step.changes:
            self._retire(one)
        self.labels = labels.known(self.old, self.new)
        self.rearchived = {name.removeprefix("reports/") for name in self.old if self._is_rearchived(name)}

    def _read(self, change: BlobChange) -> None:
        before = self.unread.get(change.path, change.old)
        old = self.versions.of(change.path, before)
        new = self.versions.of(change.path, change.new)
        if new is None:
            # Nothing is adopted of what cannot be read
            self.unread[change.path] = before
            return
        self.unread.pop(change.path, None)
        self.new |= new
        self.old |= old or NONE
        self.stood |= dict.fromkeys(old or NONE, (change.path, before))

    def _retire(self, change: BlobChange) -> None:
        if facts.retires(change.path):
            self.retired[change.path] = licences.retired(self.versions.of(change.path, change.new) or NONE)

    def _is_rearchived(self, name: str) -> bool:
        old, new = self.old[name], self.new.get(name)
        return old.kind is REPORT and new is not None and old.values["source"] != new.values["source"]

    def result(self) -> LineState:
        pending: dict[str, Pending] = {}
        gone = dict(self.state.gone)
        for one in self._candidates():
            left, ended = self._judge(one)
            if left is not None:
                pending[one.record] = left
            if ended:
                gone[one.record] = one.path, one.blob
        return replace(self.state, pending=pending, unread=self.unread, gone=gone, retired=self.retired)

    def _candidates(self) -> Iterator[Pending]:
        """What is to be compared: what was pending, then every record of the files that changed."""
        for one in self.state.pending.values():
            fresh = self._fresh(one.record, (one.path, one.blob))
            yield replace(fresh, licences=(*one.licences, *fresh.licences), violations=one.violations)
        for name in self.old.keys() - self.state.pending.keys():
            if not self._stands(name):
                yield self._fresh(name, self.stood[name])
        for name in (self.new.keys() & self.state.gone.keys()) - self.old.keys() - self.state.pending.keys():
            yield self._fresh(name, self.state.gone[name])

    def _stands(self, name: str) -> bool:
        """Whether only what is free to change was changed in a record: so it is with most."""
        old, new = self.old[name], self.new.get(name)
        if new is None or new.kind is not old.kind or old.kind in TOLD_APART:
            return False
        same = old.more == new.more and old.body == new.body
        return same and (old.record is None or not old.unlike(new))

    def _fresh(self, name: str, stood: tuple[str, str]) -> Pending:
        mine = tuple(one for one in self.granted if one.record == name or one.withdrawn)
        return Pending(record=name, path=stood[0], blob=stood[1], licences=mine, violations=())

    def _judge(self, candidate: Pending) -> tuple[Pending | None, bool]:
        """What is left of it, if anything; and whether the record is gone, and may be."""
        name = candidate.record
        was = self.versions.record(candidate.path, candidate.blob, name) or self.old.get(name)
        if was is None:
            return None, False
        if name not in self.old and name not in self.new and name not in self.state.gone:
            found = self._untouched(candidate)
        else:
            now = self.new.get(name) or self._elsewhere(name, was)
            taken = self._taken_over(name, was) if now is None else []
            if not taken and now is None and (name in self._retired() or not was.kind.stays):
                return None, was.kind.stays or was.kind is RUBRIC
            found = taken or [*changes.compare(name, was, now, self.labels), *self._labels(name)]
        left = [one for one in map(self._reread, found) if not licences.is_licensed(one, candidate.licences)]
        if not left:
            return None, False
        return replace(candidate, violations=tuple(self._dated(candidate, left))), False

    def _untouched(self, candidate: Pending) -> list[FieldChange]:
        """Nothing happened to the record itself: it is as wrong as before, unless it is licensed now."""
        found = [one.what for one in candidate.violations]
        return [one for one in found if not (one.nature is Nature.GONE and candidate.record in self._retired())]

    def _reread(self, change: FieldChange) -> FieldChange:
        """Where a report was archived anew, its words and quotes may be corrected like anything else."""
        anew = change.record.partition("/")[0] in self.rearchived
        if anew and (change.nature is Nature.REUSED or change.field in QUOTED):
            return replace(change, nature=Nature.CORRECTED)
        return change

    def _labels(self, name: str) -> list[FieldChange]:
        if not name.startswith("vocabulary/"):
            return []
        return [one for one in changes.moved_labels(self.labels, self.new) if one.record == name]

    def _taken_over(self, name: str, was: Fact) -> list[FieldChange]:
        """Of a word that is gone: its labels, where they mean something else than what ``retired.yml`` leads to."""
        if was.kind is not WORD or name not in self._retired():
            return []
        return list(changes.taken_over(name, was, self.labels))

    def _retired(self) -> frozenset[str]:
        return frozenset().union(*self.retired.values())

    def _elsewhere(self, name: str, was: Fact) -> Fact | None:
        return find(self.versions, self.step.files, name, was) if was.kind in MOVABLE else None

    def _dated(self, candidate: Pending, left: Iterable[FieldChange]) -> Iterator[Violation]:
        """The commit that made a change stays the one to name, as long as the change stands."""
        known = {(one.what.field, one.what.was, one.what.now): one for one in candidate.violations}
        for one in left:
            before = known.get((one.field, one.was, one.now))
            yield before or Violation(what=one, commit=self.step.commit, time=self.step.time)


def walk(
    state: LineState,
    steps: Sequence[tuple[Step, Sequence[Side]]],
    versions: Versions,
    told: Callable[[Step], None] | None = None,
) -> LineState:
    """The state at the end of a line; ``steps`` are its commits, oldest first, each with what it merged.

    ``told`` hears of each step on the way, and reads all that it adds.
    """
    for at in range(0, len(steps), CHUNK):
        chunk = steps[at : at + CHUNK]
        each = ((step, told is not None and not step.first) for step, _sides in chunk)
        versions.prefetch(blob for step, all in each for blob in wanted(step.changes, versions, all=all))
        for step, sides in chunk:
            if told is not None:
                told(step)
            state = advance(state, step, versions)
            for side in sides:
                state = _merge(state, side, versions)
    return state


class Side(Struct, frozen=True, kw_only=True):
    """A parent of a merge that is not on the line: what the merge changed of it.

    ``own``: the files that it had changed since it left the line; ``step``: from it to the merge; ``before``: from
    where it left the line to it.
    """

    step: Step
    before: Step
    own: frozenset[str]


def _merge(state: LineState, side: Side, versions: Versions) -> LineState:
    """Nothing that the side had is lost or changed in silence by the merge itself."""
    if not any(one.path in side.own for one in side.step.changes):
        return state
    mine = [one for one in side.step.changes if one.path in side.own or _has_a_say(one.path)]
    start = replace(state, pending={}, unread={}, gone={})
    after = advance(start, replace(side.step, changes=mine), versions)
    if not after.pending:
        return state
    # What the side itself had changed in silence was never adopted: taking it back is no change
    slips = advance(start, side.before, versions).pending
    found = {name: one for name, one in after.pending.items() if not _is_undone(one, slips.get(name))}
    return replace(state, pending=found | state.pending)


def _has_a_say(path: str) -> bool:
    """Whether a file has a say in what other files' changes mean."""
    return facts.grants(path) or path.startswith("vocabulary/")


def _is_undone(one: Pending, slip: Pending | None) -> bool:
    if slip is None:
        return False
    slipped = {(each.what.field, each.what.now, each.what.was) for each in slip.violations}
    return all((each.what.field, each.what.was, each.what.now) in slipped for each in one.violations)
