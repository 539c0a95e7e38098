"""A report's pages, read back from what a build kept of them: where only a template changed, they are all it takes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from disclosure.pages import registry
from disclosure.pages.kind import PageKind
from disclosure.pages.page import Page

# Bytes that say how long a page is
LENGTH = 4


class KeptPages:
    """Pages in their canonical form, one after the other: each behind its length, so that nothing is copied later."""

    def __init__(self) -> None:
        self.data = bytearray()

    def add(self, canonical: bytes) -> None:
        self.data += len(canonical).to_bytes(LENGTH, "big")
        self.data += canonical


def unpack(data: bytes) -> Iterator[bytes]:
    """The pages that were kept, each in its canonical form."""
    at = 0
    while at < len(data):
        start = at + LENGTH
        at = start + int.from_bytes(data[at:start], "big")
        yield data[start:at]


def page(canonical: bytes) -> Page:
    """The page that has this canonical form."""
    found: Page = _decoder(registry.kind(_kind.decode(canonical).kind)).decode(canonical)
    return found


class _PageKind(Struct, frozen=True):
    """As much of a page as says what its view is."""

    kind: str


_kind = msgspec.msgpack.Decoder(_PageKind)


@cache
def _decoder(kind: PageKind) -> msgspec.msgpack.Decoder[Any]:
    """What reads a page with its view at one go; most builds need none."""
    shape = msgspec.defstruct(kind.id, [("view", kind.view)], bases=(Page,), frozen=True)
    return msgspec.msgpack.Decoder(shape)
