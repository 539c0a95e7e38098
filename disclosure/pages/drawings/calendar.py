"""Years of twelve months, and how much is due in each: what is past its day, what is not."""

from __future__ import annotations

from msgspec import Struct


class Month(Struct, frozen=True):
    """``past`` are due on days that are over, ``ahead`` today or later."""

    label: str
    past: int
    ahead: int

    @property
    def all(self) -> int:
        return self.past + self.ahead


class Today(Struct, frozen=True):
    """A ``month`` (0 to 11), and how far into it, in thousandths; ``label`` says the day."""

    month: int
    within: int
    label: str


class CalendarYear(Struct, frozen=True, kw_only=True):
    label: str
    months: tuple[Month, ...]
    today: Today | None


class Calendar(Struct, frozen=True, tag="calendar"):
    """``legend`` is what full and empty bars mean."""

    years: tuple[CalendarYear, ...]
    legend: tuple[str, str]
