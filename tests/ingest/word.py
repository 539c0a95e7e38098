"""Word documents, written for a test as their XML."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Without these no office opens the file
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    f' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{RELATIONS}"'
)


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>" if properties else f"<w:r>{inside}</w:r>"


def r(text: str, properties: str = "") -> str:
    return run(t(text), properties)


def p(*inside: str, properties: str = "") -> str:
    """A paragraph of runs; a text without signs of XML becomes one."""
    runs = "".join(one if one.startswith("<") else r(one) for one in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def numbered(id: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{id}"/></w:numPr>'


def field(instruction: str, result: str | None = None) -> str:
    pieces = [run('<w:fldChar w:fldCharType="begin"/>'), run(f"<w:instrText>{escape(instruction)}</w:instrText>")]
    if result is not None:
        pieces += [run('<w:fldChar w:fldCharType="separate"/>'), r(result)]
    return "".join((*pieces, run('<w:fldChar w:fldCharType="end"/>')))


def box(*paragraphs: str, older: bool = True) -> str:
    """A text box, as newer and as older programs read it."""
    inside = f"<w:txbxContent>{''.join(map(p, paragraphs))}</w:txbxContent>"
    newer = f"<w:drawing><a:graphic><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphic></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    both = f'<mc:Choice Requires="wps">{newer}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return run(f"<mc:AlternateContent>{both}</mc:AlternateContent>" if older else newer)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def level(text: str, format: str = "decimal", *, depth: int = 0, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def notes(kind: str, **bodies: str) -> str:
    """Bodies by the ids ``n1``, ``n2``…, and the lines that stand around notes."""
    own = (f'<w:{kind} w:id="{id[1:]}">{body}</w:{kind}>' for id, body in bodies.items())
    return f'<w:{kind} w:type="separator" w:id="-1">{p("———")}</w:{kind}>' + "".join(own)


def docx(body: str, *, core: str = "", spaces: str = SPACES, **parts: str) -> bytes:
    """``parts`` by what they are to the document: ``numbering``, ``styles``, ``footnotes``, ``header``…"""
    packed = io.BytesIO()
    relations = "".join(f'<Relationship Id="{one}" Type="{RELATIONS}/{one}" Target="{one}.xml"/>' for one in parts)
    with zipfile.ZipFile(packed, "w") as file:
        start = f'<Relationship Id="d" Type="{RELATIONS}/officeDocument" Target="/word/document.xml"/>'
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", f"<Relationships {PACKAGE}>{start}</Relationships>")
        file.writestr("word/document.xml", f"<w:document {spaces}><w:body>{body}</w:body></w:document>")
        file.writestr("word/_rels/document.xml.rels", f"<Relationships {PACKAGE}>{relations}</Relationships>")
        for name, inside in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {spaces}>{inside}</w:{name}>")
        if core:
            file.writestr("docProps/core.xml", core)
    return packed.getvalue()
