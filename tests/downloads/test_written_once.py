"""A value is written once: CSV, workbook and database say what the JSON says, cell by cell, under the same heads."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

from disclosure.downloads import database, register_rows
from disclosure.exports import cells, published
from tests.downloads import opened


def test_csv_workbook_and_database_hold_every_cell(data: Path) -> None:
    read, in_book = opened.by_calamine(data / "disclosure.xlsx"), opened.sheets_of(data)
    with closing(sqlite3.connect(data / "disclosure.sqlite")) as db:
        db.row_factory = sqlite3.Row
        for table in published.tables(data):
            columns, rows = published.columns(table), list(published.rows(data, table))
            held = [dict(row) for row in db.execute(f'SELECT * FROM "{database.named(table)}"')]
            assert held == [{one.name: database.cell(one, row[one.name]) for one in columns} for row in rows]
            said = [{one.name: cells.meant(row[one.name]) for one in columns} for row in opened.csv_rows(data, table)]
            assert said == [{one.name: cells.meant(cells.cell(row[one.name])) for one in columns} for row in rows]
            if table in in_book:
                assert list(opened.rows_of(read, table)) == list(opened.wanted_rows(data, table))


def test_a_register_hands_out_lines_with_the_heads_of_the_sheet(data: Path) -> None:
    sheet = opened.by_calamine(data / "disclosure.xlsx")[published.title("commitments")]
    stands = {path.relative_to(data.parent).as_posix() for path in data.parent.glob("reports/*/commitments.html")}
    handed = dict(register_rows.registers(data, stands))
    assert list(handed) == ["reports/2025/commitments-rows.js", "reports/2024/commitments-rows.js"]
    named = {one.head: one.name for one in published.columns("commitments")}
    whole = {(row["report"], row["id"]): row for row in opened.csv_rows(data, "commitments")}
    for where, rows in handed.items():
        read = list(
            csv.reader(io.StringIO(rows.head.removeprefix(cells.BOM) + "".join(rows.lines.values()), newline=""))
        )
        assert read[0] == sheet[0]
        assert [dict(zip((named[one] for one in read[0]), row, strict=True)) for row in read[1:]] == [
            whole[where.split("/")[1], id] for id in rows.lines
        ]


def test_heads_name_one_column_of_their_table() -> None:
    for table in published.NAMES:
        heads = [one.head for one in published.columns(table)]
        assert len(set(heads)) == len(heads)
