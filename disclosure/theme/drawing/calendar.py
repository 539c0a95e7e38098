"""Years as grids of twelve months: a number and a bar each, full for what is past its day, empty for what is not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from disclosure.pages.drawings.calendar import Calendar, CalendarYear, Month
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import WIDTH, Canvas, moved, path, text

# Months beside each other; fewer where numbers have four digits or more
COLUMNS, FEWER, MANY = 4, 3, 1000
# How high a month's cell is, that of a line of months in which nothing is due, and what is between two cells
HIGH, LOW, GAP = 54, 28, 6
# Within a cell: its edge, the line of its words, the top and the height of its bar, today's sign under that
EDGE, BASE, BAR, THICK, SIGN = 6, 20, 28, 12, 42
# A year's line of words
HEAD, HEAD_BASE = 28, 18
LEGEND = 32
# What is shorter would not be seen
SHORTEST = 4


class MonthGrid(Struct, frozen=True):
    """``columns`` of months, and how much is due in the fullest of all."""

    columns: int
    most: int

    @property
    def wide(self) -> int:
        return (WIDTH - (self.columns - 1) * GAP) // self.columns

    @property
    def inner(self) -> int:
        return self.wide - 2 * EDGE

    def left(self, month: int) -> int:
        return month % self.columns * (self.wide + GAP)


def cells(given: Calendar) -> MonthGrid:
    most = max(1, *(month.all for year in given.years for month in year.months))
    return MonthGrid(COLUMNS if most < MANY else FEWER, most)


def drawn(given: Calendar, _prefix: str) -> Canvas:
    frame = cells(given)
    elements = [*_legend(given.legend)]
    y = LEGEND
    for year in given.years:
        y = _year(year, frame, y, elements) + GAP
    return Canvas(width=WIDTH, height=y - GAP, elements=tuple(elements))


def _legend(legend: tuple[str, str]) -> Iterator[Element]:
    x = 0.0
    for kind, label in zip(("past", "ahead"), legend, strict=True):
        yield path(f"M{x:.0f} 4h20v{THICK}h-20z", "due", f"due--{kind}")
        yield text(label, round(x) + 26, 17)
        x += 26 + words.length(label) + 24


def _year(year: CalendarYear, frame: MonthGrid, y: int, elements: list[Element]) -> int:
    """Where the next begins."""
    elements.append(text(year.label, 0, y + HEAD_BASE, kind="written"))
    if year.today:
        elements.append(text(year.today.label, WIDTH, y + HEAD_BASE, anchor="end"))
        elements.append(path(_triangle(round(WIDTH - words.length(year.today.label)) - 14, y + HEAD_BASE - 11), "sign"))
    y += HEAD
    for first in range(0, len(year.months), frame.columns):
        line, high = _line(year, range(first, first + frame.columns), frame)
        elements.append(moved(line, 0, y))
        y += high + GAP
    return y


def _line(year: CalendarYear, months: range, frame: MonthGrid) -> tuple[list[Element], int]:
    """Months beside each other, and how high they are: low where nothing is to be seen in any."""
    now = year.today if year.today and year.today.month in months else None
    high = HIGH if now or any(year.months[n].all for n in months) else LOW
    cells = (f"M{frame.left(n)} 0h{frame.wide}v{high}h-{frame.wide}z" for n in months)
    found = [path("".join(cells), "cell")]
    for n in months:
        found.extend(_month(year.months[n], frame.left(n), frame))
    if now:
        x = frame.left(now.month) + EDGE + frame.inner * now.within // 1000
        found.append(path(_triangle(x, SIGN), "sign"))
    return found, high


def _triangle(x: int, y: int) -> str:
    return f"M{x} {y}l6 9h-12z"


def _month(month: Month, left: int, frame: MonthGrid) -> Iterator[Element]:
    yield text(month.label, left + EDGE, BASE, kind="" if month.all else "muted")
    if not month.all:
        return
    yield text(str(month.all), left + frame.wide - EDGE, BASE, anchor="end", kind="written")
    x = left + EDGE
    for kind, wide in zip(("past", "ahead"), widths(month, frame), strict=True):
        if wide:
            yield path(f"M{x} {BAR}h{wide}v{THICK}h-{wide}z", "due", f"due--{kind}")
            x += wide


def widths(month: Month, frame: MonthGrid) -> tuple[int, int]:
    """Of what is past and what is not; together never wider than the cell."""
    past, ahead = (max(n * frame.inner // frame.most, SHORTEST) if n else 0 for n in (month.past, month.ahead))
    over = max(0, past + ahead - frame.inner)
    return (past - over, ahead) if past > ahead else (past, ahead - over)
