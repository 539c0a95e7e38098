"""The list of the districts' data sets (``data/districts.json`` and ``.csv``): whoever wants all fetches them by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from disclosure.catalog import address, data_folder, datasets
from disclosure.catalog.datasets import Counts
from disclosure.catalog.districts import District
from disclosure.exports import cells

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes.districts import DistrictDataRow

NAME = data_folder.DISTRICTS
ADDRESSES = (address.data(NAME), address.table(NAME))
COLUMNS = (
    *("id", "name", "region", "others", "note", "reports", "commitments", "results", "updates"),
    *("url", "page", "data", "package", "catalog"),
)

DistrictCounts = tuple[District, Sequence[Counts]]


def files(all: Sequence[DistrictCounts]) -> dict[str, bytes]:
    """By address; nothing where no district has a report."""
    if not all:
        return {}
    rows = [_row(one, dict(datasets.totals(counts)), [each.report for each in counts]) for one, counts in all]
    lines = b",\n".join(map(msgspec.json.encode, rows))
    table = cells.head(COLUMNS) + cells.lines(COLUMNS, rows)
    return {address.data(NAME): b"[\n" + lines + b"\n]\n", address.table(NAME): table}


def _row(one: District, rows: dict[str, int], reports: list[str]) -> DistrictDataRow:
    folder = data_folder.of_district(one)
    return {
        "id": one.id,
        "name": one.name,
        "region": one.region or None,
        "others": list(one.others),
        "note": one.note or None,
        "reports": reports,
        "commitments": rows.get("commitments", 0),
        "results": rows.get("results", 0),
        "updates": rows.get("updates", 0),
        "url": address.district(one.id),
        "page": folder.page,
        "data": folder.address,
        "package": folder.package,
        "catalog": folder.catalogue,
    }
