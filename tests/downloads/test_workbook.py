"""The workbook: every cell is what the JSON files say, whoever opens it; nothing in it runs; no text is cut."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from disclosure.downloads import sheets, workbook
from disclosure.exports import published
from tests.downloads import opened
from tests.downloads.opened import FIRST, LAST

SOFFICE = shutil.which("soffice")
OPENERS = {"calamine": opened.by_calamine, "openpyxl": opened.by_openpyxl}


@pytest.fixture(scope="module")
def book(data: Path) -> Path:
    """As the build made it."""
    return data / "disclosure.xlsx"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder of published data with one row that can be anything."""
    row = {"id": "one", "name": "名称", "kind": "road", "kind_label": "道路", "others": [], "url": "e.html"}
    (tmp_path / "entities.json").write_text(f"[\n{json.dumps(row)}\n]\n", "utf-8")
    return tmp_path


def noted(folder: Path, text: str) -> dict[str, opened.ReadRows]:
    """The workbook of a row with this note, as openpyxl reads it."""
    path = folder / "entities.json"
    row = json.loads(path.read_bytes())[0] | {"note": text}
    path.write_text(f"[\n{json.dumps(row)}\n]\n", "utf-8")
    workbook.write(folder, folder / "book.xlsx")
    assert opened.by_calamine(folder / "book.xlsx") == opened.by_openpyxl(folder / "book.xlsx")
    return opened.by_openpyxl(folder / "book.xlsx")


def note(sheets_read: dict[str, opened.ReadRows]) -> str:
    """The note, of as many cells as it took."""
    head, row = sheets_read["地方和单位"]
    return "".join(value for name, value in zip(head, row, strict=True) if name.startswith("说明") and value)


@pytest.mark.parametrize("opener", OPENERS.values(), ids=list(OPENERS))
def test_every_cell_is_what_the_data_say(data: Path, book: Path, opener) -> None:
    read = opener(book)
    tables = opened.sheets_of(data)
    assert {published.title(one) for one in tables} == set(read) - {FIRST, LAST}
    for table in tables:
        assert list(opened.rows_of(read, table)) == list(opened.wanted_rows(data, table))


@pytest.mark.skipif(SOFFICE is None and "CI" not in os.environ, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_and_saves_it_without_altering_a_cell(book: Path, tmp_path: Path) -> None:
    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    out = tmp_path / "saved"
    words = (SOFFICE or "soffice", own, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(book))
    subprocess.run(words, check=True, capture_output=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, timeout=120)
    assert opened.by_openpyxl(out / book.name) == opened.by_openpyxl(book)


def test_the_same_data_give_the_same_bytes(data: Path, book: Path, tmp_path: Path) -> None:
    workbook.write(data, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == book.read_bytes()


def test_tasks_begin_with_the_columns_of_official_tables(book: Path) -> None:
    head, first, *_rest = opened.by_calamine(book)["任务分解"]
    assert head[:7] == ["序号", "任务", "牵头", "配合", "时限", "进展", "状态"]
    assert first[0] == 1


def test_a_promise_has_its_target_what_came_of_it_and_its_outcome_in_one_row(book: Path) -> None:
    row = next(
        one for one in opened.rows_of(opened.by_calamine(book), "commitments") if one["target_written"] == "24公里"
    )
    names = ("target_value", "target_unit", "observed_value", "target_verdicts", "outcome_label")
    assert [row[name] for name in names] == [24, "公里", 25, "达成", "达成"]


def test_what_a_table_of_pairs_says_stands_in_a_list_too() -> None:
    """So it needs no sheet: whoever reads a sheet sees it in the row."""
    assert {one for one in published.NAMES if sheets.is_of_pairs(one)} == {
        *("commitments-departments", "commitments-topics", "commitments-results", "commitments-same-matter"),
        *("commitments-entities", "results-topics", "results-answers", "results-entities", "entity-names"),
        *("updates-entities", "requests-documents", "requests-commitments"),
    }


def test_the_first_sheet_says_what_it_is_and_the_last_explains_every_column(data: Path, book: Path) -> None:
    read = opened.by_calamine(book)
    assert next(iter(read)) == FIRST
    assert list(read)[-1] == LAST
    assert [row[:2] for row in read[FIRST][:4]] == [
        ["名称", "拾光区承诺跟踪示例"],
        ["说明", "两份虚构的报告和它们后来的两年，每一种结论都有"],
        ["网址", "https://report.shiguang.example/"],
        ["收录的材料截至", "2026-03-05"],
    ]
    explained = {(row[0], row[1]): row[2] for row in read[LAST][1:]}
    for table in opened.sheets_of(data):
        assert [explained[published.title(table), one.head] for one in published.columns(table)] == [
            one.about for one in published.columns(table)
        ]


def test_nothing_in_it_runs_or_leads_out_of_it(book: Path) -> None:
    with zipfile.ZipFile(book) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    assert not [name for name in parts if "vba" in name or "externalLink" in name]
    assert not [name for name, text in parts.items() if re.search(r"<f>|TargetMode|<hyperlink", text)]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "＝1+1", "+86", "-3", "@x", "https://example.org/", "mailto:a@example.org", "{=1}", "1/2", "3-1"),
        *("<r><t>x</t></r>", "<r></r>", " 前后 ", "一\n二", "_x0041_", "a\tb", "'=1", "00123", "𠮷野", "TRUE"),
    ],
)
def test_a_text_stays_what_it_is_whatever_it_looks_like(small: Path, text: str) -> None:
    assert note(noted(small, text)) == text


@pytest.mark.parametrize("character", ["字", "a", "𠮷"])
def test_a_text_that_no_cell_can_hold_goes_on_in_columns_of_its_own(small: Path, character: str) -> None:
    text = "前" + character * 70_000
    read = noted(small, text)
    assert note(read) == text
    assert read["地方和单位"][0][-2:] == ["说明（续1）", "说明（续2）"] or character == "𠮷"
    assert max(len(value.encode("utf-16-le")) // 2 for value in read["地方和单位"][1] if value) <= sheets.LONGEST_TEXT


def test_a_number_that_would_lose_digits_is_text() -> None:
    column = next(one for one in published.columns("targets") if one.name == "value")
    numbers = (15, 0.1, 123456789012345, 1234567890123456, 0.1234567890123456)
    assert [sheets.value(column, one) for one in numbers] == [
        *(15, 0.1, 123456789012345, "1234567890123456", "0.1234567890123456")
    ]


def test_more_rows_than_a_sheet_can_hold_go_on_on_another(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.loads((small / "entities.json").read_bytes())[0]
    lines = ",\n".join(json.dumps(row | {"id": f"e{n}"}) for n in range(7))
    (small / "entities.json").write_text(f"[\n{lines}\n]\n", "utf-8")
    monkeypatch.setattr(sheets, "MOST_ROWS", 4)
    workbook.write(small, small / "book.xlsx")
    read = opened.by_openpyxl(small / "book.xlsx")
    parts = [read[name] for name in ("地方和单位", "地方和单位2", "地方和单位3")]
    assert [[row[0] for row in part] for part in parts] == [
        ["编号", "e0", "e1", "e2"],
        ["编号", "e3", "e4", "e5"],
        ["编号", "e6"],
    ]


def test_widths_fit_han_characters() -> None:
    assert [sheets.width(one) for one in ("停车泊位", "abcd", "1.5万个")] == [8, 4, 7]


def test_each_sheet_has_filters_and_a_head_that_stays(book: Path) -> None:
    with zipfile.ZipFile(book) as file:
        texts = [file.read(name).decode() for name in file.namelist() if re.match(r"xl/worksheets/sheet", name)]
    assert ["<autoFilter" in text and 'state="frozen"' in text for text in texts] == [False, *[True] * (len(texts) - 1)]
