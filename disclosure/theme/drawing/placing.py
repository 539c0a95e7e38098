"""Room for words: boxes that are taken, and the first of several places that is free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from msgspec import Struct

# How far words stand from other words
APART = 4
PlotLine = tuple[tuple[float, float], tuple[float, float]]


class WordBox(Struct, frozen=True):
    x: float
    y: float
    width: float
    height: float

    def touches(self, other: WordBox) -> bool:
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: WordBox) -> bool:
        across = self.x <= other.x and other.x + other.width <= self.x + self.width
        return across and self.y <= other.y and other.y + other.height <= self.y + self.height

    def gap(self, other: WordBox) -> float:
        """From edge to edge; nothing where they touch."""
        across = max(self.x - other.x - other.width, other.x - self.x - self.width, 0.0)
        down = max(self.y - other.y - other.height, other.y - self.y - self.height, 0.0)
        return hypot(across, down)

    def crosses(self, line: PlotLine) -> bool:
        """Whether a part of it lies within: what is left of it after each pair of sides has cut its share."""
        (x, y), (to, down) = line
        first, last = 0.0, 1.0
        for start, way, least, size in ((x, to - x, self.x, self.width), (y, down - y, self.y, self.height)):
            if not way:
                if not least < start < least + size:
                    return False
                continue
            near, far = sorted(((least - start) / way, (least + size - start) / way))
            first, last = max(first, near), min(last, far)
        return first < last


class Room:
    """What is free of ``whole``. What was found is taken."""

    def __init__(self, whole: WordBox) -> None:
        self.whole = whole
        self.taken: list[WordBox] = []

    def find(self, places: Iterable[WordBox], lines: Sequence[PlotLine] = ()) -> WordBox | None:
        """The first free place; rather one that no line crosses."""
        free = [one for one in places if self.whole.holds(one) and not any(map(one.touches, self.taken))]
        clear = next((one for one in free if not any(map(one.crosses, lines))), free[0] if free else None)
        if clear:
            self.taken.append(WordBox(clear.x - APART, clear.y, clear.width + 2 * APART, clear.height))
        return clear
