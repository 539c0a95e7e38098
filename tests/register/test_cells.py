"""Cells of a spreadsheet: the values of JSON, and text that no spreadsheet makes another thing of."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.exports import cells
from disclosure.exports.columns import COLUMNS
from disclosure.exports.keys import KEYS
from disclosure.exports.tables import TABLES


@pytest.mark.parametrize("text", ["=1+1", "+86", "-3.5%", "@SUM(A1)", "\tx", "＝1", "－3%"])
def test_what_a_spreadsheet_would_run_becomes_text(text: str) -> None:
    assert cells.cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        *("2-1", "12/5", "2024-05", "2024/5/1", "2024.5.1", "1-13", "2024年1月10日", "2024年1月", "1月10日", " 2-1"),
        *("5.8%", "50 %", "５０％", "¥5", "1,234", "(5)", "007", "1.50", "1e5", "12E345", "123456789012", "１２"),
        *("12:30", "9:05PM", "9时30分", "2024-01-20 09:00", "Mar-5", "1-oct", "SEPT2", "true", "False", "'x"),
        "3604021234567890123456789",
    ],
)
def test_what_a_spreadsheet_would_change_stays_the_text_it_is(text: str) -> None:
    assert cells.cell(text) == f"'{text}"
    assert cells.meant(cells.cell(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "12.5", "0", "12345678901", "c016", "c016/1", "r012/2", "p1-01", "2-1-industry", "part-1", "5元"),
        *("打通断头路5条", "may", "March", "一、二", "2024年报告", "1、2", "真", "https://example.org/1-2", ""),
    ],
)
def test_what_no_spreadsheet_changes_is_as_it_was(text: str) -> None:
    assert cells.cell(text) == text


@given(st.text(st.characters(exclude_characters="\n\r"), max_size=30))
def test_the_text_of_a_cell_can_be_had_back(text: str) -> None:
    assert cells.meant(cells.cell(text)) == text


@given(st.from_regex(r"[0-9 .,:/%()+-]{1,12}", fullmatch=True))
def test_no_text_of_digits_and_signs_becomes_another_number(text: str) -> None:
    """What is left as it was is a number that is written as spreadsheets write it."""
    cell = cells.cell(text)
    assert cell == f"'{text}" or not re.search(r"\d", text) or f"{Decimal(text).normalize():f}" == text


def test_a_day_stays_a_day_in_a_column_of_days() -> None:
    row = {"date": "2024-05-01", "event": "2024-05-01"}
    assert cells.lines(("date", "event"), [row], {"date"}) == b"2024-05-01,'2024-05-01\r\n"


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
