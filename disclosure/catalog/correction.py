"""What corrections speak of: fields of records, and the pages that show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog import address
from disclosure.model.correction import CorrectionMeta
from disclosure.source.articles import Article


class Corrected(Struct, frozen=True, kw_only=True):
    """One field that was wrong. ``address`` is where its record is shown, or empty; ``now`` where it was taken out."""

    record: str
    field: str
    was: str
    now: str
    address: str


class CorrectionNote(Struct, frozen=True):
    """That a correction speaks of what a page shows: all that the page says of it."""

    id: str
    title: str
    day: date


def corrected(meta: CorrectionMeta) -> Iterator[Corrected]:
    for one in meta.corrects:
        where = address.of_record(one.record)
        yield Corrected(record=one.record, field=one.field, was=one.was, now=one.now or "", address=where)


def notes(raw: Iterable[Article[CorrectionMeta]]) -> dict[str, tuple[CorrectionNote, ...]]:
    """The corrections that speak of what each page shows, newest first, by the page's address."""
    found: dict[str, dict[str, CorrectionNote]] = {}
    for one in sorted(raw, key=lambda one: one.id, reverse=True):
        for each in corrected(one.meta):
            page = each.address.partition("#")[0]
            if page and page != address.CORRECTIONS:
                found.setdefault(page, {})[one.id] = CorrectionNote(one.id, one.meta.title, one.meta.date)
    return {page: tuple(each.values()) for page, each in found.items()}
