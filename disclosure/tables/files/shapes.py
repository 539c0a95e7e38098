"""What is read of a table file, before anything is known of what it means."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from disclosure.tables.files.workbook_cells import MAX_COLUMNS, MAX_ROWS
from disclosure.tables.shapes import CellSheet
from disclosure.translation import gettext as _


class OpenedSheet(Struct, frozen=True, kw_only=True):
    """A sheet with what its program hides. Rows and columns from 0. ``merged``: first and last row and column.
    ``comments`` are by the places of their cells (F2)."""

    sheet: CellSheet
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)


def cut(name: str) -> str:
    """That a sheet has more than is read of it."""
    return _("工作表“{name}”太大，只读了前 {rows} 行、前 {columns} 列").format(
        name=name, rows=MAX_ROWS, columns=MAX_COLUMNS
    )


class OpenedTable(Struct, frozen=True, kw_only=True):
    """A file's sheets; ``told`` are whole sentences about the file, for the editor to know."""

    sheets: tuple[OpenedSheet, ...]
    told: tuple[str, ...] = ()
