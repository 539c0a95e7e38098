"""Values to the cells of a spreadsheet: those of JSON, one line a row, nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

BOM = "\ufeff"
# What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, CSV Injection)
FORMULA = tuple("=+-@\t\r＝＋－＠")
# Between several values in one cell
BETWEEN = "、"


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel reads Chinese; lines end as RFC 4180 wants."""
    return head(columns) + lines(columns, rows)


def head(columns: Sequence[str]) -> bytes:
    """What a sheet begins with."""
    return BOM.encode() + _written([columns])


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows of a sheet."""
    return _written([cell(row[column]) for column in columns] for row in rows)


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def cell(value: Any) -> str:
    """A number as it is; text such that no spreadsheet runs it; several values with 、 between them."""
    if isinstance(value, str):
        return harmless(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return harmless(BETWEEN.join(map(str, value)))
    return harmless(str(value))


def harmless(text: str) -> str:
    """An apostrophe in front makes text of what would be a formula; white space within is one blank."""
    one_line = " ".join(text.split("\n")) if "\n" in text else text
    return f"'{one_line}" if one_line.startswith(FORMULA) else one_line


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of JSON with its nested values as columns.

    A term is ``x`` and ``x_label``. A nested row is that of its word (``status`` and ``status_label``), and each of its
    plain values ``x_since``; what it nests itself stands in the JSON file only. Of a list of rows, their ids or dates.
    """
    made: dict[str, Any] = {}
    for name, value in row.items():
        made |= _columns(name, value)
    return made


def _columns(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        word = next((key for key in value if f"{key}_label" in value), next(iter(value)))
        id, label = ("id", "label") if "label" in value else (word, f"{word}_label")
        plain = {f"{name}_{key}": each for key, each in value.items() if key != "id" and not isinstance(each, dict)}
        return {**plain, name: value[id], f"{name}_label": value.get(label)}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        ids = [one.get("id", next(iter(one.values()))) for one in value]
        return {name: ids, f"{name}_label": [one.get("label", "") for one in value]}
    return {name: value}
