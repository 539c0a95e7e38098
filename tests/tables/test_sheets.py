"""Merged cells, several sheets, hidden rows: what belongs together stays together, and what is hidden is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from disclosure.tables.shapes import TableRead
from tests.tables.conftest import ReadFile

HEAD = ("工作任务", "牵头单位", "进展情况", "备注")
ReadBook = Callable[..., TableRead]


@pytest.fixture
def read_book(read_file: ReadFile, tmp_path: Path) -> ReadBook:
    """Reads a workbook of one sheet that a function fills: ``read_book(fill, sheet="…")``."""

    def read(fill: Callable[[Workbook], None], **wishes: object) -> TableRead:
        path = tmp_path / "表.xlsx"
        with Workbook(str(path)) as book:
            fill(book)
        return read_file(path, **wishes)

    return read


def rows(sheet: Worksheet, first: int, *lines: tuple[str, ...]) -> None:
    for n, line in enumerate(lines, first):
        for m, text in enumerate(line):
            if text:
                sheet.write_string(n, m, text)


def test_rows_of_one_merged_task_are_one_row(read_book: ReadBook) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("台账")
        rows(
            sheet,
            0,
            HEAD,
            ("", "住建局", "东段完工", "一"),
            ("", "住建局", "西段开工", ""),
            ("新建绿道10公里", "交通局", "开工", ""),
        )
        sheet.merge_range(1, 0, 2, 0, "打通断头路6条")

    first, second = read_book(fill).rows
    assert (first.place, first.promise, first.doubts) == ("2、3", "2026/c014", ())
    assert {name: (cell.text, cell.place) for name, cell in first.values.items()} == {
        "task": ("打通断头路6条", "A2"),
        "lead": ("拾光区住建局", "B2、B3"),
        "progress": ("东段完工\n西段开工", "C2、C3"),
        "remarks": ("一", "D2"),
    }
    assert second.promise == "2026/c023"


def test_rows_of_one_merged_task_that_say_other_things_are_a_doubt(read_book: ReadBook) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("台账")
        rows(sheet, 0, HEAD, ("", "住建局", "", ""), ("", "交通局", "", ""))
        sheet.merge_range(1, 0, 2, 0, "打通断头路6条")

    [row] = read_book(fill).rows
    assert row.doubts == (
        "B2 “拾光区住建局”、B3 “拾光区交通局” 说的都是 2026/c014，写的不一样：改成一样，或分清各是哪一项目标",
    )


def several(book: Workbook) -> None:
    rows(book.add_worksheet("说明"), 0, ("请各单位填写",))
    rows(book.add_worksheet("重点任务"), 0, HEAD, ("打通断头路6条", "", "开工"), ("新建绿道10公里", "", "开工"))
    rows(book.add_worksheet("民生实事"), 0, HEAD, ("加装电梯30部", "", "开工"))
    hidden = book.add_worksheet("旧表")
    rows(hidden, 0, HEAD, ("新建口袋公园5个", "", "开工"))
    hidden.hide()


def test_of_several_sheets_the_longest_is_read_and_the_others_are_told(read_book: ReadBook) -> None:
    read = read_book(several)
    assert (read.sheet, [one.promise for one in read.rows]) == ("重点任务", ["2026/c014", "2026/c023"])
    assert read.doubts == ("工作表“民生实事”也像任务表，没有读：用 --sheet 民生实事 另读一次",)
    assert read.told[:3] == (
        "没有取用工作表“说明”（1 格）",
        "没有取用工作表“民生实事”（6 格）",
        "没有取用隐藏的工作表“旧表”（6 格）",
    )


@pytest.mark.parametrize(("sheet", "promise"), [("民生实事", "2026/c032"), ("旧表", "2026/c022")])
def test_a_sheet_that_is_named_is_read(read_book: ReadBook, sheet: str, promise: str) -> None:
    read = read_book(several, sheet=sheet)
    assert (read.sheet, read.doubts, [one.promise for one in read.rows]) == (sheet, (), [promise])


def test_a_sheet_that_is_not_there_is_refused(read_book: ReadBook) -> None:
    assert read_book(several, sheet="x").problems == ("没有叫“x”的任务表；工作表有：说明、重点任务、民生实事、旧表",)


def test_hidden_rows_and_columns_are_read_and_told(read_book: ReadBook) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("台账")
        rows(sheet, 0, HEAD, ("打通断头路6条", "住建局", "开工", "一"), ("新建绿道10公里", "", "开工", ""))
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(3, 3, None, None, {"hidden": True})

    read = read_book(fill)
    assert [one.promise for one in read.rows] == ["2026/c014", "2026/c023"]
    assert read.told == ("隐藏的第 3 行也读了", "隐藏的栏也读了：备注（D 列）")


def test_what_a_cell_does_not_show_is_a_doubt_where_it_is_a_value(read_book: ReadBook) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("台账")
        rows(sheet, 0, ("工作任务", "实际值", "完成率"), ("空气质量优良天数比率达到85%以上",))
        sheet.write_number(1, 1, 0.8463, book.add_format({"num_format": "0%"}))
        sheet.write_number(1, 2, 0.8463, book.add_format({"num_format": "0%"}))

    [row] = read_book(fill).rows
    assert row.doubts == (
        "台账!B2 “85%”：格子里显示的和存的不一样，存的是 0.8463；写明是哪一个：把格子改成要公开的那个数",
    )
    assert "value" not in row.values


def test_errors_in_cells_are_doubts_where_they_would_be_read(read_book: ReadBook) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("台账")
        rows(sheet, 0, (*HEAD, "电话"), ("打通断头路6条", "住建局"))
        sheet.write_formula(1, 2, "=A9", None, "#REF!")
        sheet.write_formula(1, 4, "=A9", None, "#REF!")

    [row] = read_book(fill).rows
    assert row.doubts == ("台账!C2 “#REF!”：表格软件算出了错误；在表里改好这一格",)
