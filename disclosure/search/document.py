"""``Document``: one thing that can be found, as plain values."""

from __future__ import annotations

from msgspec import Struct

PARAGRAPH = "paragraph"
# Ids of kinds, and how much a match in one of the kind counts: a record says it in few words of its own, a paragraph
# contains it, a narrative speaks about the site
KINDS = {
    "commitment": 1.0,
    "result": 1.0,
    "note": 1.0,
    PARAGRAPH: 0.8,
    "heading": 0.6,
    "narrative": 0.45,
    "indicator": 0.9,
    "update": 0.9,
}


class Document(Struct, frozen=True, kw_only=True):
    """``address`` is where it leads, ``place`` says in words where that is.

    ``passage`` with ``start`` and ``end`` (code points) is set where ``text`` is a stretch of a report's paragraph, and
    ``sentences`` where it is the whole: the starts of its sentences. ``section`` is ``report/section``, ``topics`` and
    ``status`` are ids. ``also`` finds it and is not shown.
    """

    kind: str
    address: str
    title: str
    text: str
    place: str
    passage: str = ""
    start: int = 0
    end: int = 0
    sentences: tuple[int, ...] = ()
    section: str = ""
    topics: tuple[str, ...] = ()
    status: str = ""
    also: str = ""
