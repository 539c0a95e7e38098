"""The data of a district, complete by themselves: of what belongs to the whole site as much as its reports name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, join
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.changes import RecordChanges
from disclosure.catalog.correction import corrected
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Indicator
from disclosure.catalog.resolve import indicators
from disclosure.catalog.resolve.indicator_files import Levels, Own
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.catalog.words import Vocabularies
from disclosure.exports import keys
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.vocabulary import DEPARTMENTS, TOPICS, WordRecord
from disclosure.source import files
from disclosure.source.register import Located

# The piece of a report that says what it names; the tables whose rows a report names by their keys
NAMED = "named"
NAMED_TABLES = frozenset({"department-directory", "topics", "entities", "places"})
# The ids that are named, by table
Named = Mapping[str, frozenset[str]]


def naming(table: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table that name what belongs to the whole site, each with the table that it names."""
    return tuple((one.columns[-1], one.table) for one in keys.foreign(table) if one.table in NAMED_TABLES)


def name(table: str, rows: Iterable[Mapping[str, Any]], found: dict[str, set[str]]) -> None:
    """Add what these rows name."""
    leading = naming(table)
    for row in rows if leading else ():
        for column, other in leading:
            if row.get(column):
                found.setdefault(other, set()).add(row[column])


def written(found: Mapping[str, Collection[str]]) -> bytes:
    return msgspec.json.encode({table: sorted(ids) for table, ids in sorted(found.items())})


def named(pieces: Iterable[bytes]) -> Named:
    """What reports name together."""
    found: dict[str, set[str]] = {}
    for piece in pieces:
        for table, ids in msgspec.json.decode(piece, type=dict[str, list[str]]).items():
            found.setdefault(table, set()).update(ids)
    return {table: frozenset(ids) for table, ids in found.items()}


class DistrictReports(Struct, frozen=True, kw_only=True):
    """A district with the keys of its reports, newest first, what they say of indicators, and what they name."""

    district: District
    keys: tuple[str, ...]
    parts: tuple[IndicatorPart, ...]
    named: Named


class Indicators(Struct, frozen=True, kw_only=True):
    """Those of the whole site, with the values of their own files and what city and province have."""

    records: tuple[Located[IndicatorRecord], ...]
    own: Own
    levels: Levels

    def of(self, parts: Sequence[IndicatorPart]) -> tuple[Indicator, ...]:
        """Those that the parts are of."""
        stated = {one.id for one in parts}
        bases = {one.value.rate_of for one in self.records if one.value.id in stated}
        ids = stated | bases
        held = [one for one in self.records if one.value.id in ids]
        own = {id: one for id, one in self.own.items() if id in ids}
        levels = {id: one for id, one in self.levels.items() if id in ids}
        return indicators.merge(held, parts, own, levels)


def changed(catalog: Catalog) -> Mapping[str, datetime]:
    """When the newest file of each report changed, by key."""
    found: dict[str, datetime] = {}
    for path, moment in catalog.changed.items():
        key = files.owner(path.partition("/")[2])
        if key and (key not in found or moment > found[key]):
            found[key] = moment
    return found


def catalog(site: Catalog, all: Indicators, one: DistrictReports, newest: Mapping[str, datetime]) -> Catalog:
    """What belongs to a district: its corrections and retired records, the words, places and entities it names.

    Words that no record names by key (states, kinds) are all there: they are few, and say what ids mean. Answers to
    questions are the whole site's, and so is what became of records that belong to it.
    """
    mine = join.complete(site, site.commit, all.of(one.parts))
    return replace(
        mine,
        site=replace(site.site, title=f"{site.site.title}：{one.district.name}"),
        words=_words(site.words, one.named),
        entities=tuple(each for each in site.entities if each.id in one.named.get("entities", ())),
        places=tuple(each for each in site.places if each.id in one.named.get("places", ())),
        corrections=tuple(each for each in site.corrections if _owners(corrected(each)) & set(one.keys)),
        retired=tuple(each for each in site.retired if address.owner(address.of_record(each.value.record)) in one.keys),
        questions=(),
        changes=RecordChanges(),
        changed={key: newest[key] for key in one.keys if key in newest},
    )


def _owners(all: Iterable[Any]) -> set[str]:
    return {address.owner(one.address) for one in all}


def _words(words: Vocabularies, named: Named) -> Vocabularies:
    """Topics and departments are many: those that are named, and what they belong to or became."""
    kept = {TOPICS: named.get("topics", frozenset()), DEPARTMENTS: named.get("department-directory", frozenset())}
    return Vocabularies(
        {name: _closed(all, kept[name]) if name in kept else all for name, all in words.records.items()}
    )


def _closed(all: tuple[Located[WordRecord], ...], ids: frozenset[str]) -> tuple[Located[WordRecord], ...]:
    by_id = {one.value.id: one.value for one in all}
    wanted = list(ids)
    found: set[str] = set()
    while wanted:
        id = wanted.pop()
        if id in by_id and id not in found:
            found.add(id)
            wanted += filter(None, (by_id[id].of, by_id[id].into))
    return tuple(one for one in all if one.value.id in found)
