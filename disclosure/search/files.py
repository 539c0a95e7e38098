"""The search's files: one of documents on a small site, many small ones on a large one.

Each report gives its documents as pieces of bytes, made in whatever process reads it; the pieces of all reports make
the files. What is costly on a large site (cutting texts, packing documents) is done in the pieces.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from disclosure.catalog import address
from disclosure.search import shards, tables
from disclosure.search.document import Document
from disclosure.search.facets import facets, topics
from disclosure.search.postings import Posting, joined, postings
from disclosure.search.rows import columns

# Bytes of reports' content above which a site is a large one: at about 2,000 documents
LARGE = 800_000
# Names of pieces. Tokens come in groups, so that a site's postings are never all in memory
DOCUMENTS = "search"
BLOCKS = "search:blocks"
GROUPS = 8
# The pieces of a name of all reports, newest report first
Read = Callable[[str], Iterator[bytes]]


class Found(Struct, frozen=True):
    """What can be found in one report, or on the site: ``later`` is read once the first hits are on the page."""

    documents: tuple[Document, ...]
    later: tuple[Document, ...] = ()


def names(*, large: bool) -> tuple[str, ...]:
    """The names of a report's pieces."""
    return (DOCUMENTS, BLOCKS, *map(_tokens, range(GROUPS))) if large else (DOCUMENTS,)


def _tokens(group: int) -> str:
    return f"search:tokens:{group}"


def pieces(found: Found, *, large: bool) -> dict[str, bytes]:
    """What a report gives to the index."""
    if not large:
        return {DOCUMENTS: _json([list(map(astuple, each)) for each in (found.documents, found.later)])}
    all = (*found.documents, *found.later)
    groups: list[dict[str, Posting]] = [{} for _n in range(GROUPS)]
    for token, posting in postings(all).items():
        groups[shards.shard(token, GROUPS)][token] = posting
    return {
        DOCUMENTS: _json(_brief(all)),
        BLOCKS: b"\n".join(_json(block) for block in shards.blocks(all)),
        **{_tokens(n): _json(group) for n, group in enumerate(groups)},
    }


def _brief(documents: tuple[Document, ...]) -> dict[str, Any]:
    """What a large site's index knows of a report's documents without reading them."""
    return {
        "kinds": shards.kinds(documents),
        "facets": [
            (one.kind, one.title if one.kind == "heading" else "", one.section, one.topics, one.status)
            for one in documents
        ],
        "characters": "".join(sorted(_known(documents))),
    }


def _known(documents: Iterable[Document]) -> frozenset[str]:
    return frozenset().union(*(each.title + each.text for each in documents))


def files(
    site: Found, head: Mapping[str, Any], labels: Mapping[str, str], read: Read, *, large: bool
) -> Iterator[tuple[str, bytes]]:
    """Every file of the search: address and bytes. ``labels`` are the topics' by id, in their order."""
    made = _sharded if large else _whole
    for name, value in made(site, head, labels, read):
        yield address.search(name), value if isinstance(value, bytes) else _json(value) + b"\n"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _whole(site: Found, head: Mapping[str, Any], labels: Mapping[str, str], read: Read) -> Iterator[tuple[str, object]]:
    """One file with the documents of all reports, which the browser cuts itself, and one with what it reads once the
    first hits are on the page: the narratives and the topics of all."""
    parts = [[list(map(_document, rows)) for rows in json.loads(piece)] for piece in read(DOCUMENTS)]
    first = [one for documents, _later in parts for one in documents]
    later = [*(one for _documents, of in parts for one in of), *site.documents]
    every = [*first, *later]
    yield "index", {**head, "more": address.search("site"), "documents": columns(first)}
    yield "site", {"documents": columns(later), **topics(every, labels)}
    yield "characters", _characters(_known(every))


def _document(row: list[Any]) -> Document:
    values: Any = (tuple(value) if isinstance(value, list) else value for value in row)
    return Document(*values)


def _sharded(
    site: Found, head: Mapping[str, Any], labels: Mapping[str, str], read: Read
) -> Iterator[tuple[str, object]]:
    """Postings and documents in many small files, of which a query needs a few."""
    own = pieces(site, large=True)
    parts = [json.loads(piece) for piece in _with(read, own, DOCUMENTS)]
    counts = [len(part["facets"]) for part in parts]
    starts = list(accumulate(counts, initial=0))
    of = shards.shards(sum(counts[:-1]))
    yield "index", {**head, **shards.sizes(of), "documents": shards.PART.join(part["kinds"] for part in parts)}
    yield "facets", facets([_outline(row) for part in parts for row in part["facets"]], labels)
    characters = _characters(frozenset().union(*(part["characters"] for part in parts)))
    yield "characters", characters
    yield from _blocks(_with(read, own, BLOCKS))
    pairs: dict[str, tuple[int, str]] = {}
    for group in range(GROUPS):
        tokens = _joined(starts, _with(read, own, _tokens(group)))
        pairs |= {token: (count, "") for token, (count, _written) in tokens.items() if len(token) == 2}
        yield from _token_files(tokens, group, of)
    for n, file in enumerate(shards.readings(pairs, characters["syllables"])):
        yield f"readings/{n}", file


def _with(read: Read, own: Mapping[str, bytes], name: str) -> Iterator[bytes]:
    """The pieces of all reports, then the site's."""
    yield from read(name)
    yield own[name]


def _outline(row: Sequence[Any]) -> Document:
    kind, title, section, of, status = row
    return Document(kind, "", title, "", "", section=section, topics=tuple(of), status=status)


def _blocks(all: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    blocks = (block for piece in all if piece for block in piece.split(b"\n"))
    for n, block in enumerate(blocks):
        yield f"documents/{n}", block + b"\n"


def _joined(starts: Sequence[int], all: Iterable[bytes]) -> dict[str, tuple[int, str]]:
    parts = ({token: Posting(*row) for token, row in json.loads(piece).items()} for piece in all)
    return joined(zip(starts, parts, strict=False))


def _token_files(tokens: Mapping[str, tuple[int, str]], group: int, of: int) -> Iterator[tuple[str, object]]:
    """The files of one group: those whose number ends as the group's."""
    files: dict[int, dict[str, str]] = {n: {} for n in range(group, of, GROUPS)}
    for token in sorted(tokens):
        files[shards.shard(token, of)][token] = tokens[token][1]
    yield from ((f"tokens/{n}", file) for n, file in files.items())


def _characters(known: frozenset[str]) -> dict[str, Any]:
    return {"syllables": tables.readings(known), "traditional": tables.traditional(known)}
