"""The archived original of a report: body text, note marks and note bodies.

The ONE declared normalisation: body text is the source without markers and bodies, without the blanks that surround
bodies, without blanks at both ends of a line and without empty lines. Everything else is kept as it stands, oddities
included. What an archive has beyond that (notes in a form of their own, lines that are not the report, lines broken
by the page) is declared in the report's head, each where it stands, and nothing else is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.model.report import LeftOut, NoteForm, Source
from disclosure.model.text import Mark
from disclosure.source import characters, note_marks
from disclosure.source.note_marks import BLANKS, NumberedRow

BODY = re.compile(rf"[{BLANKS}]*\[(\d{{1,6}}): ?([^\]]*)\][{BLANKS}]*")
NUMBER = re.compile("[0-9]{1,7}")
MARK = re.compile(r"\[endnoteRef:(\d{1,6})\]")


class Reading(Struct, frozen=True, kw_only=True):
    """How an archive is read, beyond the one normalisation."""

    notes: NoteForm | None = None
    left_out: tuple[LeftOut, ...] = ()
    joined: bool = False


AS_IT_STANDS = Reading()


class ArchivedLine(Struct, frozen=True):
    """A line of body text; ``line`` is its number in the archived file."""

    text: str
    marks: tuple[Mark, ...]
    line: int


class Archive(Struct, frozen=True):
    """An archived report. ``notes`` holds the bodies verbatim, by their number, in the order they stand;
    ``unmatched`` the numbers of lines that were to be left out and say something else."""

    lines: tuple[ArchivedLine, ...]
    notes: tuple[tuple[int, str], ...]
    unmatched: tuple[str, ...] = ()


def reading(source: Source) -> Reading:
    """What a report's head declares."""
    return Reading(notes=source.notes, left_out=tuple(source.left_out), joined=source.joined)


def parse(text: str, how: Reading = AS_IT_STANDS) -> Archive:
    """Take the archived text apart; any text at all is accepted."""
    rows = dict(enumerate(text.split("\n"), 1))
    declared = {number: line for one in how.left_out for number, line in one.lines.items()}
    unmatched = tuple(n for n, line in declared.items() if _row(rows, n) != line.strip(BLANKS))
    gone = {int(n) for n in declared.keys() - set(unmatched)}
    kept = [(n, row) for n, row in rows.items() if n not in gone]
    lines, notes = _declared(kept, how.notes) if how.notes else _archived(kept)
    # A mark alone on its line belongs to a broken one
    read = (line for line in lines if line.text or (how.joined and line.marks))
    return Archive(tuple(read), tuple(notes), unmatched)


def _row(rows: dict[int, str], number: str) -> str | None:
    line = rows.get(int(number)) if NUMBER.fullmatch(number) else None
    return None if line is None else characters.legible(line.strip(BLANKS))


def _declared(rows: list[NumberedRow], form: NoteForm) -> tuple[Iterable[ArchivedLine], Iterable[tuple[int, str]]]:
    taken = note_marks.take(rows, form)
    return (ArchivedLine(text, marks, n) for n, text, marks in taken.lines), taken.notes


def _archived(rows: list[NumberedRow]) -> tuple[Iterable[ArchivedLine], Iterable[tuple[int, str]]]:
    """Notes in the form that archives have by themselves."""
    notes = (note for _n, row in rows for note in _bodies(row))
    return (ArchivedLine(*_take_marks(BODY.sub("", row).strip(BLANKS)), n) for n, row in rows), notes


def _bodies(row: str) -> Iterator[tuple[int, str]]:
    return ((int(match[1]), match[2].rstrip(BLANKS)) for match in BODY.finditer(row))


def _take_marks(line: str) -> tuple[str, tuple[Mark, ...]]:
    marks: list[Mark] = []
    taken = 0
    for match in MARK.finditer(line):
        marks.append(Mark(int(match[1]), match.start() - taken))
        taken += len(match[0])
    return MARK.sub("", line), tuple(marks)
