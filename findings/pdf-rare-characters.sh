#!/usr/bin/env bash
# PyMuPDF 2.0 as a writer, Noto Sans SC of pylopdf-fonts-zh-cn 0.1.1, read by pypdf 7.1.1, pypdfium2 5.15.2, PyMuPDF itself
# Expected: a rare character that the font has, as 𬘓 (U+2C613) and 𬭸 (U+2CB78) in names of places, is in the file's text
#   like any other: in a ToUnicode map in UTF-16, as four octets (ISO 32000, 9.10.3).
# Happens: the map has the number itself, five hexadecimal digits, which are no octets. pypdf leaves the character out (its
#   log says why, its result does not), the others make one of the first four digits: 𬘓 is ⱡ (U+2C61), 𬭸 is ⲷ. Characters
#   of up to U+FFFF are right.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
    pymupdf==2.0 pylopdf-fonts-zh-cn==0.1.1 pypdf==7.1.1 pypdfium2==5.15.2
cat >read.py <<'EOF'
import io
import logging
import re
from pathlib import Path

import pylopdf_fonts_zh_cn
import pymupdf
import pypdf
import pypdfium2

FONT = Path(pylopdf_fonts_zh_cn.__file__).with_name("NotoSansSC-Regular.otf")
logging.disable()


def codes(text: str) -> str:
    return " ".join(f"{ord(one):04X}" for one in text.strip())


for text in ("垵边村", "𬘓边村", "𬭸边村"):
    document = pymupdf.open()
    document.new_page().insert_text((50, 72), text, fontname="F0", fontfile=str(FONT))
    data = document.tobytes()
    streams = [document.xref_stream(at) for at in range(1, document.xref_length()) if document.xref_is_stream(at)]
    maps = b"".join(one for one in streams if b"beginbfchar" in one)
    five = re.search(rb"<[0-9a-f]{5}>", maps, re.I) is not None
    print(f"{codes(text)}, map with five digits: {five}")
    print("  pypdf:    ", codes(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()))
    print("  pypdfium2:", codes(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()))
    print("  PyMuPDF:  ", codes(pymupdf.open(stream=data)[0].get_text()))
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "57B5 8FB9 6751, map with five digits: True
  pypdf:     57B5 8FB9 6751
  pypdfium2: 57B5 8FB9 6751
  PyMuPDF:   57B5 8FB9 6751
2C613 8FB9 6751, map with five digits: True
  pypdf:     8FB9 6751
  pypdfium2: 2C61 8FB9 6751
  PyMuPDF:   2C61 8FB9 6751
2CB78 8FB9 6751, map with five digits: True
  pypdf:     8FB9 6751
  pypdfium2: 2CB7 8FB9 6751
  PyMuPDF:   2CB7 8FB9 6751" ]
