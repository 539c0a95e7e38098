"""The published data keep their form: what is taken away or altered, and what is added unsaid, fails."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from disclosure.exports import contract
from tests.exports.contract import HOW, kept, present, wanted

Alteration = Callable[[dict[str, Any]], object]


def test_the_data_have_the_form_that_their_version_promises() -> None:
    assert wanted(kept(), present()) == ""
    assert kept() == present(), HOW


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tables: tables.pop("votes"), "表 votes 没有了：版本的第一个数要变大"),
        (lambda tables: tables["votes"]["columns"].pop("date"), "表 votes 的列 date 没有了"),
        (lambda tables: tables["votes"]["columns"].update(date="string"), "表 votes 的列 date：date 变成 string"),
        (lambda tables: tables["votes"]["key"].pop(), "表 votes 的主键"),
        (lambda tables: tables["votes"]["leads"].pop(), "表 votes 的外键 report+commitment -> commitments 没有了"),
        (lambda tables: tables["votes"]["columns"].update(place="string"), "增加了表、列或外键：版本的前两个数要变大"),
        (lambda tables: tables.update(more=tables["votes"]), "增加了表、列或外键：版本的前两个数要变大"),
    ],
)
def test_another_form_asks_for_another_version(change: Alteration, said: str) -> None:
    other = deepcopy(kept())
    change(other["tables"])
    assert wanted(kept(), other).startswith(said)
    assert wanted(kept(), other).endswith(HOW)


def test_an_addition_needs_a_second_number_and_a_loss_the_first() -> None:
    old = {**kept(), "version": "1.0.0"}
    more, less = deepcopy(old), deepcopy(old)
    more["tables"]["votes"]["columns"]["place"] = "string"
    del less["tables"]["votes"]
    assert [bool(wanted(old, {**more, "version": version})) for version in ("1.0.9", "1.1.0", "2.0.0")] == [
        True,
        False,
        False,
    ]
    assert [bool(wanted(old, {**less, "version": version})) for version in ("1.9.0", "2.0.0")] == [True, False]


def test_versions_go_up_and_each_says_something() -> None:
    numbers = [tuple(map(int, one.number.split("."))) for one in contract.VERSIONS]
    days = [date.fromisoformat(one.day) for one in contract.VERSIONS]
    assert all(len(one) == 3 for one in numbers)
    assert sorted(set(numbers), reverse=True) == numbers
    assert sorted(days, reverse=True) == days
    assert all(one.said for one in contract.VERSIONS)


def test_files_with_all_tables_say_their_version(grown_site: Path) -> None:
    package = json.loads((grown_site / "data/datapackage.json").read_bytes())
    with closing(sqlite3.connect(grown_site / "data/disclosure.sqlite")) as db:
        told = db.execute("SELECT value FROM about_site WHERE name = 'version'").fetchone()
        major = db.execute("PRAGMA user_version").fetchone()
    assert (package["version"], *told, *major) == (contract.VERSION, contract.VERSION, contract.MAJOR)
