"""The published data sets: how much each holds of a report, of the whole site, and which hold anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import dataset_counts
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.dataset_list import SETS


class Counts(Struct, frozen=True):
    """How many rows a report has in each table; on a site of several districts, what it ``named`` of the site's own."""

    report: str
    rows: tuple[tuple[str, int], ...]
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()


def counts(report: Report, named: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Counts:
    """What the site-wide index of the data needs of a report."""
    return Counts(report.key, tuple((name, count(report)) for name, count in dataset_counts.OF_REPORT.items()), named)


def own(catalog: Catalog) -> Counts:
    """The rows that no report has."""
    return Counts("", tuple(dataset_counts.of_site(catalog).items()))


def totals(all_counts: Iterable[Counts]) -> Counter[str]:
    """The rows of each table over all reports."""
    found: Counter[str] = Counter()
    for one in all_counts:
        found.update(dict(one.rows))
    return found


def published(totals: Mapping[str, int]) -> tuple[Dataset, ...]:
    """The sets that hold a row, each with its tables that do: an empty file is worth nothing."""
    held = (replace(one, tables=tuple(table for table in one.tables if totals.get(table.name))) for one in SETS)
    return tuple(one for one in held if one.tables)
