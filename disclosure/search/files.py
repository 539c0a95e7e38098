"""The search's files: address and bytes. One file of documents up to ``LARGE`` documents, many small files above."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from typing import Any

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.search import documents, shards, tables
from disclosure.search.document import Document
from disclosure.search.facets import facets, topics
from disclosure.search.head import head, topic_labels
from disclosure.search.postings import Posting, joined, postings
from disclosure.search.rows import columns

LARGE = 2000
Maker = Callable[[], bytes]
Names = Iterable[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """What one report, or the site, gives to the index; ``postings`` are numbered within the part."""

    documents: tuple[Document, ...]
    postings: Mapping[str, Posting]


def part(found: tuple[Document, ...], *, large: bool) -> Part:
    return Part(found, postings(found) if large else {})


def files(catalog: Catalog, large: int = LARGE) -> dict[str, Maker]:
    """Every file of the search by its address, made when asked for: a check wants only the addresses."""
    is_large = sum(map(_size, catalog.reports)) > large

    @cache
    def made() -> Mapping[str, Sequence[Any]]:
        found = (documents.of_report(catalog, report) for report in catalog.reports)
        parts = [part(each, large=is_large) for each in (*found, documents.of_site(catalog))]
        index = sharded if is_large else whole
        return index(head(catalog), topic_labels(catalog), parts)

    names = _sharded_names(catalog) if is_large else _whole_names()
    return {address.search(name): partial(_bytes, made, of, n) for name, of, n in names}


def _bytes(made: Callable[[], Mapping[str, Sequence[Any]]], of: str, n: int) -> bytes:
    return (json.dumps(made()[of][n], ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _size(report: Report) -> int:
    """How many documents a report has, without making them."""
    return _passages(report) + len(report.register.records)


def _passages(report: Report) -> int:
    return len(report.text.lines) + len(report.text.notes)


def _whole_names() -> Names:
    return (("index", "index", 0), ("site", "site", 0), ("characters", "characters", 0))


def whole(head: Mapping[str, Any], labels: Mapping[str, str], parts: Sequence[Part]) -> dict[str, Sequence[Any]]:
    """One file with the documents of all reports, which the browser cuts itself, and one with what it reads once the
    first hits are on the page: the narratives and the topics of all."""
    of_reports, of_site = list(_documents(parts[:-1])), parts[-1].documents
    every = [*of_reports, *of_site]
    return {
        "index": [{**head, "more": address.search("site"), "documents": columns(of_reports)}],
        "site": [{"documents": columns(of_site), **topics(every, labels)}],
        "characters": [_characters(every)],
    }


def _sharded_names(catalog: Catalog) -> Iterator[tuple[str, str, int]]:
    size = sum(map(_size, catalog.reports))
    passages = sum(map(_passages, catalog.reports)) + len(documents.of_site(catalog))
    yield from ((name, name, 0) for name in ("index", "facets", "characters"))
    counts = (
        ("tokens", shards.shards(size)),
        ("documents", -(-passages // shards.PASSAGES_A_BLOCK)),
        ("readings", shards.READING_SHARDS),
    )
    yield from ((f"{name}/{n}", name, n) for name, count in counts for n in range(count))


def sharded(head: Mapping[str, Any], labels: Mapping[str, str], parts: Sequence[Part]) -> dict[str, Sequence[Any]]:
    """Postings and documents in many small files, of which a query needs a few."""
    every = list(_documents(parts))
    starts = accumulate((len(each.documents) for each in parts), initial=0)
    tokens = joined(zip(starts, (each.postings for each in parts), strict=False))
    characters = _characters(every)
    of = shards.shards(sum(len(each.documents) for each in parts[:-1]))
    return {
        "index": [{**head, **shards.sizes(of), "documents": shards.kinds(every)}],
        "facets": [facets(every, labels)],
        "characters": [characters],
        "tokens": shards.tokens(tokens, of),
        "documents": list(shards.blocks(every)),
        "readings": shards.readings(tokens, characters["syllables"]),
    }


def _documents(parts: Iterable[Part]) -> Iterator[Document]:
    return (document for each in parts for document in each.documents)


def _characters(documents: Iterable[Document]) -> dict[str, Any]:
    known = frozenset().union(*(each.title + each.text for each in documents))
    return {"syllables": tables.readings(known), "traditional": tables.traditional(known)}
