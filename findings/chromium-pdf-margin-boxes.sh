#!/usr/bin/env bash
# chromium-headless-shell 156.0.8078.108 (Debian 12), read by pypdf 7.1.1
# Expected: in a tagged PDF file everything on a page is tagged or called an artifact (ISO 14289-1, 7.1); page numbers in margin
#   boxes (@page { @bottom-center }) are artifacts of pagination.
# Happens: they are neither: they stand outside of all marked content, before the text of the page, though they are drawn below it.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdf==7.1.1
cat >page.html <<'HTML'
<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title>
<style>@page { @bottom-center { content: counter(page) } } </style>
<p>Text</p>
HTML
chromium-headless-shell --no-sandbox --no-pdf-header-footer --print-to-pdf=page.pdf "file://$PWD/page.html" 2>/dev/null
cat >read.py <<'EOP'
import pypdf
from pypdf.generic import ContentStream

reader, depth, found = pypdf.PdfReader("page.pdf"), 0, {}
for _operands, operator in ContentStream(reader.pages[0].get_contents(), reader).operations:
    depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
    if operator in (b"Tj", b"TJ"):
        found["text in marked content" if depth else "text in none"] = None
print(*found, sep="\n")
EOP
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "text in none
text in marked content" ]
