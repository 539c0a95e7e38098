"""What falls due when: the days of the published calendars, and what is drawn and said of them."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from xml.etree import ElementTree

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.due import DueKind, DueOnDay, added
from disclosure.pages import deadlines
from disclosure.pages.drawings.calendar import Calendar
from disclosure.pages.picture import Picture
from disclosure.theme.drawing import calendar
from tests import shared
from tests.pictures import boxes, outside, overlapping
from tests.projects import create, date_of

EXAMPLE = "shiguang"
SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2026, 3, 20)
# What an appointment of many says: 17条没有写明期限的承诺
MANY = re.compile(r"：(\d+)[条份]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, "drawn", _build) / "site"


def _build(root: Path) -> None:
    create(root, EXAMPLE).build(date=date_of(EXAMPLE))


def table(site: Path, address: str) -> list[tuple[str, str, int, str]]:
    with (site / address).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["日期"], row["是什么"], int(row["个数"]), row["过了没有"]) for row in rows]


def appointed(site: Path, address: str) -> Counter[str]:
    """How much is due on each day of a calendar file: an appointment of many says how many."""
    found: Counter[str] = Counter()
    for event in icalendar.Calendar.from_ical((site / address).read_bytes()).walk("VEVENT"):
        many = MANY.search(str(event["summary"]))
        found[event["dtstart"].dt.isoformat()] += int(many[1]) if many else 1
    return found


PLACES = [
    ("reports/2025/progress/deadlines", "reports/2025/calendar.ics"),
    ("reports/2024/progress/deadlines", "reports/2024/calendar.ics"),
    ("subscribe/deadlines", "calendar.ics"),
]


@pytest.mark.parametrize(("picture", "file"), PLACES)
def test_the_table_has_the_days_of_the_calendar_file(site: Path, picture: str, file: str) -> None:
    found: Counter[str] = Counter()
    for day, _what, n, _over in table(site, f"{picture}.csv"):
        found[day] += n
    assert found == appointed(site, file)


@pytest.mark.parametrize(("picture", "_file"), PLACES)
def test_title_and_sentence_say_what_the_table_says(site: Path, picture: str, _file: str) -> None:
    rows = table(site, f"{picture}.csv")
    days: Counter[str] = Counter()
    for day, _what, n, _over in rows:
        days[day] += n
    past = sum(n for day, n in days.items() if day < TODAY.isoformat())
    drawn = ElementTree.fromstring((site / f"{picture}.svg").read_text("utf-8"))
    title, sentence = drawn.findtext(f"{SVG}title") or "", drawn.findtext(f"{SVG}desc") or ""
    most = max(days.values())
    assert title.startswith(f"{days.total()}个期限里，{most if most * 2 > days.total() else past}个")
    assert f"的期限共{days.total()}个" in sentence
    assert f"分在{len(days)}天，最多的一天是" in sentence
    assert f"日，有{most}个；" in sentence
    course = f"{past}个已过，{days.total() - past}个未过" if past < days.total() else "都已过"
    assert f"；到{TODAY.year}年{TODAY.month}月{TODAY.day}日，{course}" in sentence
    unstated = sum(n for _day, what, n, _over in rows if "没有写明" in what)
    assert f"；没有写明期限的承诺有{unstated}条，" in sentence
    assert [over for day, _what, _n, over in rows] == [
        "已过" if day < TODAY.isoformat() else "未过" for day, *_rest in rows
    ]


@pytest.mark.parametrize("report", ["2024", "2025"])
def test_promises_without_a_day_are_counted(site: Path, report: str) -> None:
    rows = [row for row in json.loads((site / "data/commitments.json").read_bytes()) if row["report"] == report]
    undated = sum(row["schedule"] is None for row in rows)
    drawn = ElementTree.fromstring((site / f"reports/{report}/progress/deadlines.svg").read_text("utf-8"))
    assert f"候选共{undated}条，没有期限，不在内" in (drawn.findtext(f"{SVG}desc") or "")
    due = [n for _day, what, n, _over in table(site, f"reports/{report}/progress/deadlines.csv") if "承诺到期" in what]
    assert sum(due) + undated == len(rows)


@pytest.mark.parametrize(("picture", "_file"), PLACES)
def test_each_month_shows_how_much_is_due_in_it(site: Path, picture: str, _file: str) -> None:
    months: Counter[str] = Counter()
    for day, _what, n, _over in table(site, f"{picture}.csv"):
        months[day[:7]] += n
    drawn = ElementTree.fromstring((site / f"{picture}.svg").read_text("utf-8"))
    words = [one.text or "" for one in drawn.iter(f"{SVG}text")]
    year, found = "", {}
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if re.fullmatch(r"\d{4}年", word):
            year = word[:4]
        elif re.fullmatch(r"\d+月", word) and following.isdecimal():
            found[f"{year}-{int(word[:-1]):02}"] = int(following)
    years = {month[:4] for month in found}
    assert found == {month: n for month, n in months.items() if month[:4] in years}
    assert len(years) == min(3, len({month[:4] for month in months}))


def test_stated_and_unstated_deadlines_are_those_of_the_published_promises(site: Path) -> None:
    promises = [
        one
        for one in json.loads((site / "data/commitments.json").read_text("utf-8"))
        if one["report"] == "2025" and one["schedule"]
    ]
    rows = table(site, "reports/2025/progress/deadlines.csv")
    counted = {False: "承诺到期（没有写明期限，本站按这一天计）", True: "承诺到期（期限写明）"}
    for stated, name in counted.items():
        mine = Counter(one["deadline"] for one in promises if one["deadline_stated"] is stated)
        assert {day: n for day, what, n, _over in rows if what == name} == mine


def view(*all: DueOnDay, today: date = TODAY) -> Picture | None:
    catalog: Any = SimpleNamespace(today=today, site=SimpleNamespace(title="示例", address="https://example.org/"))
    return deadlines.view(cast("Catalog", catalog), added(all), page="subscribe.html", of="本站", undated=0, data=())


def title(*all: DueOnDay, today: date = TODAY) -> str:
    found = view(*all, today=today)
    assert found is not None
    return found.title


def due(day: str, n: int = 1, kind: DueKind = DueKind.STATED) -> DueOnDay:
    return DueOnDay(date.fromisoformat(day), kind, n)


def test_the_title_says_first_that_most_fall_due_on_one_day() -> None:
    assert title(due("2026-12-31", 213, DueKind.UNSTATED), due("2026-01-31", 27)) == (
        "240个期限里，213个在2026年12月31日这一天，还有213个未过"
    )
    assert title(due("2025-12-31", 213), due("2025-06-30", 27)) == "240个期限里，213个在2025年12月31日这一天"
    assert title(due("2025-12-31", 213)) == "213个期限都在2025年12月31日这一天"


def test_else_it_says_what_is_over_and_what_comes_next() -> None:
    days = ("2026-01-31", "2026-03-20", "2026-06-30", "2026-12-31")
    assert title(*map(due, days)) == "4个期限里，1个已过，3个未过，下一个是2026年3月20日"
    assert title(*map(due, days), today=date(2027, 1, 1)) == "4个期限都已经过了，最后一个是2026年12月31日"
    assert title(*map(due, days), today=date(2026, 1, 1)) == "4个期限都还没有过，最近的一个是2026年1月31日"


def test_one_deadline_alone_is_no_picture() -> None:
    assert [view(), view(due("2026-12-31"))] == [None, None]


def test_years_around_today_are_drawn_and_the_others_said() -> None:
    years = range(2021, 2030)
    found = view(*(due(f"{year}-06-30", 2) for year in years))
    assert found is not None
    assert [one.label for one in cast("Calendar", found.drawing).years] == ["2025年", "2026年", "2027年"]
    assert "；12个在别的年份，没有画出，见表格" in found.sentence
    assert len(found.table.rows) == len(years)


DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
COUNTS = st.lists(st.builds(DueOnDay, DAYS, st.sampled_from(DueKind), st.integers(1, 3000)), min_size=2, max_size=40)


@given(COUNTS, DAYS)
def test_whatever_is_due_all_lies_within_the_drawing_and_no_words_on_others(all: list[DueOnDay], today: date) -> None:
    found = view(*all, today=today)
    assert found is not None
    canvas = calendar.drawn(cast("Calendar", found.drawing), "")
    assert outside(canvas) == []
    assert overlapping(boxes(canvas, "text")) == []


@given(COUNTS, DAYS)
def test_the_months_add_up_and_bars_stay_within_their_month(all: list[DueOnDay], today: date) -> None:
    found = view(*all, today=today)
    assert found is not None
    drawing = cast("Calendar", found.drawing)
    years = {int(one.label[:-1]) for one in drawing.years}
    months = [month for year in drawing.years for month in year.months]
    assert sum(month.all for month in months) == sum(one.n for one in all if one.day.year in years)
    frame = calendar.cells(drawing)
    for month in months:
        past, ahead = calendar.widths(month, frame)
        assert past + ahead <= frame.inner
        assert (bool(past), bool(ahead)) == (bool(month.past), bool(month.ahead))
