"""Of how many reports a page about the whole site shows the records before those that follow are only counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

# So many records, and of so many reports
ENOUGH, FEW = 200, 10

T = TypeVar("T")


def split(held: Sequence[T], records: Callable[[T], int]) -> tuple[Sequence[T], Sequence[T]]:
    """The reports that are shown with their records, and those that follow: until there are enough, and the first one
    always. ``records`` says how many each holds."""
    before = accumulate(map(records, held), initial=0)
    number = sum(so_far < ENOUGH for so_far, _one in zip(before, held[:FEW], strict=False))
    return held[:number], held[number:]
