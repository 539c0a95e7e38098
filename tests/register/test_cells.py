"""Cells of a spreadsheet: the values of JSON, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from disclosure.exports import cells
from disclosure.exports.columns import COLUMNS
from disclosure.exports.keys import KEYS
from disclosure.exports.tables import TABLES


@pytest.mark.parametrize("text", ["=1+1", "+86", "-3.5%", "@SUM(A1)", "\tx", "＝1", "－3%"])
def test_what_a_spreadsheet_would_run_becomes_text(text: str) -> None:
    assert cells.cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (-3.5, "-3.5"),
        (39_000_000_000, "39000000000"),
        (["c001", "c002"], "c001、c002"),
        (["=x", "y"], "'=x、y"),
        ("一\n二", "一 二"),
        ("", ""),
    ],
)
def test_a_value_has_one_cell(value: object, cell: str) -> None:
    assert cells.cell(value) == cell


def test_a_nested_value_becomes_columns() -> None:
    row = {
        "lead": {"id": "edu", "label": "区教体局"},
        "topics": [{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}],
        "targets": [{"id": "c001/1", "value": 2}],
        "results": ["r001"],
        "vote": None,
    }
    columns = ("lead", "lead_label", "topics", "topics_label", "vote", "vote_label")
    assert cells.flat(row, columns) == {
        "lead": "edu",
        "lead_label": "区教体局",
        "topics": ["a", "b"],
        "topics_label": ["甲", "乙"],
        "targets": ["c001/1"],
        "targets_label": [""],
        "results": ["r001"],
        "vote": None,
    }


def test_a_row_says_its_word_and_what_the_table_asks_for() -> None:
    row = {"reported": {"status": "done", "status_label": "已完成", "since": "2022-05-01", "update": None}}
    columns = ("reported", "reported_label", "reported_since")
    assert cells.flat(row, columns) == {
        "reported": "done",
        "reported_label": "已完成",
        "reported_since": "2022-05-01",
    }


def test_a_sheet_begins_with_the_byte_order_mark_and_keeps_commas_and_quotes() -> None:
    made = cells.head(("a", "b")) + cells.lines(("a", "b"), [{"a": "x,y", "b": '"z"'}])
    assert made == b'\xef\xbb\xbfa,b\r\n"x,y","""z"""\r\n'
    assert list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))) == [["a", "b"], ["x,y", '"z"']]


def test_every_table_has_columns_and_only_a_table() -> None:
    assert COLUMNS.keys() == TABLES.keys()
    assert KEYS.keys() <= TABLES.keys()
