#!/usr/bin/env bash
# chromium-headless-shell 156.0.8078.108 (Debian 12), WeasyPrint 70.0 (needs the system's pango), read by pypdf 7.1.1
# Expected: a link's name, as a screen reader says it on the page (aria-label), is what the tagged PDF file says of the link:
#   PDF/UA asks for such words at each (ISO 14289-1, 7.18.5, /Contents).
# Happens: Chromium writes none, of any link. WeasyPrint writes for PDF/UA the id of the element that the link leads to:
#   "note-1" is read aloud in the middle of a Chinese sentence, and no checker finds a word missing.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdf==7.1.1 weasyprint==70.0
cat >page.html <<'HTML'
<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>链接</title>
<p>样品强区<a href="#note-1" aria-label="注释 1">1</a></p>
<p id="note-1">指发展目标。</p>
HTML
chromium-headless-shell --no-sandbox --no-pdf-header-footer --print-to-pdf=chromium.pdf "file://$PWD/page.html" 2>/dev/null
venv/bin/weasyprint -q --pdf-variant pdf/ua-1 page.html weasyprint.pdf
cat >read.py <<'EOP'
import pypdf

for name in ("chromium", "weasyprint"):
    (link,) = pypdf.PdfReader(f"{name}.pdf").pages[0]["/Annots"]
    print(name, link.get_object().get("/Contents"))
EOP
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "chromium None
weasyprint note-1" ]
