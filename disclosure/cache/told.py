"""What became of records, as kept in the cache: an object for each report, newest change first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from disclosure.cache.store import CacheMiss, Store
from disclosure.catalog.changes import RecordChanges
from disclosure.grouping import grouped
from disclosure.history.record_change import RecordChange
from disclosure.history.telling import without_words

# The name of each report's object; that of records of no report goes by the empty key
ToldObjects = dict[str, str]


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


def read(store: Store, ref: ToldRef) -> RecordChanges:
    """A report's changes, without those of outcomes."""
    kept = without_words(load(store, ref.kept), frozenset(ref.withdrawn))
    return RecordChanges(all=tuple(after(kept, ref.unpublished)), known=ref.known, since=ref.since)


def of_day(unpublished: Unpublished, key: str, today: date) -> tuple[RecordChange, ...]:
    """A report's share of what joins today."""
    return tuple(replace(one, day=today.isoformat()) for one in unpublished.changes if one.report == key)


def add(
    store: Store, before: Mapping[str, str], more: Sequence[RecordChange], withdrawn: frozenset[str]
) -> ToldObjects:
    """The objects after what else is told, oldest first. Of ``withdrawn`` records nothing older is told."""
    found = grouped((one.report, one) for one in more)
    # Whatever report it was told in
    keys = [*before, *(key for key in found if key not in before)] if withdrawn else list(found)
    return {**before, **{key: _added(store, before.get(key, ""), found.get(key, ()), withdrawn) for key in keys}}


def _added(store: Store, name: str, more: Sequence[RecordChange], withdrawn: frozenset[str]) -> str:
    return store.put_value(after(without_words(load(store, name), withdrawn), more))


def load(store: Store, name: str) -> list[RecordChange]:
    """What is kept under a name; nothing under none."""
    found = store.get_value(name, list[RecordChange]) if name else []
    if found is None:
        raise CacheMiss(name)
    return found


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


def are_kept(store: Store, objects: ToldObjects, *, verify: bool) -> bool:
    """Whether all objects are there; with ``verify``, also whether nothing happened to them."""
    return all(store.get(name) is not None if verify else store.has(f"objects/{name}") for name in objects.values())
