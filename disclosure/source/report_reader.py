"""A reader for work-report text: the archived original to the body of ``report.md``.

Parts and sections are known by their numbering, run-in heads by their shape, ids are given in order. Reading a
text again keeps every id that a line already has; new lines get ids that were never used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import partial
from itertools import takewhile

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.model.text import ReportText, line_text
from disclosure.source import inline, sentences
from disclosure.source.archive import Archive, ArchivedLine

PART = re.compile(r"[一二三四五六七八九十]+、\S")
SECTION = re.compile(r"[（(][一二三四五六七八九十\d]+[）)]\s*\S")
# s2-1-industry takes the number s2-1
SECTION_NUMBER = re.compile(r"s?\d+-\d+(?=-)")
# As ids were given once: a spreadsheet takes them for dates
BARE_SECTION = re.compile(r"\d+-\d+")
LONGEST_HEADING = 40
# Below this share of common characters a line is another line
MENDED = 0.5


class _Line(Struct, frozen=True):
    source: ArchivedLine
    level: int
    id: str


def to_markdown(archive: Archive, earlier: ReportText | None = None, retired: Iterable[str] = ()) -> str:
    """The body of ``report.md``. ``earlier`` is the text as it was read before, ``retired`` ids are not given again."""
    used = {line.id for line in earlier.lines} if earlier else set()
    used |= {match[0] for id in used if (match := SECTION_NUMBER.match(id))}
    kept = {new: earlier.lines[old].id for new, old in _kept(archive, earlier).items()} if earlier else {}
    bodies = grouped(archive.notes)
    blocks: list[str] = []
    for line in _number(archive, kept, used | set(retired)):
        blocks.append(_block(line))
        blocks += [body for mark in line.source.marks for body in _bodies(mark.number, bodies.pop(mark.number, []))]
    # Notes that nothing refers to are the source's too
    blocks += [body for number, texts in bodies.items() for body in _bodies(number, texts)]
    return "\n\n".join(blocks) + "\n"


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
    return old == new or (same and heading_level(old) == heading_level(new))


def heading_level(text: str) -> int:
    """1 for a part, 2 for a numbered section, 0 for a paragraph."""
    if len(text) > LONGEST_HEADING or text.endswith(("。", "；", "！", "：")):
        return 0
    return 1 if PART.match(text) else 2 if SECTION.match(text) else 0


def _number(archive: Archive, kept: dict[int, str], used: set[str]) -> list[_Line]:
    numbered: list[_Line] = []
    part = section = paragraph = 0
    section_form = "{}-{}" if any(map(BARE_SECTION.match, kept.values())) else "s{}-{}"
    for n, line in enumerate(archive.lines):
        level = heading_level(line.text)
        if level == 1:
            part, section, paragraph = part + 1, 0, 0
            form: Callable[[int], str] = "part-{}".format
            wanted = part
        elif level == 2 and part:
            section, wanted = section + 1, section + 1
            form = partial(section_form.format, part)
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
