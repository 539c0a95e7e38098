#!/usr/bin/env bash
# pypdfium2 5.15.2, fpdf2 2.8.4 as a writer
# Expected: a hyphen at the end of a line is a hyphen, as in SHA-256 or in the number of a document.
# Happens: it is U+FFFE, which is no character, and the line end behind it is gone: a search for SHA-256 finds nothing.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdfium2==5.15.2 fpdf2==2.8.4
cat >read.py <<'EOP'
import fpdf
import pypdfium2

writer = fpdf.FPDF()
writer.add_page()
writer.set_font("helvetica", size=12)
writer.text(20, 20, "SHA-")
writer.text(20, 26, "256")
print(ascii(pypdfium2.PdfDocument(bytes(writer.output()))[0].get_textpage().get_text_range()))
EOP
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "'SHA\\ufffe256'" ]
