"""Cells by their places, as rows of equal length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.tables.shapes import Cell, CellSheet

MergedRange = tuple[int, int, int, int]
Placed = Mapping[tuple[int, int], Cell]
# No sheet that somebody filled in has merged cells over more than this
MOST_MERGED = 2_000_000


def filled(name: str, placed: Placed, merged: Sequence[MergedRange] = ()) -> CellSheet:
    """Every cell of a merged range holds what its first one does; rows and columns at the ends that are empty are left
    out."""
    found = {at: cell for at, cell in placed.items() if cell.text}
    height = max((row for row, _column in found), default=-1) + 1
    width = max((column for _row, column in found), default=-1) + 1
    inside = [(a, b, min(c, height - 1), min(d, width - 1)) for a, b, c, d in merged if (a, b) in found]
    if sum((c - a + 1) * (d - b + 1) for a, b, c, d in inside) > MOST_MERGED:
        raise Unreadable(Obstacle.TOO_MUCH)
    for top, left, bottom, right in inside:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found.setdefault((row, column), found[top, left])
    empty = Cell()
    rows = (tuple(found.get((row, column), empty) for column in range(width)) for row in range(height))
    return CellSheet(name=name, rows=tuple(rows))
