"""Sheets of an ods, from its XML: there a cell has what it shows beside what it holds."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from disclosure.source.inside.archives import Packed
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.source.inside.xml import XmlReader
from disclosure.tables.files import cells, number_format, shapes
from disclosure.tables.files.grid import MergedRange, filled
from disclosure.tables.files.shapes import OpenedSheet, OpenedTable
from disclosure.tables.files.workbook_cells import MAX_COLUMNS, MAX_ROWS
from disclosure.tables.shapes import Cell

CELLS = ("table-cell", "covered-table-cell")
HIDDEN = ("collapse", "filter")
NUMBERS = ("float", "percentage", "currency")
# Beside the text of a cell, or how it is read aloud
ASIDE = ("annotation", "ruby-text")
# At most so many of all places
SHARE = 2
FIGURE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
YEAR_MONTH = re.compile(r"(?:[0-9〇零一二三四五六七八九十]{2}){1,2}[年./-][0-9一二三四五六七八九十]{1,2}月?")
MONTH_DAY = re.compile(r"[0-9一二三四五六七八九十]{1,2}[月./-][0-9一二三四五六七八九十]{1,3}日?")


def read(packed: Packed) -> OpenedTable:
    tables = _SheetReader()
    tables.read(packed.chunks("content.xml"))
    return OpenedTable(sheets=tuple(tables.found), told=tuple(map(shapes.cut, tables.cut)))


class _SheetReader(XmlReader):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[OpenedSheet] = []
        self.cut: list[str] = []
        self.styles_hidden: set[str] = set()
        self.style = ""
        self.aside = self.noted = self.said = 0
        self._begin({})

    def _begin(self, attributes: dict[str, str]) -> None:
        self.name = attributes.get("name", "")
        self.hidden = attributes.get("style-name", "") in self.styles_hidden
        self.row = self.column = self.columns = 0
        self.down = self.across = 1
        self.placed: dict[tuple[int, int], Cell] = {}
        self.merged: list[MergedRange] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.cell: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self.inside = 0
        self.comments: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.aside += name in ASIDE
        self.noted += name == "annotation"
        # Beside what it says, a comment has its day and who made it
        self.said += bool(self.noted) and name == "p"
        if name == "style":
            self.style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.styles_hidden.add(self.style)
        elif name == "table":
            self._begin(attributes)
        elif name == "table-column":
            self._column(attributes)
        elif name == "table-row":
            self._row(attributes)
        elif name in CELLS:
            self._cell(attributes)
        elif not self.aside:
            self._text(name)

    def _text(self, name: str) -> None:
        if name == "p":
            self.inside += 1
            self.paragraphs.append("")
        elif self.inside and name in ("s", "tab", "line-break"):
            self.paragraphs[-1] += "\n" if name == "line-break" else " "

    def _column(self, attributes: dict[str, str]) -> None:
        across = _repeated(attributes, "number-columns-repeated")
        if attributes.get("visibility") in HIDDEN:
            self.hidden_columns |= set(range(self.columns, min(self.columns + across, MAX_COLUMNS)))
        self.columns += across

    def _row(self, attributes: dict[str, str]) -> None:
        self.column, self.down = 0, _repeated(attributes, "number-rows-repeated")
        if attributes.get("visibility") in HIDDEN:
            self.hidden_rows |= set(range(self.row, min(self.row + self.down, MAX_ROWS)))

    def _cell(self, attributes: dict[str, str]) -> None:
        # No paragraph goes on from one cell into another, not even in a file whose elements stand where none belongs
        self.cell, self.paragraphs, self.inside = attributes, [], 0
        self.across = _repeated(attributes, "number-columns-repeated")
        down, across = (_repeated(attributes, f"number-{one}-spanned") for one in ("rows", "columns"))
        if down > 1 or across > 1:
            self.merged.append((self.row, self.column, self.row + down - 1, self.column + across - 1))

    def end(self, name: str) -> None:
        self.aside -= name in ASIDE
        self.said -= bool(self.noted) and name == "p"
        self.noted -= name == "annotation"
        if name == "p" and not self.aside:
            self.inside = max(0, self.inside - 1)
        elif name in CELLS:
            self._place()
            self.column += self.across
        elif name == "table-row":
            self.row += self.down
        elif name == "table":
            self._finish()

    def _place(self) -> None:
        """A cell that is repeated stands at each of its places."""
        shown = "\n".join(self.paragraphs)
        if not shown and "value" not in self.cell and "formula" not in self.cell:
            return
        rows = range(self.row, min(self.row + self.down, MAX_ROWS))
        columns = range(self.column, min(self.column + self.across, MAX_COLUMNS))
        if (len(rows), len(columns)) != (self.down, self.across) and self.name not in self.cut:
            self.cut.append(self.name)
        if len(self.placed) + len(rows) * len(columns) > MAX_ROWS * MAX_COLUMNS // SHARE:
            raise Unreadable(Obstacle.TOO_MUCH)
        for row in rows:
            for column in columns:
                self.placed[row, column] = _cell(self.cell, shown, cells.place(row, column))

    def _finish(self) -> None:
        self.found.append(
            OpenedSheet(
                sheet=filled(self.name, self.placed, self.merged),
                hidden=self.hidden,
                hidden_rows=frozenset(self.hidden_rows),
                hidden_columns=frozenset(self.hidden_columns),
                merged=tuple(self.merged),
                comments=self.comments,
            )
        )

    def text(self, text: str) -> None:
        if self.inside and not self.aside:
            self.paragraphs[-1] += text
        elif self.noted and self.said and text.strip():
            place = cells.place(self.row, self.column)
            self.comments[place] = self.comments.get(place, "") + text


def _repeated(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return int(written) if written.isdecimal() and len(written) < 8 and int(written) else 1


def _cell(attributes: dict[str, str], shown: str, at: str) -> Cell:
    """What a cell shows counts, and is read by what it holds."""
    kind = attributes.get("value-type", "")
    if kind == "error" or shown.startswith(("#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "Err:")):
        return cells.KINDS["e"](shown, "", at)
    if kind in NUMBERS and _is_number(attributes.get("value", "")):
        return _number(attributes["value"], shown, at, is_share=kind == "percentage")
    if kind == "date" and (day := cells.written_day(attributes.get("date-value", "")[:10])):
        return _day(day.isoformat(), shown, at)
    if kind == "boolean":
        return cells.KINDS["b"](attributes.get("boolean-value", "").title(), "", at)
    if not shown and "formula" in attributes:
        return cells.KINDS["f"](attributes["formula"], "", at)
    return cells.of_text(shown, at)


def _is_number(written: str) -> bool:
    try:
        return Decimal(written).is_finite()
    except InvalidOperation:
        return False


def _number(value: str, shown: str, at: str, *, is_share: bool) -> Cell:
    text, stored = cells.cleaned(shown), number_format.kept(value)
    found = FIGURE.findall(text)
    if text in ("TRUE", "FALSE"):
        return cells.KINDS["b"](text.title(), "", at)
    if len(found) != 1:
        return Cell(text=text or number_format.plain(stored), number=stored, place=at)
    number = Decimal(found[0].replace(",", ""))
    rounded = stored if stored != (number.scaleb(-2) if is_share else number) else None
    return Cell(text=text, number=number.normalize() + 0, place=at, stored=rounded)


def _day(value: str, shown: str, at: str) -> Cell:
    """Of a format nothing is known but what it shows."""
    text = shown.replace(" ", "")
    if YEAR_MONTH.fullmatch(text):
        return cells.KINDS["d"](value, "yyyy/m", at)
    return cells.KINDS["d"](value, "m/d" if MONTH_DAY.fullmatch(text) else "", at)
