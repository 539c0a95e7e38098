"""The tables as whoever makes something of them reads them: from the JSON files, and the same as the CSV files."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from disclosure.exports import cells, keys, published
from disclosure.exports.columns import COLUMNS
from tests.filled import DAY, filled

PYTHON = {"string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "date": (str,)}


@pytest.fixture(scope="module")
def data(grown_site: Path) -> Path:
    return grown_site / "data"


@pytest.fixture(scope="module")
def filled_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a project whose records are filled to the last field."""
    project = filled(tmp_path_factory.mktemp("filled"))
    project.build(DAY)
    return project.site / "data"


def sheet(data: Path, table: str) -> list[dict[str, str]]:
    text = (data / f"{table}.csv").read_bytes().decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{name: cells.meant(cell) for name, cell in row.items()} for row in rows]


def test_the_tables_are_those_that_have_a_csv_file(data: Path) -> None:
    sheets = {path.stem for path in data.glob("*.csv")}
    assert set(published.tables(data)) == {name for name in sheets if not name.startswith("report-")}


def test_the_example_has_every_table(data: Path) -> None:
    # No notes, no other names, and nothing in the archive that is not the report
    assert set(published.NAMES) - set(published.tables(data)) == {"glossary", "entity-names", "left-out"}


@pytest.mark.parametrize("table", published.NAMES)
def test_a_table_of_json_is_its_csv_file_cell_by_cell(data: Path, table: str) -> None:
    rows = [
        {name: cells.meant(cells.cell(value)) for name, value in row.items()} for row in published.rows(data, table)
    ]
    assert rows == (sheet(data, table) if rows else [])


def test_of_filled_records_too(filled_data: Path) -> None:
    for table in published.tables(filled_data):
        test_a_table_of_json_is_its_csv_file_cell_by_cell(filled_data, table)
        test_every_value_is_of_its_columns_type(filled_data, table)
        test_a_primary_key_names_one_row(filled_data, table)
        test_what_a_foreign_key_names_is_there(filled_data, table)


@pytest.mark.parametrize("table", published.NAMES)
def test_every_value_is_of_its_columns_type(data: Path, table: str) -> None:
    for row in published.rows(data, table):
        assert list(row) == [one.name for one in published.columns(table)]
        for one in published.columns(table):
            assert fits(one, row[one.name]), (one, row[one.name])


def fits(column: published.TableColumn, value: Any) -> bool:
    if column.several:
        return isinstance(value, list) and all(isinstance(one, PYTHON[column.type]) for one in value)
    if column.type == "date" and value is not None:
        return date.fromisoformat(value).isoformat() == value
    return value is None or type(value) in PYTHON[column.type]


@pytest.mark.parametrize("table", published.NAMES)
def test_no_two_columns_of_a_table_have_one_head(table: str) -> None:
    heads = [one.head for one in published.columns(table)]
    assert len(set(heads)) == len(heads)


def test_no_two_tables_have_one_title() -> None:
    assert len({published.title(name) for name in published.NAMES}) == len(published.NAMES)


@pytest.mark.parametrize("table", published.NAMES)
def test_a_primary_key_names_one_row(data: Path, table: str) -> None:
    key = published.primary_key(table)
    found = [tuple(row[name] for name in key) for row in published.rows(data, table)] if key else []
    assert len(set(found)) == len(found)
    assert None not in {value for each in found for value in each}


@pytest.mark.parametrize("table", published.NAMES)
def test_what_a_foreign_key_names_is_there(data: Path, table: str) -> None:
    for key in published.foreign_keys(table):
        there = {tuple(row[name] for name in key.key) for row in published.rows(data, key.table)}
        named = {tuple(row[name] for name in key.columns) for row in published.rows(data, table)}
        assert {one for one in named if not (key.optional and one[-1] is None)} <= there, key


def test_keys_are_of_columns() -> None:
    for table, names in COLUMNS.items():
        key = {*published.primary_key(table), *(name for one in keys.foreign(table) for name in one.columns)}
        assert key <= set(names)
    assert keys.KEYS.keys() <= COLUMNS.keys()


def test_a_folder_without_data_has_no_tables(tmp_path: Path) -> None:
    assert published.tables(tmp_path) == ()
