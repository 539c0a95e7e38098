"""Where texts name the places and bodies of ``entities/``: the longest name wins, and none stands inside another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from msgspec import Struct

from disclosure.catalog.entities import Entity
from disclosure.catalog.entries import Register
from disclosure.catalog.followup import Update
from disclosure.model.text import ReportText

K = TypeVar("K")
# What a word stands for that is declared not to be a mention
NOBODY = ""


class Mention(Struct, frozen=True, kw_only=True):
    """A name where it stands in a text: ``start`` and ``end`` are code-point offsets."""

    entity: str
    name: str
    start: int
    end: int


class Names(Struct, frozen=True, dict=True):
    """What each name stands for, by the name; ``NOBODY`` for words in which a shorter name is not meant."""

    entities: Mapping[str, str]

    @cached_property
    def longest_first(self) -> tuple[str, ...]:
        return tuple(sorted(self.entities, key=lambda name: (-len(name), name)))

    def find(self, texts: Mapping[K, str]) -> dict[K, tuple[Mention, ...]]:
        """What the names, and the words that are none, stand for in each text that has any, in its order."""
        keys, whole = list(texts), "\n".join(texts.values())
        starts = [0, *accumulate(len(text) + 1 for text in texts.values())]
        taken: dict[int, list[Mention]] = {}
        for name in self.longest_first:
            for at in occurrences(whole, name):
                text = bisect_right(starts, at) - 1
                start, end = at - starts[text], at - starts[text] + len(name)
                there = taken.setdefault(text, [])
                if not any(start < other.end and other.start < end for other in there):
                    there.append(Mention(entity=self.entities[name], name=name, start=start, end=end))
        return {keys[n]: tuple(sorted(there, key=lambda one: one.start)) for n, there in sorted(taken.items())}


class Mentions(Struct, frozen=True, kw_only=True):
    """Where a report and its updates name entities.

    ``passages`` by paragraph, ``notes`` by the note's number; ``records`` and ``updates`` are the ids of the entities
    that a record or an update names, by its id, in the order in which it does. ``used`` are the names and excluded
    words that stand anywhere.
    """

    passages: Mapping[str, tuple[Mention, ...]]
    notes: Mapping[int, tuple[Mention, ...]]
    records: Mapping[str, tuple[str, ...]]
    updates: Mapping[str, tuple[str, ...]]
    used: frozenset[str]


def names(entities: Iterable[Entity]) -> Names:
    """Where two entities share a name, the first has it: the other is a problem of its own."""
    found: dict[str, str] = {}
    for entity in entities:
        for name in entity.names:
            found.setdefault(name, entity.id)
        for word in entity.excluded:
            found.setdefault(word, NOBODY)
    return Names(found)


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where a word begins in a text, overlapping itself or not."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)


def mentions(all: Names, text: ReportText, register: Register, updates: Sequence[Update]) -> Mentions:
    """All mentions of a report; of a commitment or a result those in its quote."""
    passages = all.find({one.id: one.text for one in text.passages})
    notes = all.find({one.number: one.text for one in text.notes})
    told = all.find({update.id: f"{update.title}\n{update.body}" for update in updates})
    titles = all.find({record.id: record.title for record in register.records})
    found = (one for by in (passages, notes, told) for inside in by.values() for one in inside)
    return Mentions(
        passages=_named(passages),
        notes=_named(notes),
        records=dict(_of_records(register, passages, titles)),
        updates={id: _ids(inside) for id, inside in _named(told).items()},
        used=frozenset(one.name for one in found),
    )


def _named(found: Mapping[K, tuple[Mention, ...]]) -> dict[K, tuple[Mention, ...]]:
    """Without the words that stand for nobody."""
    named = ((key, tuple(one for one in inside if one.entity)) for key, inside in found.items())
    return {key: inside for key, inside in named if inside}


def _of_records(
    register: Register, passages: Mapping[str, tuple[Mention, ...]], titles: Mapping[str, tuple[Mention, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for record in register.records:
        span = record.span
        inside = passages.get(span.passage, ())
        quoted = [one for one in inside if span.start <= one.start and one.end <= span.end]
        if ids := _of_record(quoted, titles.get(record.id, ()), is_part=bool(record.group)):
            yield record.id, ids


def _of_record(quoted: Collection[Mention], titled: Collection[Mention], *, is_part: bool) -> tuple[str, ...]:
    """What the quote names. Of a sentence that was split into parts the title says which is this one's."""
    return _ids(titled) if is_part and titled else _ids((*quoted, *titled))


def _ids(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.entity for one in mentions if one.entity))
