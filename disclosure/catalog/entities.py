"""The places and bodies that reports name, resolved: each with its kind as a term."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from disclosure.catalog.words import Vocabularies, unknown
from disclosure.model import vocabulary
from disclosure.model.entity import EntityRecord
from disclosure.model.vocabulary import Term
from disclosure.problem import Problem
from disclosure.source.register import Located


class Entity(Struct, frozen=True, kw_only=True):
    """A road, a school, a firm ... ``excluded`` are words that hold one of its names and mean something else."""

    id: str
    name: str
    kind: Term
    others: tuple[str, ...]
    excluded: tuple[str, ...]
    note: str
    source: str
    located: Located[EntityRecord]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others)


def resolve(records: Iterable[Located[EntityRecord]], words: Vocabularies) -> tuple[tuple[Entity, ...], list[Problem]]:
    """The entities in the order of their kinds and names; a kind that the vocabulary lacks is a problem."""
    found: dict[str, Entity] = {}
    problems: list[Problem] = []
    for located in records:
        record = located.value
        kind = words.label(vocabulary.ENTITY_KINDS, record.kind)
        if kind is None:
            problems.append(unknown(located, record.id, vocabulary.ENTITY_KINDS, record.kind, ("kind",), words))
        entity = Entity(
            id=record.id,
            name=record.name,
            kind=kind or Term(record.kind, record.kind),
            others=tuple(record.others),
            excluded=tuple(record.excluded),
            note=record.note or "",
            source=record.source or "",
            located=located,
        )
        found.setdefault(entity.id, entity)
    order = words.order(vocabulary.ENTITY_KINDS)
    return tuple(sorted(found.values(), key=lambda one: (order.get(one.kind.id, len(order)), one.id))), problems
