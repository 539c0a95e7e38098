#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17), reading Word documents with automatic numbers
# Expected: a list that is numbered 一、, （一） or 第1条 keeps what its numbers look like, as (I) and a) do, or the text has
#   the numbers: other paragraphs refer to them.
# Happens: all become 1. and 2., of a style that says nothing of what they were: （一） and 一、 are told apart no more, and
#   第（二）项 in another paragraph leads nowhere.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypandoc_binary==1.17
cat >read.py <<'EOF'
import zipfile

import pypandoc

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MIME = "application/vnd.openxmlformats"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{MIME}-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    f'"{MIME}-officedocument.wordprocessingml.document.main+xml"/><Override PartName='
    f'"/word/numbering.xml" ContentType="{MIME}-officedocument.wordprocessingml.numbering+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
}


def read(number_format: str, shown: str) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:lvlText w:val="{shown}"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(f"<w:p>{listed}<w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("做强产业", "改造小区"))
    with zipfile.ZipFile("a.docx", "w") as file:
        for part, content in PARTS.items():
            file.writestr(part, content)
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>')
        file.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{WORD}">{numbering}</w:numbering>')
    text = pypandoc.convert_file("a.docx", "plain")
    print(f"{number_format} {shown}: {'|'.join(' '.join(line.split()) for line in text.splitlines() if line)}")


read("upperRoman", "(%1)")
read("lowerLetter", "%1)")
read("chineseCountingThousand", "%1、")
read("chineseCounting", "（%1）")
read("decimalEnclosedCircle", "%1")
read("decimal", "第%1条")
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "upperRoman (%1): (I) 做强产业|(II) 改造小区
lowerLetter %1): a) 做强产业|b) 改造小区
chineseCountingThousand %1、: 1. 做强产业|2. 改造小区
chineseCounting （%1）: 1. 做强产业|2. 改造小区
decimalEnclosedCircle %1: 1. 做强产业|2. 改造小区
decimal 第%1条: 1. 做强产业|2. 改造小区" ]
