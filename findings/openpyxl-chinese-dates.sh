#!/usr/bin/env bash
# openpyxl 3.1.5, python-calamine 0.9.1
# Expected: a day under one of the number formats that Chinese Excel and WPS have built in (ids 27 to 36 and 50 to 58 of
#   ECMA-376, 18.8.30, zh-cn: yyyy"年"m"月", m"月"d"日" and others) is a day. No words of these formats stand in the file.
# Happens: openpyxl gives all nineteen as plain numbers under "General": 2024年12月 is 45657. calamine knows each for a day.
#   Neither knows a day under a format that shows its weekday alone (`[$-804]aaaa`) for one.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$folder"
"$folder/venv/bin/python" - <<'EOF'
import sys
from datetime import date
from importlib.metadata import version

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

CHINESE = [*range(27, 37), *range(50, 59)]
FORMATS = [14, *CHINESE, "[$-804]aaaa"]
DAY = 45657

with xlsxwriter.Workbook("days.xlsx") as book:
    sheet = book.add_worksheet()
    for row, one in enumerate(FORMATS):
        sheet.write_number(row, 0, DAY, book.add_format({"num_format": one}))

one = [row[0].value for row in openpyxl.load_workbook("days.xlsx").active.iter_rows()]
other = [row[0] for row in CalamineWorkbook.from_path("days.xlsx").get_sheet_by_index(0).to_python()]
print("openpyxl", version("openpyxl"), " python-calamine", version("python-calamine"))
for format, first, second in zip(FORMATS, one, other):
    print(f"  format {format}: openpyxl {first!r}, calamine {second!r}")
numbers = {format for format, value in zip(FORMATS, one) if value == DAY}
days = {format for format, value in zip(FORMATS, other) if value == date(2024, 12, 31)}
same = numbers == {*CHINESE, "[$-804]aaaa"} and days == {14, *CHINESE}
sys.exit(0 if same else "The behaviour has changed")
EOF
