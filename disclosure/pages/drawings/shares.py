"""What became of the targets of several districts: of each a bar as long as the others', parted by its own numbers."""

from __future__ import annotations

from msgspec import Struct


class SharePart(Struct, frozen=True):
    """``kind`` (kept, missed, open) is how a part of a bar is drawn, ``words`` what it means."""

    kind: str
    words: str


class ShareRow(Struct, frozen=True):
    """``counts`` are those of the parts, in their order."""

    label: str
    written: str
    counts: tuple[int, ...]


class Shares(Struct, frozen=True, tag="shares"):
    parts: tuple[SharePart, ...]
    rows: tuple[ShareRow, ...]
