"""Values to the cells of a spreadsheet: those of JSON, one line a row, and text that stays the text it is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import NoneType
from typing import Any

BOM = "\ufeff"
# What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, CSV Injection), and our own sign
FORMULA = frozenset("=+-@\t\r＝＋－＠'")
# The sign that keeps a text a text
TEXT = "'"
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
_SIGN = re.compile(r"[\d\s.,:/+\-()%¥￥$€£：，．％（）－＋／年月日时分秒]")
# What Excel, WPS or LibreOffice may make a number, a share, an amount, a day, a time or a truth value of, and more
_MADE = re.compile(
    rf"true|false|(?=.*\d)(?:{_SIGN.pattern}|(?<=[\d.])e(?=[\d+\-])|(?<=\d)t(?=\d)|上午|下午"
    rf"|{_MONTHS}|nov(?:ember)?|dec(?:ember)?)+(?:\s*[ap]m?)?",
    re.IGNORECASE,
)
# ... how that begins: nearly all text is told apart by its first character
_BEGINNING = re.compile(rf"{_SIGN.pattern}|[tfjmasond上下]", re.IGNORECASE)
# ... and what it shows and saves as it was all the same: 2024, 12.5
_SAME = re.compile(r"(?:0|[1-9][0-9]{0,10})(?:\.[0-9]{0,8}[1-9])?")
# No number and no day is longer
_LONGEST = 100
# Between several values in one cell
BETWEEN = "、"


def head(columns: Sequence[str]) -> bytes:
    """What a sheet begins with: a byte order mark, so that Excel reads Chinese; lines end as RFC 4180 wants."""
    return BOM.encode() + _written([columns])


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], days: Collection[str] = ()) -> bytes:
    """The rows of a sheet; a column that a row lacks stays empty, and in columns of ``days`` a day stays a day."""
    ways = [(name, str if name in days else cell) for name in columns]
    return _written([None if (value := row.get(name)) is None else way(value) for name, way in ways] for row in rows)


def _written(rows: Iterable[Iterable[str | None]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def cell(value: Any) -> str:
    """A number as it is; text such that no spreadsheet runs it; several values with 、 between them."""
    return _AS[type(value)](value)


def harmless(text: str) -> str:
    """An apostrophe in front makes text of what would be another thing; white space within is one blank."""
    one_line = " ".join(text.split("\n")) if "\n" in text else text
    return TEXT + one_line if one_line[:1] in FORMULA or _is_made(one_line) else one_line


def _is_made(text: str) -> bool:
    return len(text) <= _LONGEST and _BEGINNING.match(text) is not None and _is_changed(text)


@lru_cache(maxsize=4096)
def _is_changed(text: str) -> bool:
    """Whether a spreadsheet would show or save another text."""
    return _MADE.fullmatch(text) is not None and _SAME.fullmatch(text) is None


def meant(cell: str) -> str:
    """The text that a cell stands for."""
    return cell.removeprefix(TEXT)


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
