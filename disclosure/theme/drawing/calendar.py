"""Years as grids of twelve months: a number and a bar each, full for what is past its day, empty for what is not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.calendar import Calendar, CalendarYear, Month, Today
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import WIDTH, Canvas, path, text

COLUMNS = 4
# A month's cell, and between two of them
WIDE, HIGH, GAP = 80, 54, 6
# Within a cell: its edge, the line of its words, the top and the height of its bar, today's sign under that
EDGE, BASE, BAR, THICK, SIGN = 6, 20, 28, 12, 42
INNER = WIDE - 2 * EDGE
# A year's line of words
HEAD, HEAD_BASE = 28, 18
LEGEND = 32
# What is shorter would not be seen
SHORTEST = 4


def drawn(given: Calendar, _prefix: str) -> Canvas:
    most = max(1, *(month.all for year in given.years for month in year.months))
    elements = [*_legend(given.legend)]
    y = LEGEND
    for year in given.years:
        elements.extend(_year(year, most, y))
        y += HEAD + (len(year.months) // COLUMNS) * (HIGH + GAP) + GAP
    return Canvas(width=WIDTH, height=y - GAP, elements=tuple(elements))


def _legend(legend: tuple[str, str]) -> Iterator[Element]:
    x = 0.0
    for kind, label in zip(("past", "ahead"), legend, strict=True):
        yield path(f"M{x:.0f} 4h20v{THICK}h-20z", "due", f"due--{kind}")
        yield text(label, round(x) + 26, 16)
        x += 26 + words.length(label) + 24


def _year(year: CalendarYear, most: int, y: int) -> Iterator[Element]:
    yield text(year.label, 0, y + HEAD_BASE, kind="written")
    if year.today:
        yield text(year.today.label, WIDTH, y + HEAD_BASE, anchor="end")
        yield path(_triangle(round(WIDTH - words.length(year.today.label)) - 12, y + HEAD_BASE - 11), "sign")
    for n, month in enumerate(year.months):
        left = (n % COLUMNS) * (WIDE + GAP)
        top = y + HEAD + (n // COLUMNS) * (HIGH + GAP)
        yield from _month(month, most, left, top)
        if year.today and year.today.month == n:
            yield path(_triangle(_within(year.today, left), top + SIGN), "sign")


def _within(today: Today, left: int) -> int:
    return left + EDGE + INNER * today.within // 1000


def _triangle(x: int, y: int) -> str:
    return f"M{x} {y}l6 9h-12z"


def _month(month: Month, most: int, left: int, top: int) -> Iterator[Element]:
    yield path(f"M{left} {top}h{WIDE}v{HIGH}h-{WIDE}z", "cell")
    yield text(month.label, left + EDGE, top + BASE, kind="" if month.all else "muted")
    if not month.all:
        return
    yield text(str(month.all), left + WIDE - EDGE, top + BASE, anchor="end", kind="written")
    x = left + EDGE
    for kind, wide in zip(("past", "ahead"), widths(month, most), strict=True):
        if wide:
            yield path(f"M{x} {top + BAR}h{wide}v{THICK}h-{wide}z", "due", f"due--{kind}")
            x += wide


def widths(month: Month, most: int) -> tuple[int, int]:
    """Of what is past and what is not; together never wider than the cell."""
    past, ahead = (max(n * INNER // most, SHORTEST) if n else 0 for n in (month.past, month.ahead))
    over = max(0, past + ahead - INNER)
    return (past - over, ahead) if past > ahead else (past, ahead - over)
