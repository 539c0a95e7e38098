"""The examples of the data's page run as they stand, on the files of a built site. No test runs the one in R where no
R is installed; those of other libraries have an environment of their own (``long``)."""

from __future__ import annotations

import csv
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from disclosure.pages import data_examples
from disclosure.pages.data_examples import EXAMPLES, FOLDER
from tests import shared

LIBRARIES = ("pandas==3.1.1", "polars==2.1.0", "duckdb==2.0.1")
DUCKDB = "import duckdb, sys; print(duckdb.sql(open(sys.argv[1], encoding='utf-8').read()).fetchall())"


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the libraries of the examples, which nothing else here needs."""
    return shared.folder(tmp_path_factory, "libraries", _install)


def _install(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), *LIBRARIES], check=True)


@pytest.fixture(scope="module")
def promises(grown_site: Path) -> list[dict[str, str]]:
    with (grown_site / "data/commitments.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def printed(site: Path, *command: str, path: Path | None = None) -> str:
    """What a program prints that runs where the folder of the data lies."""
    given = {**os.environ, "PYTHONPATH": str(path or ""), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=site, env=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def script(file: str) -> str:
    return str(FOLDER / file)


def test_every_file_of_the_folder_is_shown_and_no_other() -> None:
    assert sorted(one.file for one in EXAMPLES) == sorted(path.name for path in FOLDER.iterdir() if path.is_file())


def test_examples_read_from_the_site_where_it_knows_its_address() -> None:
    for one in EXAMPLES:
        placed = data_examples.shown(one, "https://report.example.org/").code
        assert ('"https://report.example.org/' in placed) is not one.local
        assert data_examples.shown(one, None).code == (FOLDER / one.file).read_text("utf-8")


def test_the_example_in_sql_finds_two_characters(grown_site: Path, promises: list[dict[str, str]]) -> None:
    text = (FOLDER / "search.sql").read_text("utf-8")
    with closing(sqlite3.connect(grown_site / "data/disclosure.sqlite")) as db:
        found, values, counts = (db.execute(one).fetchall() for one in text.split(";") if one.strip())
    wanted = {(one["report"], one["id"]) for one in promises if "公园" in one["title"] + one["quote"]}
    assert {(report, id) for report, id, _title, _outcome in found} == wanted != set()
    assert values
    assert dict(counts) == Counter(one["lead_label"] for one in promises if one["lead_label"])


def test_the_example_for_programs_that_answer_says_the_limits_too(grown_site: Path) -> None:
    said = printed(grown_site, sys.executable, script("passages.py"))
    assert "公园" in said
    assert "注意： 这是报告自己的说法" in said


@pytest.mark.skipif(not shutil.which("Rscript"), reason="no R")
def test_the_example_in_r_counts(grown_site: Path, promises: list[dict[str, str]]) -> None:
    said = printed(grown_site, "Rscript", script("outcomes.R"))
    assert all(one["report"] in said for one in promises)


@pytest.mark.long
def test_the_example_in_pandas_lists_what_was_missed(
    grown_site: Path, libraries: Path, promises: list[dict[str, str]]
) -> None:
    said = printed(grown_site, sys.executable, script("missed.py"), path=libraries)
    missed = [one for one in promises if one["outcome_counts"] == "missed"]
    assert said.startswith(f"{len(missed)} 条\n")
    assert all(one["title"] in said for one in missed)


@pytest.mark.long
def test_the_example_in_polars_counts_by_department(
    grown_site: Path, libraries: Path, promises: list[dict[str, str]]
) -> None:
    said = printed(grown_site, sys.executable, script("departments.py"), path=libraries)
    rows = [[cell.strip() for cell in line.split("┆")] for line in said.replace("│", "").splitlines() if "┆" in line]
    led = Counter(one["lead_label"] or "没有写明" for one in promises)
    kept = Counter(one["lead_label"] or "没有写明" for one in promises if one["outcome_counts"] == "kept")
    assert rows[3:] == [[name, str(led[name]), str(kept[name])] for name, _n in sorted(led.items(), key=_most)]


def _most(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


@pytest.mark.long
def test_the_example_in_duckdb_sets_targets_beside_values(
    grown_site: Path, libraries: Path, promises: list[dict[str, str]]
) -> None:
    said = printed(grown_site, sys.executable, "-c", DUCKDB, script("targets.sql"), path=libraries)
    assert said.count("('20") == sum(bool(one["target_written"]) for one in promises)
    assert "('2025', 'c014', '完成老旧小区改造8个', '8个', '8个', '2025-12-31', '达成')" in said


def test_the_steps_for_a_spreadsheet_name_what_is_in_the_workbook(grown_site: Path) -> None:
    book = CalamineWorkbook.from_path(str(grown_site / "data/disclosure.xlsx"))
    heads = set(book.get_sheet_by_name("承诺").to_python()[0])
    steps = "".join(step for _asked, steps in data_examples.steps() for step in steps)
    named = set(re.findall("“(.+?)”", steps)) - {"插入", "数据透视表"}
    assert named <= heads | set(book.sheet_names)
