"""Documents as columns of short values, read by ``templates/js/search/rows.js``.

A document says what differs from the one before it: the address from where it parts from the last one of its kind
(nothing where it is the next by number), ``0`` for a passage, section or place that stays, the gap since the last
quote's end. A quote's words are its paragraph's. What a title takes from the text stands as two private characters:
where the stretch begins, and its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from os.path import commonprefix
from typing import Any

from disclosure.pages.document import Document
from disclosure.search import registry
from disclosure.search.registry import PARAGRAPH

# Private use area: no text of a report holds one
PRIVATE = 0xE000
LONGEST = 4000
NUMBERED = re.compile(r"(.*[^0-9]|)([0-9]+)([^0-9]*)", re.S)
NOTHING = Document(kind="", address="", title="", text="", place="")


def columns(documents: Iterable[Document]) -> list[tuple[Any, ...]]:
    """A column for each field, ``0`` for whatever is empty. Topics are with the filters (``facets``)."""
    return list(zip(*_rows(documents), strict=True))


def short(title: str, text: str) -> str:
    """A title with its stretches of the text, the longest at each place, as private characters."""
    written = ""
    while title:
        at, size = _stretch(title, text)
        written += chr(PRIVATE + at) + chr(PRIVATE + size) if 0 <= at < LONGEST else title[:size]
        title = title[size:]
    return written


def _stretch(title: str, text: str) -> tuple[int, int]:
    """Where the longest beginning of a title, two characters or more, stands first in the text; ``-1, 1`` for none."""
    at, size = -1, 1
    longest = min(len(title), LONGEST)
    # A longer one stands nowhere before a shorter one
    while size < longest and (found := text.find(title[: size + 1], max(at, 0))) >= 0:
        at, size = found, size + 1
    return at, size


def is_quote(one: Document) -> bool:
    """Whether its words are a stretch of the paragraph that stands before it."""
    return bool(one.passage) and one.kind != PARAGRAPH


def goes_on(one: Document, before: Document) -> bool:
    """Whether both are of one passage: hits of it are shown together."""
    return is_quote(one) and (one.passage, one.section) == (before.passage, before.section)


def _rows(documents: Iterable[Document]) -> Iterator[tuple[Any, ...]]:
    before, numbers = NOTHING, registry.numbers()
    addresses: dict[str, str] = {}
    for one in documents:
        yield numbers[one.kind], *_row(one, before, addresses.get(one.kind, ""))
        addresses[one.kind] = one.address
        before = one


def _next(address: str) -> str:
    """``…/c016.html`` -> ``…/c017.html``."""
    found = NUMBERED.fullmatch(address)
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}}{found[3]}" if found else address


def _parted(address: str, before: str) -> tuple[int, str | int]:
    """How much of the address is that of the last one of its kind, and the rest; ``0, 0`` for the next by number."""
    if not before:
        return 0, address
    if address == _next(before):
        return 0, 0
    shared = len(commonprefix((before, address)))  # noqa: RUF071 (of strings, not of paths)
    return shared, address[shared:]


def _row(one: Document, before: Document, address: str) -> tuple[Any, ...]:
    follows = goes_on(one, before) and before.kind != PARAGRAPH
    return (
        *_parted(one.address, address),
        0 if one.title == one.text else short(one.title, one.text),
        0 if is_quote(one) else one.text or 0,
        one.start - before.end if follows else one.start,
        one.end - one.start,
        0 if one.passage == before.passage else one.passage,
        0 if one.section == before.section else one.section,
        0 if one.place == before.place else one.place,
        [end - start for start, end in pairwise((0, *one.sentences))] if one.sentences else 0,
        one.status or 0,
        one.also or 0,
    )
