"""The archived original of a report: body text, note marks and note bodies.

The ONE declared normalisation: body text is the source without markers and bodies, without the blanks that surround
bodies, without blanks at line ends and without empty lines. Everything else is kept as it stands, oddities included.
"""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.model.text import Mark

BLANKS = " \t\u3000\u00a0"
BODY = re.compile(rf"[{BLANKS}]*\[(\d{{1,6}}): ?([^\]]*)\][{BLANKS}]*")
MARK = re.compile(r"\[endnoteRef:(\d{1,6})\]")


class ArchivedLine(Struct, frozen=True):
    """A line of body text; ``line`` is its number in the archived file."""

    text: str
    marks: tuple[Mark, ...]
    line: int


class Archive(Struct, frozen=True):
    """An archived report. ``notes`` holds the bodies verbatim, by their number, in the order they stand."""

    lines: tuple[ArchivedLine, ...]
    notes: tuple[tuple[int, str], ...]


def parse(text: str) -> Archive:
    """Take the archived text apart; any text at all is accepted."""
    lines: list[ArchivedLine] = []
    notes: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        notes += [(int(match[1]), match[2].rstrip(BLANKS)) for match in BODY.finditer(line)]
        body, marks = _take_marks(BODY.sub("", line).rstrip(BLANKS))
        if body:
            lines.append(ArchivedLine(body, marks, number))
    return Archive(tuple(lines), tuple(notes))


def _take_marks(line: str) -> tuple[str, tuple[Mark, ...]]:
    marks: list[Mark] = []
    taken = 0
    for match in MARK.finditer(line):
        marks.append(Mark(int(match[1]), match.start() - taken))
        taken += len(match[0])
    return MARK.sub("", line), tuple(marks)
