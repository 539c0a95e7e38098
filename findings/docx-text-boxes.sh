#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17), docx2txt 0.9, mammoth 1.13.0, readers of Word documents
# Expected: a text box (the document's number over its title) does not touch the text of the paragraph that it is anchored
#   in, and its own text stands once, whether it is written as Word 2010 and later do (mc:AlternateContent: DrawingML, with
#   VML for older programs), as DrawingML alone or as VML alone.
# Happens: with AlternateContent pandoc has the box and loses the whole paragraph around it; of the other two forms it has
#   the paragraph and loses the box. docx2txt has the box of AlternateContent twice, and text that follows it in the
#   paragraph runs on behind it without a break. mammoth reads the VML and moves it behind; of DrawingML alone it has
#   nothing.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypandoc_binary==1.17 docx2txt==0.9 mammoth==1.13.0
cat >read.py <<'EOF'
import zipfile

import docx2txt
import mammoth
import pypandoc

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:wp="{DRAWN}/wordprocessingDrawing" xmlns:a="{DRAWN}/main" xmlns:wps="{SHAPE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
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
        file.writestr("word/document.xml", f'<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>')
    with open("a.docx", "rb") as file:
        mammoths = mammoth.extract_raw_text(file).value
    said = {"pandoc": pypandoc.convert_file("a.docx", "plain"), "docx2txt": docx2txt.process("a.docx"), "mammoth": mammoths}
    for reader, words in said.items():
        print(f"{name}, {reader}: {'|'.join(words.split())}")


BOX = f"<w:txbxContent><w:p>{text('示政〔2026〕1号')}</w:p></w:txbxContent>"
SHAPED = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp>'
PLACE = (
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="1800000" cy="360000"/><wp:wrapNone/><wp:docPr id="1" name="box"/>'
)
DRAWING = (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    f'locked="0" layoutInCell="1" allowOverlap="1">{PLACE}<a:graphic><a:graphicData uri="{SHAPE}">{SHAPED}'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
VML = f'<w:pict><v:shape id="s" style="width:100pt;height:20pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
BOTH = (
    f'<mc:AlternateContent><mc:Choice Requires="wps">{DRAWING}</mc:Choice>'
    f"<mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent>"
)
for name, box in (("both", BOTH), ("DrawingML", DRAWING), ("VML", VML)):
    read(name, f"<w:p>{text('示例区')}<w:r>{box}</w:r>{text('工作报告')}</w:p><w:p>{text('各位代表')}</w:p>")
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "both, pandoc: 示政〔2026〕1号|各位代表
both, docx2txt: 示例区|示政〔2026〕1号|示政〔2026〕1号工作报告|各位代表
both, mammoth: 示例区工作报告|示政〔2026〕1号|各位代表
DrawingML, pandoc: 示例区工作报告|各位代表
DrawingML, docx2txt: 示例区|示政〔2026〕1号工作报告|各位代表
DrawingML, mammoth: 示例区工作报告|各位代表
VML, pandoc: 示例区工作报告|各位代表
VML, docx2txt: 示例区|示政〔2026〕1号工作报告|各位代表
VML, mammoth: 示例区工作报告|示政〔2026〕1号|各位代表" ]
