"""Digests as data: the editors' words, and what they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.exports import keeping

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes.digest import DigestRow


def digests(catalog: Catalog, report: Report) -> Iterator[DigestRow]:
    for located in report.digests:
        one = located.value
        yield {
            "report": report.key,
            "section": one.section,
            "text": one.text,
            "grounds": [{"of": each.of, **keeping.said(catalog.words, each)} for each in one.grounds],
            "url": address.digest(report.key, one.section or ""),
        }
