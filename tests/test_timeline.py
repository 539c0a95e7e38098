"""A promise's way by its days: what is drawn where, and what is said of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from disclosure.model.vocabulary import Term
from disclosure.pages.timeline import DaySign, DayTick, Entry, TimelineSpan, TimelineView, view

PROMISED = date(2024, 1, 1)
DUE = date(2024, 12, 31)
LATER = date(2025, 6, 1)


class PromiseOfATest(Struct, frozen=True, kw_only=True):
    """Of a commitment what the picture reads."""

    title: str = "新建口袋公园5个"
    kind: Term = Term("task", "重点任务")
    deadline: date = DUE
    deadline_stated: bool = True


def drawn(*told: Entry, today: date = LATER, moved: str = "", promise: Any = None) -> TimelineView | None:
    return view(promise or PromiseOfATest(), PROMISED, told, moved=moved, today=today)


def on(day: date, since: date | None = None) -> Entry:
    return Entry(day=day.isoformat(), since=since.isoformat() if since else "")


def test_everything_stands_by_its_day_between_the_first_and_the_last() -> None:
    assert drawn(on(date(2024, 7, 1)), on(DUE, since=date(2024, 10, 1)), today=date(2024, 4, 1)) == TimelineView(
        promised=DaySign(0, "写入报告", "start"),
        happenings=(TimelineSpan(159, 0), TimelineSpan(240, 80)),
        deadline=DaySign(320, "期限", "end"),
        today=DaySign(79, "今天", "middle"),
        ticks=(DayTick(159, "7月"), DayTick(240, "10月")),
        name="“新建口袋公园5个”的时间线，各项见下面的列表",
        sentence=(
            "2024年1月1日写入报告，有时间可查的记录2条，最近一条在2024年10月1日至2024年12月31日之间；"
            "期限2024年12月31日还没有到。"
        ),
    )


def test_where_nothing_dated_is_told_there_is_no_picture() -> None:
    assert [drawn(), drawn(Entry(day=""))] == [None, None]


def test_a_period_that_is_over_is_drawn_without_today_and_stays_as_it_is() -> None:
    assert drawn(on(DUE), today=LATER) == drawn(on(DUE), today=LATER + timedelta(days=999))


def test_what_has_no_time_is_counted() -> None:
    found = drawn(on(DUE), Entry(day=""))
    assert found is not None
    assert found.sentence.startswith(
        "2024年1月1日写入报告，有时间可查的记录1条，最近一条在2024年12月31日，另有1条时间不详；"
    )


def test_a_deadline_that_was_moved_is_said_beside_the_first() -> None:
    found = drawn(on(DUE), moved="2025-06-30")
    assert found is not None
    assert found.sentence.endswith("；期限2024年12月31日已过，后来调整为2025-06-30。")


def test_a_deadline_of_the_site_s_own_is_told_from_a_written_one_and_a_direction_has_none() -> None:
    own = drawn(on(DUE), promise=PromiseOfATest(deadline_stated=False))
    none = drawn(on(DUE), promise=PromiseOfATest(deadline_stated=False, kind=Term("orientation", "总体要求")))
    assert own is not None
    assert none is not None
    assert (own.deadline, none.deadline) == (DaySign(320, "期限（本站按此计）", "end"), None)


DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@given(st.lists(DAYS, min_size=1), DAYS, DAYS)
def test_nothing_stands_outside_the_scale(days: list[date], due: date, today: date) -> None:
    found = drawn(*map(on, days), today=today, promise=PromiseOfATest(deadline=due))
    if found is None:
        assert max(*days, due, PROMISED) - min(*days, due, PROMISED) < timedelta(days=31)
        return
    signs = [one for one in (found.promised, found.deadline, found.today) if one]
    assert all(0 <= one.x <= 320 for one in (*signs, *found.happenings, *found.ticks))
    assert all(later.x - earlier.x > 40 for earlier, later in zip(found.ticks, found.ticks[1:], strict=False))
