"""Files of every kind to the text they hold.

plain     plain text
docx      Word documents
html      saved web pages
pdf       PDF documents
refusals  why a file is not read, and what to do
written   what every format writes alike
said      what every format says alike
tally     what was left out, guessed or mended
balance   the account of the characters
numerals  numbers as lists have them
raised    digits above the line
unseen    what goes along with a file
mending   what PDF files give in place of other characters
cleaning  the last look at a text
"""

from __future__ import annotations

from pathlib import PurePosixPath

from disclosure.ingest.document import ExtractedText
from disclosure.ingest.formats import plain, refusals
from disclosure.ingest.formats.cleaning import cleaned
from disclosure.source.files import MAX_BYTES
from disclosure.source.inside.archives import Allowance, Packed
from disclosure.source.inside.kinds import kind_of
from disclosure.source.inside.look import format_of
from disclosure.source.inside.shapes import Unreadable

PAGES = frozenset({".html", ".htm", ".mht", ".mhtml", ".shtml", ".xhtml"})
TEXTS = frozenset({".txt", ".text", ""})


def read(name: str, data: bytes) -> ExtractedText:
    """The text of a file, by what it is, whatever it is called. ``UnreadableFile`` for what cannot be read."""
    shown = PurePosixPath(name).name
    try:
        extracted = cleaned(_read(shown, data))
    except Unreadable as unreadable:
        raise refusals.of_obstacle(unreadable, shown) from None
    if not extracted.text.strip():
        raise refusals.refuse(refusals.EMPTY, shown)
    if len(extracted.text.encode()) > MAX_BYTES:
        raise refusals.refuse(refusals.TOO_MUCH, shown)
    return extracted


def _read(name: str, data: bytes) -> ExtractedText:
    ending, kind = PurePosixPath(name).suffix.lower(), kind_of(data)
    if kind == "zip":
        return _packed(name, data, ending)
    if kind == "html" or (not kind and ending in PAGES):
        from disclosure.ingest.formats.html import extraction as html

        return html.extract(data)
    if kind == "pdf":
        from disclosure.ingest.formats.pdf import extraction as pdf

        return pdf.extract(data)
    if not kind and ending in TEXTS:
        return plain.read(data)
    raise refusals.of_kind(kind, ending, name, data)


def _packed(name: str, data: bytes, ending: str) -> ExtractedText:
    from disclosure.ingest.formats.docx.extraction import extract

    packed = Packed(data, Allowance())
    found = format_of(packed)
    if found == ".docx":
        return extract(packed)
    raise refusals.of_kind(found.removeprefix("."), ending, name, data)
