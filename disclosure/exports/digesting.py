"""Digests as data: the editors' words, and what they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.words import Vocabularies
from disclosure.model import vocabulary
from disclosure.model.ground import OwnGroundRecord

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes.digest import DigestRow, GroundRow


def digests(catalog: Catalog, report: Report) -> Iterator[DigestRow]:
    for located in report.digests:
        one = located.value
        yield {
            "report": report.key,
            "section": one.section,
            "text": one.text,
            "grounds": [_ground(catalog.words, each) for each in one.grounds],
            "url": address.digest(report.key, one.section or ""),
        }


def _ground(words: Vocabularies, one: OwnGroundRecord) -> GroundRow:
    return {
        "of": one.of,
        "says": one.says,
        "outcome": _id(words, vocabulary.OUTCOMES, one.outcome),
        "outcome_label": one.outcome,
        "without": list(one.without),
        "count": one.count,
        "kind": _id(words, vocabulary.KINDS, one.kind),
        "kind_label": one.kind,
        "naming": one.naming,
    }


def _id(words: Vocabularies, name: str, label: str | None) -> str | None:
    term = words.label(name, label) if label else None
    return term.id if term else None
