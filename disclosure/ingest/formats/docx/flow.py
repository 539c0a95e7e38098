"""Paragraphs and tables to lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.ingest.document import CONTENTS
from disclosure.ingest.formats import said, written
from disclosure.ingest.formats.docx.inline import PROPERTIES, ParagraphText, chosen, tell_deleted, words
from disclosure.ingest.formats.docx.reading import WordReading
from disclosure.ingest.formats.docx.tree import value

DELETED = ("del", "moveFrom")
CONTENTS_STYLE = re.compile(r"(?:toc|contents) ?[1-9]|(?:toc|contents) heading")
CONTENTS_TITLE = re.compile(r"\s*目\s*[录次]\s*")


def lines_of(reading: WordReading, parent: Element) -> list[str]:
    """The lines of all that is in an element, each with the notes that it refers to."""
    return _Flow(reading, None).read(parent)


class _Flow:
    """Lines one after the other. ``bodies`` are of the notes of a cell, for whoever ends its row."""

    def __init__(self, reading: WordReading, bodies: list[str] | None) -> None:
        self._reading, self._tally, self._bodies = reading, reading.tally, bodies
        self._lines: list[str] = []
        self._inline = self._anew()

    def _anew(self) -> ParagraphText:
        return ParagraphText(self._reading, lambda element: lines_of(self._reading, element))

    def read(self, parent: Element) -> list[str]:
        for child in parent:
            self._block(child)
        self._end("")
        return self._lines

    def _block(self, element: Element) -> None:
        if element.tag == "p":
            self._paragraph(element)
        elif element.tag == "tbl":
            self._lines += self._table(element)
        elif element.tag in DELETED:
            tell_deleted(self._reading, element)
        elif value(element, "sdtPr/docPartObj/docPartGallery") == "Table of Contents":
            self._to_contents(lines_of(self._reading, element))
        elif element.find(".//p") is None:
            self._other(element)
        else:
            for child in chosen(self._reading, element) if element.tag == "AlternateContent" else element:
                self._block(child)

    def _other(self, element: Element) -> None:
        if element.tag == "altChunk":
            self._tally.note(said.CHUNK)
        self._inline.take(element)

    def _paragraph(self, element: Element) -> None:
        properties = element.find("pPr")
        style = self._reading.styles.name(value(properties, "pStyle"))
        self._inline.leads |= CONTENTS_STYLE.fullmatch(style) is not None
        self._inline.read(element)
        # Where the end of a paragraph was deleted, it goes on in the next one
        mark = properties.find("rPr") if properties is not None else None
        if mark is None or all(mark.find(one) is None for one in DELETED):
            self._end(self._reading.numbering.label(properties))

    def _end(self, label: str) -> None:
        """The paragraph is over: its lines, its notes, what stands in its text boxes."""
        self._tally.notes(said.NUMBERED, [label] if label else [])
        ended, self._inline = self._inline, self._anew()
        text = (self._reading.make(label) + "".join(ended.pieces)).rstrip()
        if self._bodies is None:
            text += "".join(ended.bodies)
        else:
            self._bodies += ended.bodies
        lines = [line for one in text.split("\n") if (line := one.rstrip())]
        if ended.leads:
            self._to_contents(lines)
        else:
            self._lines += lines
        self._lines += ended.boxes

    def _to_contents(self, lines: list[str]) -> None:
        if lines and self._lines and CONTENTS_TITLE.fullmatch(self._lines[-1]):
            lines = [self._lines.pop(), *lines]
        for line in lines:
            self._tally.note(said.CONTENTS, line)
            self._reading.keep(CONTENTS, line)

    def _table(self, table: Element) -> Iterator[str]:
        told = False
        for row in _below(table, "tr"):
            if row.find("trPr/del") is not None:
                self._tally.note(said.DELETED, words(row))
                continue
            bodies: list[str] = []
            cells = [_Flow(self._reading, bodies).read(cell) for cell in _below(row, "tc")]
            *before, last = written.row(cells, self._reading) or [""]
            self._tally.notes(said.TABLE, [last] if written.is_table(cells) and not told else [])
            told |= written.is_table(cells)
            yield from before
            if self._bodies is None:
                last += "".join(bodies)
            else:
                self._bodies += bodies
            yield from [last] if last else []


def _below(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, the cells of a row: whatever is around them, but none of tables inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in PROPERTIES:
            yield from _below(child, tag)
