#!/usr/bin/env bash
# XlsxWriter 3.3.1, python-calamine 0.9.1
# Expected: what `write_string` is given is what the cell shows. Signs that look like an escape of a character (`_x0041_`, ECMA-376,
#   22.9.2.19) are written with `_x005F_` in place of their first underscore, so that readers give them back.
# Happens: of two that share an underscore, `_x005F_x0041_`, only the first is escaped: a reader takes the second for the
#   letter A, and the cell shows `_x005FA`.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import sys
import zipfile
from importlib.metadata import version

import xlsxwriter
from python_calamine import CalamineWorkbook

given = ["_x0041_", "_x005F_x0041_"]
with xlsxwriter.Workbook("made.xlsx") as book:
    sheet = book.add_worksheet()
    for row, text in enumerate(given):
        sheet.write_string(row, 0, text)

print("XlsxWriter", version("xlsxwriter"), " python-calamine", version("python-calamine"))
print("  in the file:", zipfile.ZipFile("made.xlsx").read("xl/sharedStrings.xml").decode().partition("<si>")[2])
read = [row[0] for row in CalamineWorkbook.from_path("made.xlsx").get_sheet_by_index(0).to_python()]
print("  given:", given)
print("  read:", read)
sys.exit(0 if read == ["_x0041_", "_x005FA"] else "The behaviour has changed")
EOF
