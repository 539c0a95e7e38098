"""Where a target, and a promise with several, stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .pace import expected, months_over
from .shapes import Pace, Reached, ScheduleStatus

# The worst of several stands for the whole
WORST_FIRST = (
    ScheduleStatus.DUE,
    ScheduleStatus.BEHIND,
    ScheduleStatus.ON_PACE,
    ScheduleStatus.AHEAD,
    ScheduleStatus.NOT_DUE,
)


def place(pace: Pace, reached: Reached | None, today: date) -> tuple[ScheduleStatus, Decimal | None]:
    """The place, and the figure that was to be reached by then where there is one.

    After the last day everything is due, whatever is known; before it, what is not measured is not due.
    """
    if today > pace.due:
        return ScheduleStatus.DUE, None
    if reached is None or pace.course == "none":
        return ScheduleStatus.NOT_DUE, None
    if pace.course == "day":
        return (ScheduleStatus.AHEAD if reached.done else ScheduleStatus.NOT_DUE), None
    if pace.course == "times":
        return _times(pace, reached), None
    return _value(pace, reached)


def _value(pace: Pace, reached: Reached) -> tuple[ScheduleStatus, Decimal | None]:
    if reached.value is None:
        return ScheduleStatus.NOT_DUE, None
    if pace.most is not None:
        return (ScheduleStatus.ON_PACE if reached.value <= pace.most else ScheduleStatus.BEHIND), pace.most
    months = months_over(pace.year, reached.until)
    wanted = expected(pace, months)
    if wanted is None:
        return ScheduleStatus.NOT_DUE, None
    if reached.value < wanted:
        return ScheduleStatus.BEHIND, wanted
    return (ScheduleStatus.AHEAD if _is_ahead(pace, reached.value, months) else ScheduleStatus.ON_PACE), wanted


def _is_ahead(pace: Pace, value: Decimal, months: int) -> bool:
    """By a month of the line, by a quarter of the plan; a rate is never ahead of its time."""
    after = expected(pace, months + (3 if pace.plan else 1))
    return pace.course != "rate" and after is not None and value >= after and value > 0


def _times(pace: Pace, reached: Reached) -> ScheduleStatus:
    """A period that is over without its times cannot be made up."""
    counts = dict(reached.counts)
    over = min(months_over(pace.year, reached.until), 12) * pace.periods // 12
    missed = any(counts.get(n, pace.times) < pace.times for n in range(1, over + 1))
    unknown = any(n not in counts for n in range(1, over + 1))
    if missed:
        return ScheduleStatus.BEHIND
    return ScheduleStatus.NOT_DUE if unknown or not over else ScheduleStatus.ON_PACE


def whole(places: Iterable[ScheduleStatus], due: date, today: date) -> ScheduleStatus:
    """A promise is due by its own last day; before it stands where the worst of its measured targets stands."""
    if today > due:
        return ScheduleStatus.DUE
    measured = {one for one in places if one is not ScheduleStatus.NOT_DUE}
    return next((one for one in WORST_FIRST if one in measured), ScheduleStatus.NOT_DUE)
