"""Postings of a large site: for each token, the documents that hold it and what it counts in each.

Written as text that needs no escaping in JSON: the gap to the last document in base 32, little end first, a high bit
where more follows, then the weight as one sign. A report's part is written on its own, its documents numbered from 0,
so that no report changes another one's; the parts of a token stand beside each other, each after the report's number.
Read by ``templates/js/search/shards.js``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count, pairwise
from typing import NamedTuple

from disclosure.pages.document import Document
from disclosure.search.named import names_of
from disclosure.search.tokens import tokens
from disclosure.search.weights import stretches_of, weights

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
# Between the parts of two reports
BETWEEN = "."
# A gap and a weight in one number: half a million of them are made for 10,000 documents
BITS = 6
WEIGHT = (1 << BITS) - 1


class Posted(NamedTuple):
    """Tokens that stand in the same documents as often: how many documents, and how they are written."""

    tokens: list[str]
    documents: int
    part: str


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


def postings(documents: Iterable[Document]) -> list[Posted]:
    """All tokens of these documents, numbered from 0.

    Each stretch is cut once: a record's quote says again what its paragraph says. Tokens that always stand together,
    as both characters of a word do, are counted as one.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    said = [(one.kind, [numbers[stretch] for stretch in stretches_of(one)]) for one in documents]
    cut = list(map(tokens, numbers))
    together = _together(cut)
    steps = _steps(said, list(map(len, cut)), _turned(together, len(cut)), len(together))
    return [Posted(alike, len(of), "".join(of)) for alike, of in zip(together.values(), steps, strict=True)]


def named(documents: Iterable[Document]) -> list[Posted]:
    """The names of these documents, numbered from 0."""
    of: defaultdict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(documents):
        for name in names_of(one.address):
            of[name].append(n)
    return [
        Posted([name], len(numbers), "".join(_STEPS[(n - before) << BITS | 1] for before, n in pairwise((0, *numbers))))
        for name, numbers in of.items()
    ]


def _steps(
    said: Iterable[tuple[str, list[int]]], lengths: Sequence[int], groups: Sequence[list[int]], number: int
) -> list[list[str]]:
    """What each group's documents are written as."""
    made: list[list[str]] = [[] for _n in range(number)]
    before = [0] * number
    for n, (kind, of) in enumerate(said):
        counts = Counter(chain.from_iterable([groups[one] for one in of]))
        weighed = weights(kind, sum([lengths[one] for one in of]), set(counts.values()))
        here = n << BITS
        codes = {often: here | weight for often, weight in weighed.items()}
        for group, often in counts.items():
            made[group].append(_STEPS[codes[often] - before[group]])
            before[group] = here
    return made


def _together(cut: Iterable[Iterable[str]]) -> Mapping[tuple[int, ...], list[str]]:
    """Groups of tokens by the numbers of the stretches that hold them, again where one holds them again."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n, stretch in enumerate(cut):
        for token in stretch:
            places[token].append(n)
    groups: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for token, where in places.items():
        groups[tuple(where)].append(token)
    return groups


def _turned(places: Iterable[Iterable[int]], number: int) -> list[list[int]]:
    """The numbers of the groups in each of so many stretches."""
    groups: list[list[int]] = [[] for _n in range(number)]
    for group, where in enumerate(places):
        for n in where:
            groups[n].append(group)
    return groups


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
    parts = {number_of(one): one for one in whole.split(BETWEEN) if one}
    parts.pop(number, None)
    if part:
        parts[number] = gap(number) + part
    return BETWEEN.join(one for _number, one in sorted(parts.items()))


def number_of(part: str) -> int:
    """The report's, which a part begins with."""
    number = scale = 0
    for sign in part:
        value = SIGNS.index(sign)
        number += (value & 31) << scale
        scale += 5
        if value < 32:
            break
    return number
