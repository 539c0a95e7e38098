"""Of how many reports a page about the whole site shows the records before those that follow are only counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

# So many records, and of so many reports
ENOUGH, FEW = 200, 10


def shown(records: Sequence[int]) -> int:
    """How many reports are shown with their records, of which each has so many: until there are enough, and the first
    one always."""
    before = accumulate(records, initial=0)
    return sum(so_far < ENOUGH for so_far, _one in zip(before, records[:FEW], strict=False))
