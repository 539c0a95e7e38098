"""Postings of a large site: for each token, the documents that hold it and what it counts in each.

Written as text that needs no escaping in JSON: the gap to the last document in base 32, little end first, a high bit
where more follows, then the weight as one sign. A report's part is written on its own, its documents numbered from 0,
so that no report changes another one's; the parts of a token stand beside each other, each after the report's number.
Read by ``templates/js/search/shards.js``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import sub

from disclosure.search.document import Document
from disclosure.search.tokens import Cuts
from disclosure.search.weights import weighed

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
# Between the parts of two reports
BETWEEN = "."
# A token's documents, each one's number and weight in one number: half a million of them are made for 10,000 documents
BITS = 6
WEIGHT = (1 << BITS) - 1
Postings = Mapping[str, Sequence[int]]


def gap(number: int) -> str:
    signs = ""
    while number >= 32:
        signs += SIGNS[32 + number % 32]
        number //= 32
    return signs + SIGNS[number]


class _Steps(dict[int, str]):
    """A gap and a weight as they are written, by the number that holds both; few different ones occur."""

    def __missing__(self, code: int) -> str:
        self[code] = gap(code >> BITS) + SIGNS[code & WEIGHT]
        return self[code]


_STEPS = _Steps()


def postings(documents: Sequence[Document]) -> Postings:
    """Each token of these documents, numbered from 0."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    cuts = Cuts()
    for n, document in enumerate(documents):
        counts, weights = weighed(document, cuts)
        codes = {count: n << BITS | weight for count, weight in weights.items()}
        for token, count in counts.items():
            found[token].append(codes[count])
    return found


def written(postings: Postings) -> dict[str, str]:
    """One report's part of each token. Half of them stand where another one does, as both characters of a word do."""
    parts: dict[tuple[int, ...], str] = {}
    made: dict[str, str] = {}
    for token, of in postings.items():
        key = tuple(of)
        if key not in parts:
            parts[key] = _part(of)
        made[token] = parts[key]
    return made


def _part(of: Sequence[int]) -> str:
    before = [0, *[one & ~WEIGHT for one in of]]
    return "".join(map(_STEPS.__getitem__, map(sub, of, before)))


def joined(parts: Iterable[tuple[int, Mapping[str, str]]]) -> dict[str, str]:
    """The postings of a whole site: ``parts`` are the reports' by their number, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, part in parts:
        sign = gap(number)
        for token, one in part.items():
            found[token].append(sign + one)
    return {token: BETWEEN.join(of) for token, of in found.items()}


def replaced(whole: str, number: int, part: str) -> str:
    """A token's postings with one report's part put in place of its old one; nothing for a report without it."""
    parts = {_number(one): one for one in whole.split(BETWEEN) if one}
    parts.pop(number, None)
    if part:
        parts[number] = gap(number) + part
    return BETWEEN.join(one for _number, one in sorted(parts.items()))


def _number(part: str) -> int:
    """The report's, which a part begins with."""
    number = scale = 0
    for sign in part:
        value = SIGNS.index(sign)
        number += (value & 31) << scale
        scale += 5
        if value < 32:
            break
    return number
