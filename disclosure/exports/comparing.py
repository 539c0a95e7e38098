"""The values of each measure in all districts and years, as a file a measure: an edit in one touches no other's.

A row is a value or a target, with its basis and its vintage; ``comparable`` is the group of its year in which values
may be held against each other, empty where it is in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from disclosure.catalog import address, measures
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Observed
from disclosure.catalog.measures import Measure
from disclosure.exports import cells
from disclosure.exports.following import number
from disclosure.model.vocabulary import Term
from disclosure.quantity import Quantity

COLUMNS = (
    *("measure", "name", "unit", "district", "district_name", "year", "kind", "written", "value", "value_unit"),
    *("vintage", "vintage_label", "basis", "basis_label", "comparable", "indicator", "report", "record", "url"),
)
ValueRow = Mapping[str, Any]


def files(catalog: Catalog) -> dict[str, bytes]:
    """By address; nothing where no districts are compared."""
    found: dict[str, bytes] = {}
    for one in measures.measures(catalog):
        rows = list(_rows(one))
        found[address.measure_data(one.record.id, "json")] = _json(one, rows)
        found[address.measure_data(one.record.id, "csv")] = cells.head(COLUMNS) + cells.lines(COLUMNS, rows)
    return found


def _json(one: Measure, rows: list[ValueRow]) -> bytes:
    record = one.record
    head = {
        "id": record.id,
        "name": record.name,
        "unit": record.unit,
        "rate_of": record.rate_of,
        "note": record.note,
        "url": address.measure(record.id),
    }
    return msgspec.json.encode({**head, "values": rows}) + b"\n"


def _rows(one: Measure) -> Iterator[ValueRow]:
    for year in one.years:
        compared = measures.in_year(one, year)
        for group in compared.groups:
            known = (one.id if one else "unsaid" for one in (group.vintage, group.basis))
            alike = "" if group.loose else "-".join((*known, year))
            for each in group.values:
                about = _about(one, year, each.district.id, each.district.name, each.indicator.id)
                yield {**about, **_observed(each.observed), "comparable": alike}
        for aim in compared.aims:
            read = aim.aimed.target.quantity
            about = _about(one, year, aim.district.id, aim.district.name, aim.indicator.id)
            yield {
                **about,
                **_said("target", aim.aimed.target.written, read),
                **_known(None, None),
                "comparable": "",
                "report": aim.aimed.report,
                "record": aim.aimed.target.id,
            }


def _about(one: Measure, year: str, district: str, name: str, indicator: str) -> ValueRow:
    return {
        "measure": one.record.id,
        "name": one.record.name,
        "unit": one.record.unit,
        "district": district,
        "district_name": name,
        "year": int(year),
        "indicator": indicator,
        "url": address.indicator(indicator),
    }


def _observed(one: Observed) -> ValueRow:
    return {
        **_said("forecast" if one.is_forecast else "observed", one.written, one.quantity),
        **_known(one.vintage, one.basis),
        "report": one.report or None,
        "record": one.figure or one.update or None,
    }


def _said(kind: str, written: str, read: Quantity) -> ValueRow:
    return {"kind": kind, "written": written, "value": number(measures.scale(read)), "value_unit": read.unit}


def _known(vintage: Term | None, basis: Term | None) -> ValueRow:
    return {
        "vintage": vintage.id if vintage else None,
        "vintage_label": vintage.label if vintage else None,
        "basis": basis.id if basis else None,
        "basis_label": basis.label if basis else None,
    }
