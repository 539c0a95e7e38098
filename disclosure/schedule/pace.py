"""What must have been reached by a day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from .shapes import Pace


def months_over(year: int, day: date) -> int:
    """How many whole months since the first of January of ``year`` were over at the end of ``day``."""
    after = day + timedelta(days=1)
    return max(0, (after.year - year) * 12 + after.month - 1)


def expected(pace: Pace, months: int) -> Decimal | None:
    """The figure to have reached at the end of month ``months``; None where the course needs none.

    ``sum`` runs straight from 0 (11 months: 11/12), ``stock`` straight from last year's level, ``rate`` is the same
    throughout; a quarterly plan is a step at each quarter's end.
    """
    if pace.least is None or pace.course not in ("sum", "stock", "rate"):
        return None
    if pace.plan:
        return _planned(pace, months)
    if pace.course == "rate":
        return pace.least
    if pace.course == "stock" and pace.base is None:
        return None
    start = pace.base if pace.course == "stock" and pace.base is not None else Decimal(0)
    whole = max(1, months_over(pace.year, pace.due))
    return start + (pace.least - start) * min(months, whole) / whole


def _planned(pace: Pace, months: int) -> Decimal:
    quarters = min(months // 3, len(pace.plan))
    return pace.plan[quarters - 1] if quarters else Decimal(0)
