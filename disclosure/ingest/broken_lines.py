"""Lines that a page or a web page broke: which go on with the next.

A text whose lines end where the page does is told by their length; there each line goes on unless something says that
a paragraph ends. In any other text only what cannot end a paragraph goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from disclosure.ingest.shapes import BEGINS_SPEECH, ENDS, Shape, begins_anew, is_label, is_title, shaped
from disclosure.source.alignment import merged
from disclosure.source.archive import ArchivedLine
from disclosure.source.note_marks import BLANKS

# What no line of its own begins with, and what none ends with
NEVER_FIRST = re.compile(r"[，。、；：！？）)”’》】%％℃‰]")
NEVER_LAST = re.compile(r"(?:[，、,（(“‘《【]|[0-9A-Za-z.+±]|[的和与及])$")
OPEN, CLOSED = "（(“「『【〔《", "）)”」』】〕》"
# Between the cells of a row: it is whole
CELLS = "｜"
# A rest of a sentence, no paragraph
TINY = 6
# How far a bracket may be open
REACH = 4
# So much of the lines that do not end a sentence is as long as the page is wide
FULL, LACKING, LEAST, NARROWEST = 0.7, 0.4, 8, 14
# Where so many lines end no sentence, they are pieces, whatever their length
MOST = 0.6
# The edge of a page is where so many lines begin
EDGE = 0.2
# So many paragraphs have an empty line before them
SPACED = 0.85
SLACK = 4
# A sub-head on a line of its own; so many of them are no accident
HEAD_ALONE, HEADS = re.compile(r"[^，。；：！？0-9\s]{4,18}。$"), 3
# A title in lines of few words; the day and the session of a speech
LAST_OF_TITLE, PIECE_OF_TITLE = "工作报告", re.compile(r"(?!.*(?:文件|材料|会议|大会)$)[㐀-鿿0-9]{1,10}$")
OCCASION = re.compile(r"[—―\-（(]*[0-9]{4}年[^，。]*[^上）)，。]$")
REST_OF_OCCASION = re.compile(r"[^，。：\s]{0,16}上[）)]?$")
LONG_HEADING, REST_OF_HEADING = 16, 14


class PageLayout(Struct, frozen=True, kw_only=True):
    """How a text stands on its page. ``width``: how long full lines are, 0 where lines are paragraphs; ``is_spaced``:
    an empty line stands between two paragraphs."""

    width: int
    indented: frozenset[int]
    is_indented: bool
    after_gap: frozenset[int]
    is_spaced: bool


def layout(lines: Sequence[ArchivedLine], rows: Mapping[int, str], *, wrapped: bool) -> PageLayout:
    depths = {n: _depth_of(row) for n, row in rows.items() if row.strip(BLANKS)}
    edge = min((depth for depth, count in Counter(depths.values()).items() if count >= EDGE * len(depths)), default=0)
    indented = frozenset(n for n, depth in depths.items() if depth >= edge + 2)
    after_gap = frozenset(n for n in rows if n > 1 and not rows.get(n - 1, "").strip(BLANKS))
    body = lines[first_of_body(lines) :]
    width = _width(body, certain=wrapped)
    pairs = [(a, b.line) for a, b in pairwise(body) if ENDS.search(a.text)]
    ends = [n for a, n in pairs if len(a.text) < width - SLACK]
    is_indented = bool(ends) and sum(n in indented for n in ends) * 2 > len(ends)
    is_spaced = len(pairs) >= LEAST and sum(n in after_gap for _a, n in pairs) >= SPACED * len(pairs)
    return PageLayout(
        width=width, indented=indented, is_indented=is_indented, after_gap=after_gap, is_spaced=is_spaced and not width
    )


def _depth_of(row: str) -> int:
    """How far in a row begins, by the width of its blanks."""
    return sum(1 if sign in " \t\u2009\u200a" else 2 for sign in row[: len(row) - len(row.lstrip(BLANKS))])


def first_of_body(lines: Sequence[ArchivedLine]) -> int:
    """Before the speech, lines stand by themselves: the title, the occasion, who speaks."""
    found = (n for n, line in enumerate(lines[:40]) if BEGINS_SPEECH.match(line.text))
    heads = (n for n, line in enumerate(lines) if shaped(line.text).shape is not Shape.TEXT or ENDS.search(line.text))
    return next(found, next(heads, 0))


def _width(body: Sequence[ArchivedLine], *, certain: bool) -> int:
    """How long the lines are that end where the page does."""
    open_ = sorted(len(line.text) for line in body if not ENDS.search(line.text) and not _is_heading(line.text))
    if not open_ or (not certain and (len(open_) < LEAST or len(open_) < LACKING * len(body))):
        return 0
    width = open_[int(len(open_) * 0.9)]
    is_even = sum(length >= width - SLACK for length in open_) >= FULL * len(open_)
    is_most = len(open_) >= MOST * len(body)
    return width if certain or ((is_even or is_most) and width >= NARROWEST) else 0


def _is_heading(text: str) -> bool:
    found = shaped(text)
    return found.shape is not Shape.TEXT and found.is_whole


def whole_lines(lines: Sequence[ArchivedLine], how: PageLayout) -> list[ArchivedLine]:
    """Each paragraph as one line."""
    start = first_of_body(lines)
    done = list(_whole_title([line for line in lines[:start] if line.text]))
    heads = frozenset() if how.width else _heads_alone(lines[start:])
    piece: list[ArchivedLine] = []
    for at in range(start, len(lines)):
        piece.append(lines[at])
        is_head = lines[at].line in heads and len(piece) == 1
        if at + 1 == len(lines) or not (is_head or _goes_on(merged(piece).text, lines, at, how)):
            done.append(merged(piece))
            piece = []
    return done


def _heads_alone(lines: Sequence[ArchivedLine]) -> frozenset[int]:
    """Sub-heads without a number, each on a line above its paragraph: a text that has one has several."""
    found = [a.line for a, b in pairwise(lines) if HEAD_ALONE.match(a.text) and _is_paragraph(b, below=a)]
    return frozenset(found if len(found) >= HEADS else ())


def _is_paragraph(line: ArchivedLine, *, below: ArchivedLine) -> bool:
    is_text = shaped(line.text).shape is Shape.TEXT and not begins_anew(line.text) and not begins_anew(below.text)
    is_longer = len(line.text) > len(below.text) or bool(re.search("[0-9，]", line.text))
    return is_text and is_longer and bool(ENDS.search(line.text)) and not HEAD_ALONE.match(line.text)


def _whole_title(lines: Sequence[ArchivedLine]) -> Iterator[ArchivedLine]:
    """The opening lines; a title that was broken is one line, and so is the occasion."""
    at = 0
    while at < len(lines):
        pieces = next((n for n in (3, 2) if _is_broken(lines[at : at + n], n)), 1)
        yield merged(lines[at : at + pieces])
        at += pieces


def _is_broken(lines: Sequence[ArchivedLine], pieces: int) -> bool:
    *before, last = [line.text for line in lines]
    if len(lines) != pieces or any(map(is_title, before)):
        return False
    if pieces == 2 and OCCASION.match(before[0]) and REST_OF_OCCASION.match(last):
        return True
    # 工作报告 alone is the end of a title; what is a whole one has none before it
    is_open = not is_title(last) or (last == LAST_OF_TITLE and all(map(PIECE_OF_TITLE.match, before)))
    return is_open and is_title("".join((*before, last)))


def _goes_on(text: str, lines: Sequence[ArchivedLine], at: int, how: PageLayout) -> bool:
    one, other = lines[at], lines[at + 1]
    if CELLS in one.text or CELLS in other.text:
        return False
    if not other.text or NEVER_FIRST.match(other.text):
        return not is_label(one.text)
    if _closes_soon(text, lines[at + 1 : at + 1 + REACH]):
        return True
    if is_label(one.text) or is_title(one.text) or _begins(other.text, full=len(one.text) >= how.width > 0):
        return False
    if _is_heading(text) and not ENDS.search(one.text):
        return _breaks_heading(text, other, lines[at + 2 : at + 3], how)
    return _is_one_paragraph(one, other, how)


def _is_one_paragraph(one: ArchivedLine, other: ArchivedLine, how: PageLayout) -> bool:
    if how.is_indented and other.line in how.indented:
        return False
    if how.is_spaced and other.line not in how.after_gap:
        return not _is_heading(one.text)
    if ENDS.search(one.text):
        return _fills(one, how) and how.is_indented
    return bool(how.width) or _cannot_end(one, other, how)


def _begins(text: str, *, full: bool) -> bool:
    """Whether a line begins something; in the middle of a full page line, 一是 may stand anywhere."""
    found = shaped(text)
    return found.shape is not Shape.TEXT or is_label(text) or (begins_anew(text) and not full)


def _fills(line: ArchivedLine, how: PageLayout) -> bool:
    return bool(how.width) and len(line.text) >= how.width - 1


def _cannot_end(one: ArchivedLine, other: ArchivedLine, how: PageLayout) -> bool:
    if NEVER_LAST.search(one.text) and not is_title(one.text):
        return True
    if other.line in how.after_gap:
        return False
    is_rest = len(other.text) <= TINY and bool(ENDS.search(other.text))
    return is_rest or bool(re.search(r"[，、]$", other.text) and len(other.text) <= 2 * TINY)


def _closes_soon(text: str, following: Sequence[ArchivedLine]) -> bool:
    """Whether a bracket is open that one of the next lines closes."""
    if _depth(text) <= 0:
        return False
    for line in following:
        text += line.text
        if _depth(text) <= 0:
            return True
    return False


def _depth(text: str) -> int:
    return sum(text.count(sign) for sign in OPEN) - sum(text.count(sign) for sign in CLOSED)


def _breaks_heading(text: str, other: ArchivedLine, after: Sequence[ArchivedLine], how: PageLayout) -> bool:
    """Whether a heading goes on in the next line: a short one that ends nothing, before a paragraph."""
    if ENDS.search(other.text) or len(other.text) > REST_OF_HEADING or other.line in how.after_gap or not after:
        return False
    is_open = NEVER_LAST.search(text) is not None and not text[-1].isdigit()
    is_full = len(text) >= how.width - 2 if how.width else len(text) >= LONG_HEADING
    return is_open or is_full
