"""A feed as JSON Feed 1.1: the same entries as the Atom feed, each with its text or else its summary."""

from __future__ import annotations

from typing import Any

import msgspec

from disclosure.catalog import address, beside
from disclosure.feeds import links
from disclosure.feeds.entry import Feed, FeedEntry, Publisher, bounded, label, urn

VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed, by: Publisher) -> bytes:
    own = beside.json_feed(feed.at)
    base = by.address or address.root_of(own)
    value: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": base + feed.page,
        **({"feed_url": base + own} if by.address else {}),
        "language": by.language,
        "authors": [{"name": by.title}],
        "items": [_item(one, base) for one in bounded(feed.entries)],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def _item(one: FeedEntry, base: str) -> dict[str, Any]:
    html = links.led(one.html, one.address.partition("#")[0], base)
    return {
        "id": urn(one.name),
        "url": base + one.address,
        "title": one.title,
        "summary": one.summary,
        # One of the two there must be
        **({"content_html": html} if html else {"content_text": one.summary}),
        "date_published": one.time,
        "tags": [label(one.kind)],
    }
