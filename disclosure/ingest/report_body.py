"""An archive's lines as the body of ``report.md``: headings, paragraphs and notes, each with its id.

Reading a text again keeps every id that a line already has, and what it was made: an editor's heading stays one. New
lines get ids that were never used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from disclosure.grouping import grouped
from disclosure.ingest.outline import Outlined, outline, title_of
from disclosure.ingest.shapes import Shape, shaped
from disclosure.model.text import Heading, Mark, Paragraph, ReportText, line_text
from disclosure.source import inline, sentences
from disclosure.source.alignment import split
from disclosure.source.archive import Archive, ArchivedLine

# s2-1-industry takes the number s2-1
SECTION_NUMBER = re.compile(r"s?\d+-\d+(?=-)")
# As ids were given once: a spreadsheet takes them for dates
BARE_SECTION = re.compile(r"\d+-\d+")
# Below this share of common characters a line is another line
MENDED = 0.5


class ImportedLine(Struct, frozen=True, kw_only=True):
    """A line of the body: ``head`` is the length of its run-in head; a heading may be cut from the line behind it."""

    text: str
    marks: tuple[Mark, ...] = ()
    level: int = 0
    head: int = 0
    id: str = ""
    is_annex: bool = False
    is_cut: bool = False


def to_markdown(archive: Archive, earlier: ReportText | None = None, retired: Iterable[str] = ()) -> str:
    """The body of ``report.md``. ``earlier`` is the text as it was read before, ``retired`` ids are not given again."""
    return written(numbered(archive, earlier, retired), archive)


def written(lines: Sequence[ImportedLine], archive: Archive) -> str:
    bodies = grouped(archive.notes)
    title = _title(lines)
    blocks: list[str] = []
    for n, line in enumerate(lines):
        blocks.append(_block(line, is_title=n == title))
        blocks += [body for mark in line.marks for body in _bodies(mark.number, bodies.pop(mark.number, []))]
    # Notes that nothing refers to are the source's too
    blocks += [body for number, texts in bodies.items() for body in _bodies(number, texts)]
    return "\n\n".join(blocks) + "\n"


def _title(lines: Sequence[ImportedLine]) -> int | None:
    """The opening line that is the title: the one that names the report, else the first."""
    opening = [line.text for line in takewhile(lambda line: not line.level, lines)]
    if not opening:
        return None
    return title_of(opening) or 0


def _bodies(number: int, texts: Iterable[str]) -> list[str]:
    return [f"[^{number}]: {text}" for text in texts]


def taken_away(archive: Archive, earlier: ReportText, retired: Iterable[str] = ()) -> list[str]:
    """The lines and notes of the text as it was read before that reading the archive again would drop."""
    kept, given_up = {*_kept(archive, earlier).values()}, set(retired)
    lines = [line for n, line in enumerate(earlier.lines) if n not in kept and line.id not in given_up]
    bodies = dict(archive.notes)
    notes = [one for one in earlier.notes if not _is_mended(one.text, bodies.get(one.number, ""))]
    return [*(f"{line.id} {line_text(line)}" for line in lines), *(f"[^{one.number}]: {one.text}" for one in notes)]


def _kept(archive: Archive, earlier: ReportText) -> dict[int, int]:
    """Which line was which before: those that are still there, or that stand in the same place with a word mended."""
    before = [line_text(line) for line in earlier.lines]
    after = [line.text for line in archive.lines]
    return {new: old for old, new in _pairs(before, after) if _is_mended(before[old], after[new])}


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """Which line of the one is which of the other. Common begin and end first: where lines repeat, a plain
    comparison would pair them across the one that was inserted."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    yield from ((n, n) for n in range(start))
    for tag, a, b, c, d in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            yield from zip(range(start + a, start + b), range(start + c, start + d), strict=True)
    yield from ((len(before) - n, len(after) - n) for n in range(1, end + 1))


def _common(one: list[str], other: list[str]) -> int:
    """How many lines the two begin with in common."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _is_mended(old: str, new: str) -> bool:
    same = SequenceMatcher(None, old, new, autojunk=False).ratio() >= MENDED
    return old == new or (same and _heading_shape(old) == _heading_shape(new))


def _heading_shape(text: str) -> Shape:
    found = shaped(text)
    return found.shape if found.is_whole and not found.is_stopped else Shape.TEXT


def numbered(archive: Archive, earlier: ReportText | None = None, retired: Iterable[str] = ()) -> list[ImportedLine]:
    """The lines with their ids, run-in headings as lines of their own."""
    kept = {new: earlier.lines[old] for new, old in _kept(archive, earlier).items()} if earlier else {}
    used = {line.id for line in earlier.lines} if earlier else set()
    used |= {match[0] for id in used if (match := SECTION_NUMBER.match(id))}
    made = outline([line.text for line in archive.lines])
    lines = [
        body
        for n, (line, found) in enumerate(zip(archive.lines, made, strict=True))
        for body in _lines(line, found, kept.get(n))
    ]
    return list(_with_ids(_marks_below(lines), used | set(retired)))


def _lines(line: ArchivedLine, found: Outlined, earlier: Paragraph | Heading | None) -> Iterator[ImportedLine]:
    """One line, as it was before, or what it looks like; or a heading and the text behind it."""
    if earlier is not None:
        yield replace(_as_before(line, earlier), is_annex=found.is_annex)
    elif found.level and found.head < len(line.text):
        heading, rest = split(line, found.head)
        yield ImportedLine(text=heading.text, marks=heading.marks, level=found.level, is_cut=True)
        yield _paragraph(rest)
    elif found.level:
        yield ImportedLine(text=line.text, marks=line.marks, level=found.level, is_annex=found.is_annex)
    else:
        yield replace(_paragraph(line), is_annex=found.is_annex)


def _paragraph(line: ArchivedLine) -> ImportedLine:
    return ImportedLine(text=line.text, marks=line.marks, head=sentences.head_length(line.text))


def _as_before(line: ArchivedLine, earlier: Paragraph | Heading) -> ImportedLine:
    if isinstance(earlier, Heading):
        return ImportedLine(text=line.text, marks=line.marks, level=earlier.level, id=earlier.id)
    return replace(_paragraph(line), id=earlier.id, **({"head": earlier.head} if earlier.text == line.text else {}))


def _marks_below(lines: Sequence[ImportedLine]) -> list[ImportedLine]:
    """Headings refer to no notes: their marks stand at the beginning of the paragraph below; the last line is none."""
    done: list[ImportedLine] = []
    marks: tuple[Mark, ...] = ()
    last = max((n for n, line in enumerate(lines) if not line.level), default=-1)
    for n, line in enumerate(lines):
        own = (*marks, *line.marks)
        is_heading = bool(line.level) and (not own or n < last)
        marks = tuple(Mark(mark.number, 0) for mark in own) if is_heading else ()
        done.append(replace(line, marks=() if is_heading else own, level=line.level if is_heading else 0))
    return done


def _with_ids(lines: Sequence[ImportedLine], used: set[str]) -> Iterator[ImportedLine]:
    part = section = paragraph = 0
    used = used | {line.id for line in lines}
    is_bare = any(BARE_SECTION.match(line.id) for line in lines)
    section_form = "{}-{}" if is_bare else "s{}-{}"
    for line in lines:
        if line.level == 1:
            part, section, paragraph = part + 1, 0, 0
            form: Callable[[int], str] = "part-{}".format
            wanted = part
        elif line.level == 2:
            section, wanted = section + 1, section + 1
            form = partial(section_form.format, part)
        else:
            paragraph, wanted = paragraph + 1, paragraph + 1
            form = f"p{part}-{{:02}}".format
        id = line.id or _free(form, wanted, used)
        used.add(id)
        yield replace(line, id=id, head=0 if id.startswith("p0-") else line.head)


def _free(form: Callable[[int], str], wanted: int, used: set[str]) -> str:
    while form(wanted) in used:
        wanted += 1
    return form(wanted)


def _block(line: ImportedLine, *, is_title: bool) -> str:
    if line.level:
        return f"{'#' * (line.level + 1)} {inline.write(line.text, 0, ())} {{#{line.id}}}"
    text = inline.write(line.text, line.head, line.marks)
    return f"# {text} {{#{line.id}}}" if is_title else f"{text}\n{{#{line.id}}}"
