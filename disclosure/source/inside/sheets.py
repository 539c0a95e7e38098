"""Cells of xlsx and ods: hidden sheets, rows and columns too, and numbers as they are stored, not as they look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from disclosure.personal import context
from disclosure.source.inside.archives import Packed
from disclosure.source.inside.shapes import Passage, Where
from disclosure.source.inside.xml import XmlReader
from disclosure.translation import mark as N_

CELL = N_("工作表“{of}”的 {n}")
COLUMN = re.compile(r"[A-Z]+")


class _Cells(XmlReader):
    """Cells in order: place, text, and whether it is stored as a number."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[tuple[str, str, str, bool]] = []
        self.pieces: list[str] = []
        self.taking = 0


class _Sheet(_Cells):
    """A sheet of an xlsx. ``shared`` are the texts that cells refer to by number."""

    def __init__(self, name: str, shared: list[str]) -> None:
        super().__init__()
        self.name, self.shared = name, shared
        self.ref = self.kind = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.ref, self.kind, self.pieces = attributes.get("r", ""), attributes.get("t", "n"), []
        self.taking += name in ("v", "t")

    def end(self, name: str) -> None:
        self.taking -= name in ("v", "t")
        if name == "c" and self.pieces:
            self.cells.append((self.name, self.ref, self._shown("".join(self.pieces)), self.kind == "n"))

    def _shown(self, stored: str) -> str:
        if self.kind == "s":
            return self.shared[int(stored)] if stored.isdecimal() and int(stored) < len(self.shared) else ""
        return plain(stored) if self.kind == "n" else stored

    def text(self, text: str) -> None:
        if self.taking:
            self.pieces.append(text)


class _Shared(XmlReader):
    """The shared texts of an xlsx; how they are read aloud (rPh) is no part of them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.taking = self.aloud = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.found += [""] if name == "si" else []
        self.taking += name == "t"
        self.aloud += name == "rPh"

    def end(self, name: str) -> None:
        self.taking -= name == "t"
        self.aloud -= name == "rPh"

    def text(self, text: str) -> None:
        if self.taking and not self.aloud and self.found:
            self.found[-1] += text


class _Tables(_Cells):
    """The tables of an ods."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.row, self.column, self.value = "", 0, 0, ""
        self.across = self.down = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self.table, self.row = attributes.get("name", ""), 0
        elif name == "table-row":
            self.row, self.column = self.row + 1, 0
            self.down = _repeated(attributes, "number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            self.column += 1
            self.across = _repeated(attributes, "number-columns-repeated")
            self.value, self.pieces = attributes.get("value", ""), []
        self.taking += name == "p"

    def end(self, name: str) -> None:
        self.taking -= name == "p"
        if name in ("table-cell", "covered-table-cell"):
            text = plain(self.value) if self.value else "".join(self.pieces)
            if text:
                self.cells.append((self.table, f"{letters(self.column)}{self.row}", text, bool(self.value)))
            self.column += self.across - 1
        elif name == "table-row":
            self.row += self.down - 1

    def text(self, text: str) -> None:
        if self.taking:
            self.pieces.append(text)


def _repeated(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return int(written) if written.isdecimal() and len(written) < 8 else 1


def plain(stored: str) -> str:
    """1.3912345678E10 is 13912345678."""
    try:
        number = Decimal(stored.strip())
    except InvalidOperation:
        return stored
    whole = number.is_finite() and abs(number.adjusted()) < 20 and number == number.to_integral_value()
    return format(number.to_integral_value(), "f") if whole else stored


def letters(column: int) -> str:
    """1 is A, 27 is AA."""
    found = ""
    while column:
        column, last = divmod(column - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def of_workbook(packed: Packed, file: str) -> Iterator[Passage]:
    """The cells of an xlsx."""
    shared = _Shared()
    shared.read(packed.chunks("xl/sharedStrings.xml"))
    for path, name in _names(packed):
        sheet = _Sheet(name, shared.found)
        sheet.read(packed.chunks(path))
        yield from _passages(packed, sheet, file)


def of_tables(packed: Packed, file: str) -> Iterator[Passage]:
    """The cells of an ods."""
    tables = _Tables()
    tables.read(packed.chunks("content.xml"))
    yield from _passages(packed, tables, file)


def _passages(packed: Packed, read: _Cells, file: str) -> Iterator[Passage]:
    heads: dict[tuple[str, str], str] = {}
    for sheet, ref, text, numeric in read.cells:
        packed.allowance.write(len(text))
        column = COLUMN.match(ref)
        at = (sheet, column[0] if column else "")
        if not numeric and len(text) < 40 and not text[:1].isdigit():
            heads.setdefault(at, text)
        counted = context.is_counted_below(heads.get(at, ""))
        yield Passage(text=text, where=Where(words=CELL, n=ref, of=sheet, file=file), counted=counted)


class _Sheets(XmlReader):
    """The names of a workbook's sheets by the ids of their relations, or where relations lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.found[attributes.get("id", "")] = attributes.get("name", "")
        elif name == "Relationship":
            self.found[attributes.get("Id", "")] = attributes.get("Target", "")


def _names(packed: Packed) -> list[tuple[str, str]]:
    """Each sheet's part, and what people call it; the part's own name where the workbook does not say."""
    sheets, leads = _Sheets(), _Sheets()
    sheets.read(packed.chunks("xl/workbook.xml"))
    leads.read(packed.chunks("xl/_rels/workbook.xml.rels"))
    called = {
        "xl/" + leads.found[id].removeprefix("/xl/"): name for id, name in sheets.found.items() if id in leads.found
    }
    parts = [name for name in packed.names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    return [(part, called.get(part, part.rpartition("/")[2].removesuffix(".xml"))) for part in parts]
