"""Where texts name the places and bodies of ``entities/``: the longest name wins, and none stands inside another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
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

    def within(self, texts: Iterable[str]) -> Names:
        """Only those that stand in one of the texts."""
        if not self.entities:
            return self
        whole = "\n".join(texts)
        return Names({name: id for name, id in self.entities.items() if name in whole})

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in a text, in their order."""
        taken: list[Mention] = []
        for name in self.longest_first:
            for start in occurrences(text, name):
                end = start + len(name)
                if not any(start < other.end and other.start < end for other in taken):
                    taken.append(Mention(entity=self.entities[name], name=name, start=start, end=end))
        return tuple(sorted((one for one in taken if one.entity), key=lambda one: one.start))


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
    titles = {record.id: record.title for record in register.records}
    said = {update.id: f"{update.title}\n{update.body}" for update in updates}
    there = all.within(
        (*(one.text for one in text.passages), *(one.text for one in text.notes), *titles.values(), *said.values())
    )
    passages = _found(there, {one.id: one.text for one in text.passages})
    notes = _found(there, {one.number: one.text for one in text.notes})
    of_updates = _found(there, said)
    of_titles = _found(there, titles)
    records = {
        record.id: _of_record(
            [
                one
                for one in passages.get(record.span.passage, ())
                if record.span.start <= one.start and one.end <= record.span.end
            ],
            of_titles.get(record.id, ()),
            is_part=bool(record.group),
        )
        for record in register.records
    }
    every = (one for by in (passages, notes, of_updates) for found in by.values() for one in found)
    meant_otherwise = (word for word, id in there.entities.items() if id == NOBODY)
    return Mentions(
        passages=passages,
        notes=notes,
        records={id: ids for id, ids in records.items() if ids},
        updates={id: _ids(found) for id, found in of_updates.items()},
        used=frozenset((*(one.name for one in every), *meant_otherwise)),
    )


def _found(names: Names, texts: Mapping[K, str]) -> dict[K, tuple[Mention, ...]]:
    each = ((key, names.find(text)) for key, text in texts.items())
    return {key: found for key, found in each if found}


def _of_record(quoted: Collection[Mention], titled: Collection[Mention], *, is_part: bool) -> tuple[str, ...]:
    """What the quote names. Of a sentence that was split into parts the title says which is this one's."""
    return _ids(titled) if is_part and titled else _ids((*quoted, *titled))


def _ids(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.entity for one in mentions))
