"""What a department or a report's file holds is read as the text it is; nothing in it is run, fetched or followed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from disclosure.exports.cells import harmless
from disclosure.ingest import formats
from disclosure.problem import Refused
from disclosure.tables.files import opened
from tests import projects
from tests.projects import Sandbox
from tests.security.edges import imports
from tests.security.hostile import corpus
from tests.tables.conftest import SaveAs, save_as

__all__ = ["save_as"]


def test_every_string_is_read_as_it_was_typed() -> None:
    texts = corpus.texts()
    assert [*imports.of_cells(texts), *imports.of_documents(texts)] == []


def test_strings_that_a_department_typed_stand_in_the_content_so(tmp_path: Path) -> None:
    project, sent = projects.create(tmp_path / "project", imports.CASE), tmp_path / "sent.xlsx"
    project.run("table", "out", "--report", "2025", "-o", str(sent), date=imports.TODAY)
    texts = [one.text for one in corpus.sample(3 * imports.ROWS) if not imports.is_refused(one.text)][1::2]
    came, faults = imports.of_table(project, sent, texts[: imports.ROWS])
    assert (came >= imports.ROWS - 3, faults) == (True, [])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_cell_of_a_csv_loses_no_apostrophe(text: str) -> None:
    for typed in (text, f"'{text}"):
        read = imports.first_column(imports.comma_separated([harmless(typed)]), "a.csv")
        assert [imports.seen(one) for one in read or [""]] == [imports.seen(typed)]


def test_an_apostrophe_of_a_foreign_csv_stays() -> None:
    assert imports.first_column("'十四五'规划,甲\n".encode(), "a.csv") == ["'十四五'规划"]


def test_words_that_a_line_parts_stay_apart() -> None:
    assert imports.first_column(imports.xlsx(["甲\x0b乙\u2028丙"]), "a.xlsx") == ["甲\n乙\n丙"]


FORMULAS = {
    '=WEBSERVICE("https://example.invalid/a")': "cached",
    "=app|'topic'!item": "cached",
    "='https://example.invalid/[a.xlsx]b'!A1": "cached",
    '=HYPERLINK("https://example.invalid/","press")': "press",
}


def test_a_formula_is_the_value_that_the_file_holds(tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for n, (formula, value) in enumerate(FORMULAS.items()):
            sheet.write_formula(n, 0, formula, None, value)
        sheet.write_formula(9, 0, "=1+1", None, "")
    read = imports.first_column((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert read == [*FORMULAS.values(), "", "", "", "", "", "=1+1"]


ENTITY = '<!DOCTYPE a [<!ENTITY outside SYSTEM "{address}">]>'
PLACES = {"a.xlsx": "xl/worksheets/sheet1.xml", "a.docx": "word/document.xml", "a.ods": "content.xml"}


@pytest.mark.parametrize("name", PLACES)
def test_an_entity_from_outside_is_never_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("marker")
    made = {"a.xlsx": imports.xlsx, "a.docx": imports.docx_of, "a.ods": imports.ods}[name](["甲outside乙"])
    data = _with_entity(made, PLACES[name], (tmp_path / "secret").as_uri(), tmp_path / name)
    try:
        read = formats.read(name, data).text if name == "a.docx" else str(opened.read(data, name))
    except Refused as refused:
        read = str(refused)
    assert "marker" not in read


def _with_entity(data: bytes, part: str, address: str, path: Path) -> bytes:
    path.write_bytes(data)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    root = parts[part].partition(b"?>")
    head, body = (root[0] + root[1], root[2]) if root[1] else (b"", parts[part])
    text = body.replace(b"outside", b"&outside;")
    parts[part] = head + ENTITY.format(address=address).encode() + text
    with zipfile.ZipFile(path, "w") as packed:
        for name, inside in parts.items():
            packed.writestr(name, inside)
    return path.read_bytes()


def test_what_goes_out_again_is_text_in_every_program(own: Sandbox, save_as: SaveAs, tmp_path: Path) -> None:
    """A value that begins as a formula does is one in no program, and comes back from LibreOffice as it went."""
    texts = [one.text for one in corpus.of_kind("formulas") if not imports.is_refused(one.text)][: imports.ROWS]
    sent = tmp_path / "sent.xlsx"
    own.run("table", "out", "--report", "2025", "-o", str(sent), date=imports.TODAY)
    imports.filled(sent, tmp_path / "a.xlsx", texts)
    path = save_as(tmp_path / "a.xlsx", "ods")
    again = save_as(path, "xlsx")
    cells = [cell for row in openpyxl.load_workbook(again).worksheets[0].iter_rows(min_row=2) for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    shown = {imports.seen(str(cell.value)) for cell in cells}
    assert [one for one in texts if imports.seen(one) not in shown | {""}] == []


@pytest.fixture
def own(tmp_path: Path) -> Sandbox:
    """The example, to be changed."""
    return projects.create(tmp_path / "own", imports.CASE)
