"""A public document behind a statement, resolved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from disclosure.model.evidence import EvidenceRecord


class Evidence(Struct, frozen=True, kw_only=True):
    """A public document. ``passage`` is the place on this site where it can be read, as report and paragraph;
    ``dead`` is the day its address no longer answered, where that was found."""

    publisher: str
    passage: str
    title: str
    url: str
    locator: str
    day: date | None
    retrieved: date | None
    says: str
    snapshot: str
    sha256: str
    dead: date | None


def evidence(one: EvidenceRecord, dead: Mapping[str, date]) -> Evidence:
    return Evidence(
        publisher=one.publisher or "",
        passage=one.passage or "",
        title=one.title or "",
        url=one.url or "",
        locator=one.locator or "",
        day=one.date,
        retrieved=one.retrieved,
        says=one.says or "",
        snapshot=one.snapshot or "",
        sha256=one.sha256 or "",
        dead=dead.get(one.url or ""),
    )
