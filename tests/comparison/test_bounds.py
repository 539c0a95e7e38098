"""A hundred districts and ten years: no page holds them all, and none is left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.districts import District
from disclosure.catalog.entries import Observed
from disclosure.catalog.measures import Measure
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import by_district, corrections, glossary, measures, paging, topics
from disclosure.pages.page import Link
from disclosure.pages.topics import Holding, TopicCount
from disclosure.pages.update_lines import ReportUpdates
from disclosure.project import find
from disclosure.quantity import Operator, Quantity
from tests.comparison.test_alike import UNIT, measure
from tests.prepared import Prepared, prepare
from tests.projects import DATE, DATES, Sandbox

DISTRICTS, YEARS = 100, range(2013, 2023)
# More than any province has
MANY = 500
FINAL, SAME = Term("final", "最终"), Term("same", "同口径")


def observed(year: int, value: int) -> Observed:
    read = Quantity(written=f"{value}元", operator=Operator.EXACT, value=Decimal(value), unit=UNIT)
    return Observed(period=str(year), written=f"{value}元", quantity=read, vintage=FINAL, basis=SAME)


def hundred() -> Measure:
    return measure([[observed(year, 1000 * n + year) for year in YEARS] for n in range(DISTRICTS)])


def test_a_measure_s_table_goes_on_from_page_to_page_with_each_district_once(prepared: Prepared) -> None:
    views = [page.view for page in measures.pages(prepared.catalog, [hundred()])]
    lines = [line.link.label for view in views for line in view.lines]
    assert lines == [f"第{n}区" for n in range(DISTRICTS)]
    assert max(len(view.lines) for view in views) <= paging.RECORDS
    assert {view.years for view in views} == {("2022", "2021", "2020")}
    assert [link.label for link in views[0].all] == [f"{year}年" for year in reversed(YEARS)]


def test_a_year_has_a_page_with_all_values_from_the_largest_on(prepared: Prepared) -> None:
    found = {page.address: page.view for page in measures.year_pages(prepared.catalog, [hundred()])}
    assert [*found] == [f"measures/m/{year}.html" for year in reversed(YEARS)]
    view = found["measures/m/2022.html"]
    assert [line.written for group in view.groups for line in group.lines] == [
        f"{1000 * n + 2022}元" for n in reversed(range(DISTRICTS))
    ]
    assert view.picture is not None
    assert "画了最大的15个和最小的15个" in view.picture.sentence


def test_a_topic_s_table_of_districts_goes_on_from_page_to_page(create: Callable[..., Sandbox]) -> None:
    prepared, _problems = prepare(find(create(case="register").root), date.fromisoformat(DATE))
    assert prepared is not None
    places = [District(id=f"d{n}", name=f"第{n}区", region="", others=(), note="") for n in range(MANY)]
    id = next(iter(prepared.catalog.words.order(vocabulary.TOPICS)))
    held = [
        Holding(one.id, one.name, (TopicCount(topic=id, commitments=2, results=1, outcomes=()),), date(2024, 1, 1))
        for one in places
    ]
    found = [
        *topics.by_districts(prepared.catalog, held, [(place, [one]) for place, one in zip(places, held, strict=True)])
    ]
    rows = [[row.link.label for row in page.view.places.rows] for page in found]
    assert [label for each in rows for label in each] == [one.name for one in places]
    assert max(map(len, rows)) <= by_district.ROWS
    assert [page.address for page in found] == [address.further(address.topic(id), n) for n in range(1, len(found) + 1)]


def test_the_ways_to_what_districts_explain_go_on_from_page_to_page(prepared: Prepared) -> None:
    ways = tuple(Link(f"第{n}区", f"reports/d{n}/glossary.html") for n in range(MANY))
    found = [page.view.ways for page in glossary.of_many(prepared.catalog, ways)]
    assert [way for each in found for way in each] == [*ways]
    assert max(map(len, found)) <= glossary.WAYS


def _none(_key: str) -> ReportUpdates:
    return ReportUpdates(())


def test_corrections_go_on_from_page_to_page_and_each_has_its_own(create: Callable[..., Sandbox]) -> None:
    prepared, _problems = prepare(find(create(case="shiguang").root), date.fromisoformat(DATES["shiguang"]))
    assert prepared is not None
    one = prepared.catalog.corrections[0]
    ids = [f"2025-01-01-n{n}" for n in range(MANY)]
    many = tuple(replace(one, file=replace(one.file, name=f"corrections/{id}.md")) for id in ids)
    catalog = replace(prepared.catalog, corrections=many)
    lists = [page.view.corrections for page in corrections.listed(catalog, (), _none)]
    assert [one.address for each in lists for one in each] == [address.correction(id) for id in ids]
    assert max(map(len, lists)) <= corrections.LINES
    assert [page.address for page in corrections.pages(catalog, (), _none)] == [address.correction(id) for id in ids]


def test_of_very_many_pages_each_links_to_those_around_it() -> None:
    links = [link.address for link in paging.numbered(str, 1000, 500)]
    assert links == ["1", *map(str, range(490, 511)), "1000"]
    assert len(list(paging.numbered(str, 60, 1))) == 60
