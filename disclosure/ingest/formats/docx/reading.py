"""What a whole document shares while it is read."""

from __future__ import annotations

from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.docx.notes import Notes
from disclosure.ingest.formats.docx.numbering import Numbering
from disclosure.ingest.formats.docx.styles import Styles
from disclosure.ingest.formats.tally import Tally


class WordReading(Balance):
    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes, tally: Tally) -> None:
        super().__init__()
        self.styles, self.numbering, self.notes, self.tally = styles, numbering, notes, tally
        self.metadata: dict[str, str] = {}

    def keep(self, name: str, text: str) -> None:
        """What is no part of the text, beside what is there of its kind."""
        before = self.metadata.get(name)
        self.metadata[name] = f"{before}\n{text}" if before else text
