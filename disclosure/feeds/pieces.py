"""A report's part of the whole site's feeds, as kept between builds: what each feed gets, and when the newest was.

The feeds of all reports are made of the newest entries. Which reports have any of these is known from small pieces
(``HEADS``), so that the entries (``ENTRIES``) of few reports are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from disclosure.catalog import due
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.due import Appointment
from disclosure.feeds import of_report
from disclosure.feeds.entry import FeedEntry

HEADS, ENTRIES, DUE = "feeds:heads", "feeds:entries", "feeds:due"
NAMES = (HEADS, ENTRIES, DUE)


class Head(Struct, frozen=True):
    """When the newest entry was that a report gives to a feed, and a digest of all that it gives."""

    newest: str
    digest: str


# By the page that the feed follows
Heads = Mapping[str, Head]
Entries = Mapping[str, tuple[FeedEntry, ...]]

_encoder = msgspec.json.Encoder(order="deterministic")


def pieces(catalog: Catalog, report: Report) -> dict[str, bytes]:
    parts = of_report.parts(catalog, report)
    encode = _encoder.encode
    heads = {page: Head(all[0].time, hashlib.sha256(encode(all)).hexdigest()[:16]) for page, all in parts.items()}
    return {HEADS: encode(heads), ENTRIES: encode(parts), DUE: encode(due.promised(report))}


def heads(data: bytes) -> Heads:
    return msgspec.json.decode(data, type=dict[str, Head])


def entries(data: bytes) -> Entries:
    return msgspec.json.decode(data, type=dict[str, tuple[FeedEntry, ...]])


def appointments(data: bytes) -> tuple[Appointment, ...]:
    return msgspec.json.decode(data, type=tuple[Appointment, ...])
