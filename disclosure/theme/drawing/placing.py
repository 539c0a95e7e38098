"""Room for words: boxes that are taken, and the first of several places that is free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

# A line is looked at in so many places; words stand so far from other words
POINTS = 24
APART = 4
Line = tuple[tuple[float, float], tuple[float, float]]


class Box(Struct, frozen=True):
    x: float
    y: float
    width: float
    height: float

    def touches(self, other: Box) -> bool:
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: Box) -> bool:
        across = self.x <= other.x and other.x + other.width <= self.x + self.width
        return across and self.y <= other.y and other.y + other.height <= self.y + self.height

    def crosses(self, line: Line) -> bool:
        (x, y), (to, down) = line
        steps = (n / POINTS for n in range(POINTS + 1))
        return any(self._has(x + (to - x) * part, y + (down - y) * part) for part in steps)

    def _has(self, x: float, y: float) -> bool:
        return self.x < x < self.x + self.width and self.y < y < self.y + self.height


class Room:
    """What is free of ``whole``. What was found is taken."""

    def __init__(self, whole: Box) -> None:
        self.whole = whole
        self.taken: list[Box] = []

    def find(self, places: Iterable[Box], lines: Sequence[Line] = ()) -> Box | None:
        """The first free place; rather one that no line crosses."""
        free = [one for one in places if self.whole.holds(one) and not any(map(one.touches, self.taken))]
        clear = next((one for one in free if not any(map(one.crosses, lines))), free[0] if free else None)
        if clear:
            self.taken.append(Box(clear.x - APART, clear.y, clear.width + 2 * APART, clear.height))
        return clear
