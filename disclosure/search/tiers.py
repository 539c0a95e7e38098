"""Tiers of a large site's postings: those of the newest years, which every query reads, and those of all years before.

A list of the documents that hold a word grows with the site, and the first hits wait for it. The first tier holds whole
years, so that a page can say in words which were looked through; how rare a word is stays counted over all documents.
``templates/js/search/tiers.js`` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from disclosure.search import shards

# Documents of reports in the first tier, but for the newest year, which is in it whatever it holds. A year of a hundred
# districts is 52,000: first hits cost 74 kB then, and 86 with two years, scripts and all (docs/benchmarks.md)
AT_MOST = 60_000
# Of the index's form where there are two tiers: who knows only one would take the newest years for all
FORMAT = 2
# Names of the files of postings by tier
FIRST, OLDER = "tokens", "older"


class Tiers(Struct, frozen=True, kw_only=True):
    """The years of the reports, newest first, how many of these are in the first tier, and each tier's files of pairs.

    What belongs to no report is numbered after the last one, and is in the first tier.
    """

    years: tuple[int, ...]
    first: int
    shards: int
    older: int = 0

    @property
    def are_two(self) -> bool:
        return self.older > 0

    def is_first(self, number: int) -> bool:
        """Whether the report with this number, or what belongs to none, is in the first tier."""
        return not self.are_two or number < self.first or number >= len(self.years)

    def file(self, token: str) -> str:
        return f"{FIRST}/{shards.token_file(token, self.shards)}"

    def older_file(self, token: str) -> str:
        return f"{OLDER}/{shards.token_file(token, self.older)}"

    def told(self) -> dict[str, Any]:
        """What the browser has to know; nothing where all reports are in one tier."""
        return {"format": FORMAT, "first": self.first, "older": self.older} if self.are_two else {}

    def by_year(self) -> Iterator[tuple[int, list[int]]]:
        """The numbers of each year's reports."""
        numbers = range(len(self.years))
        return ((year, list(of)) for year, of in groupby(numbers, lambda number: self.years[number]))


def tiers(head: Mapping[str, Any], documents: Sequence[int]) -> Tiers:
    """``documents`` are how many each report has, of those that ``head`` names; a report alone is not named there."""
    years = _years(head)
    first = _first(years, documents)
    if not 0 < first < len(documents):
        return Tiers(years=years, first=len(documents), shards=shards.shards(sum(documents)))
    return Tiers(
        years=years,
        first=first,
        shards=shards.shards(sum(documents[:first])),
        older=shards.shards(sum(documents[first:])),
    )


def told(head: Mapping[str, Any]) -> Tiers:
    """As the first file of a large index says it."""
    years = _years(head)
    return Tiers(years=years, first=head.get("first", len(years)), shards=head["shards"], older=head.get("older", 0))


def _years(head: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(int(year) for _key, year, *_others in head.get("reports", ()))


def _first(years: Sequence[int], documents: Sequence[int]) -> int:
    """How many reports, of whole years, are in the first tier; ``0`` where nothing is known of their years."""
    first = total = 0
    if len(years) != len(documents):
        return first
    for _year, each in groupby(range(len(years)), lambda number: years[number]):
        numbers = list(each)
        total += sum(documents[number] for number in numbers)
        if first and total > AT_MOST:
            break
        first += len(numbers)
    return first
