"""The workbook that a department gets: complete rows, locked where it must stay, words to choose from, nothing runs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from disclosure.catalog.catalog import Catalog
from disclosure.tables import rows, workbook
from disclosure.tables.columns import COLUMNS
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.rows import OutRow, OutWish
from disclosure.tables.workbook import BookTitle

TITLE = BookTitle("2025年政府工作报告", "拾光区住建局")


@pytest.fixture(scope="module")
def made(promises: Mapping[str, PromiseOnFile]) -> tuple[OutRow, ...]:
    return rows.rows((one for one in promises.values() if one.report.key == "2025"), OutWish())


@pytest.fixture(scope="module")
def book(made: tuple[OutRow, ...], joined: tuple[Catalog, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.xlsx"
    workbook.write(path, TITLE, made, joined[0].words)
    return path


@pytest.fixture(scope="module")
def sheet(book: Path) -> Worksheet:
    return openpyxl.load_workbook(book)["填报"]


def line(sheet: Worksheet, id: str) -> dict[str, Any]:
    """A row of the sheet by its heads, without what is empty."""
    heads = [cell.value for cell in sheet[1]]
    found = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[1] == id)
    values = (one.date() if isinstance(one, datetime) else one for one in found)
    return {head: value for head, value in zip(heads, values, strict=True) if value is not None}


def test_a_row_says_all_that_is_on_file(sheet: Worksheet) -> None:
    assert line(sheet, "2025/c023/1") == {
        "序号": 26,
        "编号": "2025/c023/1",
        "工作任务": "加装电梯20部",
        "原文": "加装电梯20部",
        "指标": "加装电梯",
        "目标": "20部",
        "责任领导": "乙某某",
        "牵头单位": "拾光区住建局",
        "完成时限": date(2025, 12, 15),
        "本站已登记": "2026-01-16 口袋公园3个、老旧小区8个完工，电梯装了14部",
        "状态": "部分完成",
        "实际值": 14,
        "计量单位": "部",
        "时期": "2025",
    }


def test_each_target_has_a_row_that_is_complete_in_itself(sheet: Worksheet) -> None:
    """Nothing is merged: a row that is sorted away from the others still says what it is about."""
    assert not sheet.merged_cells.ranges
    first, second = line(sheet, "2025/c008/1"), line(sheet, "2025/c008/2")
    own = {"序号", "编号", "指标", "目标", "实际值", "计量单位"}
    assert {head for head in first if first[head] != second.get(head)} == own


def test_a_target_that_was_changed_is_told_with_both(sheet: Worksheet) -> None:
    assert line(sheet, "2025/c012/1")["目标"] == "4条（调整为3条）"


def test_of_a_deadline_the_day_is_asked_and_of_no_target_nothing(sheet: Worksheet) -> None:
    heads = [cell.value for cell in sheet[1]]
    open_ = {
        row[1].value: {heads[n] for n, cell in enumerate(row) if heads[n] in OF_TARGET and not cell.protection.locked}
        for row in sheet.iter_rows(min_row=2)
    }
    assert open_["2025/c016/1"] == {"完成日期"}
    assert open_["2025/c015/1"] == {"实际值", "计量单位", "时期", "数据口径"}
    assert open_["2025/c009"] == set()


OF_TARGET = {"实际值", "计量单位", "时期", "数据口径", "完成日期"}


def test_what_must_not_change_is_locked_without_a_password(sheet: Worksheet) -> None:
    heads = {cell.column: cell.value for cell in sheet[1]}
    locked = {heads[cell.column] for row in sheet.iter_rows(min_row=2) for cell in row if cell.protection.locked}
    given = {one.head for one in COLUMNS if not one.asked}
    assert locked == given | OF_TARGET
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    # openpyxl says what is forbidden
    assert (sheet.protection.autoFilter, sheet.protection.formatRows) == (False, False)


def test_words_are_chosen_from_a_hidden_sheet(book: Path) -> None:
    """A list in the cell itself holds 255 characters, and no comma."""
    opened = openpyxl.load_workbook(book)
    rules = {
        str(one.sqref): one.formula1 for one in opened["填报"].data_validations.dataValidation if one.type == "list"
    }
    assert rules["L2:L29"] == "'选项'!$B$1:$B$7"
    assert opened["选项"].sheet_state == "hidden"
    assert [cell.value for cell in opened["选项"]["B"] if cell.value] == [
        *("未启动", "推进中", "已完成", "提前完成", "部分完成", "未完成", "已调整")
    ]


def test_every_asked_cell_has_a_hint(sheet: Worksheet) -> None:
    hints = {one.promptTitle: one.prompt for one in sheet.data_validations.dataValidation}
    shown = {cell.value for cell in sheet[1]}
    assert hints == {one.head: one.hint for one in COLUMNS if one.asked and one.head in shown}
    assert all(len(one) <= 255 for one in hints.values())


def test_days_are_days_in_chinese_and_the_rest_that_is_typed_stays_text(sheet: Worksheet) -> None:
    cells = {cell.value: sheet.cell(3, cell.column).number_format for cell in sheet[1]}
    assert {cells["完成时限"], cells["材料日期"]} == {'yyyy"年"m"月"d"日"'}
    assert {cells[head] for head in ("编号", "时期", "进展", "材料文号")} == {"@"}


def test_the_head_stays_in_sight_and_on_every_printed_page(sheet: Worksheet) -> None:
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols) == ("D2", "$1:$1", "$A:$C")
    assert sheet.auto_filter.ref == "A1:X29"


def test_nothing_in_it_runs(promises: Mapping[str, PromiseOnFile], joined: tuple[Catalog, ...], tmp_path: Path) -> None:
    (row,) = rows.rows([promises["2025/c015"]], OutWish())
    wicked = OutRow({**row.values, "工作任务": "=1+1", "进展": "<r><t>x</t></r>", "备注": "@SUM(1)"}, row.closed)
    workbook.write(tmp_path / "wicked.xlsx", TITLE, [wicked], joined[0].words)
    with zipfile.ZipFile(tmp_path / "wicked.xlsx") as file:
        texts = [file.read(name).decode() for name in file.namelist()]
    assert not [text for text in texts if re.search(r"<f>|TargetMode|<hyperlink", text)]
    sheet = openpyxl.load_workbook(tmp_path / "wicked.xlsx")["填报"]
    assert [sheet["C2"].value, sheet["C2"].data_type, sheet["C2"].quotePrefix] == ["=1+1", "s", True]


def test_the_same_content_gives_the_same_bytes(
    book: Path, made: tuple[OutRow, ...], joined: tuple[Catalog, ...], tmp_path: Path
) -> None:
    workbook.write(tmp_path / "again.xlsx", TITLE, made, joined[0].words)
    assert (tmp_path / "again.xlsx").read_bytes() == book.read_bytes()


def test_large_amounts_are_shown_as_people_write_them(promises: Mapping[str, PromiseOnFile]) -> None:
    found = rows.rows(promises.values(), OutWish())
    assert {(row.values["实际值"], row.values["计量单位"]) for row in found if row.values["编号"] == "2024/c017/1"} == {
        (3600, "个")
    }
