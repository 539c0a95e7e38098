"""The tables of a published folder, read back from its JSON files line by line.

What is made of the data once the pages stand (a workbook, a database) is made of these, by the same definitions as the
CSV files: it cannot say anything else, holds one row in memory, and needs nothing of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from disclosure.catalog import dataset_list
from disclosure.exports import keys
from disclosure.exports.columns import meanings
from disclosure.exports.derived import Type
from disclosure.exports.keys import ForeignKey
from disclosure.exports.listing import Listing
from disclosure.exports.tables import TABLES
from disclosure.exports.taken import Row
from disclosure.grouping import grouped
from disclosure.translation import gettext as _

T = TypeVar("T")
# So many rows of a list are held at once
AT_ONCE = 200
# All tables, in the order of the data page; a report's own sheet holds what is among the paragraphs of all
NAMES = tuple(dataset_list.TABLES)


class TableColumn(Struct, frozen=True, kw_only=True):
    """``name`` is that of the CSV and JSON files, ``head`` a short Chinese one that no other column of the table has.

    ``type`` is that of the value, or of each where a cell holds ``several`` (a list). ``references`` is the table and
    column whose values it takes; where that table's key is of several columns, ``foreign_keys`` has all of them.
    """

    name: str
    head: str
    type: Type
    about: str
    several: bool
    references: tuple[str, str] | None


def columns(table: str) -> tuple[TableColumn, ...]:
    led = {one.columns[-1]: (one.table, one.key[-1]) for one in foreign_keys(table)}
    return tuple(
        TableColumn(
            name=name, head=one.head, type=one.type, about=one.text, several=one.several, references=led.get(name)
        )
        for name, one in meanings(table).items()
    )


def primary_key(table: str) -> tuple[str, ...]:
    """The columns that name a row; empty where no values do."""
    return keys.KEYS.get(table, ())


def foreign_keys(table: str) -> tuple[ForeignKey, ...]:
    return keys.foreign(table)


def title(table: str) -> str:
    """A short Chinese name that no other table has."""
    return _(dataset_list.TABLES[table].title)


def type_label(type: Type) -> str:
    """What a value is, in a word."""
    return {
        "string": _("文字"),
        "integer": _("整数"),
        "number": _("数字"),
        "boolean": _("是否"),
        "date": _("日期"),
    }[type]


def tables(data: Path) -> tuple[str, ...]:
    """The tables with a row, in the order of the data page."""
    return tuple(name for name in NAMES if any(True for _row in rows(data, name)))


def rows(data: Path, table: str) -> Iterator[Row]:
    """A table's rows, each with all of its columns: text, numbers, truth values, nothing, lists; days as text."""
    return _filled(table, _source(data, TABLES[table].of))


def together(data: Path) -> Iterator[tuple[str, list[Row]]]:
    """The rows of all tables, some of one after some of another: each list is read once for all that are made of it."""
    lists = grouped((TABLES[name].of, name) for name in NAMES)
    for of, names in lists.items():
        source = _source(data, of)
        while some := list(islice(source, AT_ONCE)):
            yield from ((name, list(_filled(name, some))) for name in names)


def _filled(table: str, given: Iterable[Row]) -> Iterator[Row]:
    """The table's rows for these of JSON, with all of its columns."""
    empty: Row = {one.name: [] if one.several else None for one in columns(table)}
    for row in TABLES[table].rows(given):
        yield {name: nothing if row.get(name) is None else row[name] for name, nothing in empty.items()}


def _source(data: Path, name: str) -> Iterator[Row]:
    """The rows of JSON that a table is made of; none where there is no such file."""
    return _SOURCES.get(name, _listed)(data, name)


def _listed(data: Path, name: str) -> Iterator[Row]:
    return Listing(data, name).read(_ROW)


def _reports(data: Path, _name: str) -> Iterator[Row]:
    return texts(data, (one["id"] for one in _listed(data, "reports")), _ROW)


def texts(data: Path, keys: Iterable[str], shape: type[T]) -> Iterator[T]:
    """The texts of these reports, as far as they lie in the folder: those of districts lie in the districts'."""
    for path in (data / f"report-{key}.json" for key in keys):
        if path.exists():
            yield msgspec.json.decode(path.read_bytes(), type=shape)


def _covered(data: Path, name: str) -> Iterator[Row]:
    return Listing(data, name, inside="coverage").read(_ROW)


_ROW = dict[str, Any]
_SOURCES: Mapping[str, Callable[[Path, str], Iterator[Row]]] = {
    "report": _reports,
    "figures": _covered,
    "clauses": _covered,
}
