"""Postings of a large site: for each token, the documents that hold it and what it counts in each.

Written as text that needs no escaping in JSON: the gap to the last document in base 32, little end first, a high bit
where more follows, then the weight as one sign. A report's postings are written on their own and joined later, so that
reports can be cut in different processes. Read by ``templates/js/search/shards.js``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import sub
from typing import NamedTuple

from disclosure.search.document import Document
from disclosure.search.weights import weights

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


class Posting(NamedTuple):
    """A token's documents in one part: first and last by number, how many, what is written after the first gap.

    A tuple, because a large site has hundreds of thousands of them.
    """

    first: int
    last: int
    documents: int
    rest: str


def gap(number: int) -> str:
    signs = ""
    while number >= 32:
        signs += SIGNS[32 + number % 32]
        number //= 32
    return signs + SIGNS[number]


GAPS = tuple(gap(n) for n in range(1024))


def postings(documents: Sequence[Document]) -> dict[str, Posting]:
    """Each token of these documents, numbered from 0."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, document in enumerate(documents):
        # Document and weight in one number: half a million of them are made for 10,000 documents
        high = n << 6
        for token, weight in weights(document).items():
            found[token].append(high | weight)
    return {token: _posting(of) for token, of in found.items()}


def _posting(of: list[int]) -> Posting:
    if len(of) == 1:
        return Posting(of[0] >> 6, of[0] >> 6, 1, SIGNS[of[0] & 63])
    numbers = [one >> 6 for one in of]
    signs = [SIGNS[one & 63] for one in of]
    steps = map(sub, numbers[1:], numbers)
    rest = [(GAPS[step] if step < 1024 else gap(step)) + sign for step, sign in zip(steps, signs[1:], strict=True)]
    return Posting(numbers[0], numbers[-1], len(of), signs[0] + "".join(rest))


def joined(parts: Iterable[tuple[int, Mapping[str, Posting]]]) -> dict[str, tuple[int, str]]:
    """The postings of a whole site, each with its number of documents; a part comes with its first one's number."""
    written: dict[str, list[str]] = {}
    lasts: dict[str, int] = {}
    counts: dict[str, int] = {}
    for offset, part in parts:
        for token, one in part.items():
            written.setdefault(token, []).append(gap(one.first + offset - lasts.get(token, 0)) + one.rest)
            lasts[token] = one.last + offset
            counts[token] = counts.get(token, 0) + one.documents
    return {token: (counts[token], "".join(of)) for token, of in written.items()}
