"""What each report says of places and bodies, before any page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.mentions import Mention
from disclosure.grouping import grouped
from disclosure.model.text import Paragraph, Span
from disclosure.pages import commitment_lines, over, records
from disclosure.pages.commitment_lines import CommitmentLine
from disclosure.pages.page import Link, iso
from disclosure.pages.records import QuoteView


class EntityCount(Struct, frozen=True, kw_only=True):
    """In how many sentences, notes, promises, results and updates one report names an entity."""

    entity: str
    sentences: int
    notes: int
    commitments: int
    results: int
    updates: int

    @property
    def said(self) -> int:
        return self.sentences + self.notes

    @property
    def all(self) -> int:
        return self.said + self.commitments + self.results + self.updates


class EntityPart(Struct, frozen=True, kw_only=True):
    """What one report says of an entity: ``quotes`` are sentences of its text, ``notes`` terms that it explains;
    ``counted`` says how many of each."""

    counted: EntityCount
    report: str
    title: str
    quotes: tuple[QuoteView, ...]
    notes: tuple[Link, ...]
    commitments: tuple[CommitmentLine, ...]
    results: tuple[Link, ...]
    updates: tuple[Link, ...]


class Naming(Struct, frozen=True, kw_only=True):
    """What the list of all, and the checks, know of a report; ``used`` are the names and excluded words in it."""

    key: str
    title: str
    counts: tuple[EntityCount, ...]
    used: tuple[str, ...]


# The parts of a report, by its key
EntityPartsOf = Callable[[str], tuple[EntityPart, ...]]


def summary(catalog: Catalog, report: Report) -> tuple[EntityPart, ...]:
    """What the entities' pages need of a report, in the order of the catalogue."""
    found = report.mentions
    sentences = grouped((one.entity, place) for place, one in _first_in_sentences(report))
    notes = grouped((one.entity, number) for number, inside in found.notes.items() for one in inside)
    named = grouped((id, record) for record in report.register.records for id in found.records.get(record.id, ()))
    told = grouped((id, update) for update in report.updates for id in found.updates.get(update.id, ()))
    lines, links = commitment_lines.lines(report), records.linked(report)
    terms = {note.number: note for note in report.text.notes}
    part = partial(_part, report.key, over.named(report.meta.title, report.meta.year, catalog.today))
    return tuple(
        part(
            entity.id,
            quotes=tuple(records.in_sentences(report, span) for span in sentences.get(entity.id, ())),
            notes=tuple(
                Link(terms[n].term, report.note_address(terms[n])) for n in dict.fromkeys(notes.get(entity.id, ()))
            ),
            commitments=tuple(lines[one.id] for one in named.get(entity.id, ()) if one.id in lines),
            results=tuple(links[one.id] for one in named.get(entity.id, ()) if one.id not in lines),
            updates=tuple(
                Link(one.title, address.update(report.key, one.id), note=iso(one.day))
                for one in told.get(entity.id, ())
            ),
        )
        for entity in catalog.entities
        if any(entity.id in by for by in (sentences, notes, named, told))
    )


def _part(
    key: str,
    title: str,
    entity: str,
    *,
    quotes: tuple[QuoteView, ...],
    notes: tuple[Link, ...],
    commitments: tuple[CommitmentLine, ...],
    results: tuple[Link, ...],
    updates: tuple[Link, ...],
) -> EntityPart:
    counted = EntityCount(
        entity=entity,
        sentences=len(quotes),
        notes=len(notes),
        commitments=len(commitments),
        results=len(results),
        updates=len(updates),
    )
    return EntityPart(
        counted=counted,
        report=key,
        title=title,
        quotes=quotes,
        notes=notes,
        commitments=commitments,
        results=results,
        updates=updates,
    )


def _first_in_sentences(report: Report) -> Iterator[tuple[Span, Mention]]:
    """Of the mentions of an entity in one sentence the first: the sentence is shown once."""
    seen: set[tuple[str, str]] = set()
    for paragraph in report.text.passages:
        for one in report.mentions.passages.get(paragraph.id, ()):
            key = (one.entity, _sentence(paragraph, one))
            if key not in seen:
                seen.add(key)
                yield Span(paragraph.id, one.start, one.end), one


def _sentence(paragraph: Paragraph, mention: Mention) -> str:
    return next((one.id for one in paragraph.sentences if mention.start < one.end), paragraph.id)


def naming(report: Report, parts: Iterable[EntityPart]) -> Naming:
    counts = tuple(one.counted for one in parts)
    return Naming(key=report.key, title=report.meta.title, counts=counts, used=tuple(sorted(report.mentions.used)))
