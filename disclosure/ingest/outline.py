"""Which lines of a text are headings: parts and sections, by their numbers, their shape and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.ingest.shapes import (
    BEGINS_SPEECH,
    GLOSSARY,
    LABEL,
    PLANS,
    PROJECTS,
    Shape,
    Shaped,
    begins_anew,
    is_label,
    is_title,
    shaped,
)

# Before this share of a text nothing is an annex
LATE, FEW = 0.4, 20
CONTENTS = re.compile(r"目\s*录$")


class Outlined(Struct, frozen=True, kw_only=True):
    """A line and what it is: ``level`` 1 for a part, 2 for a section, 0 for text. ``head``: so much is the heading.

    ``is_annex``: it stands behind the report's end.
    """

    text: str
    level: int = 0
    head: int = 0
    is_annex: bool = False


def outline(texts: Sequence[str]) -> list[Outlined]:
    """What each line is."""
    end = annex_start(texts)
    lines = _without_lists([shaped(text) for text in texts[:end]])
    first, second = _levels(lines)
    found = [_outlined(line, first, second) for line in lines]
    return [*_settled(found, lines), *_annex(texts[end:])]


def annex_start(texts: Sequence[str]) -> int:
    """Where the annexes begin; the number of lines where there are none."""
    last = max((n for n, text in enumerate(texts) if _is_main(texts, n)), default=-1)
    least = max(last + 1, int(len(texts) * LATE) if len(texts) > FEW else 1)
    return next((n for n in range(least, len(texts)) if is_label(texts[n]) or _lists_projects(texts, n)), len(texts))


def _is_main(texts: Sequence[str], n: int) -> bool:
    """Whether a line can only be the report's: it speaks to the deputies, or is a part's heading."""
    found = shaped(texts[n])
    is_part = found.shape in (Shape.PART, Shape.CHAPTER) and found.is_whole and not found.is_stopped
    return bool(BEGINS_SPEECH.match(texts[n])) or (is_part and bool(PLANS.search(texts[n])))


def _lists_projects(texts: Sequence[str], n: int) -> bool:
    """A list of livelihood projects begins: its title, and lines that count."""
    following = texts[n + 1 : n + 3]
    is_title_of_list = PROJECTS.match(texts[n]) and shaped(texts[n]).shape is Shape.TEXT and not begins_anew(texts[n])
    return bool(is_title_of_list) and bool(following) and all(map(begins_anew, following))


def _without_lists(lines: list[Shaped]) -> list[Shaped]:
    """Numbered lines one after the other, with nothing below them, are items, or a table of contents."""
    later = [line.text for line in lines]
    done = list(lines)
    for at, line in enumerate(lines):
        other = lines[at + 1] if at + 1 < len(lines) else None
        before = lines[at - 1] if at else None
        beside = [one for one in (before, other) if one and one.shape is line.shape and one.number and line.number]
        is_item = line.is_stopped and line.is_whole and bool(beside) and all(one.is_whole for one in beside)
        is_repeated = _repeats(line.text, later[at + 1 :]) and any(
            one is not None and (one.shape is not Shape.TEXT or CONTENTS.match(one.text)) for one in (before, other)
        )
        if line.shape is not Shape.TEXT and (is_item or is_repeated):
            done[at] = Shaped(text=line.text)
    return done


def _repeats(text: str, later: Sequence[str]) -> bool:
    """Whether a line of a table of contents comes again as the heading itself."""
    title = re.sub(r"[\s.…·—]*[（(]?[0-9]{0,3}[）)]?$", "", text)
    return len(title) > 3 and any(one in (text, title) for one in later)


def _levels(lines: Sequence[Shaped]) -> tuple[Shape | None, Shape | None]:
    """Which shapes are parts and sections of this text."""
    at = {shape: [n for n, one in enumerate(lines) if one.shape is shape] for shape in Shape}
    has_bare = _has_bare_parts(at[Shape.BARE], at[Shape.PART])
    if at[Shape.CHAPTER] or has_bare:
        second = Shape.PART if at[Shape.PART] else Shape.SECTION
        return (Shape.CHAPTER if at[Shape.CHAPTER] else Shape.BARE), second
    if at[Shape.PART]:
        return Shape.PART, Shape.SECTION
    chinese = [n for n in at[Shape.SECTION] if lines[n].is_chinese]
    return (Shape.SECTION, None) if len(chinese) > 1 else (None, Shape.SECTION)


def _has_bare_parts(bare: Sequence[int], numbered: Sequence[int]) -> bool:
    """Whether parts have no numbers: numbered ones, if any, only stand below them."""
    return bool(bare) and (not numbered or (bare[0] < numbered[0] and (len(bare) > 1 or len(numbered) > 1)))


def _outlined(line: Shaped, first: Shape | None, second: Shape | None) -> Outlined:
    level = 1 if line.shape is first else 2 if line.shape is second else 0
    if line.shape is Shape.TEXT or (level == 1 and not _is_part(line)):
        level = 0
    return Outlined(text=line.text, level=level, head=line.head if level else 0)


def _is_part(line: Shaped) -> bool:
    """A part's heading is a line of its own; with text behind it, only what parts are called by counts."""
    return line.shape is Shape.SECTION or line.is_whole or bool(PLANS.search(line.text[: line.head]))


def _settled(found: list[Outlined], lines: Sequence[Shaped]) -> Iterator[Outlined]:
    """Sections in Arabic numerals only where they take their turn among the others, or are all there is."""
    last = 0
    for n, (one, line) in enumerate(zip(found, lines, strict=True)):
        if one.level == 1:
            last = 0
        if one.level == 2 and not line.is_chinese and not _takes_its_turn(found, lines, n, last):
            yield replace(one, level=0, head=0)
            continue
        if one.level == 2 and not one.head:
            yield replace(one, level=0)
            continue
        last = line.number if one.level == 2 else last
        yield one


def _takes_its_turn(found: Sequence[Outlined], lines: Sequence[Shaped], n: int, last: int) -> bool:
    number = lines[n].number
    end = next((at for at in range(n + 1, len(found)) if found[at].level == 1), len(found))
    begin = next((at for at in range(n, -1, -1) if found[at].level == 1), 0)
    chinese = [lines[at].number for at in range(begin, end) if found[at].level == 2 and lines[at].is_chinese]
    if not chinese:
        return lines[n].is_whole and not lines[n].is_stopped
    following = (lines[at].number for at in range(n + 1, end) if found[at].level == 2 and lines[at].is_chinese)
    return number == last + 1 and number not in chinese and next(following, number + 1) == number + 1


def _annex(texts: Sequence[str]) -> Iterator[Outlined]:
    """What stands behind the end: one part, with what its annexes are called as its sections."""
    for n, text in enumerate(texts):
        is_named = is_label(text) or (n > 0 and _is_annex_title(texts, n))
        is_heading = n == 0 or is_named or _lists_projects(texts, n)
        level = 0 if not is_heading else 1 if n == 0 else 2
        yield Outlined(text=text, level=level, head=len(text) if level else 0, is_annex=True)


def _is_annex_title(texts: Sequence[str], n: int) -> bool:
    """The line below 附件1 that says what it is."""
    text = texts[n]
    is_short = len(text) <= 40 and not re.search(r"[，。；：！？]", text)
    return bool(LABEL.match(texts[n - 1])) and is_short and not begins_anew(text)


def is_glossary(text: str) -> bool:
    return bool(GLOSSARY.match(text))


def title_of(texts: Sequence[str]) -> int | None:
    """Which of the opening lines names the report."""
    return next((n for n, text in enumerate(texts) if is_title(text)), None)
