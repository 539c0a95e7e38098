"""Paragraphs and located records made by hand."""

from __future__ import annotations

from typing import Any, TypeVar

from disclosure.model.fields import Record
from disclosure.model.text import Paragraph, Sentence
from disclosure.source import sentences
from disclosure.source.register import Located
from disclosure.source.yaml import Written

R = TypeVar("R", bound=Record)


def paragraph(text: str, head: int = 0, id: str = "p1-01") -> Paragraph:
    """A paragraph whose first ``head`` characters and their full stop are a run-in head."""
    spans = sentences.spans(text, head + 1 if head else 0)
    numbered = tuple(Sentence(f"{id}.{n}", *span) for n, span in enumerate(spans, 1))
    return Paragraph(id=id, section="1-1", text=text, head=head, marks=(), sentences=numbered, line=1)


def located(record: R, folder: str = "1-1", stem: str = "c001") -> Located[Any]:
    """A record as if it alone stood in its file."""
    return Located(value=record, report="2024", folder=folder, stem=stem, written=Written(f"{stem}.yml", ""), at=())
