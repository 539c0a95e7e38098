"""A report's pages, read back from what a build kept of them: where only a template changed, they are all it takes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from msgspec import Raw, Struct

from disclosure.pages import registry
from disclosure.pages.kind import PageKind
from disclosure.pages.page import Page


def pack(pages: Iterable[bytes]) -> bytes:
    """Pages in their canonical form, one after the other."""
    return msgspec.msgpack.encode([Raw(page) for page in pages])


def unpack(data: bytes) -> list[bytes]:
    return [bytes(page) for page in msgspec.msgpack.decode(data, type=list[Raw])]


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
