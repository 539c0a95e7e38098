"""A Word document to its text."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

from disclosure.ingest.document import DOCUMENT_NUMBER, NUMBER, ExtractedText
from disclosure.ingest.formats import said
from disclosure.ingest.formats.docx import proof
from disclosure.ingest.formats.docx.flow import lines_of
from disclosure.ingest.formats.docx.inline import words
from disclosure.ingest.formats.docx.notes import KINDS, Notes
from disclosure.ingest.formats.docx.numbering import Numbering
from disclosure.ingest.formats.docx.package import Package
from disclosure.ingest.formats.docx.reading import WordReading
from disclosure.ingest.formats.docx.styles import Styles
from disclosure.ingest.formats.tally import Tally
from disclosure.ingest.formats.unseen import unseen
from disclosure.source.inside.archives import Packed

# Parts that are changed as the body is
BESIDE = ("footnotes", "endnotes", "header", "footer")
# What a page number has not
WORD = re.compile(r"[^\W\d_]")


def extract(packed: Packed) -> ExtractedText:
    package, tally = Package(packed), Tally()
    body = package.tree(package.main)
    styles = Styles(package.part("styles"))
    numbering = Numbering(package.part("numbering"), styles, tally)
    reading = WordReading(styles, numbering, Notes(package, body, tally), tally)
    text = "\n".join(lines_of(reading, body))
    reading.prove(_written(package, reading.notes), "\n".join((text, *reading.metadata.values())))
    reading.notes.finish()
    _beside(package, reading)
    return ExtractedText(
        text=text + "\n",
        title=package.title,
        metadata=reading.metadata,
        remarks=tally.remarks,
        unseen=_unseen(package, body, tally),
    )


def _unseen(package: Package, body: Element, tally: Tally) -> tuple[str, ...]:
    """Comments, changes and who made them: each names its author."""
    comments = [one for name in package.names("comments") for one in package.tree(name).findall("comment")]
    beside = [package.tree(name) for kind in BESIDE for name in package.names(kind)]
    changes = [one for tree in (body, *beside) for one in tree.iter() if "author" in one.attrib]
    return unseen(
        comments=len(comments),
        changes=sum(not one.tag.endswith("RangeStart") for one in changes),
        hidden=tally.count(said.HIDDEN),
        authors=(*package.authors, *(one.get("author", "") for one in (*comments, *changes))),
    )


def _written(package: Package, notes: Notes) -> Counter[str]:
    """The characters of the body and of the notes that it refers to."""
    written = _of_part(package, package.main, set())
    for kind in KINDS:
        used = {id for of, id in notes.numbers if of == kind}
        for name in package.names(kind + "s")[:1]:
            written += _of_part(package, name, used)
    return written


def _of_part(package: Package, name: str, notes: set[str]) -> Counter[str]:
    written = proof.WrittenText(notes)
    written.read(package.packed.chunks(name))
    return written.characters


def _beside(package: Package, reading: WordReading) -> None:
    """What stands above, below and beside the text."""
    for name in package.names("comments"):
        comments = package.tree(name).findall("comment")
        reading.tally.notes(said.COMMENTS, map(words, comments))
    for name in (*package.names("header"), *package.names("footer")):
        for paragraph in package.tree(name).iter("p"):
            _of_page(reading, words(paragraph))


def _of_page(reading: WordReading, text: str) -> None:
    number = DOCUMENT_NUMBER.fullmatch("".join(text.split()))
    if number and NUMBER not in reading.metadata:
        reading.keep(NUMBER, text)
        reading.tally.note(said.NUMBER_IN_HEADER, text)
    elif WORD.search(text) and not number:
        reading.tally.note(said.HEADERS, text)
