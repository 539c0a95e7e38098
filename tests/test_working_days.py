"""Working days: the week, without holidays and with the weekend days that are worked, across the ends of years."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from disclosure.schedule.working_days import DayCount, WorkingCalendar, YearDays

SPRING = YearDays(
    frozenset(date(2025, 1, 28) + timedelta(days=n) for n in range(8)) | {date(2025, 1, 1)},
    frozenset({date(2025, 1, 26), date(2025, 2, 8)}),
)
CALENDAR = WorkingCalendar({2025: SPRING})
NOTHING = WorkingCalendar({})


def test_the_day_it_begins_does_not_count() -> None:
    assert NOTHING.after(date(2025, 3, 3), 1) == DayCount(date(2025, 3, 4), (2025,))


def test_holidays_are_left_out_and_worked_weekends_count() -> None:
    """Received on 15 January 2025: nine days before Spring Festival, one of them a Sunday, and a Saturday after it."""
    assert CALENDAR.after(date(2025, 1, 15), 20) == DayCount(date(2025, 2, 18), ())


def test_a_year_without_arrangement_is_named_and_counted_by_weekends() -> None:
    assert CALENDAR.after(date(2025, 12, 15), 20) == DayCount(date(2026, 1, 12), (2026,))
    assert CALENDAR.after(date(2024, 12, 31), 1) == DayCount(date(2025, 1, 2), ())


def test_no_day_is_the_same_day() -> None:
    assert NOTHING.after(date(2025, 3, 1), 0) == DayCount(date(2025, 3, 1), ())


days = st.dates(date(2023, 1, 1), date(2027, 12, 31))
calendars = st.dictionaries(
    st.integers(2023, 2028), st.builds(YearDays, st.frozensets(days, max_size=40), st.frozensets(days, max_size=10))
).map(WorkingCalendar)


@given(calendars, days, st.integers(1, 40))
def test_counting_back_gives_as_many_days_as_were_counted(calendar: WorkingCalendar, start: date, number: int) -> None:
    found = calendar.after(start, number)
    assert calendar.is_working(found.day)
    assert calendar.between(start, found.day) == number


@given(calendars, days, st.integers(0, 30), st.integers(0, 30))
def test_an_extension_is_as_long_as_if_it_had_been_given_at_once(
    calendar: WorkingCalendar, start: date, first: int, more: int
) -> None:
    assert calendar.after(calendar.after(start, first).day, more).day == calendar.after(start, first + more).day


@given(calendars, days, st.integers(1, 40))
def test_undecided_are_just_the_years_gone_through_that_are_not_on_file(
    calendar: WorkingCalendar, start: date, number: int
) -> None:
    found = calendar.after(start, number)
    passed = {(start + timedelta(days=n)).year for n in range(1, (found.day - start).days + 1)}
    assert set(found.undecided) == passed - set(calendar.years)
