"""How much of a year a frequency can be judged by."""

from __future__ import annotations

from datetime import date, timedelta


def ended(number: int, year: int, day: date) -> int:
    """How many of ``number`` equal periods of ``year`` were over at the end of ``day``."""
    if day.year != year:
        return number if day.year > year else 0
    after = day + timedelta(days=1)
    months = 12 if after.year > year else after.month - 1
    return months * number // 12
