"""Feeds and calendars of a built site, as readers that are not ours understand them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import feedparser

HERE = Path(__file__).parent
TAGS = re.compile(r"<[^>]*>")


class ReadEntry(NamedTuple):
    """An entry as a reader shows it: address, title, text, moment."""

    link: str
    title: str
    text: str
    moment: datetime


def words(html: str) -> str:
    """The text of HTML without any blanks."""
    return "".join(unescape(TAGS.sub("", html)).split())


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


def by_feedparser(data: bytes) -> list[ReadEntry]:
    # As it is, without making it safe or leading links anywhere
    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return [
        ReadEntry(
            one.link, one.title, words((one.get("content") or [one.summary_detail])[0].value), moment(one.updated)
        )
        for one in feed.entries
    ]


def in_node(paths: Iterable[Path]) -> dict[str, Any]:
    """What rss-parser, feedsmith and ical.js make of files, by path."""
    command = ["node", HERE / "read.mjs", *paths]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def by_rss_parser(feed: Any) -> Iterator[ReadEntry]:
    for one in feed["items"]:
        yield ReadEntry(one["link"], one["title"], words(one.get("content", one["summary"])), moment(one["isoDate"]))


def by_feedsmith(feed: Any) -> Iterator[ReadEntry]:
    for one in feed.get("entries", ()):
        text = words(one.get("content", one["summary"])["value"])
        yield ReadEntry(one["links"][0]["href"], one["title"]["value"], text, moment(one["updated"]))


def by_feedsmith_from_json(feed: Any) -> Iterator[ReadEntry]:
    for one in feed.get("items", ()):
        text = words(one.get("content_html") or one["content_text"])
        yield ReadEntry(one["url"], one["title"], text, moment(one["date_published"]))


def unescaped(text: str) -> str:
    """A TEXT of a calendar (RFC 5545, 3.3.11) as it is meant: the library gives back some as they are written."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], text)
