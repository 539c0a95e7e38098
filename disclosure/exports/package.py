"""What programs read about the tables: a Frictionless data package."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.dataset import Dataset, TableSet
from disclosure.exports import cells, contract, dcat, keys
from disclosure.exports.columns import meanings
from disclosure.exports.derived import Meaning
from disclosure.exports.keys import ForeignKey
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# The column that says the unit of a number, and units that are always the same
UNITS_BESIDE = {
    "value": "unit",
    "upper": "unit",
    "plan": "unit",
    "baseline_value": "baseline_unit",
    "baseline_difference": "unit",
    "verdict_expected": "unit",
    "implied": "implied_unit",
}
UNITS = {"baseline_share": "%", "verdict_percent": "%", "extended": N_("工作日"), "every": N_("天")}


def frictionless(catalog: Catalog, sets: tuple[tuple[Dataset, str], ...]) -> dict[str, Any]:
    """``datapackage.json``; ``sets`` are the published ones, each with the key of its one report or an empty text."""
    there = {table.name for one, _key in sets for table in one.tables}
    resources = [_resource(one, table, key, there) for one, key in sets for table in one.tables]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "disclosure",
        "title": catalog.site.title,
        "description": catalog.site.tagline,
        "keywords": catalog.site.keywords,
        "version": contract.VERSION,
        **({"homepage": catalog.site.address} if catalog.site.address else {}),
        **({"licenses": [{"path": catalog.site.licence}]} if catalog.site.licence else {}),
        "cells": _cells(),
        "resources": resources,
    }


def _cells() -> dict[str, str]:
    """How a cell of text, and of several values, is read back."""
    text = _(
        "文字单元格开头的一个撇号不是内容，去掉就是原文：没有它，表格软件会把编号、百分数、很长的数字当成日期、数字或公式"
    )
    return {"textPrefix": cells.TEXT, "delimiter": cells.BETWEEN, "description": text}


def _resource(one: Dataset, table: TableSet, key: str, there: Collection[str]) -> dict[str, Any]:
    file = dcat.file_name(table.name, key)
    return {
        "name": file,
        "type": "table",
        "title": _(table.title),
        "description": _("{about}。{row}").format(about=_(one.about), row=_(table.row)),
        "path": address.table(file, ""),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table.name, there),
    }


def _schema(table: str, there: Collection[str]) -> dict[str, Any]:
    """Keys lead only to tables that are there: one without a row is not published.

    Frictionless has no key of several columns that names nothing: such ones go by a name of our own.
    """
    led = [one for one in keys.foreign(table) if one.table in there]
    several = [one for one in led if one.optional and len(one.columns) > 1]
    strict = [one for one in led if one not in several]
    return {
        "fields": [_field(name, one) for name, one in meanings(table).items()],
        "missingValues": [""],
        **({"primaryKey": list(keys.KEYS[table])} if table in keys.KEYS else {}),
        **({"foreignKeys": [_foreign(table, one) for one in strict]} if strict else {}),
        **({"optionalForeignKeys": [_foreign(table, one) for one in several]} if several else {}),
    }


def _foreign(table: str, one: ForeignKey) -> dict[str, Any]:
    return {
        "fields": list(one.columns),
        "reference": {"resource": "" if one.table == table else one.table, "fields": list(one.key)},
    }


def _field(name: str, one: Meaning) -> dict[str, str]:
    """Several values in a cell are text."""
    type = "string" if one.several else one.type
    beside = {"unitField": UNITS_BESIDE[name]} if name in UNITS_BESIDE else {}
    unit = {"unit": _(UNITS[name])} if name in UNITS else {}
    return {"name": name, "type": type, "title": one.head, "description": one.text, **beside, **unit}
