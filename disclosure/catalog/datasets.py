"""The published data sets: how much each holds of a report, of the whole site, and which hold anything."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import dataset_counts
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.dataset_list import SETS


class Counts(Struct, frozen=True):
    """How many rows a report has in each table."""

    report: str
    rows: tuple[tuple[str, int], ...]


def counts(report: Report) -> Counts:
    """What the site-wide index of the data needs of a report."""
    return Counts(report.key, tuple((name, count(report)) for name, count in dataset_counts.OF_REPORT.items()))


def own(catalog: Catalog) -> Counts:
    """The rows that no report has."""
    return Counts("", tuple(dataset_counts.of_site(catalog).items()))


def total(all_counts: Sequence[Counts], name: str) -> int:
    """The rows of a table over all reports."""
    return sum(number for one in all_counts for table, number in one.rows if table == name)


def published(all_counts: Sequence[Counts]) -> tuple[Dataset, ...]:
    """The sets that hold a row, each with its tables that do: an empty file is worth nothing."""
    rows = {table.name for one in SETS for table in one.tables if total(all_counts, table.name)}
    held = (replace(one, tables=tuple(table for table in one.tables if table.name in rows)) for one in SETS)
    return tuple(one for one in held if one.tables)
