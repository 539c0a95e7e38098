"""Elements to lines, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from disclosure.ingest.formats import said, written
from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.html.elements import TEXT, PagePiece
from disclosure.ingest.formats.html.notes import NotePart, NotePlace
from disclosure.ingest.formats.numerals import FORMATS
from disclosure.ingest.formats.raised import raised
from disclosure.ingest.formats.tally import Tally
from disclosure.source.character_tables import WIDE

INLINE = frozenset({"a", "span", "sup", "sub", "img", "ruby", "rb", "rt", "rp", "label", "button"})
STRIKES = frozenset({"del", "s", "strike"})
# Between the lines of a paragraph; no text of a page has it
BREAK = "\v"
# In so many texts before it stands what a raised digit belongs to
NEAR = 8
# Tables are used to place texts, too, in each other
MAX_TABLES = 20
BETWEEN_WIDE = re.compile(f"(?<=[{WIDE}])[ \t]*\n[ \t\n]*(?=[{WIDE}])")
BLANKS = re.compile("[ \t\n\r\f]+")
LISTS = {"": "decimal", "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Flow(Balance):
    """Lines of a range of a page. ``notes`` are the parts of its notes by where they begin; ``bodies`` what the notes
    say, by their numbers."""

    def __init__(self, pieces: Sequence[PagePiece], notes: Mapping[int, NotePlace], tally: Tally) -> None:
        super().__init__()
        self._pieces, self._notes, self._tally = pieces, notes, tally
        self.bodies: dict[int, str] = {}
        self._texts: list[str] = []
        self._body: int | None = None
        self._lists: list[tuple[str, int] | None] = []
        # In so many elements the lines of the file are kept
        self._kept = 0
        # The number before the first line that comes
        self._label = ""

    def lines(self, start: int, end: int, tables: int = 0) -> list[str]:
        outer, self._texts, found, at = self._texts, [], [], start
        while at < end:
            piece = self._pieces[at]
            if at in self._notes:
                at = self._note(self._notes[at])
            elif piece.tag == "table" and piece.begins and tables < MAX_TABLES:
                found += [*self._end(), *self._table(at, piece.other, tables + 1)]
                at = piece.other + 1
            elif piece.tag == "sup" and piece.begins:
                at = self._raised(at, piece.other)
            else:
                if piece.tag in STRIKES and piece.begins:
                    self._tally.note(said.STRUCK, "".join(one.text for one in self._pieces[at : piece.other]))
                found += self._take(piece)
                at += 1
        found += self._end()
        self._texts = outer
        return found

    def _take(self, piece: PagePiece) -> list[str]:
        if piece.tag == TEXT:
            self._texts.append(piece.text.replace("\n", BREAK) if self._kept else piece.text)
        elif piece.tag == "br":
            self._texts.append(BREAK)
        elif piece.tag == "img":
            self._tally.note(said.PICTURE)
        elif piece.tag not in INLINE | STRIKES:
            ended = self._end()
            self._kept += (1 if piece.begins else -1) if piece.tag == "pre" else 0
            self._begin(piece)
            return ended
        return []

    def _begin(self, piece: PagePiece) -> None:
        if piece.tag in ("ol", "ul") and not piece.begins:
            self._lists[-1:] = []
        elif piece.tag == "ul":
            self._lists.append(None)
        elif piece.tag == "ol":
            format = LISTS.get(piece.attributes.get("type", ""), "decimal")
            self._lists.append((format, _number(piece.attributes.get("start", ""), 1)))
        elif piece.tag == "li" and piece.begins and self._lists and (numbered := self._lists[-1]):
            n = _number(piece.attributes.get("value", ""), numbered[1])
            self._lists[-1] = (numbered[0], n + 1)
            self._label = f"{FORMATS[numbered[0]](n)}. " if n > 0 else f"{n}. "

    def _end(self) -> list[str]:
        """The lines of what is a paragraph to a browser, blanks and line ends of the file levelled."""
        text = BETWEEN_WIDE.sub("", "".join(self._texts).replace("\r", ""))
        self._texts = []
        lines = [line for one in text.split(BREAK) if (line := BLANKS.sub(" ", one).strip(" "))]
        if lines and self._label:
            lines[0] = self.make(self._label) + lines[0]
            self._tally.note(said.NUMBERED, self._label)
            self._label = ""
        if self._body is None:
            return lines
        self.bodies[self._body] = " ".join(lines)
        self._body = None
        return []

    def _note(self, place: NotePlace) -> int:
        if place.part is NotePart.WHOLE:
            self.bodies[place.n] = " ".join(self.lines(place.start + 1, place.end - 1))
            return place.end
        self.made.subtract("".join(one.text for one in self._pieces[place.start : place.end] if one.tag == TEXT))
        if place.part is NotePart.MARK:
            self._texts.append(written.reference(place.n, self))
        elif place.part is NotePart.BEGIN:
            self._body = place.n
        return place.end

    def _raised(self, start: int, end: int) -> int:
        inside = range(start + 1, end)
        if any(at in self._notes or self._pieces[at].tag not in INLINE | {TEXT} for at in inside):
            return start + 1
        text = "".join(self._pieces[at].text for at in inside)
        self._texts.append(raised("".join(self._texts[-NEAR:]), text, self, self._tally))
        return end + 1

    def _table(self, start: int, end: int, tables: int) -> list[str]:
        found: list[str] = []
        at, told = start + 1, False
        while at < end:
            piece = self._pieces[at]
            if piece.tag == "tr" and piece.begins:
                cells = self._cells(at + 1, piece.other, tables)
                lines = written.row(cells, self)
                self._tally.notes(said.TABLE, lines if written.is_table(cells) and not told else [])
                told |= written.is_table(cells)
                found += lines
                at = piece.other
            elif piece.tag == "caption" and piece.begins:
                found += self.lines(at + 1, piece.other, tables)
                at = piece.other
            at += 1
        return found

    def _cells(self, start: int, end: int, tables: int) -> list[list[str]]:
        cells, at = [], start
        while at < end:
            piece = self._pieces[at]
            if piece.tag in ("td", "th") and piece.begins:
                cells.append(self.lines(at + 1, piece.other, tables))
                at = piece.other
            at += 1
        return cells


def _number(written: str, default: int) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 5 else default
