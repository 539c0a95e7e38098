"""What became of records, as kept in the cache: an object for each report, newest change first; and another with the
versions of its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.cache.store import Store
from disclosure.catalog.changes import RecordChanges
from disclosure.grouping import grouped
from disclosure.history import telling
from disclosure.history.file_lines import FileLine, FileLines, LinePlace, by_report
from disclosure.history.record_change import RecordChange
from disclosure.history.telling import Teller, TellingState, without_words

# The name of each report's object; that of records of no report goes by the empty key
ToldObjects = dict[str, str]


class ToldLine(Struct, frozen=True, kw_only=True):
    """What is told of a line, and what telling more of it takes. ``began`` is the day on which it begins.

    ``changes`` are what became of records, ``files`` the versions of files that outcomes are derived from.
    """

    began: str = ""
    changes: ToldObjects = field(default_factory=dict)
    files: ToldObjects = field(default_factory=dict)
    state: TellingState = field(default_factory=TellingState)
    reached: LinePlace = LinePlace()

    @property
    def objects(self) -> tuple[str, ...]:
        return (*self.changes.values(), *self.files.values())

    def are_kept(self, store: Store, *, verify: bool) -> bool:
        """Whether all objects are there; with ``verify``, also whether nothing happened to them."""
        return all(store.get(one) is not None if verify else store.has(f"objects/{one}") for one in self.objects)


def beginning(store: Store, day: date, stood: Mapping[str, str]) -> ToldLine:
    """Of a line that begins with these files: path to blob."""
    kept = {key: store.put_value(FileLine(stood=one)) for key, one in by_report(stood).items()}
    return ToldLine(began=day.isoformat(), files=kept, state=telling.begins(stood))


class Unpublished(Struct, frozen=True):
    """What becomes of records once the folder is published: no day and no number yet; ``withdrawn`` are records of
    which something is taken down by law."""

    changes: tuple[RecordChange, ...] = ()
    withdrawn: frozenset[str] = frozenset()


class ToldRef(Struct, frozen=True, kw_only=True):
    """Where a report's changes are: ``kept`` is the name of its object, ``unpublished`` what joins them today.

    Two are equal where the same is told. ``known`` and ``since`` are those of ``RecordChanges``.
    """

    known: bool = False
    since: str = ""
    kept: str = ""
    unpublished: tuple[RecordChange, ...] = ()
    withdrawn: tuple[str, ...] = ()


class OutcomeSources(Struct, frozen=True, kw_only=True):
    """What the outcomes of a report's promises are followed through: the ``content`` folder, where the line ``began``,
    the versions of ``files`` by report, and labels that no word has any more (``former``, by vocabulary).

    ``guests`` are the files of other reports that speak of it, ``unpublished`` its records that are about to change.
    """

    content: str = ""
    began: str = ""
    guests: tuple[str, ...] = ()
    files: ToldObjects = field(default_factory=dict)
    former: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unpublished: tuple[str, ...] = ()


def read(store: Store, ref: ToldRef) -> RecordChanges:
    """A report's changes, without those of outcomes."""
    kept = without_words(load(store, ref.kept), frozenset(ref.withdrawn))
    return RecordChanges(all=tuple(after(kept, ref.unpublished)), known=ref.known, since=ref.since)


def of_day(unpublished: Unpublished, key: str, today: date) -> tuple[RecordChange, ...]:
    """A report's share of what joins today."""
    return tuple(replace(one, day=today.isoformat()) for one in unpublished.changes if one.report == key)


def add(store: Store, before: ToldLine, teller: Teller, lines: FileLines) -> ToldLine:
    """What is told after some more steps."""
    return ToldLine(
        began=before.began,
        changes=_with_changes(store, before.changes, teller),
        files=_with_files(store, before.files, lines),
        state=teller.state,
        reached=lines.reached,
    )


def _with_changes(store: Store, before: ToldObjects, teller: Teller) -> ToldObjects:
    """Of withdrawn records nothing older is told, in whatever report it was."""
    found = grouped((one.report, one) for one in teller.changes)
    keys = {**before, **dict.fromkeys(found)} if teller.withdrawn else found
    return before | {key: _added(store, before.get(key, ""), found.get(key, ()), teller.withdrawn) for key in keys}


def _with_files(store: Store, before: ToldObjects, lines: FileLines) -> ToldObjects:
    keys = [*lines.stood, *(key for key in lines.steps if key not in lines.stood)]
    return before | {key: _lengthened(store, before.get(key, ""), lines, key) for key in keys}


def _lengthened(store: Store, name: str, lines: FileLines, key: str) -> str:
    line = load_files(store, name) if name else FileLine(stood=lines.stood.get(key, {}))
    return store.put_value(line.and_then(tuple(lines.steps.get(key, ()))))


def load_files(store: Store, name: str) -> FileLine:
    """The versions of files kept under a name; none under no name."""
    return store.need_value(name, FileLine) if name else FileLine()


def _added(store: Store, name: str, more: Sequence[RecordChange], withdrawn: frozenset[str]) -> str:
    return store.put_value(after(without_words(load(store, name), withdrawn), more))


def load(store: Store, name: str) -> list[RecordChange]:
    """What is kept under a name; nothing under none."""
    return store.need_value(name, list[RecordChange]) if name else []


def after(known: Sequence[RecordChange], more: Sequence[RecordChange]) -> list[RecordChange]:
    """What is ``known`` (newest first) with what came after it (oldest first), newest first; several changes of a
    record on a day are told apart."""
    count: dict[tuple[str, str], int] = {}
    mine = {(one.record, one.day) for one in more}
    for one in known:
        if (one.record, one.day) in mine:
            count[one.record, one.day] = max(one.nth, count.get((one.record, one.day), 0))
    found = []
    for one in more:
        nth = count[one.record, one.day] = count.get((one.record, one.day), 0) + 1
        found.append(replace(one, nth=nth))
    return [*reversed(found), *known]
