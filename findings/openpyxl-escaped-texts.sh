#!/usr/bin/env bash
# openpyxl 3.1.5, python-calamine 0.9.1
# Expected: a text of a workbook is what Excel shows. `_x000D_` in the file stands for a carriage return (ECMA-376, 22.9.2.19),
#   which WPS and others write for line breaks; `_x005F_x000D_` is how the seven signs `_x000D_` themselves are written.
# Happens: openpyxl leaves the first as it stands and takes the escape off the second, so that both come out as `_x000D_`, and
#   what it saves then shows a line break for the one that had none. calamine reads the one as a carriage return and the
#   other as the seven signs.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import sys
import zipfile
from importlib.metadata import version

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("made.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "甲乙")
    sheet.write_string(1, 0, "_x000D_")
made = zipfile.ZipFile("made.xlsx")
with zipfile.ZipFile("texts.xlsx", "w") as book:
    for name in made.namelist():
        book.writestr(name, made.read(name).replace("甲乙".encode(), "甲_x000D_乙".encode()))

print("openpyxl", version("openpyxl"), " python-calamine", version("python-calamine"))
print("  in the file:", zipfile.ZipFile("texts.xlsx").read("xl/sharedStrings.xml").decode().partition("<si>")[2])
loaded = openpyxl.load_workbook("texts.xlsx")
one = [row[0].value for row in loaded.active.iter_rows()]
other = [row[0] for row in CalamineWorkbook.from_path("texts.xlsx").get_sheet_by_index(0).to_python()]
loaded.save("saved.xlsx")
saved = [row[0] for row in CalamineWorkbook.from_path("saved.xlsx").get_sheet_by_index(0).to_python()]
print("  openpyxl:", one)
print("  calamine:", other)
print("  calamine, of what openpyxl saved:", saved)
same = one == ["甲_x000D_乙", "_x000D_"] and other == ["甲\r乙", "_x000D_"] and saved == ["甲\r乙", "\r"]
sys.exit(0 if same else "The behaviour has changed")
EOF
