"""Small attachments of every kind, made for the tests: what is written in them stands where a reader would find it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from PIL import Image, PngImagePlugin

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
ODF = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "text", "table"))
FIRST_SHEET = '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            # A day of its own: the same bytes whenever it is made
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def docx(*paragraphs: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Each paragraph in runs of three characters, as word processors cut them."""
    runs = (
        "".join(f"<w:r><w:t>{escape(text[n : n + 3])}</w:t></w:r>" for n in range(0, len(text), 3))
        for text in paragraphs
    )
    body = "".join(f"<w:p>\n  {run}\n</w:p>" for run in runs)
    return packed({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **(more or {})})


def xlsx(rows: list[list[str | int | float]], sheet: str = "名单") -> bytes:
    shared: list[str] = []
    lines = []
    for n, row in enumerate(rows, 1):
        cells = []
        for column, value in zip("ABCDEFG", row, strict=False):
            if isinstance(value, str):
                shared.append(value)
                cells.append(f'<c r="{column}{n}" t="s"><v>{len(shared) - 1}</v></c>')
            else:
                cells.append(f'<c r="{column}{n}"><v>{value!r}</v></c>')
        lines.append(f'<row r="{n}">{"".join(cells)}</row>')
    return packed(
        {
            "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="{sheet}" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{FIRST_SHEET}</Relationships>",
            "xl/sharedStrings.xml": f"<sst {S}>{''.join(f'<si><t>{escape(one)}</t></si>' for one in shared)}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet {S}><sheetData>{''.join(lines)}</sheetData></worksheet>",
        }
    )


def pptx(text: str) -> bytes:
    return packed(
        {"ppt/slides/slide1.xml": f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'}
    )


def odt(text: str) -> bytes:
    half = len(text) // 2
    body = f"<text:p>{text[:half]}<text:span>{text[half:]}</text:span></text:p>"
    return _odf("text", f"<office:text>{body}</office:text>")


def ods(rows: list[list[str]], table: str = "名单") -> bytes:
    lines = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return _odf(
        "spreadsheet",
        f'<office:spreadsheet><table:table table:name="{table}">{lines}</table:table></office:spreadsheet>',
    )


def _odf(kind: str, body: str) -> bytes:
    content = f"<office:document-content {ODF}><office:body>{body}</office:body></office:document-content>"
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def pdf(text: str = "", *, link: str = "", password: str = "") -> bytes:
    """One page with a line of ASCII, or none."""
    from pypdf import PdfWriter
    from pypdf.annotations import Link

    writer = PdfWriter(clone_from=io.BytesIO(drawn(f"BT /F 12 Tf 20 100 Td ({text}) Tj ET" if text else "")))
    if link:
        writer.add_annotation(0, Link(rect=(0, 0, 50, 50), url=link))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>stream\n{text}\nendstream"


def drawn(*pages: str, characters: str = "") -> bytes:
    """A PDF of pages that are drawn so; ``/F`` is a font for ASCII. ``characters`` is its map to Unicode."""
    first = range(4, 4 + 2 * len(pages), 2)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{n} 0 R' for n in first)}]/Count {len(pages)}>>",
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica{f'/ToUnicode {first.stop} 0 R' if characters else ''}>>",
    ]
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {n} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    for n, one in zip(first, pages, strict=True):
        objects += [page.format(n=n + 1), _stream(one)]
    objects += [_stream(characters)] if characters else []
    whole, starts = "%PDF-1.4\n", []
    for n, one in enumerate(objects, 1):
        starts.append(len(whole))
        whole += f"{n} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in starts)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(whole)}\n%%EOF\n"
    return (whole + head + end).encode()


def picture(format: str = "JPEG", *, words: str = "", gps: bool = False) -> bytes:
    image, exif = Image.new("RGB", (4, 4)), Image.Exif()
    if words:
        exif[0x010E] = words
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (28.0, 41.0, 0.0), 3: "E", 4: (115.0, 55.0, 0.0)})
    whole, info = io.BytesIO(), PngImagePlugin.PngInfo()
    if format == "PNG" and words:
        info.add_text("Comment", words, zip=True)
        image.save(whole, format, pnginfo=info)
    else:
        image.save(whole, format, exif=exif)
    return whole.getvalue()
