"""Figures that are no longer given: by the rule, and never more than the records say."""

from __future__ import annotations

from disclosure.catalog import vanished
from disclosure.catalog.vanished import Fate
from disclosure.pages import vanished as page_of
from disclosure.pages.page import Link
from disclosure.pages.vanished import GoneLine, Measures
from tests.prepared import Prepared


def measures(
    year: int, *, aims: tuple[str, ...] = (), reported: tuple[str, ...] = (), district: str = "甲区"
) -> Measures:
    """A report with targets for these measures, and results on others."""
    lines = tuple(
        ((name,), GoneLine(measure=name, written="1个", link=Link("承诺", "reports/x"), followers=())) for name in aims
    )
    return Measures(key=str(year), title="", district=district, year=year, gone=(), aims=lines, keys=(*aims, *reported))


def left_out(prepared: Prepared, *reports: Measures) -> list[tuple[str, list[str]]]:
    """The groups of the page, each with its measures."""
    by_key = {one.key: one for one in reports}
    made = page_of.pages(prepared.catalog, list(by_key), by_key.__getitem__)
    groups = [group for page in made for part in page.view.parts for group in part.groups]
    return [(one.id, [line.measure for line in one.lines]) for one in groups]


def test_a_target_of_the_year_before_that_is_neither_told_nor_set_again_is_listed(prepared: Prepared) -> None:
    before = measures(2023, aims=("道路", "公园", "学位"))
    now = measures(2024, aims=("道路",), reported=("公园",))
    assert left_out(prepared, now, before) == [("2024-unanswered", ["学位"])]


def test_reports_of_other_districts_and_other_years_are_not_compared(prepared: Prepared) -> None:
    now = measures(2024)
    assert left_out(prepared, now, measures(2023, aims=("道路",), district="乙区")) == []
    assert left_out(prepared, now, measures(2022, aims=("道路",))) == []


def test_what_a_target_starts_from_or_an_indicator_follows_is_carried_on(prepared: Prepared) -> None:
    report = prepared.catalog.reports[0]
    gone = [(one.given.measure, one.given.written, one.fate) for one in vanished.gone(prepared.catalog, report)]
    # r001 to r003 are baselines; c005 follows r004 and names another figure
    assert gone == [("签约5亿元以上项目", ("3个",), Fate.OTHER)]


def test_signs_in_a_name_are_no_difference() -> None:
    assert vanished.name_of("打通“断头路”（条）") == vanished.name_of("打通断头路条")


def test_the_results_lead_to_the_page(prepared: Prepared) -> None:
    page = prepared.page("reports/2024/results.html")
    assert page is not None
    assert page.view.vanished == Link("没有再写的数字", "vanished.html")
