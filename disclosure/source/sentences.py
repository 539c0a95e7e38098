"""Where a sentence ends: 。！？ and the closing quotes or brackets that follow them."""

from __future__ import annotations

import re

END = re.compile(r"[。！？!?]+[”’）》】」』]*")
# A run-in head is a short first sentence without a comma: 做强都市工业。
HEAD = re.compile(r"([^，、；：。！？\s]{4,14})。(?=.)")
# ——经济运行保持在合理区间。 and 一是 ... are heads of the same kind in other reports
DASHED_HEAD = re.compile(r"——[^，；：。！？\s]{4,24}。(?=.)")


def spans(text: str, start: int = 0) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text`` from ``start`` on, as (start, end); a rest without a full stop is one too."""
    found: list[tuple[int, int]] = []
    for match in END.finditer(text, start):
        found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return tuple(found)


def head_length(text: str) -> int:
    """The length of the run-in head that a paragraph seems to begin with, without its full stop; 0 if none."""
    match = HEAD.match(text) or DASHED_HEAD.match(text)
    return match.end() - 1 if match else 0
