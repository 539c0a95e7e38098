"""Values to the cells of a spreadsheet: those of JSON, one line a row, nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import NoneType
from typing import Any

BOM = "\ufeff"
# What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, CSV Injection)
FORMULA = frozenset("=+-@\t\r＝＋－＠")
# Between several values in one cell
BETWEEN = "、"


def head(columns: Sequence[str]) -> bytes:
    """What a sheet begins with: a byte order mark, so that Excel reads Chinese; lines end as RFC 4180 wants."""
    return BOM.encode() + _written([columns])


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows of a sheet; a column that a row lacks stays empty."""
    return _written(_cells(map(row.get, columns)) for row in rows)


def _cells(values: Iterable[Any]) -> list[str | None]:
    # Nearly all are nothing, or text that is harmless: the plain way for the others
    return [
        value
        if value is None or (type(value) is str and value[:1] not in FORMULA and "\n" not in value)
        else cell(value)
        for value in values
    ]


def _written(rows: Iterable[Iterable[str | None]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def cell(value: Any) -> str:
    """A number as it is; text such that no spreadsheet runs it; several values with 、 between them."""
    return _AS[type(value)](value)


def harmless(text: str) -> str:
    """An apostrophe in front makes text of what would be a formula; white space within is one blank."""
    one_line = " ".join(text.split("\n")) if "\n" in text else text
    return f"'{one_line}" if one_line[:1] in FORMULA else one_line


# What JSON holds in a cell, by its type
_AS: Mapping[type, Callable[[Any], str]] = {
    str: harmless,
    NoneType: lambda _nothing: "",
    bool: lambda value: "true" if value else "false",
    list: lambda values: harmless(BETWEEN.join(map(str, values))) if values else "",
    int: str,
    float: str,
}


def flat(row: Mapping[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    """A row of JSON with what a table's columns take from its nested values.

    A term is ``x`` and ``x_label``. A nested row is that of its word (``status`` and ``status_label``), and each of its
    plain values ``x_since``; what it nests itself stands in the JSON file only. Of a list of rows, their ids or dates.
    """
    flattened = dict(row)
    for name, value in row.items():
        if type(value) is dict:
            for column, key in _nested(name, tuple(value), columns):
                flattened[column] = value[key]
        elif type(value) is list and value and type(value[0]) is dict:
            id = "id" if "id" in value[0] else next(iter(value[0]))
            flattened[name] = [one[id] for one in value]
            flattened[f"{name}_label"] = [one.get("label", "") for one in value]
    return flattened


@cache
def _nested(name: str, keys: tuple[str, ...], columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The columns that take a value of a nested row with these keys, each with the key."""
    word = next((key for key in keys if f"{key}_label" in keys), keys[0])
    id, label = ("id", "label") if "label" in keys else (word, f"{word}_label")
    all = {f"{name}_{key}": key for key in keys if key != "id"} | {name: id, f"{name}_label": label}
    return tuple((column, key) for column, key in all.items() if column in columns)
