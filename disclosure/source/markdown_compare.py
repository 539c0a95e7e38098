"""Holds what was typed in Markdown against what readers are shown.

What was typed (``markdown_meant``) and what is shown (``markdown_shown``) are compared sign by sign: whatever vanishes,
appears or becomes something else is found, known or not. ``markdown_slips`` knows the usual slips and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape

from disclosure.grouping import grouped
from disclosure.source import characters, markdown_meant, markdown_shown
from disclosure.source.markdown_meant import MarkdownToken, Typed
from disclosure.source.markdown_slips import ALWAYS, KNOWN, NAMES
from disclosure.source.prose import Slip
from disclosure.translation import gettext as _

NUMBERED = re.compile(r"\d+:(\d+)\.")
# A character by its name or number
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")

# What the kinds of ALWAYS are not looked for in
APART = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$|`[^`\n]+`|\]\([^\s()\\]*\)|<[^<>\s]+>", re.M | re.S
)
LONGEST = 30
# So many differences are told apart; of a longer text the first
COMPARED = 2_000


def find(body: str, html: str) -> tuple[Slip, ...]:
    """Every slip of a text, in its order; one for a line."""
    meant, shown = markdown_meant.read(body), markdown_shown.read(html)
    found = [*(_differing(body, meant, shown) if meant.tokens != shown else ()), *_always(body)]
    first = {_line(body, slip.offset): slip for slip in sorted(found, key=_offset, reverse=True)}
    slips = tuple(first[line] for line in sorted(first))
    # Behind code without an end, everything is something else
    end = next((n for n, slip in enumerate(slips, 1) if slip.kind == "fence"), len(slips))
    return slips[:end]


def _line(body: str, offset: int) -> int:
    return body.count("\n", 0, offset)


def _offset(slip: Slip) -> int:
    return slip.offset


def _always(body: str) -> Iterator[Slip]:
    plain = APART.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), body)
    for name, kind in ALWAYS.items():
        for match in kind.pattern.finditer(plain):
            yield _slip(name, match)
    for entity in ENTITY.finditer(plain):
        for strange in characters.find(unescape(entity[0])):
            yield Slip(entity.start(), "entity", entity[0], f"U+{ord(strange.character):04X}")


def _slip(name: str, match: re.Match[str]) -> Slip:
    """The place is where the match's first visible sign stands."""
    text = match[0]
    blanks = len(text) - len(text.lstrip())
    return Slip(match.start() + (blanks if blanks < len(text) else 0), name, _short(text))


def _short(text: str) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _differing(body: str, meant: Typed, shown: list[MarkdownToken]) -> Iterator[Slip]:
    offsets = [*meant.offsets, len(body.rstrip())]
    for (start, end), (from_, to) in _differences(meant.tokens, shown):
        lines = grouped((_line(body, offset), offset) for offset in offsets[start : max(start + 1, end)])
        for n, touched in enumerate(lines.values()):
            slip = _explained(body, (touched[0], touched[-1]), shown[from_:to])
            # A stretch that begins with one slip may hold another
            if n == 0 or slip.kind in KNOWN:
                yield slip


def _differences(
    one: list[MarkdownToken], other: list[MarkdownToken]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches in which two lists differ: what begins and ends alike is left out first."""
    shorter = min(len(one), len(other))
    start = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    end = next((n for n in range(shorter - start) if one[-1 - n] != other[-1 - n]), shorter - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if len(left) + len(right) > COMPARED:
        yield (start, start + 1), (start, start + 1)
        return
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield (start + a, start + b), (start + c, start + d)


def _explained(body: str, at: tuple[int, int], shown: list[MarkdownToken]) -> Slip:
    """The slip of the first kind that fits where the text is another."""
    start, end = _lines_around(body, at)
    number = NUMBERED.fullmatch(shown[0]) if len(shown) == 1 else None
    if number and body[at[0] : at[0] + 1].isdigit():
        return Slip(at[0], "numbering", _line_at(body, at[0]), number[1])
    for name, kind in KNOWN.items():
        for match in kind.pattern.finditer(body, start, end):
            if match.start() <= at[1] and at[0] <= match.end():
                return _slip(name, match)
    return Slip(at[0], "unknown", _line_at(body, at[0]), _short("".join(map(_named, shown))))


def _lines_around(body: str, at: tuple[int, int]) -> tuple[int, int]:
    """The lines of a stretch, with the one before and the one after."""
    start = body.rfind("\n", 0, max(body.rfind("\n", 0, at[0]), 0)) + 1
    following = body.find("\n", at[1])
    after = body.find("\n", following + 1) if following >= 0 else -1
    return start, len(body) if after < 0 else after


def _line_at(body: str, offset: int) -> str:
    return _short(body[offset:].partition("\n")[0])


def _named(one: MarkdownToken) -> str:
    """A sign as it is, and what begins here by its name."""
    return _(NAMES[one]) if one in NAMES else one if len(one) == 1 else ""
