"""No way leads from 无公开信息 to 未完成, whatever an editor writes or leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.catalog import tally
from disclosure.catalog.catalog import Report
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import FIRST_YEAR, Sandbox

# What a miss is called, on a page and in data
MISS = re.compile("未完成|未达成|未达预期目标|力争目标未实现")


def prepared(project: Sandbox, day: date = date(2025, 3, 20)) -> Prepared:
    found, problems = prepare(find(project.root), day)
    assert problems == ()
    assert found is not None
    return found


@pytest.fixture
def silent(create: Callable[..., Sandbox]) -> Sandbox:
    """The example without a single update, answer, official word or vote: nothing is public."""
    project = create(FIRST_YEAR)
    for path in (
        *project.content.glob("updates/2024/*"),
        *project.content.glob("corrections/*"),
        *project.content.glob("requests/*"),
        *project.content.glob("questions.yml"),
    ):
        path.unlink()
    for path in project.content.glob("reports/2024/commitments/*/*.yml"):
        text = path.read_text("utf-8")
        path.write_text(
            re.sub(r"(?ms)^(official_verdict|vote|satisfaction|adjustments):.*?(?=^\w|\Z)", "", text), "utf-8"
        )
    return project


def follow(project: Sandbox) -> Report:
    return prepared(project).catalog.reports[0]


def test_without_information_nothing_is_missed(silent: Sandbox) -> None:
    report = follow(silent)
    assert {one.reported.term.id for one in report.follow.values()} == {"no-information"}
    assert {ruling.term.id for one in report.follow.values() for ruling in one.rulings} == {"none"}
    rate = tally.all_rate(tally.items(report))
    assert (rate.met, rate.decided, rate.percent) == (0, 0, None)
    assert rate.all > 0
    assert (tally.overdue(report).open, tally.overdue(report).done) == ((), 0)


def test_without_information_no_page_speaks_of_a_miss(silent: Sandbox) -> None:
    """The sentence that denies it aside."""
    silent.build(date="2025-03-20")
    for page in sorted(silent.site.rglob("*.html")):
        if page.name in ("method.html", "about.html"):
            continue
        text = re.sub(r"<style>.*?</style>", "", page.read_text("utf-8"), flags=re.S)
        assert MISS.findall(text) == [], page


def test_years_later_it_is_still_no_miss(silent: Sandbox) -> None:
    report = prepared(silent, date(2035, 1, 1)).catalog.reports[0]
    assert {one.schedule.id for one in report.follow.values() if one.schedule} == {"due"}
    assert {ruling.term.id for one in report.follow.values() for ruling in one.rulings} == {"none"}


def test_a_city_figure_never_stands_in_for_the_district(silent: Sandbox) -> None:
    update = silent.content / "updates/2024/2025-01-20-city.md"
    update.write_text(
        "---\ntitle: 样例市增长4.1%\ndate: 2025-01-20\npublished: 2025-01-20 18:00\ncommitments: [c001]\n"
        "context: 样例市\nevidence: [{publisher: 样例日报, title: 某篇}]\n---\n\n全市的数字。\n",
        "utf-8",
    )
    became = follow(silent).follow["c001"]
    assert (became.reported.term.id, became.rulings[0].term.id, became.updates) == ("no-information", "none", ())
    assert [each.id for each in became.context] == ["2025-01-20-city"]
