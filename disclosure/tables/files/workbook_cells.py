"""Cells of an xlsx or xls, as two libraries find them. A program for a process of its own: it imports nothing of ours.

calamine knows every date and takes back what was escaped (``_x000D_``); openpyxl beside it knows number formats,
formulas, errors and what is hidden.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

MAX_ROWS, MAX_COLUMNS = 5_000, 200
# ECMA-376, 18.8.30, the table of zh-cn: no format of these ids is written in a file, and openpyxl has none for them
_MONTH, _DAY, _YEAR = 'm"月"d"日"', "m-d-yy", 'yyyy"年"m"月"d"日"'
_YEAR_MONTH, _TIME, _SECONDS = 'yyyy"年"m"月"', 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH),
    **dict.fromkeys((32, 34, 55), _TIME),
    **dict.fromkeys((33, 35, 56), _SECONDS),
    30: _DAY,
    31: _YEAR,
}


def main(data: bytes, kind: str) -> dict[str, Any]:
    """``kind``: xlsx or xls. Sheets with cells ``[row, column, kind, value, format]``, both from 0; kinds are those of
    ``cells.KINDS``."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        return {"locked": True}
    except CalamineError as error:
        return {"spoilt": type(error).__name__}
    # Of an xls, older_cells says the rest
    beside = _Beside(data) if kind == "xlsx" else None
    sheets = []
    for one in book.sheets_metadata:
        if one.typ == SheetTypeEnum.WorkSheet:
            found = _sheet(book.get_sheet_by_name(one.name), beside)
            sheets.append({**found, "name": one.name, "hidden": one.visible != SheetVisibleEnum.Visible})
    return {"sheets": sheets, "formats": kind == "xlsx" and beside is not None and beside.readable}


def _sheet(sheet: Any, beside: _Beside | None) -> dict[str, Any]:
    found = {}
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS)):
        for column, value in enumerate(cells[:MAX_COLUMNS]):
            if value != "":
                found[row, column] = [*_stored(value), ""]
    more = beside.of(sheet.name, found) if beside else {}
    height, width = sheet.total_height, sheet.total_width
    return {
        "hidden_rows": [],
        "hidden_columns": [],
        "merged": [[*first, *last] for first, last in sheet.merged_cell_ranges or ()],
        **more,
        "cells": [[*at, *found[at]] for at in sorted(found)],
        "cut": height > MAX_ROWS or width > MAX_COLUMNS,
    }


def _stored(value: Any) -> tuple[str, str]:
    """A value's kind, and itself as a text that loses nothing."""
    if isinstance(value, bool):
        return "b", str(value)
    if isinstance(value, int | float):
        return "n", repr(value)
    if isinstance(value, datetime | date):
        return "d", value.isoformat()
    if isinstance(value, time | timedelta):
        return "t", str(value)
    return "s", str(value)


class _Beside:
    """The same file as openpyxl reads it; what it cannot read, calamine's values stand without."""

    def __init__(self, data: bytes) -> None:
        import warnings

        from openpyxl import load_workbook
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        warnings.simplefilter("ignore")
        BUILTIN_FORMATS.update(CHINESE_FORMATS)
        self.readable = True
        try:
            self.values = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            self.formulas = load_workbook(io.BytesIO(data), keep_links=False)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 (whatever it makes of another program's styles)
            self.readable = False

    def of(self, name: str, found: dict[tuple[int, int], list[str]]) -> dict[str, Any]:
        """Adds to each cell its format, and the cells that are errors or formulas without a value."""
        if not self.readable:
            return {}
        values, formulas = self.values[name], self.formulas[name]
        # A cell that is asked for is made: not beyond what the sheet has
        last = {"max_row": min(values.max_row, MAX_ROWS), "max_col": min(values.max_column, MAX_COLUMNS)}
        comments = []
        for row in values.iter_rows(**last):
            for cell in row:
                at = (cell.row - 1, cell.column - 1)
                # Of a merged range, all but the first have none
                if getattr(cell, "comment", None):
                    comments.append([*at, str(cell.comment.text)])
                if cell.data_type == "e":
                    found[at] = ["e", str(cell.value), ""]
                elif at in found:
                    found[at][2] = str(cell.number_format)
                elif cell.value is None and formulas.cell(cell.row, cell.column).data_type == "f":
                    found[at] = ["f", _formula(formulas.cell(cell.row, cell.column).value), ""]
        return {
            "comments": comments,
            "hidden_rows": [n - 1 for n, one in values.row_dimensions.items() if one.hidden],
            "hidden_columns": [n for one in values.column_dimensions.values() if one.hidden for n in _columns(one)],
        }


def _formula(value: Any) -> str:
    """A formula over a range is an object that has its text."""
    return str(getattr(value, "text", value))


def _columns(dimension: Any) -> range:
    """One entry may stand for several columns."""
    dimension.reindex()
    return range(dimension.min - 1, min(dimension.max, MAX_COLUMNS))
