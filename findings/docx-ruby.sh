#!/usr/bin/env bash
# mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17), python-docx 1.2.0, docx2txt 0.9, readers of Word documents
# Expected: of a character with its sound above it (Word's phonetic guide, `w:ruby`, as for a rare character in a place's
#   name) plain text has at least the character, `w:rubyBase`.
# Happens: the first three lose the character with its sound: 浔水街道 is 水街道. mammoth has a message on it, pandoc none.
#   docx2txt has the character, but puts the sound before it as if it were text: xún浔水街道.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
    mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0 docx2txt==0.9
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
        mammoths = mammoth.extract_raw_text(file)
    said = {
        f"mammoth, messages {len(mammoths.messages)}": mammoths.value,
        "pandoc": pypandoc.convert_file("a.docx", "plain"),
        "python-docx": "".join(one.text for one in docx.Document("a.docx").paragraphs),
        "docx2txt": docx2txt.process("a.docx"),
    }
    for reader, words in said.items():
        print(f"{name}, {reader}: {words.strip()}")


PROPERTIES = '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="22"/><w:hpsBaseText w:val="24"/>'
PROPERTIES += '<w:lid w:val="zh-CN"/></w:rubyPr>'
ruby = f"<w:r><w:ruby>{PROPERTIES}<w:rt>{text('xún')}</w:rt><w:rubyBase>{text('浔')}</w:rubyBase></w:ruby></w:r>"
read("without", f"<w:p>{text('改造')}{text('浔')}{text('水街道')}</w:p>")
read("ruby", f"<w:p>{text('改造')}{ruby}{text('水街道')}</w:p>")
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "without, mammoth, messages 0: 改造浔水街道
without, pandoc: 改造浔水街道
without, python-docx: 改造浔水街道
without, docx2txt: 改造浔水街道
ruby, mammoth, messages 1: 改造水街道
ruby, pandoc: 改造水街道
ruby, python-docx: 改造水街道
ruby, docx2txt: 改造xún浔水街道" ]
