"""The timelines of the example's pages: drawn, listed and said of the same days as the published records."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests import shared
from tests.projects import create, date_of

EXAMPLE = "shiguang"
SVG = re.compile(r'<svg class="d-picture__drawing".*?</svg>', re.S)
TITLE = re.compile(r'<h3 class="d-picture__title">(.*?)</h3>')
CAPTION = re.compile(r"<figcaption>\s*<p>(.*?)</p>", re.S)
LISTED = re.compile(r'<ol class="d-timeline">(.*?)</ol>', re.S)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, "drawn", _build) / "site"


def _build(root: Path) -> None:
    create(root, EXAMPLE).build(date=date_of(EXAMPLE))


def pages(site: Path) -> dict[str, str]:
    """The pages that have a timeline, by report and id."""
    found = {}
    for path in sorted(site.glob("reports/*/commitments/c*.html")):
        text = path.read_text("utf-8")
        if "d-picture__told" in text:
            found[f"{path.parent.parent.name}/{path.stem}"] = text
    return found


def rows(site: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text("utf-8"))
    return found


def part(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    assert found
    return found[1] if pattern.groups else found[0]


def test_as_many_are_drawn_and_said_as_the_list_beside_has_with_a_day(site: Path) -> None:
    for name, text in pages(site).items():
        drawn = ElementTree.fromstring(part(SVG, text))
        signs = sum(one.get("d", "").count("M") for one in drawn if "d-picture__told" in one.get("class", ""))
        entries = part(LISTED, text).count("<li ")
        undated = re.search(r"另有(\d+)条时间不详", part(CAPTION, text))
        said = re.search(r"有时间可查的记录(\d+)条", part(CAPTION, text))
        assert said, name
        # The first is the report itself
        assert signs == int(said[1]) == entries - 1 - (int(undated[1]) if undated else 0), name


def test_the_days_in_a_title_are_those_of_the_published_update(site: Path) -> None:
    delivered = {one["id"]: date.fromisoformat(one["delivered"]) for one in rows(site, "reports")}
    dates = {one["id"]: one["date"] for one in rows(site, "updates")}
    told = {f"{one['report']}/{one['id']}": one["updates"] for one in rows(site, "commitments")}
    checked = 0
    for name, text in pages(site).items():
        done = re.match(r"写入报告后(\d+)天(?:（\S+?公布）)?，责任单位说", part(TITLE, text))
        if done:
            days = [(date.fromisoformat(dates[id]) - delivered[name[:4]]).days for id in told[name] if dates[id]]
            assert int(done[1]) in days, name
            checked += 1
    assert checked > 10


def test_each_day_of_a_title_is_listed_and_said_and_no_later_than_the_latest(site: Path) -> None:
    delivered = {one["id"]: date.fromisoformat(one["delivered"]) for one in rows(site, "reports")}
    published = 0
    for name, text in pages(site).items():
        title, said = part(TITLE, text), part(CAPTION, text)
        after = re.match(r"写入报告后(\d+)天", title)
        if after is None:
            continue
        day = (delivered[name[:4]] + timedelta(days=int(after[1]))).isoformat()
        listed = re.findall(r"\d{4}-\d\d-\d\d", re.sub(r"<time datetime=\S+>", "", part(LISTED, text)))
        assert day in listed, name
        if "公布）" in title:
            published += 1
            assert chinese(day) in title, name
            assert f"标题所说的在{chinese(day)}公布" in said, name
            assert "d-picture__stroke--published" in part(SVG, text), name
        else:
            last = part(re.compile(r"最近一条在([^，；。]+)"), said)
            assert numbers(last) >= numbers(chinese(day)), name
    assert published == 5


def numbers(words: str) -> tuple[int, ...]:
    """The last day that is said, to compare."""
    return tuple(map(int, re.findall(r"\d+", words)[-3:]))


def test_a_deadline_that_was_moved_is_struck_and_the_new_one_drawn(site: Path) -> None:
    moved = {
        f"{one['report']}/{one['id']}": change["new"]
        for one in rows(site, "commitments")
        for change in one["adjustments"]
        if change["target"] is None and change["decision"] == "yes"
    }
    assert moved
    for name, day in moved.items():
        text = pages(site)[name]
        drawn = part(SVG, text)
        assert "d-picture__struck" in drawn
        assert "d-picture__stroke--moved" in drawn
        assert f"后来调整为{chinese(day)}" in part(CAPTION, text)


def chinese(day: str) -> str:
    year, month, on = map(int, day.split("-"))
    return f"{year}年{month}月{on}日"
