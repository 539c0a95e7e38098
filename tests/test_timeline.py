"""A promise's way by its days: what is found, what is said, what is drawn where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from disclosure.model.vocabulary import Term
from disclosure.pages.drawings.timeline import DayMark, Timeline, ToldSpan
from disclosure.pages.timeline import Entry, TimelineView, view
from disclosure.theme.drawing import timeline
from tests.pictures import boxes, outside, overlapping

PROMISED = date(2024, 1, 1)
DUE = date(2024, 12, 31)
LATER = date(2025, 6, 1)


class PromiseOfATest(Struct, frozen=True, kw_only=True):
    """Of a commitment what the picture reads."""

    title: str = "新建口袋公园5个"
    kind: Term = Term("task", "重点任务")
    deadline: date = DUE
    deadline_stated: bool = True


class StatedOfATest(Struct, frozen=True):
    term: Term
    update: str = ""


class UpdateOfATest(Struct, frozen=True, kw_only=True):
    """Of an update what the title reads."""

    id: str = "2025-01-20-done"
    day: date | None = date(2025, 1, 20)
    event: Any = None
    reported: Term | None = None
    evidenced: Term | None = None

    @property
    def known(self) -> date | None:
        return self.day


class MovedOfATest(Struct, frozen=True, kw_only=True):
    """A decision on the deadline."""

    new: str
    target: str = ""
    holds: bool = True
    day: date = date(2024, 12, 20)


class FollowUpOfATest(Struct, frozen=True, kw_only=True):
    reported: Any = StatedOfATest(Term("no-information", "无公开信息"))
    evidenced: Any = None
    updates: tuple[Any, ...] = ()
    rulings: tuple[Any, ...] = ()
    observations: tuple[Any, ...] = ()
    official: Any = None
    adjustments: tuple[Any, ...] = ()


def drawn(
    *told: Entry, today: date = LATER, moved: str = "", promise: Any = None, became: Any = None
) -> TimelineView | None:
    decided = (MovedOfATest(new=moved),) if moved else ()
    became = became or FollowUpOfATest(adjustments=decided)
    return view(promise or PromiseOfATest(), PROMISED, became, told, today=today)


def found(*told: Entry, **given: Any) -> TimelineView:
    one = drawn(*told, **given)
    assert one is not None
    return one


def on(day: date, since: date | None = None) -> Entry:
    return Entry(day=day.isoformat(), since=since.isoformat() if since else "")


def test_everything_stands_by_its_day() -> None:
    assert found(on(date(2024, 7, 1)), on(DUE, since=date(2024, 10, 1)), today=date(2024, 4, 1)) == TimelineView(
        title="有时间可查的记录2条，都在期限以内",
        sentence=(
            "2024年1月1日写入报告，有时间可查的记录2条，最近一条在2024年10月1日至2024年12月31日之间；"
            "期限2024年12月31日还没有到。"
        ),
        name="“新建口袋公园5个”的时间线，各项见下面的列表",
        drawing=Timeline(
            marks=(DayMark("2024-01-01", "promised", "写入报告"), DayMark("2024-12-31", "deadline", "期限")),
            happenings=(ToldSpan("2024-07-01", "2024-07-01"), ToldSpan("2024-10-01", "2024-12-31")),
            today="2024-04-01",
        ),
    )


def test_where_nothing_dated_is_told_there_is_no_picture() -> None:
    assert [drawn(), drawn(Entry(day=""))] == [None, None]


def test_a_period_that_is_over_is_drawn_without_today_and_stays_as_it_is() -> None:
    assert found(on(DUE), today=LATER) == found(on(DUE), today=LATER + timedelta(days=999))


def test_what_has_no_time_is_counted() -> None:
    assert found(on(DUE), Entry(day="")).sentence.startswith(
        "2024年1月1日写入报告，有时间可查的记录1条，最近一条在2024年12月31日，另有1条时间不详；"
    )


def test_a_deadline_that_was_moved_stays_struck_beside_the_new_one() -> None:
    one = found(on(DUE), moved="2025-06-30")
    assert one.sentence.endswith("；期限原来是2024年12月31日，后来调整为2025年6月30日，还没有到。")
    assert [(mark.day, mark.kind, mark.label) for mark in one.drawing.marks[1:]] == [
        ("2024-12-31", "former", "原来的期限"),
        ("2025-06-30", "moved", "调整后的期限"),
    ]


def test_a_deadline_that_was_moved_to_no_day_is_said_as_it_is_written() -> None:
    one = found(on(DUE), moved="2025年上半年")
    assert one.sentence.endswith("；期限原来是2024年12月31日，后来调整为2025年上半年。")
    assert [mark.kind for mark in one.drawing.marks] == ["promised", "former"]


def test_a_deadline_of_the_site_s_own_is_told_from_a_written_one_and_a_direction_has_none() -> None:
    own = found(on(DUE), promise=PromiseOfATest(deadline_stated=False))
    none = found(on(DUE), promise=PromiseOfATest(deadline_stated=False, kind=Term("orientation", "总体要求")))
    assert [mark.label for mark in own.drawing.marks] == ["写入报告", "期限（本站按此计）"]
    assert [mark.label for mark in none.drawing.marks] == ["写入报告"]


def test_the_title_says_how_the_last_record_lies_to_the_deadline() -> None:
    titles = [found(one).title for one in (on(date(2024, 12, 1)), on(DUE), on(date(2025, 1, 20)))]
    assert titles == [
        "有时间可查的记录1条，最近一条距期限还有30天",
        "有时间可查的记录1条，在期限以内",
        "有时间可查的记录1条，最近一条在期限过后20天",
    ]


def test_a_span_of_days_is_never_said_to_the_day() -> None:
    whole_year, next_month = on(DUE, since=PROMISED), on(date(2025, 1, 31), since=date(2025, 1, 1))
    over_it = on(date(2025, 1, 31), since=date(2024, 12, 1))
    assert [found(one).title for one in (whole_year, next_month, over_it)] == [
        "有时间可查的记录1条，在期限以内",
        "有时间可查的记录1条，最近一条在期限过后",
        "写入报告以来，有时间可查的记录1条",
    ]


def became(reported: str, evidenced: str | None, last: str | None = None) -> FollowUpOfATest:
    words = {"done": "已完成", "under-way": "推进中"}
    held = Term(evidenced, evidenced) if evidenced else None
    update = UpdateOfATest(reported=Term(reported, words[reported]), evidenced=held)
    return FollowUpOfATest(
        reported=StatedOfATest(Term(reported, words[reported]), update.id),
        evidenced=StatedOfATest(Term(last, last)) if last else None,
        updates=(update,),
    )


def test_the_title_says_first_what_the_body_said_and_what_public_material_says_of_it() -> None:
    titles = [
        found(on(date(2025, 1, 20)), became=became(*said)).title
        for said in (
            ("done", "supported"),
            ("done", None),
            ("done", "supported", "contradicted"),
            ("under-way", "supported"),
        )
    ]
    assert titles == [
        "写入报告后385天，责任单位说已经完成，公开材料支持",
        "写入报告后385天，责任单位说已经完成",
        "写入报告后385天，责任单位说已经完成，公开材料与此不一致",
        "写入报告后385天，责任单位说“推进中”",
    ]


def told(days: Iterable[tuple[date, date]], marks: Iterable[date], today: date | None) -> Timeline:
    kinds = [("promised", "写入报告"), ("former", "原来的期限"), ("moved", "调整后的期限"), ("published", "公布")]
    drawn = [DayMark(day.isoformat(), *kind) for day, kind in zip(marks, kinds, strict=False)]
    spans = sorted(tuple(sorted(one)) for one in days)
    return Timeline(
        marks=tuple(drawn),
        happenings=tuple(ToldSpan(first.isoformat(), last.isoformat()) for first, last in spans),
        today=today.isoformat() if today else "",
    )


DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
# A little time, so that days fall together
NEAR = st.dates(PROMISED, date(2025, 3, 31))


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Entry], FollowUpOfATest]:
    """Updates, each with the day on which it happened and the one on which it became public, as the list has them."""
    days = draw(st.lists(st.tuples(NEAR, NEAR), min_size=1, max_size=5))
    words = draw(st.lists(st.sampled_from(["done", "under-way"]), min_size=len(days), max_size=len(days)))
    updates = tuple(
        UpdateOfATest(id=str(n), day=max(pair), reported=Term(word, word))
        for n, (pair, word) in enumerate(zip(days, words, strict=True))
    )
    last = max(updates, key=lambda one: (one.day or date.min, one.id))
    assert last.reported
    said = FollowUpOfATest(reported=StatedOfATest(last.reported, last.id), updates=updates)
    return [on(min(pair)) for pair in days], said


@given(histories())
def test_the_day_that_a_title_counts_to_is_said_and_drawn(history: tuple[list[Entry], FollowUpOfATest]) -> None:
    told, became = history
    one = drawn(*told, became=became)
    if one is None:
        return
    after = re.match(r"写入报告后(\d+)天", one.title)
    assert after
    day = PROMISED + timedelta(days=int(after[1]))
    assert day in [each.day for each in became.updates]
    written = f"{day.year}年{day.month}月{day.day}日"
    happened = [each.last for each in one.drawing.happenings]
    if day.isoformat() in happened:
        assert "公布" not in one.title + one.sentence
        assert day.isoformat() <= max(happened)
    else:
        assert f"（{written}公布）" in one.title
        assert f"标题所说的在{written}公布" in one.sentence
        assert "最近一条" not in one.sentence
        assert DayMark(day.isoformat(), "published", "公布") in one.drawing.marks


def test_what_became_public_later_than_it_happened_is_said_with_both_days() -> None:
    one = found(on(date(2025, 1, 17)), became=became("done", "supported"))
    assert one.title == "写入报告后385天（2025年1月20日公布），责任单位说已经完成，公开材料支持"
    assert one.sentence.startswith(
        "2024年1月1日写入报告，有时间可查的记录1条，其中最近发生的在2025年1月17日，标题所说的在2025年1月20日公布；"
    )
    assert one.drawing.marks[-1] == DayMark("2025-01-20", "published", "公布")


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1), st.lists(DAYS, min_size=2, max_size=4))
def test_nothing_stands_outside_the_drawing_and_no_words_lie_on_others(
    days: list[tuple[date, date]], marks: list[date]
) -> None:
    canvas = timeline.drawn(told(days, marks, sorted([*marks, *days[0]])[1]), "")
    assert outside(canvas) == []
    assert overlapping(boxes(canvas, "text")) == []


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=6), st.lists(DAYS, min_size=2, max_size=2))
def test_what_happened_together_lies_in_lanes_of_its_own(days: list[tuple[date, date]], marks: list[date]) -> None:
    canvas = timeline.drawn(told(days, marks, None), "")
    signs = strokes(canvas.elements)
    assert len(signs) == len(days)
    lanes = [[(x, width) for x, y, width in signs if y == lane] for lane in {y for _x, y, _width in signs}]
    for lane in lanes:
        assert all(later[0] - (one[0] + one[1]) >= 14 for one, later in pairwise(lane))


def strokes(elements: Iterable[Element]) -> list[tuple[int, int, int]]:
    form = next(one.get("d", "") for one in elements if "d-picture__told" in one.get("class", ""))
    found = re.findall(r"M(-?\d+) (-?\d+)h([\d.]+)", form)
    return sorted((int(x), int(y), round(float(width))) for x, y, width in found)
