"""What became of records along the published line: told step by step, whether a rule holds them or not.

Records are followed by their names, wherever they stand and however they are spelt. A version that cannot be read is
passed over: the next one is compared with the last that could be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.grouping import grouped
from disclosure.history import edits, facts, labels, licences
from disclosure.history.fact import BLOB, Fact, FileFacts
from disclosure.history.kinds import CORRECTION, MOVABLE, SOURCE
from disclosure.history.labels import Labels
from disclosure.history.line import Step
from disclosure.history.record_change import Happening, RecordChange
from disclosure.history.versions import NONE, Versions
from disclosure.model import record_names
from disclosure.source import files, git


class TellingState(Struct, frozen=True, kw_only=True):
    """What telling the next step takes: ``unread`` the last readable blob of files that cannot be read since,
    ``meanings`` the blobs of the files that say what labels mean, both by path.

    ``former`` are labels that no word has any more, with the id of the word that had each, by vocabulary.
    """

    unread: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    former: dict[str, dict[str, str]] = field(default_factory=dict)


class Teller:
    """Tells the steps of a line, one after the other.

    ``changes`` are what was told so far, oldest first; ``withdrawn`` are records of which something had to be taken
    down by law: what was said of them before is not told again.
    """

    def __init__(self, state: TellingState, versions: Versions) -> None:
        self.state = state
        self.changes: list[RecordChange] = []
        self.withdrawn: frozenset[str] = frozenset()
        self._versions = versions

    def tell(self, step: Step) -> None:
        if step.first:
            self.state = begins({one.path: one.new for one in step.changes})
        elif any(facts.concerns(one.path) for one in step.changes):
            found = _ToldStep(self.state, step, self._versions)
            self.changes += found.changes()
            self.state = found.state
            if found.withdrawn:
                self.changes = without_words(self.changes, found.withdrawn)
                self.withdrawn |= found.withdrawn


def begins(stood: Mapping[str, str]) -> TellingState:
    """The state of a line that begins with these files: path to blob."""
    return TellingState(meanings={path: blob for path, blob in stood.items() if _has_meanings(path)})


def _has_meanings(path: str) -> bool:
    return path.startswith("vocabulary/") or path == facts.RETIRED


def without_words(changes: Iterable[RecordChange], withdrawn: frozenset[str]) -> list[RecordChange]:
    """The same, without what was said of records that had to be taken down."""
    return [replace(one, edits=()) if one.record in withdrawn and one.edits else one for one in changes]


class _ToldStep:
    """One step being told."""

    def __init__(self, before: TellingState, step: Step, versions: Versions) -> None:
        self.before, self.step, self.versions = before, step, versions
        self.unread = dict(before.unread)
        self.old: dict[str, Fact] = {}
        self.new: dict[str, Fact] = {}
        for one in step.changes:
            if facts.concerns(one.path):
                self._read(one.path, one.old, one.new)
        granted = licences.granted(self.old, self.new)
        self.withdrawn = frozenset(one.record for one in granted if one.withdrawn)
        by_record = grouped((one.record, one.by) for one in granted if self._is_correction(one.by))
        self.corrections = {record: tuple(dict.fromkeys(by)) for record, by in by_record.items()}
        self.state = self._after()

    def _read(self, path: str, old: str, new: str) -> None:
        before = self.unread.get(path, old)
        now = self.versions.of(path, new)
        if now is None:
            self.unread[path] = before
            return
        self.unread.pop(path, None)
        self.old |= self.versions.of(path, before) or NONE
        self.new |= now

    def _after(self) -> TellingState:
        meanings = {one.path: one.new for one in self.step.changes if _has_meanings(one.path)}
        if not meanings:
            return replace(self.before, unread=self.unread)
        former = {name: dict(known) for name, known in self.before.former.items()}
        for vocabulary, label, id in labels.dropped(self.old, self.new):
            former.setdefault(vocabulary, {})[label] = id
        return TellingState(unread=self.unread, meanings=_there(self.before.meanings | meanings), former=former)

    def _is_correction(self, name: str) -> bool:
        return name in self.new and self.new[name].kind is CORRECTION

    def changes(self) -> Iterator[RecordChange]:
        """By the records' names."""
        for name in sorted(self.old.keys() | self.new.keys()):
            found = self._change(name)
            if found is not None:
                yield found

    def _change(self, name: str) -> RecordChange | None:
        old, new = self.old.get(name), self.new.get(name)
        if old is not None and new is not None:
            return self._compared(name, old, new)
        stands = old or new
        assert stands is not None
        other = self._elsewhere(name, stands) if stands.kind in MOVABLE else None
        if other is not None:
            return self._compared(name, old or other, new or other)
        return self._said(name, stands, Happening.GONE if new is None else Happening.CREATED)

    def _elsewhere(self, name: str, like: Fact) -> Fact | None:
        """A record that other files than the changed ones hold: they hold it before and after the step."""
        changed = {one.path for one in self.step.changes} - self.unread.keys()
        stood = {path: blob for path, blob in self._standing.items() if path not in changed}
        mine = {path: blob for path, blob in stood.items() if facts.same_folder(path, like.path)}
        for path in self.versions.holding(mine, name.rpartition("/")[2].encode()):
            fact = self.versions.record(path, mine[path], name)
            if fact is not None and fact.kind is like.kind:
                return fact
        return None

    @cached_property
    def _standing(self) -> Mapping[str, str]:
        """The files after the step, of those that cannot be read the last version that could be."""
        return {**self.step.files(), **_there(self.unread)}

    def _compared(self, name: str, old: Fact, new: Fact) -> RecordChange | None:
        if old == new or (old.kind is SOURCE and self._is_same_text(old, new)):
            return None
        found = edits.told(name, old, new, self._labels)
        return None if found is None else replace(self._said(name, new, found[0]), edits=found[1])

    def _is_same_text(self, old: Fact, new: Fact) -> bool:
        """Whether an archived text differs in how its lines end, and in nothing else."""
        one, other = (self.versions.data(fact.path, fact.more[BLOB]) for fact in (old, new))
        return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")

    @cached_property
    def _labels(self) -> Labels:
        """What labels meant before the step and mean after it: records may follow a word's new name later."""
        found = labels.known(self._meaning(self.before), self._meaning(self.state))
        former = {(name, label): id for name, known in self.before.former.items() for label, id in known.items()}
        return replace(found, before={**former, **found.before})

    def _meaning(self, state: TellingState) -> FileFacts:
        found: dict[str, Fact] = {}
        for path, blob in state.meanings.items():
            found |= self.versions.of(path, state.unread.get(path, blob)) or NONE
        return found

    def _said(self, name: str, fact: Fact, happening: Happening) -> RecordChange:
        kind = record_names.parse(name)
        return RecordChange(
            record=name,
            kind=kind[0] if kind else "",
            report=files.owner(fact.path),
            happening=happening,
            day=git.moment(self.step.time).date().isoformat() if self.step.commit else "",
            nth=0,
            commit=self.step.commit,
            corrections=self.corrections.get(name, ()),
        )


def _there(blobs: Mapping[str, str]) -> dict[str, str]:
    return {path: blob for path, blob in blobs.items() if blob}
