"""When a thing happened, when it became public and when it was recorded: none is shown as another."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog.event import event, span
from tests.projects import FIRST_YEAR, Sandbox

TODAY = "2025-03-20"
UNDATED = """---
title: 样例市的一份文件
published: 2025-03-18 09:00
event: {event}
commitments: [c017]
context: 样例市
evidence:
  - {{publisher: 样例市人民政府, title: 一份文件（虚构）, seen: 镜像}}
---

正文。
"""


@pytest.fixture
def undated(create: Callable[..., Sandbox]) -> Callable[[str], Sandbox]:
    def built(event: str) -> Sandbox:
        project = create(FIRST_YEAR)
        path = project.content / "updates/2024/2025-03-18-undated.md"
        path.write_text(UNDATED.format(event=event), "utf-8")
        project.build(date=TODAY)
        return project

    return built


def text(project: Sandbox, page: str) -> str:
    return re.sub(r"<[^>]+>", "", (project.site / page).read_text("utf-8"))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-05-09", date(2022, 5, 9), date(2022, 5, 9)),
    ],
)
def test_a_time_has_a_first_and_a_last_day(written: str, first: date, last: date) -> None:
    assert span(written) == (first, last)


def test_a_span_of_time_goes_from_its_first_to_its_last_day() -> None:
    found = event("2022-10/2022-12", None)
    assert found is not None
    assert (found.first, found.last) == (date(2022, 10, 1), date(2022, 12, 31))


@pytest.mark.parametrize("written", ["不详", "2022-02-30", "2022-02-30/2022-03", "2022/2022-02-30"])
def test_what_is_unknown_or_no_day_has_no_days(written: str) -> None:
    found = event(written, None)
    assert found is not None
    assert (found.first, found.last, found.is_known) == (None, None, False)


@given(st.dates(date(1949, 1, 1), date(2999, 12, 31)))
def test_a_day_lies_within_its_month_and_its_year(day: date) -> None:
    for written in (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()):
        found = span(written)
        assert found is not None
        assert found[0] <= day <= found[1]


def test_an_unknown_time_is_said_to_be_unknown_wherever_the_update_stands(undated: Callable[[str], Sandbox]) -> None:
    project = undated("不详")
    page = text(project, "updates/2024/2025-03-18-undated.html")
    assert "事情发生：不详" in page
    assert "收录日期：2025年3月18日" in page
    assert "时间不详（2025-03-18收录）" in text(project, "updates.html")
    assert "时间不详（2025-03-18收录）" in text(project, "reports/2024/commitments/c017.html")


def test_the_day_of_recording_stands_nowhere_else(undated: Callable[[str], Sandbox]) -> None:
    """Neither as a time of the page's list nor as a date of the data; it is in the address, and called what it is."""
    project = undated("不详")
    stream = (project.site / "updates.html").read_text("utf-8")
    assert 'datetime="2025-03-18"' not in stream
    row = next(
        row for row in json.loads((project.site / "data/updates.json").read_text("utf-8")) if "undated" in row["id"]
    )
    assert (row["date"], row["event"], row["recorded"]) == (None, None, "2025-03-18")


def test_an_update_stands_in_the_year_it_happened(undated: Callable[[str], Sandbox]) -> None:
    stream = (undated("2024-11/2024-12").site / "updates.html").read_text("utf-8")
    assert stream.index('id="y2024"') < stream.index("一份文件") < len(stream)
    assert "2024-11 至 2024-12" in stream


def test_an_inferred_time_says_what_it_is_inferred_from(create: Callable[..., Sandbox]) -> None:
    project = create(FIRST_YEAR)
    project.build(date=TODAY)
    page = text(project, "updates/2024/2025-03-10-smart-park-firms.html")
    assert "事情发生：2025年2月" in page
    assert "时间是推断的：报道没有印日期，文中说“春节后”" in page
    assert "2025-02（推断）" in text(project, "updates.html")
