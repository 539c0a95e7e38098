"""Corrections, resolved: dated notes that something published here was wrong."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from disclosure.catalog import address
from disclosure.source.corrections import RawCorrection
from disclosure.source.prose import RenderedProse
from disclosure.source.yaml import Written


class Correction(Struct, frozen=True):
    """``was`` and ``now`` (empty where it was taken out); ``html`` is the narrative with its links led. The fields
    from ``name`` on are what the checks of any Markdown want."""

    id: str
    title: str
    day: date
    published: datetime
    was: str
    now: str
    html: str
    name: str
    path: str
    head: Written
    body: str
    body_line: int
    rendered: RenderedProse


def resolve(raw: RawCorrection) -> Correction:
    meta = raw.meta
    return Correction(
        raw.id,
        meta.title,
        meta.date,
        meta.published,
        meta.was,
        meta.now or "",
        address.led(raw.rendered.html, raw.file.name, address.CORRECTIONS),
        raw.file.name,
        raw.file.path,
        raw.head,
        raw.body,
        raw.body_line,
        raw.rendered,
    )
