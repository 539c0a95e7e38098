"""A source text read into a report's structure, with all that was found, guessed and doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.grouping import grouped
from disclosure.ingest import broken_lines, noted, outline, residue
from disclosure.ingest.draft import Drafted, draft
from disclosure.model.report import LeftOut
from disclosure.source import archive, characters
from disclosure.source.archive import Archive, Reading
from disclosure.source.note_marks import BLANKS
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

NOTES_LABEL = N_("注释的标题：注释放在引用它的段落后面")


class Structure(Struct, frozen=True, kw_only=True):
    """How a text is read, and its lines each as a paragraph or heading. ``left``: why each line that is not the
    report's was left out; ``joined``: the archive's lines that were brought together, each as first and last."""

    reading: Reading
    archive: Archive
    left: Mapping[int, str]
    notes: noted.Noted | None
    joined: tuple[tuple[int, int], ...]
    drafted: tuple[Drafted, ...]


def structure(text: str, *, wrapped: bool = False) -> Structure:
    """What a text looks like; any text at all is taken."""
    rows = dict(enumerate(text.split("\n"), 1))
    left = dict(residue.residue(tuple(rows.items())))
    notes = noted.noted([(n, row) for n, row in rows.items() if n not in left])
    left |= dict.fromkeys(notes.labels if notes else (), NOTES_LABEL)
    how = Reading(notes=notes.form if notes else None, left_out=left_out(left, rows), joined=True)
    parsed = archive.parse(text, how)
    whole = broken_lines.whole_lines(parsed.lines, broken_lines.layout(parsed.lines, rows, wrapped=wrapped))
    is_joined = len(whole) != len(parsed.lines)
    lines = tuple(whole) if is_joined else parsed.lines
    return Structure(
        reading=Reading(notes=how.notes, left_out=how.left_out, joined=is_joined),
        archive=replace(parsed, lines=lines),
        left=left,
        notes=notes,
        joined=_joined(parsed, lines) if is_joined else (),
        drafted=tuple(_drafted(lines)),
    )


def left_out(left: Mapping[int, str], rows: Mapping[int, str]) -> tuple[LeftOut, ...]:
    by_reason = grouped((because, n) for n, because in sorted(left.items()))
    return tuple(
        LeftOut(because=_(because), lines={str(n): characters.legible(rows[n].strip(BLANKS)) for n in numbers})
        for because, numbers in by_reason.items()
    )


def _joined(parsed: Archive, lines: Sequence[archive.ArchivedLine]) -> tuple[tuple[int, int], ...]:
    """The first and last archived line of each that was made of several."""
    starts = {line.line for line in lines}
    runs: list[list[int]] = []
    for line in parsed.lines:
        if line.line in starts:
            runs.append([line.line, line.line])
        elif runs:
            runs[-1][1] = line.line
    return tuple((a, b) for a, b in runs if b > a)


def _drafted(lines: Sequence[archive.ArchivedLine]) -> list[Drafted]:
    found = outline.outline([line.text for line in lines])
    first = next((n for n, one in enumerate(found) if one.level), len(lines))
    headings = [line for line, one in zip(lines, found, strict=True) if one.level and not one.is_annex]
    return draft(lines[:first], headings)
