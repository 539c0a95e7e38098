"""Postings of a large site: for each token, the documents that hold it and what it counts in each.

Written as text that needs no escaping in JSON: the gap to the last document in base 32, little end first, a high bit
where more follows, then the weight as one sign. A report's part is written on its own, its documents numbered from 0,
so that no report changes another one's; the parts of a token stand beside each other, each after the report's number.
Where there are two tiers, those of the first begin with how many documents of the other hold the token (``OLDER``).
Read by ``templates/js/search/shards.js``.
"""

from __future__ import annotations

import re
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
# Before the number of documents of the older tier
OLDER = "!"
# A gap, whose signs but for the last are high, and a weight
STEP = re.compile("[W-Za-z_-]*[0-9A-V].")
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


def counted(parts: Iterable[Mapping[str, str]]) -> Counter[str]:
    """How many documents hold each token, in reports' parts."""
    counts: Counter[str] = Counter()
    for part in parts:
        for token, one in part.items():
            counts[token] += documents_in(one)
    return counts


def documents_in(part: str) -> int:
    """How many documents a report's part names."""
    # As most do: a gap of one sign or two, and a weight
    return 1 if len(part) in {2, 3} else len(STEP.findall(part))


def with_older(first: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """The first tier's postings with how many documents of the other hold each token, of all tokens of both."""
    return {token: _with_older(counts.get(token, 0), first.get(token, "")) for token in first.keys() | counts.keys()}


def _with_older(documents: int, parts: str) -> str:
    if not documents:
        return parts
    return f"{OLDER}{gap(documents)}{BETWEEN}{parts}" if parts else OLDER + gap(documents)


def _parted(whole: str) -> tuple[int, str]:
    """How many documents of the older tier hold a token, and the first one's parts."""
    if not whole.startswith(OLDER):
        return 0, whole
    older, _between, parts = whole.partition(BETWEEN)
    return number_of(older.removeprefix(OLDER)), parts


def recounted(whole: str, more: int) -> str:
    """A token's postings in the first tier where so many more documents of the other hold it, or less."""
    older, parts = _parted(whole)
    return _with_older(older + more, parts)


def replaced(whole: str, number: int, part: str) -> str:
    """A token's postings with one report's part put in place of its old one; nothing for a report without it."""
    older, written = _parted(whole)
    parts = {number_of(one): one for one in written.split(BETWEEN) if one}
    parts.pop(number, None)
    if part:
        parts[number] = gap(number) + part
    return _with_older(older, BETWEEN.join(one for _number, one in sorted(parts.items())))


def number_of(part: str) -> int:
    """The number that it begins with: a report's, which its part does."""
    number = scale = 0
    for sign in part:
        value = SIGNS.index(sign)
        number += (value & 31) << scale
        scale += 5
        if value < 32:
            break
    return number
