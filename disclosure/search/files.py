"""The search's files: one of documents on a small site, many small ones on a large one.

Each report gives its documents as pieces of bytes, made in whatever process reads it, and so does what belongs to no
report, last; the pieces of all make the files. What is costly on a large site (cutting texts, packing documents) is
done in the pieces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from disclosure.catalog import address
from disclosure.pages.document import Document
from disclosure.search import data_file, shards, tables, tiers, titles
from disclosure.search.facets import facets, filed, topics
from disclosure.search.postings import counted, joined, named, postings, with_older
from disclosure.search.rows import columns, is_quote
from disclosure.search.tiers import Tiers

# Bytes of reports' content above which a site is a large one: at about 2,000 documents
LARGE = 800_000
# Of the files' form, for a page that reads the index of another site (templates/js/search/checked.js): another number
# wherever what a reader of the last form would make of a file is another thing than is meant. A site whose postings are
# in two tiers says another one (tiers.py), so that whoever knows one tier goes on reading all others
FORMAT = 1
# Names of pieces. Tokens come in groups, so that a site's postings are never all in memory
DOCUMENTS = "search"
FACETS = "search:facets"
FILED = "search:filed"
BLOCKS = "search:blocks"
PAIRS = "search:pairs"
GROUPS = shards.LEAST // 4
# Of what the index says beside its documents, what the first hits do without
PLACES = "places"
# The outcomes of a year's documents, where there are tiers
OUTCOMES = "outcomes"
# Departments, where there are those of many districts: for who may name one
DEPARTMENTS = "departments"
# Aliases that are looked up only where a word is found nowhere
RARER = "rarer"
# The token of a number, without what is counted
NUMBER = re.compile(r"=[0-9.]+\Z")
TOKENS = tuple(f"search:tokens:{n}" for n in range(GROUPS))
# Of these are the files made that a query never reads all of
MANY = (BLOCKS, PAIRS, *TOKENS)
# What ids of facets are called, in their order, by the facet's id
FacetLabels = Mapping[str, Mapping[str, str]]
# The pieces of a name: of all reports, newest report first, then what belongs to none
ReadPieces = Callable[[str], Iterator[bytes]]


class SearchContent(Struct, frozen=True):
    """What can be found in one report, or on the site: ``later`` is read once the first hits are on the page."""

    documents: tuple[Document, ...] = ()
    later: tuple[Document, ...] = ()


class DocumentsSummary(Struct, frozen=True):
    """What a large site's index knows of a report's documents without reading them."""

    documents: int
    kinds: str
    characters: str


def names(*, large: bool) -> tuple[str, ...]:
    """The names of a report's pieces."""
    return (DOCUMENTS, FACETS, FILED, *MANY) if large else (DOCUMENTS,)


def pieces(found: SearchContent, *, large: bool) -> dict[str, bytes]:
    """What a report gives to the index."""
    if not large:
        return {DOCUMENTS: msgspec.json.encode(found)}
    all = (*found.documents, *found.later)
    posted = [*postings(all), *named(all)]
    groups: list[dict[str, str]] = [{} for _n in range(GROUPS)]
    for one in posted:
        for token in one.tokens:
            groups[shards.token_file(token, shards.LEAST) % GROUPS][token] = one.part
    return {
        DOCUMENTS: msgspec.json.encode(DocumentsSummary(len(all), shards.kinds(all), "".join(sorted(_known(all))))),
        FACETS: msgspec.json.encode(facets(all)),
        FILED: msgspec.json.encode(filed(all)),
        BLOCKS: b"\n".join(msgspec.json.encode(block) for block in shards.blocks(all)),
        PAIRS: msgspec.json.encode(
            {token: one.documents for one in posted for token in one.tokens if _is_counted(token)}
        ),
        **{name: msgspec.json.encode(group) for name, group in zip(TOKENS, groups, strict=True)},
    }


def _is_counted(token: str) -> bool:
    return len(token) == 2 or NUMBER.match(token) is not None


def _known(documents: Iterable[Document]) -> frozenset[str]:
    """Their characters; those of a quote are its paragraph's."""
    return frozenset("".join(each.title if is_quote(each) else each.title + each.text for each in documents))


def file(name: str, value: object) -> tuple[str, bytes]:
    """Address and bytes of one file."""
    return address.search(name), data_file.encode(name, value)


def whole(head: Mapping[str, Any], labels: FacetLabels, read: ReadPieces) -> Iterator[tuple[str, bytes]]:
    """A small site's files: one with the documents of all reports, which the browser cuts itself, and one with what it
    reads once the first hits are on the page, the narratives and the topics of all."""
    parts = [msgspec.json.decode(piece, type=SearchContent) for piece in read(DOCUMENTS)]
    first = [one for part in parts for one in part.documents]
    later = [one for part in parts for one in part.later]
    every = [*first, *later]
    yield file("index", {**_first(head), "more": "site", "documents": columns(first)})
    yield from _beside(head)
    yield file("site", {"documents": columns(later), **_later(head), **topics(every, _topics(labels))})
    yield _filed(labels, [msgspec.Raw(msgspec.json.encode(filed(every)))])
    yield file("characters", _characters(_known(every)))
    yield from _words()


def _later(head: Mapping[str, Any]) -> dict[str, Any]:
    return {PLACES: head.get(PLACES, [])}


def sharded(
    head: Mapping[str, Any], labels: FacetLabels, read: ReadPieces, counts: Mapping[str, int]
) -> Iterator[tuple[str, bytes]]:
    """A large site's: postings and documents in many small files, of which a query needs a few.

    ``counts`` are the site's ``pairs`` and numbers.
    """
    briefs = brief(read(DOCUMENTS))
    yield from few(head, labels, briefs, read)
    for number, piece in enumerate(read(BLOCKS)):
        yield from blocks(number, piece).items()
    of = tiers_of(head, briefs)
    for group, name in enumerate(TOKENS):
        parts = (msgspec.json.decode(piece, type=dict[str, str]) for piece in read(name))
        yield from _postings(enumerate(parts), group, of)
    yield from readings(known(briefs), counts)
    yield from numbers(counts)


def _first(head: Mapping[str, Any]) -> dict[str, Any]:
    """What the first file says, as much as the first hits need: of rarer aliases only whether there are any, of many
    departments that they are in a file of their own, as what else many districts have (``answer_files``)."""
    few = {name: value for name, value in head.items() if name not in (PLACES, DEPARTMENTS)}
    return {**few, RARER: bool(head.get(RARER)), **(_many(head) if DEPARTMENTS in head else {})}


def _many(head: Mapping[str, Any]) -> dict[str, Any]:
    return {"parted": True, **titles.formed(head["reports"])}


def _beside(head: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """What it says of some queries alone."""
    yield file(RARER, head.get(RARER, ""))
    if DEPARTMENTS in head:
        yield file(DEPARTMENTS, head[DEPARTMENTS])


def brief(all: Iterable[bytes]) -> list[DocumentsSummary]:
    return [msgspec.json.decode(piece, type=DocumentsSummary) for piece in all]


def tiers_of(head: Mapping[str, Any], briefs: Sequence[DocumentsSummary]) -> Tiers:
    """How postings are parted; what belongs to no report has no say."""
    return tiers.tiers(head, [one.documents for one in briefs[:-1]])


def few(
    head: Mapping[str, Any], labels: FacetLabels, briefs: Sequence[DocumentsSummary], read: ReadPieces
) -> Iterator[tuple[str, bytes]]:
    """The files that know all documents and none of their words, or neither."""
    of = tiers_of(head, briefs)
    kinds = shards.PART.join(one.kinds for one in briefs)
    known = {"more": PLACES, "topics": list(_topics(labels).items()), "documents": kinds}
    yield file("index", {**_first(head), **shards.sizes(of.shards), **of.told(), **known})
    yield file(PLACES, _later(head))
    yield from _beside(head)
    facets, filed = (list(map(msgspec.Raw, read(name))) for name in (FACETS, FILED))
    yield file("facets", {"labels": list(_topics(labels).items()), "parts": _own(facets, of)})
    yield _filed(labels, _own(filed, of))
    for year, parts in _by_year(facets, of):
        yield from _facets(year, [msgspec.json.decode(part) for part in parts])
    yield from (file(f"filed/{year}", {"parts": parts}) for year, parts in _by_year(filed, of))


def _own(parts: Sequence[msgspec.Raw], of: Tiers) -> Sequence[msgspec.Raw]:
    """What a file of all reports holds: where there are tiers, only what belongs to no report."""
    return parts[-1:] if of.are_two else parts


def _by_year(parts: Sequence[msgspec.Raw], of: Tiers) -> Iterator[tuple[int, list[msgspec.Raw]]]:
    """The reports' parts by year, where there are tiers: who filters reads those of the years that count."""
    if of.are_two:
        yield from ((year, [parts[number] for number in numbers]) for year, numbers in of.by_year())


def _facets(year: int, parts: Sequence[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """A year's facets: outcomes by themselves, as nothing else is read for who asks what was not done."""
    yield file(f"{OUTCOMES}/{year}", {"parts": [one["outcome"] for one in parts]})
    rest = [{name: column for name, column in one.items() if name != "outcome"} for one in parts]
    yield file(f"facets/{year}", {"parts": rest})


def _topics(labels: FacetLabels) -> Mapping[str, str]:
    return labels.get("topic", {})


def _filed(labels: FacetLabels, parts: Iterable[msgspec.Raw]) -> tuple[str, bytes]:
    """The file of what promises are filed under, with what the ids of these facets are called."""
    named = {name: list(of.items()) for name, of in labels.items() if name != "topic"}
    return file("filed", {"labels": named, "parts": list(parts)})


def blocks(number: int, piece: bytes) -> dict[str, bytes]:
    """The files of a report's documents by address; ``number`` is the report's."""
    every = piece.split(b"\n") if piece else []
    named = ((f"documents/{number}-{n}", block) for n, block in enumerate(every))
    return {address.search(name): data_file.wrap(name, block) for name, block in named}


def pairs(all: Iterable[bytes]) -> Counter[str]:
    """Pairs of characters, and numbers, with how many documents hold each."""
    counts: Counter[str] = Counter()
    for piece in all:
        counts.update(msgspec.json.decode(piece, type=dict[str, int]))
    return counts


def readings(known: str, counts: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """The files of readings: of a site's characters, and of its pairs of them."""
    characters = _characters(frozenset(known))
    yield file("characters", characters)
    yield from _words()
    written = shards.readings(counts, tables.syllables_of(characters["syllables"]))
    for n, each in enumerate(shards.reading_files(written)):
        yield file(f"readings/{n}", each)


def numbers(counts: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """The file of all numbers, for those who ask for more than one or about as much."""
    yield file("numbers", " ".join(sorted(token[1:] for token in counts if NUMBER.match(token))))


def _words() -> Iterator[tuple[str, bytes]]:
    """The files of common words, by which a word that no text holds is told from a mistyped one."""
    yield from (file(f"words/{n}", of) for n, of in enumerate(tables.words()))


def _postings(parts: Iterable[tuple[int, Mapping[str, str]]], group: int, of: Tiers) -> Iterator[tuple[str, bytes]]:
    """The files of postings of one group of tokens, of both tiers where there are two."""
    if not of.are_two:
        yield from _token_files(joined(parts), group, tiers.FIRST, of.shards)
        return
    first: list[tuple[int, Mapping[str, str]]] = []
    older: list[tuple[int, Mapping[str, str]]] = []
    for number, part in parts:
        (first if of.is_first(number) else older).append((number, part))
    counts = counted(part for _number, part in older)
    yield from _token_files(joined(older), group, tiers.OLDER, of.older)
    yield from _token_files(with_older(joined(first), counts), group, tiers.FIRST, of.shards)


def _token_files(tokens: Mapping[str, str], group: int, folder: str, of: int) -> Iterator[tuple[str, bytes]]:
    """The files of one group: those whose number ends as the group's."""
    files: dict[int, dict[str, str]] = {n: {} for n in range(group, shards.token_files(of), GROUPS)}
    for token in sorted(tokens):
        files[shards.token_file(token, of)][token] = tokens[token]
    yield from (file(f"{folder}/{n}", each) for n, each in files.items())


def known(briefs: Iterable[DocumentsSummary]) -> str:
    """Every character of a large site, in order."""
    return "".join(sorted(set().union(*(one.characters for one in briefs))))


def _characters(known: frozenset[str]) -> dict[str, Any]:
    """Readings and traditional forms, as far as the site's texts need them."""
    return {"syllables": tables.readings(known), "traditional": tables.traditional(known)}
