"""The database: declared, whole, found in by words of two characters, opened by Datasette and by sqlite3."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from disclosure.downloads import database
from disclosure.downloads.grams import grams
from disclosure.downloads.views import VIEWS
from disclosure.exports import contract, published


@pytest.fixture(scope="module")
def path(data: Path) -> Path:
    """As the build made it."""
    return data / "disclosure.sqlite"


@pytest.fixture(scope="module")
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as opened:
        yield opened


def found(db: sqlite3.Connection, query: str, table: str = "commitments") -> list[str]:
    """The ids of what an index finds, best first."""
    asked = f"SELECT t.report || '/' || t.id FROM {table}_fts AS f JOIN {table} AS t ON t.rowid = f.rowid"
    return [id for (id,) in db.execute(f"{asked} WHERE {table}_fts MATCH ? ORDER BY rank", (query,))]


def test_keys_hold_and_the_file_is_whole(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert db.execute("PRAGMA user_version").fetchone() == (contract.MAJOR,)


def test_every_name_is_ascii_and_every_column_declared_and_explained(db: sqlite3.Connection) -> None:
    explained = {(table, name) for table, name in db.execute("SELECT table_name, name FROM about_columns")}
    described = {name for (name,) in db.execute("SELECT name FROM about_tables")}
    tables = [
        name
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        if "_fts_" not in name and not name.startswith("about_")
    ]
    assert set(tables) == described
    for table in tables:
        columns = db.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        assert f"{table}{columns}".isascii()
        if table in {database.named(one) for one in published.NAMES}:
            assert all(type in {"TEXT", "INTEGER", "NUMERIC"} for _name, type in columns)
            assert {(table, name) for name, _type in columns} <= explained


def test_what_a_list_names_is_named_by_keys_too(data: Path, db: sqlite3.Connection) -> None:
    for row in published.rows(data, "commitments"):
        asked = "SELECT topic FROM commitments_topics WHERE report = ? AND commitment = ? ORDER BY rowid"
        assert [id for (id,) in db.execute(asked, (row["report"], row["id"]))] == row["topics"]


@pytest.mark.parametrize("query", ["停车", "停车位", "新建停车位", '"新 建 停 车 位"', "停车 新建"])
def test_a_word_is_found_whatever_its_length(db: sqlite3.Connection, query: str) -> None:
    """Of more than four characters, it is taken apart by whoever asks: with blanks, or as a phrase of characters."""
    expected = [] if query == "新建停车位" else ["2024/c017", "2025/c013"]
    assert sorted(found(db, query)) == expected


def test_a_word_that_is_not_there_is_not_found(db: sqlite3.Connection) -> None:
    assert [found(db, one) for one in ("停桥", '"停 桥"', "火星")] == [[], [], []]


def test_the_index_is_asked_in_other_tables_too(db: sqlite3.Connection) -> None:
    assert len(found(db, "停车", "updates")) > 0
    assert len(found(db, "停车", "paragraphs")) > 0


def test_pieces_are_one_to_four_characters_and_stay_within_a_clause() -> None:
    assert grams("停车泊位，5G基站").split() == [
        *("停", "车", "泊", "位", "5G", "基", "站"),
        *("停车", "车泊", "泊位", "5G基", "基站"),
        *("停车泊", "车泊位", "5G基站"),
        "停车泊位",
    ]
    assert grams(None) == ""


@pytest.mark.parametrize("view", [one.name for one in VIEWS])
def test_a_view_answers(db: sqlite3.Connection, view: str) -> None:
    assert db.execute(f"SELECT * FROM {view}").fetchall() != []


def test_what_is_missed_and_what_is_due(db: sqlite3.Connection) -> None:
    assert db.execute("SELECT DISTINCT outcome_label FROM missed ORDER BY 1").fetchall() == (
        db.execute(
            "SELECT DISTINCT outcome_label FROM commitments WHERE outcome_counts = 'missed' ORDER BY 1"
        ).fetchall()
    )
    assert db.execute("SELECT id, deadline FROM due_this_year").fetchall() == [
        ("c019", "2026-12-31"),
        ("c020", "2026-12-31"),
    ]


def test_the_same_data_give_the_same_bytes(data: Path, path: Path, tmp_path: Path) -> None:
    database.write(data, tmp_path / "again.sqlite")
    assert (tmp_path / "again.sqlite").read_bytes() == path.read_bytes()


def test_a_site_without_records_has_all_tables_and_views(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    database.write(tmp_path / "data", tmp_path / "empty.sqlite")
    with closing(sqlite3.connect(tmp_path / "empty.sqlite")) as db:
        assert [db.execute(f"SELECT count(*) FROM {one.name}").fetchone() for one in VIEWS] == [(0,)] * len(VIEWS)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="sqlite3 is not installed")
def test_the_command_sqlite3_opens_it(path: Path) -> None:
    asked = "SELECT count(*) FROM commitments_fts WHERE commitments_fts MATCH '停车'"
    done = subprocess.run(("sqlite3", "-readonly", path, asked), check=True, capture_output=True, text=True)
    assert done.stdout == "2\n"


def test_datasette_opens_it_and_finds_with_its_own_search(path: Path) -> None:
    from datasette.app import Datasette

    async def ask(*paths: str) -> list[Any]:
        opened = Datasette(immutables=[str(path)])
        await opened.invoke_startup()
        answers = [await opened.client.get(f"/disclosure{each}.json{query}") for each, _sign, query in _split(paths)]
        return [answer.raise_for_status().json() for answer in answers]

    table, search, view, row = asyncio.run(
        ask("/commitments", "/commitments?_search=停车", "/by_department", "/commitments/2024,c017")
    )
    assert table["primary_keys"] == ["report", "id"]
    assert search["filtered_table_rows_count"] == 2
    assert view["rows"] != []
    assert dict(zip(row["columns"], row["rows"][0], strict=True))["title"] == "新建停车位4000个"


def _split(paths: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for path in paths:
        name, sign, query = path.partition("?")
        yield name, sign, sign + query
