"""A public document behind a statement, resolved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from disclosure.model.evidence import EvidenceRecord


class Evidence(Struct, frozen=True, kw_only=True):
    """A public document. ``dead`` is the day its address no longer answered, where that was found."""

    publisher: str
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
        publisher=one.publisher,
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
