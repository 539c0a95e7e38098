"""The home page says what was promised and what is known of it, whether there are reports or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog import period
from disclosure.catalog.outcome import Outcome
from disclosure.pages import home, pictogram, update_lines, years
from disclosure.pages.chrome import KnownReport, ReportYear
from disclosure.pages.drawings import signs
from disclosure.pages.drawings.panels import Panels
from disclosure.pages.home import HomeView
from disclosure.pages.outcomes import OutcomeCount
from disclosure.pages.page import Link
from disclosure.pages.report_card import LeadFigure
from disclosure.pages.update_lines import ReportUpdates, UpdateLine
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox, create, date_of

RECTANGLE = re.compile(r"M0 (\d+)h(\d+)v(\d+)h-\2z")


def prepared(project: Sandbox, day: str) -> Prepared:
    found, _problems = prepare(find(project.root), date.fromisoformat(day))
    assert found is not None
    return found


def home_of(found: Prepared) -> HomeView:
    page = found.page("index.html")
    assert page is not None
    return page.view


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepared(create(tmp_path_factory.mktemp("home") / "project", "shiguang"), date_of("shiguang"))


def test_the_newest_report_with_promises_leads_and_the_others_follow(example: Prepared) -> None:
    shown = home_of(example)
    assert (shown.lead.said, shown.lead.over) == ("2025年拾光区政府工作报告（示例）", "报告期已结束")
    assert [one.title for one in shown.earlier] == ["2024年承诺后来怎样"]
    assert [one.year for one in shown.reports] == [2025, 2024]


def test_figures_and_picture_are_those_of_the_register(example: Prepared) -> None:
    shown = home_of(example)
    report = max(example.catalog.reports, key=lambda one: one.meta.year)
    all, checkable, directions, known = shown.lead.figures
    number = len(report.register.commitments)
    assert all == LeadFigure(number, "条承诺", "reports/2025/commitments.html")
    assert (checkable.number + directions.number, known.address) == (number, "reports/2025/progress.html")
    assert sum(row.count for row in shown.picture) == number
    assert {row.register for row in shown.picture} == {
        f"reports/2025/commitments.html?outcome={outcome.id}" for outcome in report.outcomes.values()
    }


def test_headline_targets_stand_beside_last_year(example: Prepared) -> None:
    shown = home_of(example)
    assert shown.headline is not None
    assert (shown.headline_title, shown.headline.before) == ("2025年主要目标和上年", "2024年成果")
    assert [(one.name, one.before, one.target.label) for one in shown.headline.rows] == [
        ("地区生产总值增速", "初步5.9%", "5.5%左右"),
        ("居民消费价格涨幅", "—", "控制在2%左右"),
    ]
    assert shown.targets is not None
    assert isinstance(shown.targets.drawing, Panels)
    (panel,) = shown.targets.drawing.parts
    assert [(one.label, [mark.value for mark in one.marks]) for one in panel.rows] == [
        ("地区生产总值增速", ["5.9", "5.5"])
    ]


def test_the_latest_updates_of_all_reports_come_by_their_day(example: Prepared) -> None:
    days = [one.day for one in home_of(example).latest]
    assert len(days) == home.NEWEST
    assert days == sorted(days, reverse=True)


def test_missing_documents_are_led_to_and_counted(example: Prepared) -> None:
    shown = home_of(example)
    assert [(one.address.rpartition("/")[0], one.note[:4]) for one in shown.missing] == [
        ("reports/2025/gaps", "可能说明")
    ] * 3
    assert shown.gaps == Link("全部3份，附写好的信", "reports/2025/gaps.html")


def test_a_reader_is_told_where_to_come_back(example: Prepared) -> None:
    assert [one.label for one in home_of(example).again] == ["跟踪更新", "更正记录", "数据下载", "我要纠错"]


def test_of_a_report_without_records_there_is_its_text(project: Sandbox) -> None:
    shown = home_of(prepared(project, "2024-03-01"))
    assert (shown.lead.said, shown.lead.over, shown.lead.figures) == ("2024年示例区政府工作报告", "", ())
    assert shown.lead.ways == (Link("阅读全文", "reports/2024/text.html"),)
    assert (shown.progress, shown.picture, shown.targets, shown.headline) == (None, (), None, None)
    assert (shown.latest, shown.missing) == ((), ())


def test_without_a_report_the_page_says_so(project: Sandbox) -> None:
    for path in sorted(project.content.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        elif path.name != "site.yml":
            path.unlink()
    text = project.build()["index.html"].decode()
    assert "还没有收录报告。" in text
    assert text.count("<h2") == 0


def test_an_update_of_no_known_day_is_not_the_latest() -> None:
    line = UpdateLine(
        day="", when="时间不详", moment="", id="z", link=Link("甲", "a"), scope="", notes=(), commitments=(), more=0
    )
    dated = [UpdateLine(**{**_fields(line), "day": f"2024-01-0{n}"}) for n in range(1, 7)]
    of = {"甲": ReportUpdates((line, *dated[:3])), "乙": ReportUpdates(tuple(dated[3:])), "丙": ReportUpdates((line,))}
    days = {key: tuple(one.day for one in update_lines.newest(found.lines)) for key, found in of.items()}
    read: list[str] = []

    def asked(key: str) -> ReportUpdates:
        read.append(key)
        return of[key]

    newest = update_lines.newest_of(days, asked, 5)
    assert [(key, one.day) for key, one in newest] == [
        ("乙", "2024-01-06"),
        ("乙", "2024-01-05"),
        ("乙", "2024-01-04"),
        ("甲", "2024-01-03"),
        ("甲", "2024-01-02"),
    ]
    # Of a report that has none of them nothing is read
    assert read == ["甲", "乙"]


def _fields(line: UpdateLine) -> dict[str, object]:
    return {name: getattr(line, name) for name in line.__struct_fields__}


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=12), st.sampled_from([*signs.SIGNS, "☆"]))
def test_a_picture_has_a_sign_for_each_promise(numbers: list[int], shape: str) -> None:
    word = Outcome(id="met", label="达成", shape=shape, colour="accent", counts="kept")
    rows = pictogram.rows(OutcomeCount(word, number, "x") for number in numbers)
    line = max(row.width for row in rows)
    for row, number in zip(rows, numbers, strict=True):
        drawn = [tuple(map(int, found)) for found in RECTANGLE.findall(row.area)]
        assert sum(width * height for _y, width, height in drawn) == number * signs.CELL**2
        assert max(y + height for y, _width, height in drawn) == row.height
        assert row.height <= ceil(number * signs.CELL / line) * signs.CELL


def known(year: int, **has: bool) -> KnownReport:
    holds = {"commitments": True, "results": True, "documents": True, "updates": True} | has
    return KnownReport(key=str(year), year=year, district="示例区", **holds)


def bar(reports: list[KnownReport], key: str, kind: str, today: date = date(2025, 6, 1)) -> tuple[str, list[str]]:
    found = years.view(years.of_reports(tuple(reports), today), key, kind)
    return found.over, [f"{one.label} {one.address}{' *' if one.current else ''}" for one in found.links]


def test_a_report_is_over_when_its_year_is() -> None:
    assert not period.is_over(2024, date(2024, 12, 31))
    assert period.is_over(2024, date(2025, 1, 1))


def test_one_report_alone_has_no_other_year() -> None:
    assert bar([known(2024)], "2024", "text") == ("2024年报告期已结束，不是现在的目标", [])
    assert bar([known(2025)], "2025", "text") == ("", [])


@pytest.mark.parametrize(
    ("kind", "there"),
    [
        ("text", "reports/2024/text.html"),
        ("commitments", "reports/2024/commitments.html"),
        ("commitment", "reports/2024/commitments.html"),
        ("tasks", "reports/2024/tasks.html"),
        ("progress", "reports/2024/progress.html"),
        ("update", "reports/2024/progress.html"),
        ("gaps", "reports/2024/gaps.html"),
        ("results", "reports/2024/results.html"),
        ("coverage", "reports/2024/index.html"),
        ("retired", "reports/2024/index.html"),
    ],
)
def test_a_page_leads_to_the_like_of_another_year(kind: str, there: str) -> None:
    said, links = bar([known(2025), known(2024)], "2025", kind)
    assert (said, links[1]) == ("", f"2024年 {there}")


@pytest.mark.parametrize("kind", ["commitments", "tasks", "progress", "gaps", "results", "awaited"])
def test_what_another_report_has_not_is_not_led_to(kind: str) -> None:
    bare = known(2024, commitments=False, results=False, documents=False)
    assert bar([known(2025), bare], "2025", kind)[1][1] == "2024年 reports/2024/index.html"


def test_of_many_years_the_newest_and_those_beside_are_shown() -> None:
    said, links = bar([known(year) for year in range(2025, 2015, -1)], "2020", "text")
    assert said == "2020年报告期已结束"
    assert [one[:4] for one in links] == ["2025", "2021", "2020", "2019"]
    assert [one[-1] for one in links] == ["l", "l", "*", "l"]


def test_two_reports_of_one_year_have_a_bar_each() -> None:
    reports = (ReportYear(known(2025), False), ReportYear(known(2024), True))
    assert years.view(reports, "2023", "text") == years.NOTHING


def test_every_page_of_a_report_whose_year_is_over_says_so(create: Callable[..., Sandbox]) -> None:
    site = create("register").build("2025-02-01")
    pages = {name: data.decode() for name, data in site.items() if name.endswith(".html")}
    mine = {name for name in pages if name.startswith(("reports/2024/", "updates/2024/"))}
    assert {name for name, text in pages.items() if "2024年报告期已结束" in text and name in mine} == mine
