"""Attachments, looked into by what they are; and what they may hold packed."""

from __future__ import annotations

import io
import zipfile

from disclosure.source.inside import archives, documents, finds, kinds, look, pdf_pages, pictures, sheets
from disclosure.source.inside.shapes import Flaw, Named, Passage, Photographed
from tests import documents as made
from tests.security.fuzz import in_process
from tests.security.fuzz.target import FuzzTarget, joined, numbers, pieces, text, words
from tests.security.fuzz.wellformed import xml

__all__ = ["archives", "documents", "finds", "in_process", "pdf_pages", "pictures", "sheets"]

ENDINGS = (
    ".docx",
    ".xlsx",
    ".pptx",
    ".odt",
    ".ods",
    ".odp",
    ".zip",
    ".pdf",
    ".png",
    ".jpg",
    ".webp",
    ".csv",
    ".txt",
    ".html",
    ".xyz",
)
PART_NAMES = (
    "word/document.xml",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "ppt/slides/slide1.xml",
    "content.xml",
    "mimetype",
    "a/b.txt",
    "b.zip",
    "word/vbaProject.bin",
    "word/media/a.png",
)


def _looked(name: str, data: bytes) -> None:
    for seen in look.look(name, data):
        assert isinstance(seen, Flaw | Named | Passage | Photographed), seen


def _any(data: bytes) -> None:
    """Any bytes, called anything."""
    (kind,), rest = numbers(data, 1)
    kinds.kind_of(rest)
    _looked("files/a" + ENDINGS[kind % len(ENDINGS)], rest)


def _parts(data: bytes) -> None:
    """A file packed of parts, whatever they say."""
    (kind,), rest = numbers(data, 1)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as packed:
        for n, part in enumerate(pieces(rest)[:5]):
            name, _end, inside = part.partition("\n")
            name = PART_NAMES[ord(name[0]) % len(PART_NAMES)] if name else f"x{n}.xml"
            if name not in packed.namelist():
                packed.writestr(zipfile.ZipInfo(name), xml(inside) if name.endswith((".xml", ".rels")) else inside)
    _looked("files/a" + ENDINGS[kind % 7], stream.getvalue())


def _picture(data: bytes) -> None:
    _looked("files/a" + {b"\x89": ".png", b"\xff": ".jpg"}.get(data[:1], ".webp"), data)


def _pdf(data: bytes) -> None:
    _looked("files/a.pdf", data)


def _drawn(data: bytes) -> None:
    """A PDF whose pages are drawn by any operators, with any map of characters."""
    page, *rest = (one.encode("ascii", "replace").decode() for one in pieces(data))
    file = made.drawn(page, characters=rest[0] if rest else "")
    for wanted in ("texts", "pieces"):
        in_process.run(str(pdf_pages.__file__), file, wanted)
    assert text


DRAWN = "BT /F 12 Tf 20 100 Td (Report 2024) Tj 0 -14 Td [(a) -300 (b)] TJ ET"
MAP = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <4E00> endbfchar 1 beginbfrange <42> <44> <4E01> endbfrange endcmap"
OPERATORS = words("inside-operators")
ZIPS = [
    made.docx("甲", "乙"),
    made.xlsx([["甲", 1]]),
    made.pptx("甲"),
    made.odt("甲乙"),
    made.ods([["甲"]]),
    made.packed({"a.txt": "甲"}),
]
OTHERS = [
    made.pdf("Report"),
    made.picture("PNG", words="w"),
    made.picture("JPEG", gps=True),
    made.picture("WEBP"),
    b"a,b",
    b"text",
    b"<html>",
]
ANY = [bytes([n]) + one for n, one in enumerate((*ZIPS, made.packed({"b.zip": ZIPS[0]}), *OTHERS))]
PACKED = [
    bytes([0]) + joined("0\n<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>", ":\nb"),
    bytes([1])
    + joined(
        '1\n<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.39E10</v></c></row></sheetData></worksheet>',
        "2\n<sst><si><t>甲</t></si></sst>",
        '3\n<workbook><sheets><sheet name="表" r:id="r1"/></sheets></workbook>',
        '4\n<Relationships><Relationship Id="r1" FuzzTarget="worksheets/sheet1.xml"/></Relationships>',
    ),
    bytes([4])
    + joined(
        '6\n<table:table table:name="a"><table:table-row><table:table-cell office:value="5"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>',
        "7\napplication/vnd.oasis.opendocument.spreadsheet",
    ),
]
XML = words("inside-xml")
TARGETS = (
    FuzzTarget(
        name="attachments",
        reads=_any,
        seeds=ANY,
        words=("PK\x03\x04", "PK\x05\x06", "%PDF-", "IHDR", "Exif", "\x89PNG", "word/", "mimetype"),
        size=1200,
        guarded=True,
    ),
    FuzzTarget(name="packed-parts", reads=_parts, seeds=PACKED, words=XML, size=600),
    FuzzTarget(
        name="pictures",
        reads=_picture,
        seeds=[
            made.picture("PNG", words="w"),
            made.picture("JPEG", words="w", gps=True),
            made.picture("WEBP", words="w"),
        ],
        words=("Exif\0\0", "MM\0*", "II*\0", "iTXt", "XMP ", "exif:GPSLatitude"),
        size=700,
    ),
    FuzzTarget(
        name="pdf",
        reads=_pdf,
        seeds=[made.pdf("Report"), made.pdf("a", link="https://a.test/"), made.drawn(DRAWN, characters=MAP)],
        words=(
            "obj",
            "endobj",
            "stream",
            "endstream",
            "/Length ",
            "/Kids[",
            "/Parent ",
            "<<",
            ">>",
            "xref",
            "trailer",
            "/Encrypt",
            "/Annots",
            "/A",
            "/JS",
            " 0 R",
        ),
        size=1300,
        guarded=True,
    ),
    FuzzTarget(
        name="pdf-pages",
        reads=_drawn,
        seeds=[joined(DRAWN), joined(DRAWN, MAP)],
        words=OPERATORS,
        size=300,
        guarded=True,
    ),
)
