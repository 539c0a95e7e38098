"""Sheets of an xlsx or xls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from disclosure.source.inside import limited
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.tables.files import cells, workbook_cells
from disclosure.tables.files.grid import filled
from disclosure.tables.files.shapes import OpenedSheet, OpenedTable
from disclosure.translation import gettext as _


def read(data: bytes, kind: str) -> OpenedTable:
    """``kind``: xlsx or xls."""
    found = limited.run(workbook_cells.__file__, data, kind)
    if found is None:
        raise Unreadable(Obstacle.TOO_MUCH)
    if found.get("locked"):
        raise Unreadable(Obstacle.LOCKED)
    if "spoilt" in found:
        raise Unreadable(Obstacle.SPOILT, found["spoilt"])
    return OpenedTable(sheets=tuple(map(_sheet, found["sheets"])), told=tuple(_told(found, kind)))


def _sheet(found: Mapping[str, Any]) -> OpenedSheet:
    placed = {
        (row, column): cells.KINDS[kind](value, pattern, cells.place(row, column))
        for row, column, kind, value, pattern in found["cells"]
    }
    merged = tuple((a, b, c, d) for a, b, c, d in found["merged"])
    return OpenedSheet(
        sheet=filled(found["name"], placed, merged),
        hidden=found["hidden"],
        hidden_rows=frozenset(found["hidden_rows"]),
        hidden_columns=frozenset(found["hidden_columns"]),
        merged=merged,
    )


def _told(found: Mapping[str, Any], kind: str) -> Iterator[str]:
    for sheet in found["sheets"]:
        if sheet["cut"]:
            yield _("工作表“{name}”太大，只读了前 {rows} 行、前 {columns} 列").format(
                name=sheet["name"], rows=workbook_cells.MAX_ROWS, columns=workbook_cells.MAX_COLUMNS
            )
        if sheet["filtered"]:
            yield _("工作表“{name}”开着筛选：筛掉的行也读了").format(name=sheet["name"])
    if not found["formats"] and kind == "xlsx":
        yield _("文件的样式读不出来：百分比、合并的单元格、公式可能没有认出来，请逐行核对，或另存一份 .xlsx 再读")
    if kind == "xls":
        yield _("老式的 .xls 里看不出百分比格式、公式和隐藏的行列，请逐行核对；有条件的另存为 .xlsx 再读")
