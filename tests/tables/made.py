"""Tables that were read, made by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from disclosure.tables.shapes import By, Cell, ReadRow, TableField, TableRead

# Where the fields stand
ORDER: tuple[TableField, ...] = (
    *("id", "task", "quote", "measure", "target", "leader", "lead", "supporting", "deadline", "reported"),
    *("progress", "value", "unit", "period", "vintage", "basis", "done", "publisher", "title", "locator"),
    *("date", "url", "remarks"),
)
PLACES: dict[TableField, str] = dict(zip(ORDER, "BCDEFGHIJLMNOPQRSTUVWXY", strict=True))


def cell(value: Any, place: str = "A1") -> Cell:
    if isinstance(value, date):
        return Cell(text=value.isoformat(), day=value, place=place)
    if isinstance(value, int | Decimal):
        return Cell(text=str(value), number=Decimal(value), place=place)
    return Cell(text=value, place=place)


def row(promise: str, n: int = 2, target: int = 0, by: By = "id", **values: Any) -> ReadRow:
    """A row of the table; ``promise`` 2025/c012."""
    cells = {field: cell(values[field], f"{PLACES[field]}{n}") for field in PLACES if field in values}
    return ReadRow(place=str(n), promise=promise, target=target, by=by, values=cells)


def table(*rows: ReadRow) -> TableRead:
    return TableRead(sheet="填报", rows=rows)
