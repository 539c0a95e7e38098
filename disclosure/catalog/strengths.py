"""How firmly a commitment is worded: read from the text, or set by an editor with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure import quantity
from disclosure.catalog.entries import StrengthEntry
from disclosure.catalog.words import Vocabularies
from disclosure.model import vocabulary
from disclosure.model.text import Paragraph, Span
from disclosure.model.vocabulary import Term
from disclosure.quantity import StrengthReading

CLAUSE = re.compile(r"[^，；：。]+")
EDITOR = "editor"
BARE = "bare"


def of_figure(paragraph: Paragraph, span: Span, words: Vocabularies) -> StrengthEntry | None:
    """The strength that governs the figure at ``span``."""
    return _entry(_read(paragraph, span.start, figure=True), words)


def of_quote(paragraph: Paragraph, span: Span, words: Vocabularies) -> StrengthEntry | None:
    """The strength of a quote without a figure: its last clause that has a trigger word.

    Chinese puts means before ends: 依托…，聚焦…，建设…. ``None`` where no clause has one.
    """
    last_first = reversed([*_clauses(paragraph.text, span)])
    read = (_read(paragraph, start) for start in last_first)
    return _entry(next(filter(None, read), None), words)


def by_editor(term: Term, because: str) -> StrengthEntry:
    return StrengthEntry(term, "", EDITOR, because)


def _clauses(text: str, span: Span) -> Iterator[int]:
    for match in CLAUSE.finditer(text, span.start, span.end):
        yield match.start()


def _read(paragraph: Paragraph, offset: int, *, figure: bool = False) -> StrengthReading | None:
    sentence = next((one for one in paragraph.sentences if one.start <= offset < one.end), None)
    start, end = (sentence.start, sentence.end) if sentence else (0, len(paragraph.text))
    return quantity.strength(paragraph.text[start:end], offset - start, figure=figure)


def _entry(read: StrengthReading | None, words: Vocabularies) -> StrengthEntry | None:
    if read is None:
        return None
    return StrengthEntry(words.id(vocabulary.STRENGTHS, read.level.value), read.word, read.source)
