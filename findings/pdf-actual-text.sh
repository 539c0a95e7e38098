#!/usr/bin/env bash
# chromium-headless-shell 156.0.8078.108 and fonts-noto-cjk (Debian 12), read by pypdf 7.1.1, pypdfium2 5.15.2, PyMuPDF 2.0,
#   pdfminer.six 20260107
# Expected: where a PDF file says beside a glyph what it means (/ActualText, ISO 32000-1, 14.9.4), its readers give that. Chromium
#   says it where one glyph of a font draws two characters: 户 and the radical.
# Happens: PDFium and PyMuPDF give 户, pypdf and pdfminer.six the radical that the font's table has: what is equal to the page
#   in one reader has other characters in the other.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdf==7.1.1 pypdfium2==5.15.2 pymupdf==2.0 \
    pdfminer.six==20260107
cat >page.html <<'HTML'
<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>户</title>
<p style="font-family: 'Noto Sans CJK SC'">农户民生</p>
HTML
chromium-headless-shell --no-sandbox --no-pdf-header-footer --print-to-pdf=page.pdf "file://$PWD/page.html" 2>/dev/null
cat >read.py <<'EOP'
import logging

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

logging.disable()


def told(name, text):
    print(f"{name}:", *(f"U+{ord(one):04X}" for one in text.strip()))


told("pypdf", pypdf.PdfReader("page.pdf").pages[0].extract_text())
told("pypdfium2", pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range())
told("PyMuPDF", pymupdf.open("page.pdf")[0].get_text())
told("pdfminer.six", extract_text("page.pdf"))
EOP
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "pypdf: U+519C U+2F3E U+2EA0 U+2F63
pypdfium2: U+519C U+6237 U+6C11 U+751F
PyMuPDF: U+519C U+6237 U+6C11 U+751F
pdfminer.six: U+519C U+2F3E U+2EA0 U+2F63" ]
