#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12), openpyxl 3.1.5, XlsxWriter 3.3.1
# Expected: a day under a number format that Chinese Excel and WPS have built in (57 is yyyy"年"m"月", 58 m"月"d"日"; no words of
#   them stand in the file) is saved by LibreOffice with the format that it had, whatever the locale.
# Happens: with a Chinese locale it is; with an English one it becomes m/d/yyyy: 2025年6月 comes back as the day that the cell
#   holds, and that only the month was meant can no longer be seen. A format in words stays in both.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 xlsxwriter==3.3.1
cd "$folder"
cat >days.py <<'EOF'
import sys

import openpyxl
import xlsxwriter

FORMATS = [31, 57, 58, 'yyyy"年"m"月"']
if sys.argv[1] == "make":
    with xlsxwriter.Workbook("days.xlsx") as book:
        sheet = book.add_worksheet()
        for row, one in enumerate(FORMATS):
            sheet.write_number(row, 0, 45831, book.add_format({"num_format": one}))
else:
    cells = [row[0] for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows()]
    for format, cell in zip(FORMATS, cells):
        print(f"  {format} -> {cell.number_format}  {cell.value!r}")
EOF
"$folder/venv/bin/python" days.py make
soffice --version
for language in en-US zh-CN; do
  mkdir -p "$language/profile/user"
  cat >"$language/profile/user/registrymodifications.xcu" <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$language</value></prop></item></oor:items>
EOF
  soffice "-env:UserInstallation=file://$folder/$language/profile" --headless --convert-to xlsx --outdir "$language" days.xlsx >/dev/null 2>&1
  echo "$language"
  "$folder/venv/bin/python" days.py "$language/days.xlsx" | tee "$language.txt"
done
[ "$(grep -c 'm/d/yyyy' en-US.txt)" = 3 ] && ! grep -q 'm/d/yyyy' zh-CN.txt || { echo "The behaviour has changed"; exit 1; }
