"""Corrections, resolved: dated notes that something published here was wrong."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from disclosure.catalog import address
from disclosure.source.corrections import RawCorrection
from disclosure.source.prose import RenderedProse
from disclosure.source.yaml import Written


class Correction(Struct, frozen=True, kw_only=True):
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
        id=raw.id,
        title=meta.title,
        day=meta.date,
        published=meta.published,
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
