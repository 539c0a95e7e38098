"""An archive's lines grouped as the report has them: a run-in section's head stands on a line of its own there, and
where the head declares it, a line that the page broke is one again. The characters and their order are the archive's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.model.text import Heading, Mark, ReportText, line_text
from disclosure.source.archive import Archive, ArchivedLine
from disclosure.source.note_marks import BLANKS, joined

# Where nothing fits, lines that begin alike are looked for so far ahead
AHEAD = 40
ALIKE = 6
# What a run-in head ends with
HEAD_ENDS = "。！？："


class _Wanted(Struct, frozen=True):
    text: str
    is_heading: bool


def aligned(archive: Archive, text: ReportText, *, joins: bool) -> Archive:
    """The archive with its lines as the report's stand; where they cannot be brought together, as they are."""
    wanted = [_Wanted(line_text(line), isinstance(line, Heading)) for line in text.lines]
    return replace(archive, lines=tuple(_aligned(list(archive.lines), wanted, joins)))


def _aligned(lines: list[ArchivedLine], wanted: Sequence[_Wanted], joins: bool) -> Iterator[ArchivedLine]:
    at = n = 0
    while n < len(wanted) and at < len(lines):
        one, after = _gathered(lines, at, wanted[n], joins)
        if one is not None:
            at, n = after, n + 1
            if wanted[n - 1].is_heading and one.marks and at < len(lines):
                one, lines[at] = _handed_on(one, lines[at])
            yield one
            continue
        steps, more = _meeting(lines[at : at + AHEAD], wanted[n : n + AHEAD])
        if joins and more == 1 and steps > 1:
            yield merged(lines[at : at + steps])
        else:
            yield from lines[at : at + steps]
        at, n = at + steps, n + more
    yield from lines[at:]


def _gathered(lines: list[ArchivedLine], at: int, wanted: _Wanted, joins: bool) -> tuple[ArchivedLine | None, int]:
    """The line that says what is wanted, and where to go on. Of a line that a heading begins, the rest is left."""
    one = lines[at]
    end = at + 1
    while joins and end < len(lines) and wanted.text.startswith(one.text) and not _is_whole(one, lines[end], wanted):
        one = merged((one, lines[end]))
        end += 1
    if one.text == wanted.text:
        return one, end
    if wanted.is_heading and _begins_with(one.text, wanted.text):
        head, rest = split(one, len(wanted.text))
        lines[end - 1] = replace(rest, line=lines[end - 1].line)
        return head, end - 1
    return None, at


def _begins_with(text: str, head: str) -> bool:
    """Whether a line begins with the whole of a head."""
    return bool(head) and text.startswith(head) and (head[-1] in HEAD_ENDS or text[len(head)] in BLANKS)


def _handed_on(heading: ArchivedLine, following: ArchivedLine) -> tuple[ArchivedLine, ArchivedLine]:
    """Headings refer to no notes: a mark in one stands at the beginning of what follows."""
    marks = (*(Mark(mark.number, 0) for mark in heading.marks), *following.marks)
    return replace(heading, marks=()), replace(following, marks=marks)


def _is_whole(one: ArchivedLine, following: ArchivedLine, wanted: _Wanted) -> bool:
    """A mark that was alone on its line belongs to the line before."""
    return one.text == wanted.text and bool(following.text)


def merged(lines: Sequence[ArchivedLine]) -> ArchivedLine:
    """Pieces of a broken line as one."""
    first, *others = lines
    for other in others:
        text = joined(first.text, other.text)
        offset = len(text) - len(other.text)
        marks = (Mark(mark.number, mark.offset + offset) for mark in other.marks)
        first = ArchivedLine(text, (*first.marks, *marks), first.line)
    return first


def split(line: ArchivedLine, length: int) -> tuple[ArchivedLine, ArchivedLine]:
    """A line's head and the rest; a mark between them belongs to the head."""
    begin = len(line.text) - len(line.text[length:].lstrip(BLANKS))
    head = tuple(mark for mark in line.marks if mark.offset <= length)
    rest = tuple(Mark(mark.number, mark.offset - begin) for mark in line.marks if mark.offset > length)
    return replace(line, text=line.text[:length], marks=head), replace(line, text=line.text[begin:], marks=rest)


def _meeting(lines: Sequence[ArchivedLine], wanted: Sequence[_Wanted]) -> tuple[int, int]:
    """After how many lines of each the two begin alike again; all of them where they do not."""
    for total in range(1, len(lines) + len(wanted)):
        for more in range(max(0, total - len(lines) + 1), min(total, len(wanted) - 1) + 1):
            if _begin_alike(lines[total - more].text, wanted[more].text):
                return total - more, more
    return len(lines), len(wanted)


def _begin_alike(one: str, other: str) -> bool:
    length = min(len(one), len(other), ALIKE)
    return length > 0 and one[:length] == other[:length]
