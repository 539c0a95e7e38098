"""What a period covers: 2022 is the whole year, 2022-06 its first six months, 2022-06-18 all until that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from disclosure import quantity
from disclosure.model.evidence import EvidenceRecord

DECEMBER = 12


def last_day(period: str) -> date:
    """2022 -> December 31, 2022-06 -> June 30."""
    year, _dash, month = period.partition("-")
    first_after = date(int(year) + int(month or 12) // 12, int(month or 12) % 12 + 1, 1)
    return first_after - timedelta(days=1)


def of_day(day: date) -> str:
    """The period that ends with a day: December 31 -> 2022, June 30 -> 2022-06."""
    return str(day.year) if (day.month, day.day) == (DECEMBER, 31) else f"{day.year}-{day.month:02}"


def is_known_early(period: str, day: date, evidence: Iterable[EvidenceRecord]) -> bool:
    """Whether a whole year was known on a day of its December: a document of the time says that it is the year's."""
    in_december = period == str(day.year) and day.month == DECEMBER
    return in_december and any(quantity.says_whole_year(one.says or "") for one in evidence)
