#!/usr/bin/env bash
# mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17), docx2txt 0.9, readers of Word documents
# Expected: what a field shows (the number in 表12, made by SEQ) is the same text in both forms that OOXML has for a field:
#   `w:fldSimple` (ECMA-376, 17.16.19), and runs between two `w:fldChar` (17.16.18).
# Happens: mammoth and pandoc read the second form and lose the content of the first: 表12 is 表, and a cross-reference, a
#   document property or a date is gone too. mammoth has a message on it, pandoc says nothing, with --verbose neither.
#   docx2txt reads both.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 docx2txt==0.9
cat >read.py <<'EOF'
import zipfile
from subprocess import run

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


def run_of(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def text(words: str) -> str:
    return run_of(f'<w:t xml:space="preserve">{words}</w:t>')


def simple(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{text(shown)}</w:fldSimple>'


def complex_(instruction: str, shown: str) -> str:
    begin, separate, end = (run_of(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    code = run_of(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
    return begin + code + separate + text(shown) + end


def read(name: str, paragraphs: list[str]) -> None:
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    with zipfile.ZipFile("a.docx", "w") as file:
        for part, content in PARTS.items():
            file.writestr(part, content)
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>')
    with open("a.docx", "rb") as file:
        mammoths = mammoth.extract_raw_text(file)
    command = [pypandoc.get_pandoc_path(), "--verbose", "--to=plain", "a.docx"]
    pandoc = run(command, capture_output=True, text=True, check=True)
    said = {"mammoth": mammoths.value, "pandoc": pandoc.stdout, "docx2txt": docx2txt.process("a.docx")}
    for reader, read in said.items():
        print(f"{name}, {reader}: {'|'.join(read.split())}")
    print(f"{name}, messages: mammoth {len(mammoths.messages)}, pandoc {len(pandoc.stderr)}")


for name, field in (("fldChar", complex_), ("fldSimple", simple)):
    read(name, [
        text("表") + field("SEQ 表 \\* ARABIC", "12") + text("主要目标"),
        text("见") + field("REF _Ref1", "第三项"),
        text("截至") + field("DOCPROPERTY 截止日", "3月5日"),
    ])
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "fldChar, mammoth: 表12主要目标|见第三项|截至3月5日
fldChar, pandoc: 表12主要目标|见第三项|截至3月5日
fldChar, docx2txt: 表12主要目标|见第三项|截至3月5日
fldChar, messages: mammoth 0, pandoc 0
fldSimple, mammoth: 表主要目标|见|截至
fldSimple, pandoc: 表主要目标|见|截至
fldSimple, docx2txt: 表12主要目标|见第三项|截至3月5日
fldSimple, messages: mammoth 1, pandoc 0" ]
