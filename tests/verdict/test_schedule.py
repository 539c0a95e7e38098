"""序时进度: the straight line, the quarterly plan, rates, stocks, frequencies, days, and what is not yet due."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from disclosure import schedule
from disclosure.schedule import Pace, Reached, ScheduleStatus

D = Decimal
END = date(2022, 12, 31)
TODAY = date(2022, 12, 15)
JOBS = Pace(course="sum", year=2022, due=END, unit="人", least=D(1200))


def stands(pace: Pace, value: str, until: date, today: date = TODAY) -> ScheduleStatus:
    return schedule.place(pace, Reached(until, D(value)), today)[0]


def test_eleven_months_are_eleven_twelfths() -> None:
    """docs/domain.md, 5: 91.7 %."""
    assert schedule.expected(JOBS, 11) == D(1100)
    assert [stands(JOBS, value, date(2022, 11, 30)) for value in ("1099", "1100", "1199", "1200")] == [
        *("behind", "on-pace", "on-pace", "ahead")
    ]


def test_a_month_that_is_not_over_does_not_count() -> None:
    assert [stands(JOBS, "1000", date(2022, 11, day)) for day in (29, 30)] == ["on-pace", "behind"]


def test_an_earlier_last_day_makes_a_steeper_line() -> None:
    half = Pace(course="sum", year=2022, due=date(2022, 6, 30), unit="人", least=D(1200))
    assert schedule.expected(half, 3) == D(600)


def test_a_later_last_day_makes_a_flatter_line() -> None:
    two_years = Pace(course="sum", year=2022, due=date(2023, 12, 31), unit="人", least=D(1200))
    assert schedule.expected(two_years, 18) == D(900)


def test_a_quarterly_plan_replaces_the_line() -> None:
    planned = Pace(course="sum", year=2022, due=END, unit="人", least=D(1200), plan=(D(100), D(300), D(700), D(1200)))
    assert [stands(planned, value, date(2022, 6, 30)) for value in ("299", "300", "699", "700")] == [
        *("behind", "on-pace", "on-pace", "ahead")
    ]
    assert schedule.expected(planned, 2) == D(0)


def test_a_rate_is_the_same_all_year_and_never_ahead() -> None:
    growth = Pace(course="rate", year=2022, due=END, unit="%", least=D("7.5"))
    assert [stands(growth, value, date(2022, 3, 31)) for value in ("7.4", "7.5", "12")] == [
        *("behind", "on-pace", "on-pace")
    ]


def test_a_stock_starts_at_last_years_level() -> None:
    firms = Pace(course="stock", year=2022, due=END, unit="家", least=D(120), base=D(108))
    assert schedule.expected(firms, 6) == D(114)
    assert schedule.expected(Pace(course="stock", year=2022, due=END, unit="家", least=D(120)), 6) is None


def test_a_ceiling_is_kept_or_not() -> None:
    prices = Pace(course="rate", year=2022, due=END, unit="%", most=D(3))
    assert [stands(prices, value, date(2022, 3, 31)) for value in ("3", "3.1")] == ["on-pace", "behind"]


def test_a_missed_period_is_behind_for_good() -> None:
    quarterly = Pace(course="times", year=2022, due=END, times=1, periods=4)
    found = [
        schedule.place(quarterly, Reached(until, counts=counts), TODAY)[0]
        for until, counts in (
            (date(2022, 6, 30), ((1, 1), (2, 1))),
            (date(2022, 6, 30), ((1, 1), (2, 0))),
            (date(2022, 6, 30), ((1, 1),)),
            (date(2022, 2, 28), ()),
        )
    ]
    assert found == ["on-pace", "behind", "not-due", "not-due"]


def test_a_day_is_reached_early_or_not_due() -> None:
    done = Pace(course="day", year=2022, due=END)
    assert [schedule.place(done, Reached(date(2022, 5, 1), done=one), TODAY)[0] for one in (True, False)] == [
        *("ahead", "not-due")
    ]


@pytest.mark.parametrize("pace", [JOBS, Pace(course="none", year=2022, due=END)])
def test_after_the_last_day_everything_is_due_and_before_it_the_unmeasured_is_not(pace: Pace) -> None:
    assert [schedule.place(pace, None, day)[0] for day in (END, date(2023, 1, 1))] == ["not-due", "due"]


def test_the_worst_target_stands_for_the_whole() -> None:
    assert (
        schedule.whole([ScheduleStatus.AHEAD, ScheduleStatus.BEHIND, ScheduleStatus.NOT_DUE], END, TODAY)
        is ScheduleStatus.BEHIND
    )
    assert schedule.whole([ScheduleStatus.AHEAD, ScheduleStatus.NOT_DUE], END, TODAY) is ScheduleStatus.AHEAD
    assert schedule.whole([], END, TODAY) is ScheduleStatus.NOT_DUE
    assert schedule.whole([ScheduleStatus.AHEAD], END, date(2023, 1, 1)) is ScheduleStatus.DUE
