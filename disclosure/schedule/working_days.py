"""Working days, as the State Council arranges each year: ``WorkingCalendar``.

A year whose arrangement is not on file has only weekends; whatever is counted through it is provisional.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

DAY = timedelta(days=1)
# Monday is 0
SATURDAY = 5


class YearDays(Struct, frozen=True):
    """What differs from the week in one year: free days, and weekend days on which people work."""

    holidays: frozenset[date]
    workdays: frozenset[date]


class DayCount(Struct, frozen=True):
    """The day that a count comes to, and the years it went through of which no arrangement is on file."""

    day: date
    undecided: tuple[int, ...]


class WorkingCalendar(Struct, frozen=True):
    """The years on file."""

    years: Mapping[int, YearDays]

    def is_working(self, day: date) -> bool:
        year = self.years.get(day.year, NOTHING_ARRANGED)
        return day in year.workdays or (day.weekday() < SATURDAY and day not in year.holidays)

    def after(self, start: date, days: int) -> DayCount:
        """The last of so many working days; the first is the one after ``start``, which itself does not count."""
        day = start
        for _n in range(days):
            day = self._next(day)
        touched = range((start + DAY).year, day.year + 1) if days else ()
        return DayCount(day, tuple(year for year in touched if year not in self.years))

    def between(self, start: date, end: date) -> int:
        """How many working days there are after ``start`` up to ``end``."""
        return sum(map(self.is_working, _days(start, end)))

    def _next(self, day: date) -> date:
        day += DAY
        while not self.is_working(day):
            day += DAY
        return day


NOTHING_ARRANGED = YearDays(frozenset(), frozenset())


def _days(start: date, end: date) -> Iterator[date]:
    """After ``start`` up to ``end``."""
    return (start + DAY * n for n in range(1, (end - start).days + 1))
