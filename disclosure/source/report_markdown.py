"""``report.md``: front matter, headings, paragraphs with written ids, notes. Markdown to the report's text.

One paragraph is one line, followed by its id on a line of its own (``{#p2-05}``). Headings carry their id at the
end of the line. Notes are footnotes labelled as in the source, ``[^0]: ...``, anywhere after their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from disclosure.model.text import Heading, Mark, Note, Paragraph, ReportText, Sentence, line_text
from disclosure.problem import Place, Problem
from disclosure.source import inline, sentences
from disclosure.source.note_marks import BLANKS
from disclosure.translation import gettext as _

# One blank after the signs: a further one belongs to the title and is compared with the archived source
HEADING = re.compile(r"(#{1,6}) (.*?)(?:(?:(?<! )|(?<=# )) +\{:? ?#([^}\s]*) ?\})?$")
ID_LINE = re.compile(r"\{:? ?#([^}\s]*) ?\}$")
NOTE = re.compile(r"\[\^(\d{1,6})\]: ?(.*)$")
# Meant as one
NEAR_ID = re.compile(r"(?P<text>(?:.*\S)?)\s*(?P<written>[{｛]\s*(?:[#＃]\s*)?(?P<id>p\d+[-_－]\d+[a-z]?)\s*[}｝])$")
PARAGRAPH_ID = re.compile(r"p[0-9]{1,3}-[0-9]{2,5}[a-z]?$")
HEADING_ID = re.compile(r"(?=.{1,80}$)(?:part-[0-9]{1,3}|s?[0-9]{1,3}-[0-9]{1,3}(?:-[a-z0-9]+)*)$")


class _Reading(Struct, kw_only=True):
    """What has been read so far; each line of the file moves it on."""

    path: str
    rows: list[str]
    first_line: int
    opening: list[Paragraph] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    lines: list[Paragraph | Heading] = field(default_factory=list)
    bodies: list[tuple[int, str, int]] = field(default_factory=list)
    id_places: list[Place] = field(default_factory=list)
    pending: tuple[str, int] | None = None
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, column: int, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.path, line, column), rule, message, hint))

    def mark_column(self, paragraph: Paragraph, mark: Mark) -> int:
        """The column of a mark; of the last one, where a line has the same mark several times; the line's first where
        it stands on another line of a broken paragraph."""
        return max(self.rows[paragraph.line - self.first_line].rfind(f"[^{mark.number}]"), 0) + 1


def parse(body: str, path: str, first_line: int = 1) -> tuple[ReportText, list[Problem]]:
    """The report's text and all that is wrong with its form. What can be read is kept."""
    reading = _Reading(path=path, rows=body.split("\n"), first_line=first_line)
    for number, line in enumerate(reading.rows, first_line):
        _take(reading, line.strip(BLANKS), number)
    _close_paragraph(reading, "", 0)
    reading.problems += _check_ids(reading)
    notes = _notes(reading)
    text = ReportText(
        opening=tuple(reading.opening),
        headings=tuple(reading.headings),
        paragraphs=tuple(reading.paragraphs),
        notes=notes,
        lines=tuple(reading.lines),
    )
    return text, reading.problems


def _take(reading: _Reading, line: str, number: int) -> None:
    if not line:
        _close_paragraph(reading, "", 0)
    elif match := ID_LINE.match(line):
        _close_paragraph(reading, match[1], number)
    elif match := NOTE.match(line):
        _close_paragraph(reading, "", 0)
        reading.bodies.append((int(match[1]), match[2], number))
    elif match := HEADING.match(line):
        _close_paragraph(reading, "", 0)
        _take_heading(reading, match, number)
    elif match := NEAR_ID.match(line):
        _take_near_id(reading, match, number)
    elif reading.pending is not None:
        message = _("段落换了行")
        reading.wrong(number, 1, "paragraph-break", message, _("一个段落写成一行；两个段落之间空一行"))
        reading.pending = (reading.pending[0] + line, reading.pending[1])
    else:
        reading.pending = (line, number)


def _take_near_id(reading: _Reading, found: re.Match[str], number: int) -> None:
    """An id in other signs, or behind its paragraph."""
    id = re.sub("[_－]", "-", found["id"])
    if found["text"]:
        reading.pending = (found["text"], number)
        message = _("编号 {written} 要写在段落的下一行").format(written=found["written"])
    else:
        message = _("编号 {written} 的写法不对").format(written=found["written"])
    hint = _("单独写一行：{{#{id}}}").format(id=id)
    reading.wrong(number, found.start("written") + 1, "bad-id", message, hint)
    _close_paragraph(reading, id, number)


def _take_heading(reading: _Reading, found: re.Match[str], number: int) -> None:
    depth, title, id = len(found[1]), found[2].strip(BLANKS), found[3] or ""
    if depth == 1 and not reading.headings:
        reading.pending = (title, number)
        _close_paragraph(reading, id, number)
        return
    level = depth - 1
    if level not in (1, 2):
        message = _("标题级别不对：{signs}").format(signs=found[1])
        reading.wrong(number, 1, "heading-level", message, _("# 只用于报告题名，## 是部分，### 是小节"))
        level = 1 if level < 1 else 2
    elif id and (id.startswith("part-") != (level == 1)) and HEADING_ID.match(id):
        message = _("标题的级别与编号不符：{signs} {{#{id}}}").format(signs=found[1], id=id)
        reading.wrong(number, 1, "heading-level", message, _("部分写 ##，编号是 part-2；小节写 ###，编号是 s2-1"))
    parent = next((one.id for one in reversed(reading.headings) if one.level < level), "")
    heading = Heading(id=id, title=inline.parse(title).text, level=level, parent=parent, line=number)
    reading.headings.append(heading)
    reading.lines.append(heading)
    reading.id_places.append(Place(reading.path, number, found.start(3) - 1 if id else 1))


def _close_paragraph(reading: _Reading, id: str, id_line: int) -> None:
    if reading.pending is None:
        if id_line:
            hint = _("编号紧跟在段落的下一行，中间不空行")
            reading.wrong(id_line, 1, "stray-id", _("编号 {id} 前面没有段落").format(id=id), hint)
        return
    line, number = reading.pending
    reading.pending = None
    column = inline.stray_bold(line)
    if column is not None:
        message = _("加粗只能用于段首的小标题")
        reading.wrong(number, column + 1, "stray-bold", message, _("删去 **，或写作 **小标题**。正文"))
    paragraph = _paragraph(reading, line, id, number)
    (reading.paragraphs if reading.headings else reading.opening).append(paragraph)
    reading.lines.append(paragraph)
    reading.id_places.append(Place(reading.path, id_line or number))


def _paragraph(reading: _Reading, line: str, id: str, number: int) -> Paragraph:
    parsed = inline.parse(line)
    begin = parsed.head + 1 if parsed.head else 0
    spans = sentences.spans(parsed.text, begin)
    found = tuple(Sentence(f"{id}.{n}", start, end) for n, (start, end) in enumerate(spans, 1))
    section = reading.headings[-1].id if reading.headings else ""
    return Paragraph(
        id=id, section=section, text=parsed.text, head=parsed.head, marks=parsed.marks, sentences=found, line=number
    )


def _check_ids(reading: _Reading) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for n, (line, place) in enumerate(zip(reading.lines, reading.id_places, strict=True)):
        pattern = HEADING_ID if isinstance(line, Heading) else PARAGRAPH_ID
        if not line.id:
            message = _("“{text}…”没有编号").format(text=line_text(line)[:12])
            hint = _("加上从未用过的编号，例如 {{#{id}}}").format(id=_unused_id(reading, n))
            yield Problem(place, "no-id", message, hint)
        elif not pattern.match(line.id):
            message = _("编号 {id} 的写法不对").format(id=line.id)
            hint = _("例如 {{#{id}}}").format(id=_unused_id(reading, n))
            yield Problem(place, "bad-id", message, hint)
        elif line.id in seen:
            message = _("编号 {id} 用了两次，第一次在第 {line} 行").format(id=line.id, line=seen[line.id])
            yield Problem(place, "duplicate-id", message, _("给新段落一个从未用过的编号，旧的不动"))
        seen.setdefault(line.id, place.line)


def _unused_id(reading: _Reading, index: int) -> str:
    """An id for a line that is higher than every one of its kind in its part."""
    line = reading.lines[index]
    part = sum(isinstance(one, Heading) and one.level == 1 for one in reading.lines[: index + 1])
    sign = "" if any(re.match(r"\d", one.id) for one in reading.headings) else "s"
    stem = f"p{part}-" if isinstance(line, Paragraph) else f"{sign}{part}-" if line.level == 2 else "part-"
    numbers = (re.match(rf"{stem}(\d+)", one.id) for one in reading.lines)
    following = max((int(found[1]) for found in numbers if found), default=0) + 1
    return f"{stem}{following:02}" if isinstance(line, Paragraph) else f"{stem}{following}"


def _notes(reading: _Reading) -> tuple[Note, ...]:
    places = _mark_places(reading)
    notes: dict[int, Note] = {}
    for number, text, line in reading.bodies:
        if number in notes:
            message = _("注释 {n} 的正文写了两次").format(n=number)
            reading.wrong(line, 1, "note-defined-twice", message, _("只保留一处 [^{n}]: …").format(n=number))
            continue
        if number not in places:
            message = _("注释 {n} 没有被引用").format(n=number)
            reading.wrong(line, 1, "note-unused", message, _("在正文引用处写 [^{n}]").format(n=number))
        paragraph, offset = places.pop(number, ("", 0))
        notes[number] = Note(number=number, text=text, paragraph=paragraph, offset=offset, line=line)
    _missing_bodies(reading, notes)
    return tuple(notes[number] for number in sorted(notes))


def _mark_places(reading: _Reading) -> dict[int, tuple[str, int]]:
    places: dict[int, tuple[str, int]] = {}
    for paragraph in reading.opening + reading.paragraphs:
        for mark in paragraph.marks:
            if mark.number in places:
                message = _("注释 {n} 被引用了两次").format(n=mark.number)
                hint = _("原文里每条注释只引用一次，第一次在 {id}").format(id=places[mark.number][0])
                reading.wrong(paragraph.line, reading.mark_column(paragraph, mark), "note-twice", message, hint)
            places.setdefault(mark.number, (paragraph.id, mark.offset))
    return places


def _missing_bodies(reading: _Reading, notes: dict[int, Note]) -> None:
    for paragraph in reading.opening + reading.paragraphs:
        for mark in paragraph.marks:
            if mark.number not in notes:
                message = _("注释 {n} 没有正文").format(n=mark.number)
                hint = _("在段落后面另起一行写 [^{n}]: 注释正文").format(n=mark.number)
                reading.wrong(paragraph.line, reading.mark_column(paragraph, mark), "note-without-body", message, hint)
