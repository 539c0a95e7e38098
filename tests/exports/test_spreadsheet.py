"""What LibreOffice, which reads special numbers as Excel does, makes of the cells of the example: no other text."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from disclosure.exports import cells, published

OFFICE = shutil.which("soffice")
# Commas, quotes, UTF-8, from the first line, read as Chinese; every cell as LibreOffice thinks, special numbers too
READ = "Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true,false"
ROW = re.compile(r"<table:table-row([^>]*)>(.*?)</table:table-row>", re.S)
CELL = re.compile(r'<table:table-cell[^>]*office:value-type="string"[^>]*>(.*?)</table:table-cell>', re.S)
TAG = re.compile(r"<[^>]+>")
# What a spreadsheet would read as something else
STRANGE = (
    "2-1",
    "5.8%",
    "1.50",
    "007",
    "true",
    "12:30",
    "2024-05",
    "1e5",
    "=1+1",
    "123456789012345678",
    "2024年1月10日",
)


@pytest.mark.skipif(OFFICE is None, reason="without LibreOffice")
def test_no_cell_of_text_becomes_another(grown_site: Path, tmp_path: Path) -> None:
    texts = sorted({*STRANGE, *_texts(grown_site / "data")})
    given = [cells.cell(text) for text in texts]
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([one] for one in given)
    assert [number for number in _read(tmp_path) if number != ""] == [one for one in given if not _is_number(one)]


def _texts(data: Path) -> set[str]:
    """What stands in columns of text, but for that which is longer than a line."""
    return {
        row[column.name]
        for table in published.tables(data)
        for row in published.rows(data, table)
        for column in published.columns(table)
        if column.type == "string" and not column.several and row[column.name]
        if len(row[column.name]) < 40 and "\n" not in row[column.name]
    }


def _is_number(cell: str) -> bool:
    """A number that is shown and saved as it was."""
    return re.fullmatch(r"[0-9.]+", cell) is not None


def _read(folder: Path) -> list[str]:
    """The cells that are text, as LibreOffice shows them."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", f"--infilter={READ}", "--convert-to", "fods", "--outdir", "."]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run([*command, "in.csv"], cwd=folder, env=environment, check=True, capture_output=True, timeout=120)
    rows = ROW.findall((folder / "in.fods").read_text("utf-8"))
    return [unescape(TAG.sub("", found[1].strip())) for _about, row in rows if (found := CELL.search(row))]
