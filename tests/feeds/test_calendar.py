"""Calendars say by when what is due, as the data do, to readers that are not ours."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from disclosure.feeds import ics
from disclosure.feeds.entry import Publisher
from tests.feeds import reading
from tests.projects import Sandbox


def calendars_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.ics"))


def events(path: Path) -> list[Any]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def data(project: Sandbox, name: str) -> Any:
    return json.loads((project.site / f"data/{name}.json").read_bytes())


def test_no_line_is_longer_than_75_octets_and_each_ends_with_a_whole_character(example: Sandbox) -> None:
    for path in calendars_of(example.site):
        lines = path.read_bytes().removesuffix(b"\r\n").split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert [line.decode() for line in lines]


def test_every_event_is_a_whole_day_with_an_id_of_its_own(example: Sandbox) -> None:
    for path in calendars_of(example.site):
        found = events(path)
        assert found
        assert len({one["UID"] for one in found}) == len(found)
        assert all(type(one.decoded("DTSTART")) is date for one in found)
        assert b"DTSTART;VALUE=DATE:" in path.read_bytes()


@pytest.mark.skipif(not shutil.which("node"), reason="no Node.js")
def test_two_readers_understand_the_same(example: Sandbox) -> None:
    paths = calendars_of(example.site)
    read = reading.in_node(paths)
    for path in paths:
        ours = [
            {
                "uid": str(one["UID"]),
                "summary": str(one["SUMMARY"]),
                "description": str(one["DESCRIPTION"]),
                "day": one.decoded("DTSTART").isoformat(),
                "url": str(one["URL"]) if "URL" in one else None,
            }
            for one in events(path)
        ]
        theirs = [{name: one[name] for name in ours[0]} for one in read[str(path)]["events"]]
        assert theirs == ours
        assert all(one["whole"] for one in read[str(path)]["events"])


def test_days_are_those_of_the_data(example: Sandbox) -> None:
    for report in ("2024", "2025"):
        found = events(example.site / f"reports/{report}/calendar.ics")
        due = {(one.decoded("DTSTART").isoformat(), str(one["SUMMARY"])) for one in found}
        promises = [one for one in data(example, "commitments") if one["report"] == report and one["schedule"]]
        stated = Counter(one["deadline"] for one in promises if one["deadline_stated"])
        for one in promises:
            if one["deadline_stated"] and stated[one["deadline"]] <= 10:
                assert (one["deadline"], f"到期：{one['title']}") in due
            if one["planned"]:
                assert (one["planned"], f"计划完成：{one['title']}") in due
        unstated = Counter(one["deadline"] for one in promises if not one["deadline_stated"])
        for day, number in unstated.items():
            assert any(day == on and f"：{number}条没有写明期限的承诺" in title for on, title in due)
        for one in data(example, "requests"):
            if one["report"] == report:
                assert any(title == f"答复期限：{one['title']}" for _day, title in due)


def test_the_sites_calendar_holds_those_of_all_reports(example: Sandbox) -> None:
    whole = {str(one["UID"]): str(one["SUMMARY"]) for one in events(example.site / "calendar.ics")}
    parts = [events(path) for path in calendars_of(example.site / "reports")]
    assert whole == {str(one["UID"]): str(one["SUMMARY"]) for part in parts for one in part}


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters='\n;,:\\"'), min_size=1))
def test_a_calendar_is_called_as_the_site_is_whatever_signs_are_in_that(title: str) -> None:
    # The library makes a line end of these two signs before it writes them
    assume("\\N" not in title)
    read = icalendar.Calendar.from_ical(ics.write(title, [], Publisher(title="", language="zh-CN", address="")))
    assert [reading.unescaped(str(read[name])) for name in ("name", "x-wr-calname")] == [title, title]
