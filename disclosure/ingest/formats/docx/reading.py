"""What a whole document shares while it is read."""

from __future__ import annotations

from collections import Counter

from disclosure.ingest.formats.docx.notes import Notes
from disclosure.ingest.formats.docx.numbering import Numbering
from disclosure.ingest.formats.docx.styles import Styles
from disclosure.ingest.formats.tally import Tally


class Reading:
    """``made`` counts the characters that the reading itself adds, less those that it takes away."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes, tally: Tally) -> None:
        self.styles, self.numbering, self.notes, self.tally = styles, numbering, notes, tally
        self.made: Counter[str] = Counter()
        self.metadata: dict[str, str] = {}

    def make(self, text: str) -> str:
        self.made.update(text)
        return text

    def swap(self, text: str, old: str, new: str) -> str:
        """Each of a character becomes another."""
        self.make(new * text.count(old))
        self.made.subtract(old * text.count(old))
        return text.replace(old, new)

    def keep(self, name: str, text: str) -> None:
        """What is no part of the text, beside what is there of its kind."""
        before = self.metadata.get(name)
        self.metadata[name] = f"{before}\n{text}" if before else text
