"""What a period covers: 2022 is the whole year, 2022-06 its first six months, 2022-06-18 all until that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from disclosure import quantity
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import day

DECEMBER = 12
# 2022-06
MONTH = 7


def last_day(period: str) -> date:
    """2022 -> December 31, 2022-06 -> June 30, 2022-06-18 -> that day."""
    if period.count("-") > 1:
        return day(period) or last_day(period[:MONTH])
    year, _dash, month = period.partition("-")
    first_after = date(int(year) + int(month or 12) // 12, int(month or 12) % 12 + 1, 1)
    return first_after - timedelta(days=1)


def is_over(year: int, today: date) -> bool:
    """A report speaks of one year. What it promises beyond has a day of its own, which its record says."""
    return today > last_day(str(year))


def is_real(period: str) -> bool:
    """Whether there is such a time: no 2022-02-30. Of that, what is read is the month."""
    return period.count("-") < 2 or day(period) is not None


def is_year(period: str) -> bool:
    """Whether it is a whole year."""
    return "-" not in period


def of_day(until: date) -> str:
    """The period that ends with a day: December 31 -> 2022, June 30 -> 2022-06, else the day."""
    month = f"{until.year}-{until.month:02}"
    if until != last_day(month):
        return until.isoformat()
    return str(until.year) if until.month == DECEMBER else month


def is_known_early(period: str, known: date, evidence: Iterable[EvidenceRecord]) -> bool:
    """Whether a whole year was known on a day of its December: a document of the time says that it is the year's."""
    in_december = period == str(known.year) and known.month == DECEMBER
    return in_december and any(quantity.says_whole_year(one.says or "") for one in evidence)
