"""A value is written once: CSV, workbook and database say what the JSON says, cell by cell, under the same heads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from disclosure.downloads import database
from disclosure.exports import cells, published
from tests.downloads import opened


@pytest.fixture(scope="module")
def data(grown_site: Path) -> Path:
    return grown_site / "data"


def test_csv_workbook_and_database_hold_every_cell(data: Path) -> None:
    sheets = opened.by_calamine(data / "disclosure.xlsx")
    with closing(sqlite3.connect(data / "disclosure.sqlite")) as db:
        db.row_factory = sqlite3.Row
        for table in published.tables(data):
            columns = published.columns(table)
            walked = zip(
                published.rows(data, table),
                opened.csv_rows(data, table),
                opened.rows_of(data, sheets, table),
                db.execute(f'SELECT * FROM "{database.named(table)}"'),
                strict=True,
            )
            for row, in_csv, in_workbook, in_database in walked:
                assert in_csv == {one.name: cells.cell(row[one.name]) for one in columns}
                assert in_workbook == {one.name: opened.wanted(one, row[one.name]) for one in columns}
                assert dict(in_database) == {one.name: database.cell(one, row[one.name]) for one in columns}


def test_heads_name_one_column_of_their_table() -> None:
    for table in published.NAMES:
        heads = [one.head for one in published.columns(table)]
        assert len(set(heads)) == len(heads)
