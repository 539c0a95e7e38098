"""A text from its first character to its last, a row a section: what accounts for each stretch of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

# What stands between two clauses: a mark, or two of them (。”)
BETWEEN = 2


class StripStretch(Struct, frozen=True):
    """From ``start`` up to ``end``, in code points of its row; ``kind`` is commitment, result, exempt, uncovered."""

    kind: str
    start: int
    end: int


class StripRow(Struct, frozen=True, kw_only=True):
    """``length`` code points; none for a heading that stands over other rows alone."""

    label: str
    written: str
    length: int
    stretches: tuple[StripStretch, ...]


class Strip(Struct, frozen=True, tag="strip"):
    """``legend`` has a word for each kind that occurs."""

    rows: tuple[StripRow, ...]
    legend: tuple[tuple[str, str], ...]


def joined(stretches: Iterable[StripStretch]) -> tuple[StripStretch, ...]:
    """Neighbours of one kind as one, over the marks between them."""
    found: list[StripStretch] = []
    for one in stretches:
        if found and found[-1].kind == one.kind and one.start - found[-1].end <= BETWEEN:
            found[-1] = StripStretch(one.kind, found[-1].start, one.end)
        else:
            found.append(one)
    return tuple(found)
