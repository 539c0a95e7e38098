"""The report's text: parts, sections, paragraphs, sentences and notes (frozen, as read from ``report.md``)."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of a paragraph: its id and code-point offsets into its text."""

    passage: str
    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.passage == other.passage and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.passage == other.passage and self.start < other.end and other.start < self.end


class Mark(Struct, frozen=True):
    """A reference to a note: it stands before the character at ``offset`` of its line's text."""

    number: int
    offset: int


class Sentence(Struct, frozen=True):
    """A sentence of a paragraph; ``start`` and ``end`` are code-point offsets into the paragraph's text."""

    id: str
    start: int
    end: int


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph. ``head`` is the length of its run-in head (做强都市工业), 0 if it has none.

    ``section`` is the id of the section, or of the part, it stands in; empty for the opening lines.
    """

    id: str
    section: str
    text: str
    head: int
    marks: tuple[Mark, ...]
    sentences: tuple[Sentence, ...]
    line: int


class Heading(Struct, frozen=True, kw_only=True):
    """A part (level 1) or a numbered section (level 2); ``parent`` is the part's id, or empty."""

    id: str
    title: str
    level: int
    parent: str
    line: int


class Note(Struct, frozen=True, kw_only=True):
    """An endnote, its text verbatim; ``paragraph`` and ``offset`` say where it is referenced."""

    number: int
    text: str
    paragraph: str
    offset: int
    line: int

    @property
    def term(self) -> str:
        """The word explained: what stands before the first colon, without quotes around the whole."""
        word = self.text.lstrip(".").partition("：")[0].strip()
        inner = word.removeprefix("“").removesuffix("”")
        return inner if len(inner) == len(word) - 2 and "“" not in inner else word

    @property
    def explanation(self) -> str:
        """What stands after the first colon."""
        return self.text.lstrip(".").partition("：")[2].strip()


class ReportText(Struct, frozen=True, kw_only=True):
    """A whole report. ``lines`` keeps the order of the file: opening, headings and paragraphs together."""

    opening: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    lines: tuple[Paragraph | Heading, ...]

    @property
    def passages(self) -> tuple[Paragraph, ...]:
        """Everything that can be quoted: the opening lines and the paragraphs."""
        return self.opening + self.paragraphs


def line_text(line: Paragraph | Heading) -> str:
    """The words of a line, as they stand in the archived source."""
    return line.title if isinstance(line, Heading) else line.text
