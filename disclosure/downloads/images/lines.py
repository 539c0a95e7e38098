"""A text as lines of a width: Chinese may be broken between any two characters, but for the signs that hold on to one.

Pillow breaks no lines. What is kept together is a run of Latin letters and figures with what belongs to it (6.5%); no
line begins with a closing sign nor ends with an opening one (GB/T 15834).
"""

from __future__ import annotations

import re
from collections.abc import Callable

CLOSING = "，。、；：？！）》〉」』”’】〕％%‰℃…—·,.;:?!)"
OPENING = "（《〈「『“‘【〔(￥"
PIECE = re.compile(rf"[{re.escape(OPENING)}]*(?:[A-Za-z0-9.,/+±~-]*[A-Za-z0-9]|.)[{re.escape(CLOSING)}]*", re.S)
CUT = "…"


def lines(text: str, width: float, length: Callable[[str], float], most: int) -> tuple[str, ...]:
    """At most so many; of a longer text the last ends with an ellipsis. ``length`` is that of a text in the font."""
    made = [""]
    for piece in PIECE.findall(" ".join(text.split())):
        if length(made[-1] + piece.rstrip()) <= width:
            made[-1] += piece
        else:
            made += _fitting(piece.lstrip(), width, length)
    shown = [one.strip() for one in made if one.strip()]
    if len(shown) > most:
        shown = [*shown[: most - 1], _cut(shown[most - 1], width, length)]
    return tuple(shown)


def _fitting(piece: str, width: float, length: Callable[[str], float]) -> list[str]:
    """A piece that is longer than a line is broken anywhere."""
    found = [""]
    for character in piece:
        if length(found[-1] + character) > width:
            found.append("")
        found[-1] += character
    return found


def _cut(line: str, width: float, length: Callable[[str], float]) -> str:
    while line and length(line + CUT) > width:
        line = line[:-1]
    return line + CUT
