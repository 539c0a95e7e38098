"""What is read of a table file, before anything is known of what it means."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from disclosure.tables.shapes import CellSheet


class OpenedSheet(Struct, frozen=True, kw_only=True):
    """A sheet with what its program hides. Rows and columns from 0. ``merged``: first and last row and column.
    ``comments`` are by the places of their cells (F2)."""

    sheet: CellSheet
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)


class OpenedTable(Struct, frozen=True, kw_only=True):
    """A file's sheets; ``told`` are whole sentences about the file, for the editor to know."""

    sheets: tuple[OpenedSheet, ...]
    told: tuple[str, ...] = ()
