"""How much is measured where there is not time for all: what is left out is told."""

from __future__ import annotations

import time
from collections.abc import Iterator


class TimeAllowed:
    """So many seconds from now on, of which each size has twice as many as the one before it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.begun = time.perf_counter()
        self.until = self.begun + seconds
        self.left_out: list[str] = []

    def leave_out(self, what: str) -> None:
        self.left_out.append(what)

    def sizes(self, wanted: list[int]) -> Iterator[int]:
        """Each that is begun in time."""
        for n, size in enumerate(wanted, 1):
            if time.perf_counter() > self.begun + self.seconds:
                self.leave_out(f"{size:,} records")
                continue
            self.until = self.begun + self.seconds * (2**n - 1) / (2 ** len(wanted) - 1)
            yield size

    def rounds(self, wanted: int, of_what: str) -> Iterator[int]:
        """The first, and those that end in time if they take as long as the one before."""
        took = 0.0
        for number in range(wanted):
            begun = time.perf_counter()
            if number and begun + took > self.until:
                self.leave_out(f"{wanted - number} of {wanted} rounds {of_what}")
                return
            yield number
            took = time.perf_counter() - begun

    def told(self) -> Iterator[str]:
        """What was left out, as a paragraph."""
        if self.left_out:
            yield ""
            yield f"Left out, to be done within {self.seconds / 60:.0f} minutes: {'; '.join(self.left_out)}."
