"""What belongs to a district: of the whole site as much as its reports name, so that its data are complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from disclosure.catalog import address, record_address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.changes import RecordChanges
from disclosure.catalog.correction import Corrected, corrected
from disclosure.catalog.datasets import Counts
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator
from disclosure.catalog.words import Vocabularies
from disclosure.model.vocabulary import DEPARTMENTS, TOPICS, Term, WordRecord
from disclosure.source.register import Located

# What reports name and what may be many, beside topics and departments
ENTITIES, PLACES = "entities", "places"
NamedIds = Mapping[str, frozenset[str]]


def named(report: Report) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The ids that a report's rows name of what belongs to the whole site, by what they are."""
    found: dict[str, set[str]] = {
        TOPICS: {topic.id for one in report.register.records for topic in one.topics},
        DEPARTMENTS: {term.id for term in _departments(report)},
        ENTITIES: set(_entities(report)),
        PLACES: {look.id for one in report.follow.values() if one.absence for look in one.absence.looks},
    }
    return tuple((name, tuple(sorted(ids))) for name, ids in found.items())


def _departments(report: Report) -> Iterator[Term]:
    """Also those that answered for something once."""
    for one in report.responsibility.values():
        yield from one.departments
        for each in one.history:
            yield from each.departments


def _entities(report: Report) -> Iterator[str]:
    mentions = report.mentions
    yield from (one.entity for each in mentions.passages.values() for one in each)
    for ids in (*mentions.records.values(), *mentions.updates.values()):
        yield from ids


def catalog(site: Catalog, district: District, reports: Sequence[Counts]) -> Catalog:
    """What belongs to a district with these reports: its corrections and retired records, and what it names.

    Words that no record names by key (states, kinds) are all there: they are few, and say what ids mean. Answers to
    questions are the whole site's, and so is what became of records that belong to it.
    """
    keys, names = {one.report for one in reports}, _together(reports)
    return replace(
        site,
        site=replace(site.site, title=f"{site.site.title}：{district.name}"),
        words=_words(site.words, names),
        indicators=tuple(_indicators(site, district, keys)),
        entities=tuple(one for one in site.entities if one.id in names[ENTITIES]),
        places=tuple(one for one in site.places if one.id in names[PLACES]),
        corrections=tuple(one for one in site.corrections if _owners(corrected(one)) & keys),
        retired=tuple(one for one in site.retired if address.owner(record_address.of_record(one.value.record)) in keys),
        questions=(),
        changes=RecordChanges(),
        changed={key: site.newest[key] for key in sorted(keys) if key in site.newest},
    )


def _together(reports: Iterable[Counts]) -> NamedIds:
    found: dict[str, set[str]] = {name: set() for name in (TOPICS, DEPARTMENTS, ENTITIES, PLACES)}
    for one in reports:
        for name, ids in one.named:
            found[name].update(ids)
    return {name: frozenset(ids) for name, ids in found.items()}


def _indicators(site: Catalog, district: District, keys: set[str]) -> Iterator[Indicator]:
    """Its own, those of which one of its reports states something, and what they are rates of, without what others
    state."""
    stated = {one.id: one for key in keys for one in site.measured.get(key, ())}
    stated |= {one.id: one for one in site.indicators if one.located.value.district == district.id}
    bases = {one.rate_of: site.indicator_by_id[one.rate_of] for one in stated.values() if one.rate_of}
    for _id, one in sorted((stated | bases).items()):
        yield replace(
            one,
            observations=tuple(each for each in one.observations if not each.report or each.report in keys),
            targets=tuple(each for each in one.targets if each.report in keys),
        )


def _owners(all: Iterable[Corrected]) -> set[str]:
    return {address.owner(one.address) for one in all}


def _words(words: Vocabularies, names: NamedIds) -> Vocabularies:
    """Topics and departments may be many: those that are named, and what they became."""
    records = words.records.items()
    return Vocabularies({name: _closed(all, names[name]) if name in names else all for name, all in records})


def _closed(all: tuple[Located[WordRecord], ...], ids: frozenset[str]) -> tuple[Located[WordRecord], ...]:
    by_id = {one.value.id: one.value for one in all}
    wanted, found = list(ids), set[str]()
    while wanted:
        id = wanted.pop()
        into = by_id[id].into if id in by_id and id not in found else None
        found.add(id)
        wanted += [into] if into else []
    return tuple(one for one in all if one.value.id in found)
