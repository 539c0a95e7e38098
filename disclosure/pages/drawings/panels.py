"""Rows of several units, each with a scale of its own, one below the other."""

from __future__ import annotations

from msgspec import Struct

from disclosure.pages.drawings.rows import Rows


class Panels(Struct, frozen=True, tag="panels"):
    parts: tuple[Rows, ...]
