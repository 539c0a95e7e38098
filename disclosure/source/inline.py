"""The few inline signs a report's Markdown may use: a bold run-in head, note marks, backslash escapes.

Everything else in a line is text and is compared with the archived source, so a stray sign cannot hide.
"""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.model.text import Mark

# Each begins with a sign of its own, outside of groups: so most lines are passed over at once
TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|\[\^(\d{1,6})\]|\*(\*)")
SPECIAL = re.compile(r"[\\`*_\[\]<>{}|~]")


class Inline(Struct, frozen=True):
    """A line without its signs. ``shifts``: from which text offset on how many sign characters stand before it."""

    text: str
    head: int
    marks: tuple[Mark, ...]
    shifts: tuple[tuple[int, int], ...]

    def column(self, offset: int) -> int:
        """Where a text offset stands in the Markdown line, counted from 0."""
        shift = max((taken for at, taken in self.shifts if at <= offset), default=0)
        return offset + shift


def parse(line: str) -> Inline:
    """Text, run-in head and marks of one Markdown line; never fails."""
    pieces: list[str] = []
    marks: list[Mark] = []
    shifts: list[tuple[int, int]] = []
    bold: list[int] = []
    length = last = 0
    for match in TOKEN.finditer(line):
        pieces.append(line[last : match.start()] + (match[1] or ""))
        length += len(pieces[-1])
        last = match.end()
        shifts.append((length - len(match[1] or ""), last - length))
        if match[2]:
            marks.append(Mark(int(match[2]), length))
        if match[3]:
            bold.append(length)
    text = "".join(pieces) + line[last:]
    head = bold[1] if len(bold) == 2 and bold[0] == 0 and text.startswith("。", bold[1]) else 0
    return Inline(text, head, tuple(marks), tuple(shifts))


def stray_bold(line: str) -> int | None:
    """The column (from 0) of a ``**`` that is not part of a run-in head, or ``None``."""
    found = [token.start() for token in TOKEN.finditer(line) if token[3]]
    return found[0] if found and not parse(line).head else None


def write(text: str, head: int, marks: tuple[Mark, ...]) -> str:
    """The Markdown line that :func:`parse` reads back as the same text, head and marks."""
    bold = [(head, "**")] if head else []
    inserts = grouped([*bold, *((mark.offset, f"[^{mark.number}]") for mark in marks)])
    pieces: list[str] = []
    last = 0
    for offset in sorted(inserts):
        pieces += [SPECIAL.sub(r"\\\g<0>", text[last:offset]), *inserts[offset]]
        last = offset
    line = "".join(pieces) + SPECIAL.sub(r"\\\g<0>", text[last:])
    return "**" + line if head else _escape_start(line)


def _escape_start(line: str) -> str:
    numbered = re.match(r"(\d+)([.)])", line)
    if numbered:
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    return "\\" + line if line[:1] in tuple("#+-=") else line
