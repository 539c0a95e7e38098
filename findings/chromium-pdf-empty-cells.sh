#!/usr/bin/env bash
# chromium-headless-shell 156.0.8078.108 (Debian 12), read by pypdf 7.1.1
# Expected: an empty cell of a table is a cell in the tags of the PDF file too: the corner of a table with heads above and at the
#   left, a value that is not known.
# Happens: it has no tag, so that its row is shorter, and the cells behind it stand under other heads for whoever counts
#   cells. A no-break space in it is enough.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdf==7.1.1
cat >page.html <<'HTML'
<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>表</title>
<table>
<tr><td></td><th scope="col">一月</th><th scope="col">二月</th></tr>
<tr><th scope="row">学校</th><td></td><td>2</td></tr>
<tr><th scope="row">医院</th><td>&nbsp;</td><td>2</td></tr>
</table>
HTML
chromium-headless-shell --no-sandbox --no-pdf-header-footer --print-to-pdf=page.pdf "file://$PWD/page.html" 2>/dev/null
cat >read.py <<'EOP'
import pypdf


def walk(one):
    one = one.get_object()
    if not isinstance(one, dict) or "/S" not in one:
        return
    held = one["/K"].get_object() if "/K" in one else []
    held = held if isinstance(held, list) else [held]
    if one["/S"] == "/TR":
        print(*(each.get_object()["/S"] for each in held))
    for each in held:
        walk(each)


walk(pypdf.PdfReader("page.pdf").trailer["/Root"]["/StructTreeRoot"]["/K"])
EOP
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "/TH /TH
/TH /TD
/TH /TD /TD" ]
