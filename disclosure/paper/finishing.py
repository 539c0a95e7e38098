"""What Chromium prints, made a whole file: ``finished``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from msgspec import Struct
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from disclosure.paper import tagging, unicode_map
from disclosure.paper.marking import Glyphs, marked
from disclosure.paper.pdf_file import PdfFile, named, stream

PRODUCER = "disclosure"
# Bookmarks of what is in parts and sections are folded when the file is opened
OPEN_LEVELS = 2
# Without the mark of PDF/UA: that is a statement of conformance, and no complete checker has seen the file
XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


class AboutPaper(Struct, frozen=True):
    """What a file says of itself; ``day`` it was made for."""

    title: str
    language: str
    day: date


def finished(data: bytes, links: Sequence[str], about: AboutPaper) -> bytes:
    """The printed file with whole tags, artifacts, right characters, and words about itself.

    ``links``: what its links are called, in the order of the document. The same content gives the same bytes.
    """
    file = PdfFile(data)
    tagging.tagged(file, links)
    glyphs = Glyphs()
    for page in file.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
        _mark(file, page, glyphs)
    _rename(file, glyphs)
    _fold(file.root.get("/Outlines"), 0)
    xmp = XMP.format(title=escape(about.title), language=about.language, producer=PRODUCER, day=about.day.isoformat())
    written = StreamObject()
    written.set_data(xmp.encode())
    written[NameObject("/Type")], written[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    file.root[NameObject("/Metadata")] = file.add(written)
    return file.written(_info(about))


def _info(about: AboutPaper) -> DictionaryObject:
    day = TextStringObject(f"D:{about.day:%Y%m%d}")
    found = DictionaryObject()
    found[NameObject("/Title")] = TextStringObject(about.title)
    found[NameObject("/Producer")] = TextStringObject(PRODUCER)
    found[NameObject("/CreationDate")] = found[NameObject("/ModDate")] = day
    return found


def _mark(file: PdfFile, page: Any, glyphs: Glyphs) -> None:
    contents = page["/Contents"].get_object()
    data = contents.get_data()
    glyphs.read(data, dict(_fonts(page)))
    file.replace(contents, stream(marked(data)))


def _fonts(page: Any) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """A page's fonts by name: the object's number, and how many digits a code has."""
    fonts = named(named(page["/Resources"]).get("/Font", DictionaryObject()))
    for name in fonts:
        reference = fonts.raw_get(name)
        digits = 4 if named(reference)["/Subtype"] == "/Type0" else 2
        yield name.encode(), (reference.idnum, digits)


def _rename(file: PdfFile, glyphs: Glyphs) -> None:
    """Fonts call their glyphs what the text beside them says."""
    for number, names in glyphs.certain().items():
        font = named(file.objects[number])
        table = font.get("/ToUnicode")
        if table is not None:
            read: Any = table.get_object()
            font[NameObject("/ToUnicode")] = file.add(stream(unicode_map.renamed(read.get_data(), names)))


def _fold(item: Any, level: int) -> None:
    """A negative count: closed (ISO 32000-1, 12.3.3)."""
    while item is not None:
        found = named(item)
        _fold(found.get("/First"), level + 1)
        if "/Count" in found and level >= OPEN_LEVELS:
            found[NameObject("/Count")] = NumberObject(-abs(int(found["/Count"])))
        item = found.get("/Next")
