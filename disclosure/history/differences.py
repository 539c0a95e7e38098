"""Two versions of a record to every single value in which they differ: what was changed, added or taken out.

What the history rule judges (``changes``) and what readers are told (``edits``) are both made of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from disclosure.history.fact import Fact
from disclosure.history.kinds import WORD
from disclosure.history.labels import Labels
from disclosure.model import fields
from disclosure.model.fields import Field, Record, records_in

# Lists whose order means something; of all others only what is in them counts
ORDERED = ("counts", "plan", "targets")


class Differing(Struct, frozen=True, kw_only=True):
    """A value that is another than it was: ``None`` where there is none. ``where`` is its field's path.

    ``way`` are the fields that lead to it, the last its own; ``within`` the values beside it, before and now.
    """

    where: tuple[str, ...]
    way: tuple[Field, ...]
    within: tuple[Mapping[str, Any], Mapping[str, Any]]
    was: Any
    now: Any

    @property
    def field(self) -> Field:
        return self.way[-1]

    @property
    def is_free(self) -> bool:
        """Whether it is free to change."""
        return any(one.change is fields.FREE for one in self.way)


Values = Mapping[str, Any]
Way = tuple[Field, ...]
Steps = tuple[str, ...]


def differences(name: str, old: Fact, new: Fact, labels: Labels, wanted: Iterable[str]) -> Iterator[Differing]:
    """In the fields that are ``wanted``; narratives are compared elsewhere."""
    was, now = ({one: fact.value(one) for one in wanted} for fact in (old, new))
    return _Comparison(name, new, labels).records(new.kind.model, was, now, (), ())


class _Comparison(Struct, frozen=True):
    """Two versions of one record being compared."""

    name: str
    fact: Fact
    labels: Labels

    def records(self, model: type[Record], old: Values, new: Values, way: Way, where: Steps) -> Iterator[Differing]:
        for name, field in model.declared.items():
            was, now = old.get(name), new.get(name)
            if was != now:
                here = Differing(where=(*where, name), way=(*way, field), within=(old, new), was=was, now=now)
                yield from self.values(here)

    def values(self, one: Differing) -> Iterator[Differing]:
        inner = next(records_in(one.field.type), None)
        was, now = one.was, one.now
        if isinstance(was, list) or isinstance(now, list):
            yield from self.texts(one) if inner is None else self.lists(one, inner)
        elif isinstance(was, dict) and isinstance(now, dict):
            if inner is not None:
                yield from self.records(inner, was, now, one.way, one.where)
            else:
                yield from _by_key(one)
        elif not self.labels.same(one.field.words, was, now) and not self._is_renamed(one):
            yield one

    def _is_renamed(self, one: Differing) -> bool:
        """Whether a word names another of its vocabulary by the id that that one has now."""
        if self.fact.kind is not WORD or one.where != ("into",):
            return False
        vocabulary = self.name.rpartition("/")[0]
        return self.labels.successors.get(f"{vocabulary}/{one.was}") == f"{vocabulary}/{one.now}"

    def lists(self, one: Differing, inner: type[Record]) -> Iterator[Differing]:
        paired = _by_place if one.where[-1] in ORDERED else _by_likeness
        for place, was, now in paired(one.was or [], one.now or []):
            where = (*one.where, str(place + 1))
            if was is None or now is None:
                yield _at(one, where, was, now)
            else:
                yield from self.records(inner, was, now, one.way, where)

    def texts(self, one: Differing) -> Iterator[Differing]:
        """A list of texts; each that is no longer there with the one that came for it."""
        was, now = one.was or [], one.now or []
        if one.where[-1] in ORDERED:
            yield _at(one, one.where, one.was, one.now or None)
            return
        words = one.field.words
        gone = [each for each in was if each not in now and not any(self.labels.same(words, each, n) for n in now)]
        come = [each for each in now if each not in was and not any(self.labels.same(words, w, each) for w in was)]
        pairs = list(zip(gone, come, strict=True)) if len(gone) == len(come) else []
        for each, other in pairs or [*((each, None) for each in gone), *((None, each) for each in come)]:
            yield _at(one, one.where, each, other)


def _at(one: Differing, where: Steps, was: Any, now: Any) -> Differing:
    return Differing(where=where, way=one.way, within=one.within, was=was, now=now)


def _by_key(one: Differing) -> Iterator[Differing]:
    for key in {**one.was, **one.now}:
        was, now = one.was.get(key), one.now.get(key)
        if was != now:
            yield _at(one, (*one.where, key), was, now)


# The place of an item where it was, or where it came in; what it was and what it is
ListPair = tuple[int, Any, Any]


def _by_place(was: list[Any], now: list[Any]) -> Iterator[ListPair]:
    for n in range(max(len(was), len(now))):
        yield n, was[n] if n < len(was) else None, now[n] if n < len(now) else None


def _by_likeness(was: list[Any], now: list[Any]) -> Iterator[ListPair]:
    """Each of the old items that is not there as it was, with the new one that is most like it; then what was added."""
    left = list(enumerate(now))
    changed = []
    for n, one in enumerate(was):
        same = next((each for each in left if each[1] == one), None)
        if same is None:
            changed.append((n, one))
        else:
            left.remove(same)
    for n, one in changed:
        best = max(left, key=lambda other: _common(one, other[1]), default=None)
        if best is None or (_common(one, best[1]) == 0 and len(left) != len(changed)):
            yield n, one, None
        else:
            left.remove(best)
            yield n, one, best[1]
    yield from ((n, None, one) for n, one in left)


def _common(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    return sum(other.get(key) == value for key, value in one.items())
