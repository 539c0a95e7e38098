"""What machines read about the data: a Frictionless data package and a DCAT catalogue (JSON-LD)."""

from __future__ import annotations

from typing import Any

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.dataset import Dataset
from disclosure.exports.columns import meanings
from disclosure.exports.derived import Meaning
from disclosure.exports.keys import KEYS
from disclosure.translation import gettext as _


def frictionless(catalog: Catalog, sets: tuple[tuple[Dataset, str], ...]) -> dict[str, Any]:
    """``datapackage.json``; ``sets`` are the published ones, each with the key of its one report or an empty text."""
    resources = [_resource(table.name, _file(table.name, key), one) for one, key in sets for table in one.tables]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "disclosure",
        "title": catalog.site.title,
        "description": catalog.site.tagline,
        "keywords": catalog.site.keywords,
        # What the data say is so as of this day, which begins in Beijing
        "created": f"{catalog.today}T00:00:00+08:00",
        **({"homepage": catalog.site.address} if catalog.site.address else {}),
        "resources": resources,
    }


def _file(name: str, key: str) -> str:
    return f"{name}-{key}" if key else name


def _resource(table: str, file: str, one: Dataset) -> dict[str, Any]:
    fields = [_field(name, one) for name, one in meanings(table).items()]
    key = {"primaryKey": list(KEYS[table])} if table in KEYS else {}
    return {
        "name": file,
        "type": "table",
        "title": _(one.title),
        "description": _(one.about),
        "path": address.table(file).removeprefix("data/"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""], **key},
    }


def _field(name: str, one: Meaning) -> dict[str, str]:
    """Several values in a cell are text."""
    type = "string" if one.several else one.type
    return {"name": name, "type": type, "title": one.head, "description": one.text}


def dcat(catalog: Catalog, sets: tuple[tuple[Dataset, str], ...]) -> dict[str, Any]:
    """``catalog.jsonld``; addresses are relative to it where the site does not know its own."""
    base = f"{catalog.site.address}data/" if catalog.site.address else ""
    return {
        "@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
        "@type": "dcat:Catalog",
        "dct:title": catalog.site.title,
        "dct:description": catalog.site.tagline,
        "dct:language": catalog.site.language,
        "dcat:dataset": [_dataset(base, one, key) for one, key in sets],
    }


def _dataset(base: str, one: Dataset, key: str) -> dict[str, Any]:
    files = [(f"{_file(one.name, key)}.json", "application/json")]
    files += [(f"{_file(table.name, key)}.csv", "text/csv") for table in one.tables]
    return {
        "@type": "dcat:Dataset",
        "dct:identifier": _file(one.name, key),
        "dct:title": _(one.title),
        "dct:description": _(one.about),
        "dcat:distribution": [
            {"@type": "dcat:Distribution", "dcat:downloadURL": f"{base}{file}", "dcat:mediaType": type}
            for file, type in files
        ],
    }
