"""What the workbooks that the program writes have in common: text stays text, widths fit Han characters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from disclosure.exports.cells import FORMULA

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# A Han character is a little wider than two digits, and a cell has margins
STRETCH, MARGIN = 1.1, 1.5
# Of a line of text, in points
LINE = 16
# When a program asks when it was made: always then
MADE = datetime(2000, 1, 1, tzinfo=UTC)


@contextmanager
def saved() -> Iterator[None]:
    """``OSError`` where the disk refuses the workbook: XlsxWriter wraps it in an exception of its own."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        yield
    except FileCreateError as error:
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise


def is_risky(text: str) -> bool:
    """Whether a program would make something else of it when somebody edits the cell."""
    return text[:1] in FORMULA


def write_text(sheet: Worksheet, at: tuple[int, int], text: str, form: Format | None) -> None:
    """A text as it is, whatever it looks like."""
    row, column = at
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes it for markup of its own, and writes it as such, unless it comes in two pieces
        sheet.write_rich_string(row, column, form, text[:1], form, text[1:])
    else:
        sheet.write_string(row, column, text, form)
