#!/usr/bin/env bash
# chromium-headless-shell 156.0.8078.108 (Debian 12), read by pypdf 7.1.1
# Expected: the tags of a PDF file that calls itself 1.4 are those of PDF 1.x (ISO 32000-1, 14.8.4), or the file says which of those its own
#   mean (/RoleMap).
# Happens: <strong> and <em> become Strong and Em, which PDF 2.0 brought, in a file of 1.4 without a /RoleMap; <b> is plain text. PDF/UA-1
#   calls that an error (7.1, Matterhorn 02).
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdf==7.1.1
cat >page.html <<'HTML'
<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><p><strong>one</strong> <em>two</em> <b>three</b></p>
HTML
chromium-headless-shell --no-sandbox --no-pdf-header-footer --print-to-pdf=page.pdf "file://$PWD/page.html" 2>/dev/null
cat >read.py <<'EOP'
import pypdf


def kinds(one):
    one = one.get_object()
    if isinstance(one, dict) and "/S" in one:
        held = one["/K"].get_object() if "/K" in one else []
        below = [kind for each in (held if isinstance(held, list) else [held]) for kind in kinds(each)]
        return [str(one["/S"]), *below]
    return []


reader = pypdf.PdfReader("page.pdf")
tree = reader.trailer["/Root"]["/StructTreeRoot"]
print(reader.pdf_header, "/RoleMap" in tree, *sorted({*kinds(tree["/K"])} - {"/NonStruct"}))
EOP
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "%PDF-1.4 False /Document /Em /P /Strong" ]
