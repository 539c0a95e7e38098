"""What the editors make of a report and of its sections, with what that stands on."""

from __future__ import annotations

# As in register.py
from typing_extensions import TypedDict


class SaidRow(TypedDict):
    """What is said of a record, of what a report lacks, or of how many records there are."""

    says: str | None
    outcome: str | None
    outcome_label: str | None
    without: list[str]
    count: int | None
    kind: str | None
    kind_label: str | None
    naming: str | None


class GroundRow(SaidRow):
    of: str | None


class DigestRow(TypedDict):
    """A row of ``data/digests.json``: the editors' words, not the report's."""

    report: str
    section: str | None
    text: str
    grounds: list[GroundRow]
    url: str
