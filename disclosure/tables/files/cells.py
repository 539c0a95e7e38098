"""A cell of each kind of value that a table file may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from disclosure.source.inside.sheets import letters
from disclosure.tables.files import number_format
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _

# Blanks of all widths are one; what nobody sees is none
BLANKS = re.compile(r"[^\S\n]+")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# ... and what ends a line, though it is no line end: Word's soft break is one
ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
NUMBER = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0)(?:\.\d+)?%?")
DAY = re.compile(r"((?:19|20)\d\d)(?:-|\.|/|年)(\d{1,2})(?:-|\.|/|月)(\d{1,2})日?(?: 00:00:00)?")
KEPT_DIGITS = 15


def place(row: int, column: int) -> str:
    """B7, from 0 and 0."""
    return f"{letters(column + 1)}{row + 1}"


def cleaned(text: str) -> str:
    """A text by its lines, without blanks around them and what nobody sees."""
    text = UNSEEN.sub("", ENDS.sub("\n", text).replace("\t", " "))
    lines = (BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def of_text(text: str, at: str) -> Cell:
    """A text, and the number or the day that it is where nothing else can be meant."""
    found = cleaned(text)
    plain = unicodedata.normalize("NFKC", found).strip()
    return Cell(text=found, number=_number(plain), day=written_day(plain), place=at)


def _number(text: str) -> Decimal | None:
    return Decimal(text.rstrip("%").replace(",", "")) if NUMBER.fullmatch(text) else None


def written_day(text: str) -> date | None:
    """2025-12-31, 2025.12.31, 2025/12/31, 2025年12月31日."""
    found = DAY.fullmatch(text.replace(" ", "") if "年" in text else text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _text(value: str, _format: str, at: str) -> Cell:
    return of_text(value, at)


def _number_cell(value: str, pattern: str, at: str) -> Cell:
    text, shown = number_format.number(value, pattern)
    stored = number_format.kept(value)
    share = shown.scaleb(-2) if "%" in text else shown
    # What the cell shows counts; what it holds is told where that is something else
    rounded = stored if share != stored and number_format.plain(stored) != text else None
    return Cell(text=text, number=shown.normalize() + 0, place=at, stored=rounded, error=_lost(stored))


def _lost(stored: Decimal) -> str:
    """A spreadsheet keeps fifteen digits of a number: of a document's number it has not kept the end."""
    return _("位数太多，表格软件没有存住后面几位") if stored and stored.adjusted() >= KEPT_DIGITS else ""


def _day_cell(value: str, pattern: str, at: str) -> Cell:
    text, day = number_format.day(date.fromisoformat(value[:10]), pattern)
    return Cell(text=text, day=day, place=at)


def _truth(value: str, _format: str, at: str) -> Cell:
    return Cell(text="√" if value == "True" else "×", place=at)


def _error(value: str, _format: str, at: str) -> Cell:
    return Cell(text=value, error=value, place=at)


def _formula(value: str, _format: str, at: str) -> Cell:
    return Cell(text=cleaned(value), error=_("公式没有算出来的值"), place=at)


# By the kinds of ``workbook_cells``: text, number, day, time, truth, error, formula without a value
KINDS: Mapping[str, Callable[[str, str, str], Cell]] = {
    "s": _text,
    "n": _number_cell,
    "d": _day_cell,
    "t": _text,
    "b": _truth,
    "e": _error,
    "f": _formula,
}
