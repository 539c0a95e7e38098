"""Tables as governments make them are read whole, whichever program saved them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from disclosure.tables.shapes import ReadRow, TableField
from tests.tables.conftest import ReadFile, SaveAs
from tests.tables.layouts import TableLayout, all_layouts

LAYOUTS = list(all_layouts())
# What names a promise is not what is said of it
NAMES = ("id", "task", "quote", "measure", "target")


def values(row: ReadRow) -> Mapping[TableField, str]:
    return {name: cell.text for name, cell in row.values.items() if name not in NAMES}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.name)
def test_a_table_of_forty_tasks_is_read_whole_without_a_doubt(
    layout: TableLayout, read_file: ReadFile, tmp_path: Path
) -> None:
    read = read_file(layout.written(tmp_path))
    assert (read.problems, read.doubts) == ((), ())
    assert {row.place: row.doubts for row in read.rows if row.doubts} == {}
    assert {row.place: (row.promise, row.target, values(row)) for row in read.rows} == layout.rows


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.name)
def test_what_libreoffice_saves_reads_as_it_did(
    layout: TableLayout, ending: str, read_file: ReadFile, save_as: SaveAs, tmp_path: Path
) -> None:
    written = layout.written(tmp_path)
    before, after = read_file(written), read_file(save_as(written, ending))
    assert [(row.promise, values(row), row.doubts) for row in after.rows] == [
        (row.promise, values(row), row.doubts) for row in before.rows
    ]
    assert (after.columns, after.told) == (before.columns, before.told)
