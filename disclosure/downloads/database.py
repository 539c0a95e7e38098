"""The database (SQLite): a table for each published table, views, a full-text index, and what each of them means.

Names are those of the JSON and CSV files, with _ for -. A list is a JSON array; what it names, a table of pairs names
by keys. All tables are there, with or without rows: a query works on every site. The same data give the same bytes,
with the same SQLite.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from disclosure.downloads import introduction
from disclosure.downloads.grams import grams
from disclosure.downloads.views import VIEWS
from disclosure.exports import contract, published
from disclosure.exports.keys import ForeignKey
from disclosure.exports.published import TableColumn
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

PAGE = 4096
TYPES: Mapping[str, str] = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
    "date": "TEXT",
}
# The text that is found in each table
SEARCHED: Mapping[str, tuple[str, ...]] = {
    "commitments": ("title", "quote"),
    "results": ("title", "quote"),
    "updates": ("title", "text"),
    "paragraphs": ("text",),
    "glossary": ("term", "explanation"),
    "requests": ("title", "asks", "text"),
    "entities": ("name", "note"),
}
# How to ask an index; by hand it cannot be made again (`rebuild`), for it holds pieces of the text
ASK = N_(
    "查一至四个字的词，直接写：commitments_fts MATCH '停车'；更长的用空格分开，各部分都有才算，"
    "或者写成逐字的短语：MATCH '\"新 增 停 车 泊 位\"'。索引里是切开的字词，不要重建（rebuild）"
)

_json = msgspec.json.Encoder().encode


# What the disk refused, as SQLite calls it
REFUSALS = {"SQLITE_FULL": errno.ENOSPC, "SQLITE_IOERR": errno.EIO, "SQLITE_CANTOPEN": errno.EACCES}


def write(data: Path, target: Path) -> None:
    """The database of a folder of published data, at the path given second. ``OSError`` where the disk refuses."""
    try:
        _write(data, target)
    except sqlite3.OperationalError as error:
        said = next((number for name, number in REFUSALS.items() if error.sqlite_errorname.startswith(name)), None)
        if said is None:
            raise
        raise OSError(said, os.strerror(said), str(target)) from error


def _write(data: Path, target: Path) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as to:
        # Nobody reads it before it is done, and a build that is killed makes it again
        to.executescript(f"PRAGMA page_size = {PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        to.executescript("".join(_schema()))
        to.execute("BEGIN")
        _fill(to, data)
        _describe(to, data)
        _index(to)
        to.execute("COMMIT")
        to.executescript(f"PRAGMA user_version = {contract.MAJOR}; VACUUM;")


def named(table: str) -> str:
    """What a published table is called in SQL."""
    return table.replace("-", "_")


def cell(column: TableColumn, value: Any) -> Any:
    """A value as SQLite keeps it."""
    return _json(value).decode() if column.several else value


def _schema() -> Iterator[str]:
    for table in published.NAMES:
        yield _table(table)
    yield from _indexes()
    yield "CREATE TABLE about_site (name TEXT PRIMARY KEY, head TEXT, value TEXT);\n"
    yield "CREATE TABLE about_tables (name TEXT PRIMARY KEY, title TEXT, about TEXT);\n"
    yield (
        "CREATE TABLE about_columns (table_name TEXT REFERENCES about_tables, name TEXT, head TEXT, type TEXT, "
        "about TEXT, PRIMARY KEY (table_name, name));\n"
    )
    yield from (f"CREATE VIEW {one.name} AS {one.query.strip()};\n" for one in VIEWS)


def _table(table: str) -> str:
    keys = [_primary(published.primary_key(table)), *map(_foreign, published.foreign_keys(table))]
    return _create(named(table), [*map(_declared, published.columns(table)), *filter(None, keys)])


def _declared(column: TableColumn) -> str:
    return f'"{column.name}" {"TEXT" if column.several else TYPES[column.type]}'


def _create(name: str, parts: Iterable[str]) -> str:
    return f'CREATE TABLE "{name}" (\n  ' + ",\n  ".join(parts) + "\n);\n"


def _primary(columns: Sequence[str]) -> str:
    return f"PRIMARY KEY ({_quoted(columns)})" if columns else ""


def _foreign(key: ForeignKey) -> str:
    return f'FOREIGN KEY ({_quoted(key.columns)}) REFERENCES "{named(key.table)}" ({_quoted(key.key)})'


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{one}"' for one in columns)


def _indexes() -> Iterator[str]:
    """For each key that leads to another table, unless one begins with it."""
    for table in published.NAMES:
        keys = [one.columns for one in published.foreign_keys(table)]
        yield from _needed(named(table), keys, published.primary_key(table))


def _needed(table: str, keys: Iterable[tuple[str, ...]], primary: tuple[str, ...]) -> Iterator[str]:
    all = {*keys, primary}
    for columns in dict.fromkeys(keys):
        if not any(one[: len(columns)] == columns for one in all - {columns}):
            yield _index_of(table, columns)


def _index_of(table: str, columns: Sequence[str]) -> str:
    return f'CREATE INDEX "{table}_by_{"_".join(columns)}" ON "{table}" ({_quoted(columns)});\n'


def _fill(to: sqlite3.Connection, data: Path) -> None:
    tables = {table: published.columns(table) for table in published.NAMES}
    for table, rows in published.together(data):
        columns = tables[table]
        values = ([cell(one, row[one.name]) for one in columns] for row in rows)
        to.executemany(_insert(named(table), len(columns)), values)


def _insert(table: str, columns: int) -> str:
    return f'INSERT INTO "{table}" VALUES ({", ".join("?" * columns)})'


def _describe(to: sqlite3.Connection, data: Path) -> None:
    """What this is, what each table and view holds, what each column means."""
    to.executemany(_insert("about_site", 3), introduction.about(data))
    tables = [(named(one), published.title(one), introduction.row_of(one)) for one in published.NAMES]
    views = [(one.name, _(one.title), _(one.about)) for one in VIEWS]
    indexes = [
        (f"{named(one)}_fts", _("全文检索：{table}").format(table=published.title(one)), _(ASK)) for one in SEARCHED
    ]
    to.executemany(_insert("about_tables", 3), [*tables, *views, *indexes])
    columns = ((named(table), one) for table in published.NAMES for one in published.columns(table))
    to.executemany(
        _insert("about_columns", 5),
        ((table, one.name, one.head, introduction.type_of(one), one.about) for table, one in columns),
    )


def _index(to: sqlite3.Connection) -> None:
    """The full-text index of a table is recognised by Datasette by its name for the table whose content it has."""
    to.create_function("grams", 1, grams, deterministic=True)
    for table, columns in SEARCHED.items():
        name, given = f"{named(table)}_fts", ", ".join(f'grams("{one}")' for one in columns)
        to.execute(f'CREATE VIRTUAL TABLE "{name}" USING fts5({_quoted(columns)}, content="{named(table)}")')
        to.execute(f'INSERT INTO "{name}" (rowid, {_quoted(columns)}) SELECT rowid, {given} FROM "{named(table)}"')
        to.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\')')
