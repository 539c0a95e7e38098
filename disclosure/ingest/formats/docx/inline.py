"""What is inside a paragraph: its text, the notes it refers to, the text boxes it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from disclosure.ingest.document import DOCUMENT_NUMBER, NUMBER
from disclosure.ingest.formats import said, written
from disclosure.ingest.formats.docx import fields, symbols
from disclosure.ingest.formats.docx.reading import WordReading
from disclosure.ingest.formats.docx.styles import is_raised
from disclosure.ingest.formats.docx.tree import is_on, value
from disclosure.ingest.formats.raised import raised

PROPERTIES = frozenset({"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"})
# What comes out as text
PIECES = frozenset({"t", "sym", "footnoteReference", "endnoteReference"})
Blocks = Callable[[Element], list[str]]


class ParagraphText:
    """Pieces of a paragraph, ``bodies`` of its notes, lines of its ``boxes``; ``blocks`` gives those of an element."""

    def __init__(self, reading: WordReading, blocks: Blocks) -> None:
        self._reading, self._tally, self._blocks = reading, reading.tally, blocks
        self.pieces: list[str] = []
        self.bodies: list[str] = []
        self.boxes: list[str] = []
        # It leads to a page, as the lines of a list of contents do
        self.leads = False
        # The instructions of the fields that are open; ``None`` once one has a result
        self._fields: list[list[str] | None] = []

    def read(self, element: Element) -> None:
        for child in element:
            self.take(child)

    def take(self, element: Element) -> None:
        act = ACTS.get(element.tag)
        if act is not None:
            act(self, element)
        elif element.tag not in PROPERTIES:
            self.read(element)

    # Characters

    def _text(self, element: Element) -> None:
        self.pieces.append((element.text or "").replace("\n", " "))

    def _tab(self, _element: Element) -> None:
        self.pieces.append("\t")

    def _break(self, element: Element) -> None:
        if element.get("type", "textWrapping") == "textWrapping":
            self._tally.note(said.BREAK)
        self.pieces.append("\n")

    def _hyphen(self, _element: Element) -> None:
        self._made("-")

    def _made(self, text: str) -> None:
        self.pieces.append(self._reading.make(text))

    def _symbol(self, element: Element) -> None:
        font, code = element.get("font", ""), element.get("char", "")
        sign = symbols.symbol(font, code)
        missing = sign == symbols.MISSING
        self._tally.note(said.UNKNOWN_SYMBOL if missing else said.SYMBOL, f"{font} {code}" if missing else sign)
        self._made(sign)

    # Runs and what is around them

    def _run(self, element: Element) -> None:
        properties = element.find("rPr")
        if is_on(properties, "vanish") or self._reading.styles.hides(value(properties, "rStyle")):
            self._tally.note(said.HIDDEN, words(element))
        if is_on(properties, "strike") or is_on(properties, "dstrike"):
            self._tally.note(said.STRUCK, words(element))
        if is_raised(properties) or self._reading.styles.raises(value(properties, "rStyle")):
            self._raised(element)
        else:
            self.read(element)

    def _raised(self, element: Element) -> None:
        before = len(self.pieces)
        self.read(element)
        text = "".join(self.pieces[before:])
        self.pieces[before:] = [raised("".join(self.pieces[:before]), text, self._reading, self._tally)]

    def _deleted(self, element: Element) -> None:
        tell_deleted(self._reading, element)

    def _inserted(self, element: Element) -> None:
        if words(element):
            self._tally.note(said.INSERTED, words(element))
        self.read(element)

    def _ruby(self, element: Element) -> None:
        base = element.find("rubyBase")
        self._tally.note(said.RUBY, f"{words(base)}（{words(element.find('rt'))}）")
        if base is not None:
            self.read(base)

    def _formula(self, element: Element) -> None:
        self._tally.note(said.FORMULA, words(element))
        self.read(element)

    def _alternatives(self, element: Element) -> None:
        self.read(chosen(self._reading, element))

    def _drawing(self, element: Element) -> None:
        for tag, kind in said.DRAWN.items():
            self._tally.notes(kind, (one.get("string", "") for one in element.iter(tag)))
        self.read(element)

    def _box(self, element: Element) -> None:
        lines = self._blocks(element)
        text = "".join(lines)
        if DOCUMENT_NUMBER.fullmatch("".join(text.split())):
            self._tally.note(said.NUMBER_IN_BOX, text)
            self._reading.keep(NUMBER, text)
        elif lines:
            self._tally.note(said.BOX, text)
            self.boxes += lines

    def _note(self, element: Element) -> None:
        n, body = self._reading.notes.refer(element.tag.removesuffix("Reference"), element)
        self.pieces.append(written.reference(n, self._reading))
        if body is not None:
            lines = self._blocks(body)
            text = " ".join(lines).strip()
            self._tally.notes(said.LONG_NOTE, [text] if len(lines) > 1 else [])
            self.bodies.append(written.body(n, text, self._reading, self._tally))

    # Fields: an instruction, then what it gave when it was last carried out

    def _field(self, element: Element) -> None:
        kind = element.get("fldCharType")
        if kind == "begin":
            self._fields.append([])
        elif self._fields and kind in ("separate", "end"):
            instruction = self._fields.pop()
            if kind == "separate":
                self._fields.append(None)
            elif instruction is not None:
                self._show("".join(instruction))

    def _instruction(self, element: Element) -> None:
        self.leads |= "PAGEREF _Toc" in (element.text or "")
        if self._fields and (instruction := self._fields[-1]) is not None:
            instruction.append(element.text or "")

    def _show(self, instruction: str) -> None:
        """A field that gave nothing: some are seen all the same."""
        seen = fields.shown(instruction)
        if seen is None:
            self._tally.note(said.FIELD, instruction)
        elif seen.reading:
            self._tally.note(said.RUBY, f"{seen.text}（{seen.reading}）")
        elif seen.text:
            self._tally.note(said.CIRCLED, seen.text)
        self._made(seen.text if seen else "")


def chosen(reading: WordReading, element: Element) -> Element:
    """Of the same thing for newer and for older programs one, the first that has text."""
    first, *others = sorted(element, key=lambda one: not has_text(one)) or (element,)
    differing = (words(one) for one in others if words(one) not in ("", words(first)))
    reading.tally.notes(said.OTHERWISE, differing)
    return first


def tell_deleted(reading: WordReading, element: Element) -> None:
    kind = said.MOVED if element.tag == "moveFrom" else said.DELETED
    if words(element):
        reading.tally.note(kind, words(element))


def words(element: Element | None) -> str:
    """What is written in an element, deleted or not."""
    every = element.iter() if element is not None else ()
    return "".join(one.text or "" for one in every if one.tag in ("t", "delText"))


def has_text(element: Element) -> bool:
    return any(one.tag in PIECES for one in element.iter())


ACTS: Mapping[str, Callable[[ParagraphText, Element], None]] = MappingProxyType(
    {
        "t": ParagraphText._text,
        "tab": ParagraphText._tab,
        "ptab": ParagraphText._tab,
        "br": ParagraphText._break,
        "cr": ParagraphText._break,
        "noBreakHyphen": ParagraphText._hyphen,
        "sym": ParagraphText._symbol,
        "r": ParagraphText._run,
        "del": ParagraphText._deleted,
        "moveFrom": ParagraphText._deleted,
        "ins": ParagraphText._inserted,
        "ruby": ParagraphText._ruby,
        "oMath": ParagraphText._formula,
        "AlternateContent": ParagraphText._alternatives,
        "drawing": ParagraphText._drawing,
        "pict": ParagraphText._drawing,
        "object": ParagraphText._drawing,
        "txbxContent": ParagraphText._box,
        "footnoteReference": ParagraphText._note,
        "endnoteReference": ParagraphText._note,
        "fldChar": ParagraphText._field,
        "instrText": ParagraphText._instruction,
    }
)
