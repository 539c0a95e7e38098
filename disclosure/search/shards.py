"""The index of a large site: postings and documents in many small files, of which a query needs a few.

``templates/js/search/shards.js`` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from disclosure.grouping import grouped
from disclosure.pages.document import Document
from disclosure.search import registry
from disclosure.search.rows import columns, goes_on
from disclosure.search.tables import alike

# Documents for one file of tokens, the least number of these, passages for one file of documents, pairs of characters
# kept for a reading
DOCUMENTS_A_SHARD = 10
LEAST = 32
PASSAGES_A_BLOCK = 2
PAIRS_A_READING = 80
READING_SHARDS = 64
# Between the kinds of two reports: a report's documents begin in a file of their own
PART = ";"
JOINING = re.compile("[的了是在和与及对]")
PAIR = re.compile("[^=#].\\Z", re.S)
NUMBER = re.compile("=[0-9.]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def shards(documents: int) -> int:
    """How many files of pairs of characters there are: a power of two. There is a quarter more of files of all else."""
    return max(LEAST, 1 << (documents // DOCUMENTS_A_SHARD).bit_length())


def token_files(pairs: int) -> int:
    """How many files of tokens there are with so many of pairs."""
    return pairs + pairs // 4


def token_file(token: str, pairs: int) -> int:
    """The file that holds a token. What stands in nearly every document (characters, small numbers) is with no pair,
    which would be read with it; a number is with the same number of anything."""
    if PAIR.match(token):
        return shard(token, pairs)
    number = NUMBER.match(token)
    return pairs + shard(number[0] if number else token, pairs // 4)


def shard(key: str, of: int) -> int:
    """The file that holds a key; ``of`` is a power of two."""
    number = 0
    for one in key:
        number = (number * 31 + ord(one)) & 0xFFFFFFFF
    return (number ^ number >> 15) & (of - 1)


def sizes(shards: int) -> dict[str, int]:
    """What the browser has to know to find a file."""
    return {"shards": shards, "passages": PASSAGES_A_BLOCK, "readings": READING_SHARDS}


def kinds(documents: Sequence[Document]) -> str:
    """A letter for each document's kind, a capital where a passage begins: runs of one letter as letter and number."""
    numbers = {kind: LETTERS[n] for kind, n in registry.numbers().items()}
    signs = (
        numbers[one.kind] if n and goes_on(one, documents[n - 1]) else numbers[one.kind].upper()
        for n, one in enumerate(documents)
    )
    runs = ((sign, sum(1 for _one in run)) for sign, run in groupby(signs))
    return "".join(sign if length == 1 else f"{sign}{length}" for sign, length in runs)


def starts(documents: Sequence[Document]) -> list[int]:
    """The number of the first document of each block."""
    passages = [n for n, one in enumerate(documents) if not n or not goes_on(one, documents[n - 1])]
    return passages[::PASSAGES_A_BLOCK]


def blocks(documents: Sequence[Document]) -> Iterator[list[tuple[Any, ...]]]:
    """The documents' columns, a few passages each; a block is read on its own."""
    begin = [*starts(documents), len(documents)]
    for start, end in pairwise(begin):
        yield columns(documents[start:end])


def readings(counts: Mapping[str, int], of: Mapping[str, list[str]]) -> dict[str, str]:
    """Pairs of characters by reading, as it is often heard (``yan nao``), and by initials (``y l``), frequent ones
    first.

    ``counts`` are the pairs' numbers of documents, ``of`` syllables by character. A value is pairs and numbers in
    turns: ``养老 31 氧老 1``.
    """
    by_key = grouped((key, (-count, pair)) for pair, count in counts.items() for key in keys(pair, of))
    best = {key: sorted(found)[:PAIRS_A_READING] for key, found in by_key.items()}
    return {key: " ".join(f"{pair} {-count}" for count, pair in found) for key, found in best.items()}


def reading_files(written: Mapping[str, str]) -> list[dict[str, str]]:
    """Readings by the file that holds them."""
    files: list[dict[str, str]] = [{} for _n in range(READING_SHARDS)]
    for key in sorted(written):
        files[shard(key, READING_SHARDS)][key] = written[key]
    return files


def keys(pair: str, of: Mapping[str, list[str]]) -> set[str]:
    """Nobody means 的 by d: a pair with a joining word goes by its full reading only."""
    full = {f"{alike(one)} {alike(other)}" for one in of.get(pair[0], ()) for other in of.get(pair[1], ())}
    return full if JOINING.search(pair) else full | initials(pair, of)


def initials(pair: str, of: Mapping[str, list[str]]) -> set[str]:
    """``y l`` of all readings."""
    first, second = of.get(pair[0], ()), of.get(pair[1], ())
    return {f"{one[0]} {other[0]}" for one in first for other in second}
