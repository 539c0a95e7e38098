"""Sheets of an xlsx or xls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from disclosure.problem import Refused
from disclosure.source.inside import limited
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.tables.files import cells, older_cells, shapes, workbook_cells
from disclosure.tables.files.grid import filled
from disclosure.tables.files.shapes import OpenedSheet, OpenedTable
from disclosure.translation import gettext as _

# What formats without words in an xls look like ([MS-XLS], 2.5.165); of days only those that do not show a whole one
BUILT_IN = {
    **{str(id): pattern for id, pattern in workbook_cells.CHINESE_FORMATS.items()},
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "16": "d-mmm",
    "17": "mmm-yy",
    "37": "#,##0",
    "38": "#,##0",
    "39": "#,##0.00",
    "40": "#,##0.00",
}
LIBRARIES = ("openpyxl", "python_calamine")


def read(data: bytes, kind: str) -> OpenedTable:
    """``kind``: xlsx or xls."""
    for name in LIBRARIES:
        if find_spec(name) is None:
            raise Refused(_("缺少程序库 {name}：运行 pip install '.[desk]' 再来一次").format(name=name))
    found = _run(workbook_cells.__file__, data, kind)
    if kind == "xls":
        _add(found, limited.run(older_cells.__file__, data) or {})
    return OpenedTable(sheets=tuple(map(_sheet, found["sheets"])), told=tuple(_told(found)))


def _run(script: str, data: bytes, kind: str) -> dict[str, Any]:
    found = limited.run(script, data, kind)
    if found is None:
        raise Unreadable(Obstacle.TOO_MUCH)
    if found.get("locked"):
        raise Unreadable(Obstacle.LOCKED)
    if "spoilt" in found:
        raise Unreadable(Obstacle.SPOILT, found["spoilt"])
    return found


def _add(found: dict[str, Any], beside: Mapping[str, Any]) -> None:
    """What ``older_cells`` found, to the cells that calamine did."""
    patterns = {**BUILT_IN, **beside.get("patterns", {})}
    found["formats"] = bool(beside.get("sheets"))
    for sheet in found["sheets"]:
        more = beside.get("sheets", {}).get(sheet["name"], {})
        formats = {(row, column): patterns.get(str(id), "") for row, column, id in more.get("formats", ())}
        cells = [[*one[:4], formats.get((one[0], one[1]), "")] for one in sheet["cells"]]
        errors = [[row, column, "e", said, ""] for row, column, said in more.get("errors", ())]
        sheet["cells"] = [*cells, *errors]
        sheet |= {name: more[name] for name in ("hidden_rows", "hidden_columns", "comments") if name in more}


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
        comments={cells.place(row, column): text for row, column, text in found.get("comments", ())},
    )


def _told(found: Mapping[str, Any]) -> Iterator[str]:
    for sheet in found["sheets"]:
        if sheet["cut"]:
            yield shapes.cut(sheet["name"])
    if not found["formats"]:
        yield _("文件的样式读不出来：百分比、公式可能没有认出来，请逐行核对，或另存一份 .xlsx 再读")
