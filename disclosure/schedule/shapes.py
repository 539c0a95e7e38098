"""What the schedule is made from, and what it says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct

# sum: counted through the year; stock: a level between last year's and the target's; rate: the same at any time;
# times: so many a period; day: done or not; none: nothing to measure
Course = Literal["sum", "stock", "rate", "times", "day", "none"]


class ScheduleStatus(StrEnum):
    """The words of official circulars, and the two ends."""

    NOT_DUE = "not-due"
    ON_PACE = "on-pace"
    BEHIND = "behind"
    AHEAD = "ahead"
    DUE = "due"


class Pace(Struct, frozen=True, kw_only=True):
    """How a target is to be reached between the first of January of ``year`` and ``due``.

    ``least`` is the number to reach (``most`` for a ceiling), ``base`` last year's level of a stock, ``plan`` the
    editor's cumulative figures at the ends of the quarters, ``times`` what each of ``periods`` a year must hold.
    """

    course: Course
    year: int
    due: date
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    base: Decimal | None = None
    plan: tuple[Decimal, ...] = ()
    times: int = 0
    periods: int = 0


class Reached(Struct, frozen=True):
    """The newest observation: the last day it covers, the value, the times of each period, whether it is done."""

    until: date
    value: Decimal | None = None
    counts: tuple[tuple[int, int], ...] = ()
    done: bool = False
