"""Which lines of a text are headings: parts and sections, by their numbers, their shape and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.ingest.shapes import (
    BARE,
    BEGINS_SPEECH,
    LABEL,
    PART,
    PLANS,
    PROJECTS,
    SALUTATION,
    SECTION,
    Shape,
    Shaped,
    begins_anew,
    is_label,
    is_title,
    shaped,
)

# Before this share of a text nothing is an annex
LATE, FEW = 0.4, 20
# The speech begins so near the top
TOP = 40
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
    start = _speech(texts[:end])
    lines = _without_lists([shaped(text) if n > start else Shaped(text=text) for n, text in enumerate(texts[:end])])
    first, second = _levels(lines)
    found = [_outlined(line, first, second) for line in lines]
    return [*_settled(found, lines), *_annex(texts[end:])]


def _speech(texts: Sequence[str]) -> int:
    """Where the speech begins, if it does so in a line of its own before all headings; nothing above is one."""
    start = next((n for n, text in enumerate(texts[:TOP]) if SALUTATION.match(text)), -1)
    parts = (shaped(text).shape in (Shape.PART, Shape.CHAPTER, Shape.BARE) for text in texts[start + 1 :])
    return start if any(parts) else -1


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
    return [
        Shaped(text=line.text) if line.shape is not Shape.TEXT and _is_listed(lines, at) else line
        for at, line in enumerate(lines)
    ]


def _is_listed(lines: Sequence[Shaped], at: int) -> bool:
    line = lines[at]
    around = [lines[n] for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    if line.is_stopped and line.is_whole:
        beside = [one for one in around if _is_like(one, line)]
        return bool(beside) and all(one.is_whole or one.text.endswith("；") for one in beside)
    is_beside = any(one.shape is not Shape.TEXT or CONTENTS.match(one.text) for one in around)
    return is_beside and _repeats(line.text, [one.text for one in lines[at + 1 :]])


def _is_like(one: Shaped, line: Shaped) -> bool:
    """Whether a line is numbered as another, or was no heading only because its list goes on."""
    is_item = one.text.endswith("；") and bool(SECTION.match(one.text) or PART.match(one.text))
    return (one.shape is line.shape and one.number > 0) or is_item


def _repeats(text: str, later: Sequence[str]) -> bool:
    """Whether a line of a table of contents comes again as the heading itself."""
    title = re.sub(r"[\s.…·—]*[（(]?[0-9]{0,3}[）)]?$", "", text)
    return len(title) > 3 and any(one in (text, title) for one in later)


def _levels(lines: Sequence[Shaped]) -> tuple[Shape | None, Shape | None]:
    """Which shapes are parts and sections of this text. Without parts, sections stand by themselves."""
    at = {shape: [n for n, one in enumerate(lines) if one.shape is shape] for shape in Shape}
    has_bare = _has_bare_parts(at[Shape.BARE], at[Shape.PART], lines)
    if at[Shape.CHAPTER] or has_bare:
        second = Shape.PART if at[Shape.PART] else Shape.SECTION
        return (Shape.CHAPTER if at[Shape.CHAPTER] else Shape.BARE), second
    if at[Shape.PART]:
        return Shape.PART, Shape.SECTION
    return None, Shape.SECTION


def _has_bare_parts(bare: Sequence[int], numbered: Sequence[int], lines: Sequence[Shaped]) -> bool:
    """Whether parts have no numbers: numbered lines, if any, stand below them and are not called as parts are."""
    if not bare or (numbered and bare[0] > numbered[0]):
        return False
    return not any(BARE.match(PART.sub("", lines[n].text, count=1)) for n in numbered)


def _outlined(line: Shaped, first: Shape | None, second: Shape | None) -> Outlined:
    level = 1 if line.shape is first else 2 if line.shape in (second, Shape.ITEM) else 0
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
        if one.level == 2 and line.shape is Shape.ITEM and not _counts(found, lines, n):
            yield replace(one, level=0, head=0)
            continue
        if (
            one.level == 2
            and line.shape is not Shape.ITEM
            and not line.is_chinese
            and not _takes_its_turn(found, lines, n, last)
        ):
            yield replace(one, level=0, head=0)
            continue
        if one.level == 2 and not one.head:
            yield replace(one, level=0)
            continue
        last = line.number if one.level == 2 else last
        yield one


def _counts(found: Sequence[Outlined], lines: Sequence[Shaped], n: int) -> bool:
    """Whether counted headings are a part's only sections: there are several, from one on, each with text below."""
    end = next((at for at in range(n + 1, len(found)) if found[at].level == 1), len(found))
    begin = next((at for at in range(n, -1, -1) if found[at].level == 1), 0)
    own = [at for at in range(begin, end) if found[at].level == 2]
    items = [at for at in own if lines[at].shape is Shape.ITEM]
    follows = all(at + 1 < len(lines) and lines[at + 1].shape is Shape.TEXT for at in items)
    is_counting = [lines[at].number for at in items] == list(range(1, len(items) + 1))
    return len(items) > 1 and items == own and follows and is_counting


def _takes_its_turn(found: Sequence[Outlined], lines: Sequence[Shaped], n: int, last: int) -> bool:
    number = lines[n].number
    end = next((at for at in range(n + 1, len(found)) if found[at].level == 1), len(found))
    begin = next((at for at in range(n, -1, -1) if found[at].level == 1), 0)
    chinese = [
        lines[at].number
        for at in range(begin, end)
        if found[at].level == 2 and lines[at].is_chinese and lines[at].shape is not Shape.ITEM
    ]
    if not chinese:
        return lines[n].is_whole and not lines[n].is_stopped
    following = (
        lines[at].number
        for at in range(n + 1, end)
        if found[at].level == 2 and lines[at].is_chinese and lines[at].shape is not Shape.ITEM
    )
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


def title_of(texts: Sequence[str]) -> int | None:
    """Which of the opening lines names the report: the last one before the speech."""
    speech = next((n for n, text in enumerate(texts) if BEGINS_SPEECH.match(text)), len(texts))
    return max((n for n, text in enumerate(texts[:speech]) if is_title(text)), default=None)
