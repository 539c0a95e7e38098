"""Notes that an archived text writes in a form of its own: ``［1］``, ``①``, ``（注1）`` in the text, bodies elsewhere.

A mark is a note only where a body stands in the declared lines, and a body only where a mark does: whatever has no
counterpart stays text, so that enumerations and glossaries without marks are read as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.model.report import NoteForm
from disclosure.model.text import Mark

# What stands around a line and is no text: blanks of all widths, and what has none
BLANKS = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
)
FINISHED = re.compile(r"[。！？；：!?;:…][”’）)》】]*$")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CHINESE = "一二三四五六七八九"
DIGITS = {"1": "[0-9０-９]{1,4}", "１": "[0-9０-９]{1,4}", "①": f"[{CIRCLED}]", "¹": f"[{RAISED}]{{1,4}}"}
DIGITS["一"] = "[一二三四五六七八九十]{1,3}"
# Signs that are the same in half and full width
WIDTHS = ("[［", "]］", "(（", ")）", ".．", ":：")

# No mark has more signs
LONGEST = 12

NumberedRow = tuple[int, str]


class Body(Struct, frozen=True):
    """A note's body: its number as written, the rows it stands on, and its text."""

    block: int
    number: int
    rows: tuple[NumberedRow, ...]
    text: str


class WithoutNotes(Struct, frozen=True):
    """A text without its notes: its lines with their marks, and the bodies by number."""

    lines: tuple[tuple[int, str, tuple[Mark, ...]], ...]
    notes: tuple[tuple[int, str], ...]


def pattern(example: str) -> re.Pattern[str]:
    """What marks look like whose first is ``example``; group 1 is the number."""
    at = next(n for n, sign in enumerate(example) if sign in DIGITS)
    before, after = (_signs(part) for part in (example[:at], example[at + 1 :]))
    return re.compile(f"{before}({DIGITS[example[at]]}){after}")


def _signs(text: str) -> str:
    return "".join(next((f"[{re.escape(both)}]" for both in WIDTHS if one in both), re.escape(one)) for one in text)


def number(written: str) -> int:
    """The number that a mark holds: 12, １２, ⑫, ¹², 十二."""
    if written[0] in CIRCLED:
        return CIRCLED.index(written) + 1
    if written[0] in RAISED:
        return int("".join(str(RAISED.index(sign)) for sign in written))
    if written.isdecimal():
        return int(written)
    return ordinal(written)


def ordinal(written: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = written.rpartition("十")
    return (_digit(tens) or 1) * 10 * bool(ten) + _digit(ones)


def _digit(written: str) -> int:
    return CHINESE.find(written) + 1 if written else 0


def ranges(lines: str) -> list[range]:
    """``120-143, 150`` as the lines it means."""
    ends = (part.strip().partition("-") for part in lines.split(","))
    return [range(int(first), int(last or first) + 1) for first, _sign, last in ends]


def take(rows: Sequence[NumberedRow], form: NoteForm) -> WithoutNotes:
    """Marks and bodies out of a text's rows."""
    blocks = ranges(form.lines)
    rows = mended(rows, form.mark)
    bodies = list(_bodies(rows, blocks, pattern(form.body or form.mark)))
    on_bodies = {n for body in bodies for n, _text in body.rows}
    places = _places([row for row in rows if row[0] not in on_bodies], blocks, bodies, form.mark)
    paired = [body for body in bodies if body in places]
    numbers = _numbers(paired)
    away = {n for body in paired for n, _text in body.rows}
    marks = grouped((places[body][0], (*places[body][1:], numbers[body])) for body in paired)
    lines = ((n, *_without(text, marks.get(n, ()))) for n, text in rows if n not in away)
    return WithoutNotes(tuple(lines), tuple((numbers[body], body.text) for body in paired))


def mended(rows: Sequence[NumberedRow], mark: str) -> list[NumberedRow]:
    """The rows with each mark whole: one that the page broke stands where it begins."""
    looks = pattern(mark)
    done = list(rows)
    # Without a closing sign, a number could go on with a figure of the next row
    for at in range(len(done) - 1 if mark[-1] not in DIGITS else 0):
        (n, one), (m, other) = done[at : at + 2]
        head, rest = one.rstrip(BLANKS), other.lstrip(BLANKS)
        spans = looks.finditer(head[-LONGEST:] + rest[:LONGEST])
        begin = len(head[-LONGEST:])
        broken = next((match for match in spans if match.start() < begin < match.end()), None)
        if broken:
            taken = broken.end() - begin
            done[at : at + 2] = [(n, head + rest[:taken]), (m, rest[taken:])]
    return done


def _bodies(rows: Iterable[NumberedRow], blocks: list[range], begins: re.Pattern[str]) -> Iterator[Body]:
    """A body begins with a mark; rows of the block that do not go on with it."""
    by_block = grouped((at, row) for row in rows for at, block in enumerate(blocks) if row[0] in block)
    for at, found in by_block.items():
        one: list[NumberedRow] = []
        told: set[int] = set()
        for row in found:
            match = begins.match(row[1].strip(BLANKS))
            if match and number(match[1]) not in told:
                told.add(number(match[1]))
                yield from _body(at, one, begins)
                one = []
            if one or match:
                one.append(row)
        yield from _body(at, one, begins)


def _body(block: int, rows: list[NumberedRow], begins: re.Pattern[str]) -> Iterator[Body]:
    if not rows:
        return
    text = ""
    for _n, row in rows:
        text = joined(text, row.strip(BLANKS))
    match = begins.match(text)
    if match and text[match.end() :].strip(BLANKS):
        yield Body(block, number(match[1]), tuple(rows), text[match.end() :].strip(BLANKS))


def joined(one: str, other: str) -> str:
    """Two pieces of a broken line. Only between two Latin words did a blank stand where the line was broken."""
    is_latin = one[-1:].isascii() and one[-1:].isalpha() and other[:1].isascii() and other[:1].isalpha()
    return f"{one} {other}" if is_latin else one + other


def _places(
    rows: Iterable[NumberedRow], blocks: list[range], bodies: Sequence[Body], mark: str
) -> Mapping[Body, tuple[int, int, int]]:
    """Where each body's mark stands: row, begin and end. A mark belongs to the next block that has its number."""
    waiting = grouped((body.number, body) for body in bodies)
    looks = pattern(mark)
    bare = mark[0] in DIGITS
    found: dict[Body, tuple[int, int, int]] = {}
    before = ""
    for n, text in rows:
        is_broken = bool(before) and not FINISHED.search(before)
        before = text.strip(BLANKS) or before
        start = len(text) - len(text.lstrip(BLANKS))
        for match in looks.finditer(text):
            open_ = [body for body in waiting.get(number(match[1]), ()) if body not in found]
            # What begins a line without brackets counts it off, unless the sentence before goes on
            if not open_ or (bare and match.start() == start and not is_broken):
                continue
            body = next((one for one in open_ if blocks[one.block].start > n), open_[-1])
            found[body] = n, match.start(), match.end()
    return found


def _numbers(bodies: Sequence[Body]) -> Mapping[Body, int]:
    """As written; where they begin anew, from one on."""
    written = {body.number for body in bodies}
    return {body: body.number if len(written) == len(bodies) else n for n, body in enumerate(bodies, 1)}


def _without(text: str, marks: Iterable[tuple[int, int, int]]) -> tuple[str, tuple[Mark, ...]]:
    """A row without its marks and the blanks around it."""
    start = len(text) - len(text.lstrip(BLANKS))
    pieces: list[str] = []
    found: list[Mark] = []
    for begin, end, n in sorted(marks):
        pieces.append(text[start:begin])
        found.append(Mark(n, sum(map(len, pieces))))
        start = end
    pieces.append(text[start:].rstrip(BLANKS))
    return "".join(pieces), tuple(found)
