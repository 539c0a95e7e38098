"""Named days: 汛期前, 开学前, 春节前. The table is ``seasons.tsv``."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from msgspec import Struct


class Season(Struct, frozen=True):
    """When a named time begins: each year on one day, or from `since` on by year."""

    days: tuple[tuple[int, int], ...]
    since: int = 0

    def begins(self, year: int) -> date:
        """A year outside of the table has the day of the nearest one in it."""
        at = min(max(year - self.since, 0), len(self.days) - 1) if self.since else 0
        return date(year, *self.days[at])


@cache
def seasons() -> dict[str, Season]:
    """The table by name, the longest first."""
    lines = Path(__file__).with_name("seasons.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found = {name: Season(tuple(map(_day, days.split())), int(*since or ("0",))) for name, days, *since in rows}
    return dict(sorted(found.items(), key=lambda row: -len(row[0])))


def last_day_before(name: str, year: int) -> date:
    """The last day in time for what is due before the season begins."""
    return seasons()[name].begins(year) - timedelta(days=1)


def _day(written: str) -> tuple[int, int]:
    month, _dash, day = written.partition("-")
    return int(month), int(day)
