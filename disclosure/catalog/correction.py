"""Corrections, resolved: dated notes that something published here was wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from msgspec import Struct

from disclosure.catalog import address
from disclosure.model.correction import CorrectionMeta
from disclosure.source.corrections import RawCorrection
from disclosure.source.prose import RenderedProse
from disclosure.source.yaml import Written


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


class Correction(Struct, frozen=True, kw_only=True):
    """``corrects`` lists fields of records; ``was`` and ``now`` (empty: taken out) tell of a text that is none.

    ``html`` is the narrative with its links led. The fields from ``name`` on are what the checks of any Markdown want.
    """

    id: str
    title: str
    day: date
    published: datetime
    corrects: tuple[Corrected, ...]
    was: str
    now: str
    html: str
    name: str
    path: str
    head: Written
    body: str
    body_line: int
    rendered: RenderedProse


def corrected(meta: CorrectionMeta) -> Iterator[Corrected]:
    for one in meta.corrects:
        where = address.of_record(one.record)
        yield Corrected(record=one.record, field=one.field, was=one.was, now=one.now or "", address=where)


def notes(raw: Iterable[RawCorrection]) -> dict[str, tuple[CorrectionNote, ...]]:
    """The corrections that speak of what each page shows, newest first, by the page's address."""
    found: dict[str, dict[str, CorrectionNote]] = {}
    for one in sorted(raw, key=lambda one: one.id, reverse=True):
        for each in corrected(one.meta):
            page = each.address.partition("#")[0]
            if page and page != address.CORRECTIONS:
                found.setdefault(page, {})[one.id] = CorrectionNote(one.id, one.meta.title, one.meta.date)
    return {page: tuple(each.values()) for page, each in found.items()}


def resolve(raw: RawCorrection) -> Correction:
    meta = raw.meta
    return Correction(
        id=raw.id,
        title=meta.title,
        day=meta.date,
        published=meta.published,
        corrects=tuple(corrected(meta)),
        was=meta.was or "",
        now=meta.now or "",
        html=address.led(raw.rendered.html, raw.file.name, address.CORRECTIONS),
        name=raw.file.name,
        path=raw.file.path,
        head=raw.head,
        body=raw.body,
        body_line=raw.body_line,
        rendered=raw.rendered,
    )
