"""Years as grids of twelve months: a number and a bar each, full for what is past its day, empty for what is not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.calendar import Calendar, CalendarYear, Month, Today
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import WIDTH, Canvas, path, text

COLUMNS = 4
# A month's cell, that of a line of months in which nothing is due, and between two cells
WIDE, HIGH, LOW, GAP = 80, 54, 28, 6
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
        y = _year(year, most, y, elements) + GAP
    return Canvas(width=WIDTH, height=y - GAP, elements=tuple(elements))


def _legend(legend: tuple[str, str]) -> Iterator[Element]:
    x = 0.0
    for kind, label in zip(("past", "ahead"), legend, strict=True):
        yield path(f"M{x:.0f} 4h20v{THICK}h-20z", "due", f"due--{kind}")
        yield text(label, round(x) + 26, 16)
        x += 26 + words.length(label) + 24


def _year(year: CalendarYear, most: int, y: int, elements: list[Element]) -> int:
    """Where the next begins."""
    elements.append(text(year.label, 0, y + HEAD_BASE, kind="written"))
    if year.today:
        elements.append(text(year.today.label, WIDTH, y + HEAD_BASE, anchor="end"))
        elements.append(path(_triangle(round(WIDTH - words.length(year.today.label)) - 14, y + HEAD_BASE - 11), "sign"))
    y += HEAD
    for first in range(0, len(year.months), COLUMNS):
        line = year.months[first : first + COLUMNS]
        now = year.today if year.today and first <= year.today.month < first + COLUMNS else None
        high = HIGH if now or any(month.all for month in line) else LOW
        for n, month in enumerate(line):
            elements.extend(_month(month, most, n * (WIDE + GAP), y, high))
        if now:
            elements.append(path(_triangle(_within(now), y + SIGN), "sign"))
        y += high + GAP
    return y


def _within(today: Today) -> int:
    return today.month % COLUMNS * (WIDE + GAP) + EDGE + INNER * today.within // 1000


def _triangle(x: int, y: int) -> str:
    return f"M{x} {y}l6 9h-12z"


def _month(month: Month, most: int, left: int, top: int, high: int) -> Iterator[Element]:
    yield path(f"M{left} {top}h{WIDE}v{high}h-{WIDE}z", "cell")
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
