#!/usr/bin/env bash
# docx2txt 0.9, python-docx 1.2.0, mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17), readers of Word documents
# Expected: text that was moved while changes were tracked stands once, where it was moved to; or, for a reader that takes
#   the document as it was before, once at its old place.
# Happens: docx2txt has it at both places, though it leaves out what was deleted; python-docx's `paragraph.text` has it at
#   neither, nor what was inserted. mammoth and pandoc have it once, at the new place.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
    docx2txt==0.9 python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17
cat >read.py <<'EOF'
import zipfile

import docx
import docx2txt
import mammoth
import pypandoc

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MIME = "application/vnd.openxmlformats"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{MIME}-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    f'"{MIME}-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def read(name: str, body: str) -> None:
    with zipfile.ZipFile("a.docx", "w") as file:
        for part, content in PARTS.items():
            file.writestr(part, content)
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>')
    with open("a.docx", "rb") as file:
        mammoths = mammoth.extract_raw_text(file).value
    said = {
        "docx2txt": docx2txt.process("a.docx"),
        "python-docx": "".join(one.text for one in docx.Document("a.docx").paragraphs),
        "mammoth": mammoths,
        "pandoc": pypandoc.convert_file("a.docx", "plain"),
    }
    for reader, words in said.items():
        print(f"{name}, {reader}: {words.strip()}")


def tracked(kind: str, number: int, inside: str) -> str:
    return f'<w:{kind} w:id="{number}" w:author="示例" w:date="2026-01-05T09:00:00Z">{inside}</w:{kind}>'


def moved(kind: str, number: int, words: str) -> str:
    start = f'<w:{kind}RangeStart w:id="{number}" w:author="示例" w:date="2026-01-05T09:00:00Z" w:name="move1"/>'
    return start + tracked(kind, number + 1, text(words)) + f'<w:{kind}RangeEnd w:id="{number}"/>'


deleted = tracked("del", 1, "<w:r><w:delText>两座</w:delText></w:r>")
read("changed", f"<w:p>{text('建设')}{deleted}{tracked('ins', 2, text('三座'))}{text('公园')}</w:p>")
read("moved", f"<w:p>{moved('moveFrom', 1, '建设公园。')}{text('改造小区。')}{moved('moveTo', 3, '建设公园。')}</w:p>")
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "changed, docx2txt: 建设三座公园
changed, python-docx: 建设公园
changed, mammoth: 建设三座公园
changed, pandoc: 建设三座公园
moved, docx2txt: 建设公园。改造小区。建设公园。
moved, python-docx: 改造小区。
moved, mammoth: 改造小区。建设公园。
moved, pandoc: 改造小区。建设公园。" ]
