"""What cells of any program's files show is what is read: days, shares, numbers, texts, and what is wrong with them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from disclosure.ingest.document import UnreadableFile
from disclosure.tables.files import number_format, opened
from disclosure.tables.files.cells import of_text
from disclosure.tables.files.shapes import OpenedTable
from disclosure.tables.files.workbook_cells import CHINESE_FORMATS
from disclosure.tables.shapes import Cell
from tests.tables.conftest import SaveAs

NEW_YEARS_EVE = 45657  # 2024-12-31
SHOWN = {
    'yyyy"年"m"月"': ("2024年12月", None),
    'm"月"d"日"': ("12月31日", date(2024, 12, 31)),
}


def book(*cells: tuple[str, Any, Any], change: dict[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """A workbook with a cell for each ``(place, value, format)``; parts of the file may be changed by hand."""
    stream = io.BytesIO()
    with Workbook(stream) as made:
        sheet = made.add_worksheet("表")
        for place, value, format in cells:
            look = made.add_format({"num_format": format}) if format else None
            if isinstance(value, tuple):
                sheet.write_formula(place, value[0], look, value[1])
            else:
                sheet.write(place, value, look)
    return _changed(stream.getvalue(), change or {})


def _changed(data: bytes, change: dict[str, tuple[bytes, bytes]]) -> bytes:
    found, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in found.namelist():
            old, new = change.get(name, (b"", b""))
            part = found.read(name)
            assert old in part
            packed.writestr(name, part.replace(old, new) if old else part)
    return stream.getvalue()


def cells(data: bytes, name: str = "a.xlsx") -> dict[str, Cell]:
    rows = opened.read(data, name).sheets[0].sheet.rows
    return {one.place: one for row in rows for one in row if one.text}


@pytest.mark.parametrize("id", sorted(CHINESE_FORMATS))
def test_a_day_in_a_chinese_format_without_words_is_a_day(id: int) -> None:
    [cell] = cells(book(("A1", NEW_YEARS_EVE, id))).values()
    text, day = SHOWN.get(CHINESE_FORMATS[id], ("2024-12-31", date(2024, 12, 31)))
    assert (cell.text, cell.day, cell.number) == (text, day, None)


def test_openpyxl_takes_days_in_these_formats_for_numbers_and_no_others(tmp_path: Path) -> None:
    """Once it does not, ``CHINESE_FORMATS`` is not needed."""
    ids = [*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)]
    (tmp_path / "a.xlsx").write_bytes(book(*((f"A{n}", NEW_YEARS_EVE, id) for n, id in enumerate(ids, 1))))
    script = "import openpyxl; print([one[0].is_date for one in openpyxl.load_workbook('a.xlsx').active.iter_rows()])"
    told = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=True).stdout
    assert {id for id, is_day in zip(ids, eval(told), strict=True) if not is_day} == set(CHINESE_FORMATS)


@pytest.mark.parametrize(
    ("format", "text", "day"),
    [
        ("yyyy-mm-dd", "2024-12-31", date(2024, 12, 31)),
        ('yyyy"年"m"月"d"日"', "2024-12-31", date(2024, 12, 31)),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日"', "2024-12-31", date(2024, 12, 31)),
        ('m"月"d"日"', "12月31日", date(2024, 12, 31)),
        ('yyyy"年"m"月"', "2024年12月", None),
        ("yyyy\\年m\\月", "2024年12月", None),
        ("mmm-yy", "2024年12月", None),
        ("yyyy", "2024年", None),
        ("yyyy/m/d h:mm", "2024-12-31", date(2024, 12, 31)),
        ("[$-804]aaaa", "45657", None),
    ],
)
def test_a_day_is_as_much_of_one_as_its_format_shows(format: str, text: str, day: date | None) -> None:
    [cell] = cells(book(("A1", NEW_YEARS_EVE, format))).values()
    assert (cell.text, cell.day) == (text, day)


@pytest.mark.parametrize(
    ("value", "format", "text", "number"),
    [
        (0.1 + 0.2, "", "0.3", "0.3"),
        (0.85, "0%", "85%", "85"),
        (0.856, "0%", "86%", "86"),
        (0.8525, "0.00%", "85.25%", "85.25"),
        (85, "", "85", "85"),
        (1234567.5, "#,##0.00", "1,234,567.50", "1234567.5"),
        (12, '0"家"', "12家", "12"),
        (12.5, 'General"亿元"', "12.5亿元", "12.5"),
        (12.5, "0.##", "12.5", "12.5"),
        (-3, "0.0;-0.0", "-3.0", "-3"),
        (-3, '0;"减少"0', "减少3", "-3"),
        (12345678, '0.0,,"百万"', "12.3百万", "12.3"),
        (0.5, "# ?/?", "0.5", "0.5"),
        (1e-7, "0.00E+00", "0.0000001", "0.0000001"),
        (2.5, "0", "3", "3"),
        (7, '[>5]"多";"少"', "7", "7"),
        (5, "@", "5", "5"),
        (123, "[红色]0_ ", "123", "123"),
    ],
)
def test_a_number_is_what_its_cell_shows(value: float, format: str, text: str, number: str) -> None:
    [cell] = cells(book(("A1", value, format))).values()
    assert (cell.text, cell.number) == (text, Decimal(number))


@pytest.mark.parametrize(
    ("value", "format", "stored"),
    [
        (0.996, "0%", "0.996"),
        (0.85, "0%", None),
        (85.26, "0.0", "85.26"),
        (12, '0"家"', None),
        (0.1 + 0.2, "0.0", None),
    ],
)
def test_a_cell_that_shows_another_number_than_it_holds_says_so(value: float, format: str, stored: str | None) -> None:
    [cell] = cells(book(("A1", value, format))).values()
    assert cell.stored == (None if stored is None else Decimal(stored))


@given(
    st.text(st.sampled_from('0#?,.%;"\\_*[]!@/EegG年元 -+yMdhs'), max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_no_format_and_no_number_raises(pattern: str, value: float) -> None:
    text, number = number_format.number(repr(value), pattern)
    assert isinstance(text, str)
    assert number.is_finite()
    number_format.day(date(2025, 1, 2), pattern)


@pytest.mark.parametrize(
    ("text", "shown", "number", "day"),
    [
        ("１，２００", "１，２００", "1200", None),
        (" 12\u00a0\u3000 ", "12", "12", None),
        ("85%", "85%", "85", None),
        ("007", "007", None, None),
        ("1,2", "1,2", None, None),
        ("110101199003070134", "110101199003070134", "110101199003070134", None),
        ("2025.12.31", "2025.12.31", None, date(2025, 12, 31)),
        ("２０２５年6月1日", "２０２５年6月1日", None, date(2025, 6, 1)),
        ("2025-02-30", "2025-02-30", None, None),
        ("a\r\n\u200b b\n\n", "a\nb", None, None),
    ],
)
def test_a_text_stays_as_it_was_typed(text: str, shown: str, number: str | None, day: date | None) -> None:
    cell = of_text(text, "A1")
    assert (cell.text, cell.day) == (shown, day)
    assert cell.number == (None if number is None else Decimal(number))


def test_what_programs_hide_in_texts_is_none_of_them() -> None:
    rich = "<si><r><t>住建</t></r><r><rPr><b/></rPr><t>局_x000D_\n二</t></r>"
    aloud = '<rPh sb="0" eb="2"><t>zhujian</t></rPh></si>'
    change = {"xl/sharedStrings.xml": ("<si><t>住建局</t></si>".encode(), (rich + aloud).encode())}
    [cell] = cells(book(("A1", "住建局", ""), change=change)).values()
    assert cell.text == "住建局\n二"


def test_days_of_a_workbook_that_counts_from_1904_are_those_that_it_shows() -> None:
    change = {"xl/workbook.xml": (b"<workbookPr ", b'<workbookPr date1904="1" ')}
    [cell] = cells(book(("A1", NEW_YEARS_EVE - 1462, "yyyy-mm-dd"), change=change)).values()
    assert cell.day == date(2024, 12, 31)


def test_errors_and_formulas_without_a_value_are_told() -> None:
    data = book(("A1", ("=1/0", "#DIV/0!"), ""), ("A2", "=B1", ""), ("A3", 12345678901234567890, ""))
    data = _changed(data, {"xl/worksheets/sheet1.xml": (b"<f>B1</f><v>0</v>", b"<f>B1</f>")})
    assert {place: bool(one.error) for place, one in cells(data).items()} == {"A1": True, "A2": True, "A3": True}
    assert cells(data)["A1"].error == "#DIV/0!"


@pytest.mark.parametrize("ending", ["xls", "ods", "xlsx"])
def test_what_another_program_saves_shows_the_same(ending: str, save_as: SaveAs, tmp_path: Path) -> None:
    formats = ("yyyy-mm-dd", 'm"月"d"日"', 'yyyy"年"m"月"', "0", '0"家"')
    numbers = [(f"A{n}", NEW_YEARS_EVE, one) for n, one in enumerate(formats, 1)]
    texts = [
        ("B1", "007", ""),
        ("B2", "二\n三", ""),
        ("B3", True, ""),
        ("B4", ("=1/0", "#DIV/0!"), ""),
        ("B5", 0.856, "0.0%"),
    ]
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(*numbers, *texts))
    found = cells(save_as(path, ending).read_bytes(), f"a.{ending}")
    assert [found[f"A{n}"].text for n in range(1, 6)] == ["2024-12-31", "12月31日", "2024年12月", "45657", "45657家"]
    assert [found[f"B{n}"].text for n in range(1, 6)] == ["007", "二\n三", "√", "#DIV/0!", "85.6%"]


@pytest.mark.parametrize("mark", [",", "\t", ";", "，"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_however_it_is_encoded_and_divided(mark: str, encoding: str) -> None:
    lines = [("工作任务", "牵头单位", "编号"), ("完成的政府工作\n第二行", "住建局", '="007"')]
    text = "\r\n".join(mark.join(f'"{one}"' if "\n" in one else one for one in line) for line in lines)
    found = cells(text.replace('="007"', '"=""007"""').encode(encoding), "a.csv")
    assert [one.text for one in found.values()] == [
        "工作任务",
        "牵头单位",
        "编号",
        "完成的政府工作\n第二行",
        "住建局",
        "007",
    ]


def _zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED: dict[str, tuple[str, bytes, str]] = {
    "a web page": ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "其实是一个网页"),
    "xml": ("a.xls", b'<?xml version="1.0"?><Workbook/>', "XML"),
    "a locked workbook": ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
    "WPS's own": ("a.et", OLE + bytes(600), "WPS 表格自己的格式"),
    "a spoilt one": ("a.xls", OLE + bytes(600), "已损坏"),
    "a document": ("a.docx", _zip(word__document=b"<w/>"), "不是表格"),
    "a packed file": ("a.zip", _zip(a=b"1"), "压缩包"),
    "a pdf": ("a.pdf", b"%PDF-1.7", "PDF"),
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n", "不会读"),
    "a workbook without sheets": ("a.xlsx", _zip(xl__workbook=b"<w/>"), "已损坏"),
    "too much": ("a.xlsx", _zip(xl__workbook=b"<w/>", xl__media=bytes(64 << 20)), "太大"),
}


@pytest.mark.parametrize(("name", "data", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_refused_with_what_to_do(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as refused:
        opened.read(data, name)
    assert refused.value.hint


def test_macros_and_links_to_other_workbooks_are_told() -> None:
    data = book(("A1", "一", ""))
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"1")
        packed.writestr("xl/externalLinks/externalLink1.xml", b"<a/>")
    told = opened.read(stream.getvalue(), "a.xlsm").told
    assert [line[:6] for line in told] == ["文件里有宏：", "有的格子引用"]


@given(st.binary(max_size=400), st.sampled_from(["a.xlsx", "a.csv", "a.xls", "a.ods", "a.et"]))
def test_no_bytes_raise_anything_else(data: bytes, name: str) -> None:
    with suppress(UnreadableFile):
        assert isinstance(opened.read(data, name), OpenedTable)


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_what_is_noted_on_a_cell_is_known(ending: str, save_as: SaveAs, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Workbook(path) as made:
        sheet = made.add_worksheet("表")
        sheet.write("B2", "已打通2条")
        sheet.write_comment("B2", "其实只打通了1条", {"author": "经办"})
    [found] = opened.read(save_as(path, ending).read_bytes(), f"a.{ending}").sheets
    # The text of an xls stands among its drawings
    assert found.comments == {"B2": "" if ending == "xls" else "其实只打通了1条"}
