"""The proof that each character of a document came out once: counted anew, by another way through its XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from disclosure.ingest.formats.docx.inline import PIECES
from disclosure.source.inside.xml import XmlReader

# What is left out, and said
LEFT_OUT = frozenset({"del", "moveFrom", "rt"})
NOTES = frozenset({"footnote", "endnote"})


class WrittenText(XmlReader):
    """Counts the characters of all text elements but those that are left out: of alternatives all after the first with
    text, of tables the deleted rows, of notes all but those with these ids."""

    def __init__(self, notes: Collection[str] = ()) -> None:
        super().__init__()
        self.characters: Counter[str] = Counter()
        self._notes, self._text = notes, 0
        # The elements that are open, each with whether it is left out, and for each alternative whether text came
        self._path: list[tuple[str, bool]] = []
        self._chosen: list[bool] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        *_outer, row, above = ["", "", *(one for one, _out in self._path)]
        if (row, above, name) == ("tr", "trPr", "del"):
            self._path[-2] = ("tr", True)
        other = above == "AlternateContent" and self._chosen[-1]
        unused = name in NOTES and attributes.get("id", "") not in self._notes
        self._path.append((name, other or unused or name in LEFT_OUT))
        if name == "AlternateContent":
            self._chosen.append(False)
        elif name in PIECES:
            self._chosen = [True] * len(self._chosen)
        self._text += name == "t"

    def end(self, name: str) -> None:
        self._path.pop()
        self._text -= name == "t"
        if name == "AlternateContent":
            self._chosen.pop()

    def text(self, text: str) -> None:
        if self._text and not any(out for _name, out in self._path):
            self.characters.update(text)
