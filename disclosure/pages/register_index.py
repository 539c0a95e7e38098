"""What the register's script finds promises by: the index, and in a file of its own the words that a reader may type.

A column gives each promise's values in a facet as signs, a sign a value: half the bytes of numbers, and a filter looks
for one sign in a short text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.model.vocabulary import Term
from disclosure.pages import facets, records, silence
from disclosure.pages.kind import PageData

INDEX = "commitments"
WORDS = "commitments-words"
# The sign of the first value: after the blank, which stands between two promises, and the quotation mark
FIRST = 35


class Column(Struct, frozen=True):
    """The values of a facet in their order, each with its label, and the signs of each promise."""

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    signs: str


class RegisterIndex(Struct, frozen=True, kw_only=True):
    """All promises in the order of the register. ``groups`` says how many each of its groups has; ``words`` are the
    outcomes as they are shown: shape, label, colour and note, of which ``said`` gives the sign of each promise.
    ``unused`` are the labels, by facet and id, of the words that no promise has."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    passages: tuple[str, ...]
    groups: tuple[int, ...]
    words: tuple[tuple[str, str, str, str], ...]
    said: str
    columns: dict[str, Column]
    unused: dict[str, dict[str, str]]


def data(catalog: Catalog, report: Report) -> Iterator[PageData]:
    known, silent = silence.split(catalog, report, report.register.commitments)
    groups = [inside for inside in (known, *(inside for _silence, inside in silent)) if inside]
    all = [one for inside in groups for one in inside]
    index = _index(catalog, report, all, tuple(map(len, groups)))
    yield PageData(address.page_data(INDEX, report.key), INDEX, index)
    yield PageData(address.page_data(WORDS, report.key), WORDS, tuple(map(_words, all)))


def _index(catalog: Catalog, report: Report, all: list[Commitment], groups: tuple[int, ...]) -> RegisterIndex:
    quotes, said = records.quotes(report), [report.outcomes[one.id] for one in all]
    words = tuple(dict.fromkeys(said))
    return RegisterIndex(
        ids=tuple(one.id for one in all),
        titles=tuple(one.title for one in all),
        passages=tuple(quotes[one.id].link.address.partition("#")[2] for one in all),
        groups=groups,
        words=tuple((word.shape, word.label, word.colour, word.note) for word in words),
        said=_signs(words, ((word,) for word in said)),
        columns={**dict(_facets(catalog, report, all)), "deadline": _deadlines(all)},
        unused={name: words for name, words in _unused(catalog, report) if words},
    )


def _facets(catalog: Catalog, report: Report, all: list[Commitment]) -> Iterator[tuple[str, Column]]:
    for one in facets.values(catalog, report):
        yield one.id, _column(facets.ordered(catalog, report, one), (one.of[each.id] for each in all))


def _unused(catalog: Catalog, report: Report) -> Iterator[tuple[str, dict[str, str]]]:
    for one in facets.values(catalog, report):
        used = {term.id for terms in one.of.values() for term in terms}
        ids = catalog.words.order(one.words) if one.words else {}
        yield one.id, {id: catalog.words.id(one.words, id).label for id in ids if id not in used}


def _deadlines(all: list[Commitment]) -> Column:
    """Only to sort by: nobody reads them here."""
    days = [Term(one.deadline.isoformat(), "") for one in all]
    return _column(tuple(sorted(set(days), key=lambda day: day.id)), ((day,) for day in days))


def _column(terms: tuple[Term, ...], given: Iterable[Iterable[Term]]) -> Column:
    return Column(tuple(term.id for term in terms), tuple(term.label for term in terms), _signs(terms, given))


def _signs(offered: Iterable[Hashable], given: Iterable[Iterable[Hashable]]) -> str:
    sign = {value: chr(FIRST + n) for n, value in enumerate(offered)}
    return " ".join("".join(sign[value] for value in each) for each in given)


def _words(one: Commitment) -> str:
    """Full-width and capital letters are written as one likes."""
    said = [one.id, one.title, "" if one.quote == one.title else one.quote]
    said += [part for target in one.targets for part in (target.measure, target.written)]
    return unicodedata.normalize("NFKC", " ".join(filter(None, said))).lower()
