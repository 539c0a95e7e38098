"""What is read of a table file, before anything is known of what it means."""

from __future__ import annotations

from msgspec import Struct

from disclosure.tables.shapes import CellSheet


class OpenedSheet(Struct, frozen=True, kw_only=True):
    """A sheet with what its program hides. Rows and columns from 0. ``merged``: first and last row and column."""

    sheet: CellSheet
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()


class OpenedTable(Struct, frozen=True, kw_only=True):
    """A file's sheets; ``told`` are whole sentences about the file, for the editor to know."""

    sheets: tuple[OpenedSheet, ...]
    told: tuple[str, ...] = ()
