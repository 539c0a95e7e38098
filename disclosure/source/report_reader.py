"""A reader for work-report text: the archived original to the body of ``report.md``.

Parts and sections are known by their numbering, run-in heads by their shape, ids are given in order. Reading a
text again keeps every id that a line already has; new lines get ids that were never used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from disclosure.model.text import ReportText, line_text
from disclosure.source import inline, sentences
from disclosure.source.archive import Archive, ArchivedLine

PART = re.compile(r"[一二三四五六七八九十]+、\S")
SECTION = re.compile(r"[（(][一二三四五六七八九十\d]+[）)]\s*\S")
LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class _Line:
    source: ArchivedLine
    level: int
    id: str


def to_markdown(archive: Archive, earlier: ReportText | None = None, retired: Iterable[str] = ()) -> str:
    """The body of ``report.md``. ``earlier`` is the text as it was read before, ``retired`` ids are not given again."""
    used = {line.id for line in earlier.lines} if earlier else set()
    kept = _kept_ids(archive, earlier) if earlier else {}
    bodies = dict(archive.notes)
    blocks: list[str] = []
    for line in _number(archive, kept, used | set(retired)):
        blocks.append(_block(line))
        blocks += [f"[^{mark.number}]: {bodies[mark.number]}" for mark in line.source.marks if mark.number in bodies]
    return "\n\n".join(blocks) + "\n"


def _kept_ids(archive: Archive, earlier: ReportText) -> dict[int, str]:
    before = [line_text(line) for line in earlier.lines]
    after = [line.text for line in archive.lines]
    pairs = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {pair.b + n: earlier.lines[pair.a + n].id for pair in pairs for n in range(pair.size)}


def heading_level(text: str) -> int:
    """1 for a part, 2 for a numbered section, 0 for a paragraph."""
    if len(text) > LONGEST_HEADING or text.endswith(("。", "；", "！", "：")):
        return 0
    return 1 if PART.match(text) else 2 if SECTION.match(text) else 0


def _number(archive: Archive, kept: dict[int, str], used: set[str]) -> list[_Line]:
    numbered: list[_Line] = []
    part = section = paragraph = 0
    for n, line in enumerate(archive.lines):
        level = heading_level(line.text)
        if level == 1:
            part, section, paragraph = part + 1, 0, 0
            form: Callable[[int], str] = "part-{}".format
            wanted = part
        elif level == 2 and part:
            section, wanted = section + 1, section + 1
            form = f"{part}-{{}}".format
        else:
            level, paragraph, wanted = 0, paragraph + 1, paragraph + 1
            form = f"p{part}-{{:02}}".format
        id = kept.get(n) or _free(form, wanted, used)
        used.add(id)
        numbered.append(_Line(line, level, id))
    return numbered


def _free(form: Callable[[int], str], wanted: int, used: set[str]) -> str:
    while form(wanted) in used:
        wanted += 1
    return form(wanted)


def _block(line: _Line) -> str:
    if line.level:
        return f"{'#' * (line.level + 1)} {inline.write(line.source.text, 0, ())} {{#{line.id}}}"
    text = line.source.text
    head = sentences.head_length(text) if not line.id.startswith("p0-") else 0
    written = inline.write(text, head, line.source.marks)
    return f"# {written} {{#{line.id}}}" if line.id == "p0-01" else f"{written}\n{{#{line.id}}}"
