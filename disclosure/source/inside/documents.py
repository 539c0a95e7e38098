"""Paragraphs of docx, pptx and odt: every text there is, deleted ones, notes, links and descriptions too.

Read from the XML itself: the libraries for these formats each leave something out (text boxes, changes, notes).
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.source.inside.archives import Packed
from disclosure.source.inside.shapes import Passage, Where
from disclosure.source.inside.xml import XmlReader
from disclosure.translation import mark as N_

PARAGRAPHS = frozenset({"p", "h"})
# Where OOXML keeps words; what else stands between its elements is indentation
WORDS = frozenset({"t", "delText", "instrText", "delInstrText", "v", "text"})
BLANKS = frozenset({"tab", "br", "cr", "s", "line-break", "noBreakHyphen"})
# Attributes that are text to a reader, or lead to a number
SAID = ("Target", "href", "descr", "title", "tooltip")
PARAGRAPH, BESIDE = N_("第 {n} 段"), N_("链接或说明")


class Paragraphs(XmlReader):
    """``all_text``: characters count wherever a paragraph is (ODF), not only in the elements for words (OOXML)."""

    def __init__(self, *, all_text: bool) -> None:
        super().__init__()
        self.all_text, self.words = all_text, 0
        self.open: list[list[str]] = [[]]
        self.found: list[str] = []
        self.beside: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in PARAGRAPHS:
            self.open.append([])
        elif name in BLANKS:
            self.open[-1].append(" ")
        self.words += name in WORDS
        self.beside += [attributes[key] for key in SAID if key in attributes]

    def end(self, name: str) -> None:
        self.words -= name in WORDS
        if name in PARAGRAPHS and len(self.open) > 1:
            self.found.append("".join(self.open.pop()))

    def text(self, text: str) -> None:
        if self.words or (self.all_text and len(self.open) > 1):
            self.open[-1].append(text)

    @property
    def rest(self) -> str:
        return "".join(self.open[0]).strip()


def passages(packed: Packed, name: str, file: str) -> Iterator[Passage]:
    """The texts of one part."""
    reader = Paragraphs(all_text=name.endswith(("content.xml", "styles.xml")) and "/" not in name)
    reader.read(packed.chunks(name))
    for n, text in enumerate((*reader.found, reader.rest), 1):
        packed.allowance.write(len(text))
        if text:
            yield Passage(text=text, where=Where(words=PARAGRAPH, n=str(n), file=file))
    for text in reader.beside:
        packed.allowance.write(len(text))
        yield Passage(text=text, where=Where(words=BESIDE, file=file))
