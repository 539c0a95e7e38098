"""What the register's pages show: facets, sections, topics, projects, indicators, coverage."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog import section_pages
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Target
from disclosure.model.text import Span
from disclosure.pages import arithmetic, citation, coverage, extent, facets, projects, section, tasks, topics
from disclosure.pages.commitment_lines import CommitmentLine
from disclosure.pages.coverage import CoverageView
from disclosure.pages.data import DataView
from disclosure.pages.indicators import IndicatorView
from disclosure.pages.page import Link, Page
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create("register")


@pytest.fixture
def prepared(project: Sandbox) -> Prepared:
    return planned(project)


def planned(project: Sandbox) -> Prepared:
    found, problems = prepare(find(project.root), date(2024, 3, 1))
    assert problems == ()
    assert found is not None
    return found


@pytest.fixture
def catalog(prepared: Prepared) -> Catalog:
    return prepared.catalog


@pytest.fixture
def report(catalog: Catalog) -> Report:
    return catalog.reports[0]


def view(prepared: Prepared, address: str) -> object:
    page = prepared.page(address)
    assert page is not None
    return page.view


def test_the_facets_offer_what_is_there_in_the_vocabularys_order(catalog: Catalog, report: Report) -> None:
    found = facets.facets(catalog, report)
    offered = {one.id: [(option.label, option.count) for option in one.options] for one in found}
    assert offered["section"] == [
        ("二、2024年工作安排", 4),
        ("（一）扩大样品园区", 6),
        ("（二）办好民生实事", 3),
    ]
    assert offered["kind"] == [("预期目标", 3), ("重点任务", 6), ("民生实事候选", 3), ("总体要求", 1)]
    assert offered["names"][-1] == ("一样也没有写明", 2)


def test_departments_are_a_facet_only_where_commitments_name_more_than_one(
    catalog: Catalog, report: Report, create: Callable[..., Sandbox]
) -> None:
    offered = {one.id: one.options for one in facets.facets(catalog, report)}
    assert [(one.label, one.count) for one in offered["department"]] == [("样品园区办", 1), ("样品财政局", 1)]
    alone = create("register", "alone")
    alone.edit("reports/2024/commitments/part-2/c002.yml", "supporting: [样品园区办]\n", "")
    only = planned(alone).catalog
    assert "department" not in [one.id for one in facets.facets(only, only.reports[0])]


def test_a_commitment_is_found_by_all_its_values(catalog: Catalog, report: Report) -> None:
    found = {one.id: [term.id for term in one.of["c004"]] for one in facets.values(catalog, report)}
    assert found == {
        "outcome": ["not-comparable"],
        "known": ["no"],
        "checkable": ["no"],
        "section": ["part-2"],
        "topic": ["economy"],
        "kind": ["orientation"],
        "strength": ["process"],
        "names": ["none"],
        "department": [],
        "reported": ["no-information"],
        "evidenced": ["not-looked"],
        "schedule": ["no-day"],
        "due": ["unsaid"],
    }


def test_a_long_section_goes_on_on_further_pages(
    catalog: Catalog, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [line.id for page in section.pages(catalog, report) for line in in_lines(page)]
    monkeypatch.setattr(section_pages, "SIZE", 2)
    made = list(section.pages(catalog, report))
    further = [page for page in made if page.kind == "section-further"]
    assert [page.address.partition("sections/")[2] for page in further] == [
        "1-1-projects/2.html",
        "part-2/2.html",
        *("2-1-park/2.html", "2-1-park/3.html"),
        "2-2-livelihood/2.html",
    ]
    pages = {page.address: page for page in made}
    walked = [next(page for page in made if page.view.previous is None)]
    while (link := walked[-1].view.next) is not None:
        walked.append(pages[link.address])
        assert walked[-1].view.previous.address == walked[-2].address
    assert [line.id for page in walked for line in in_lines(page)] == whole
    assert len(walked) == len(pages)
    assert [(link.label, link.current) for link in pages["reports/2024/sections/2-1-park/2.html"].view.pages] == [
        ("第1页", False),
        ("第2页", True),
        ("第3页", False),
    ]
    assert pages["reports/2024/sections/2-1-park/2.html"].description == (
        "2024年示例区政府工作报告“（一）扩大样品园区”：6条承诺，每条照录原文（第2页）"
    )


def test_a_long_table_of_tasks_goes_on_on_further_pages(
    catalog: Catalog, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "TASKS", 5)
    made = list(tasks.pages(catalog, report))
    assert [page.address for page in made] == [f"reports/2024/{name}.html" for name in ("tasks", "tasks/2", "tasks/3")]
    lines = [[line.number for group in page.view.groups for line in group.lines] for page in made]
    assert lines == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12, 13]]
    assert [[section.link.address for section in page.view.elsewhere] for page in made] == [
        ["reports/2024/tasks/3.html#2-2-livelihood"],
        ["reports/2024/tasks.html#part-2", "reports/2024/tasks/3.html#2-2-livelihood"],
        ["reports/2024/tasks.html#part-2", "reports/2024/tasks.html#2-1-park"],
    ]
    sections = {one.section for one in report.register.commitments}
    assert all(page.anchors == sections for page in made)


def in_lines(page: Page) -> list[CommitmentLine]:
    return [line for group in page.view.groups for part in group.parts for line in part.lines]


def test_each_section_with_a_record_has_a_page_and_knows_its_neighbours(catalog: Catalog, report: Report) -> None:
    made = list(section.pages(catalog, report))
    assert [page.address.rpartition("/")[2] for page in made] == [
        "part-1.html",
        "1-1-projects.html",
        "part-2.html",
        "2-1-park.html",
        "2-2-livelihood.html",
    ]
    assert [(page.view.promised, len(page.view.results)) for page in made] == [
        (0, 2),
        (0, 4),
        (4, 0),
        (6, 0),
        (3, 0),
    ]
    assert made[0].view.previous is made[-1].view.next is None
    assert made[1].view.previous == Link("一、2023年工作回顾", "reports/2024/sections/part-1.html")
    assert made[2].view.ways[1].address == "reports/2024/commitments.html?section=part-2"


def test_a_topics_page_gathers_what_every_report_holds(catalog: Catalog, report: Report) -> None:
    parts = topics.summary(catalog, report)
    other = tuple(replace(one, title="2025年报告") for one in parts[:1])
    held = {"2025": topics.holding(replace(report, key="2025"), other), report.key: topics.holding(report, parts)}
    pages = list(topics.pages(catalog, [*held.values()], {"2025": other, report.key: parts}.__getitem__))
    order = ["经济增长", "产业", "招商项目", "商贸消费", "交通出行", "生态环境", "养老社保"]
    assert [page.title for page in pages] == order
    assert [part.title for part in pages[0].view.parts] == ["2025年报告", report.meta.title]
    assert sum(part.promised for part in parts) == sum(len(one.topics) for one in report.register.commitments)


def test_a_topics_page_only_counts_the_reports_that_follow_two_hundred_records(catalog, report, monkeypatch) -> None:
    """The records of reports that are only counted are not even asked for."""
    monkeypatch.setattr(extent, "ENOUGH", 1)
    parts = topics.summary(catalog, report)
    newest, older = topics.holding(report, parts), topics.holding(replace(report, key="2020"), parts)
    asked: list[str] = []
    pages = list(topics.pages(catalog, [newest, older], lambda key: asked.append(key) or parts))
    first = parts[0]
    assert [len(page.view.parts) for page in pages] == [1] * len(parts)
    assert pages[0].view.more == (
        Link(
            report.meta.title,
            f"reports/2020/commitments.html?topic={first.topic}",
            note=f"{first.promised}条承诺，{len(first.results)}项成果和不足",
        ),
    )
    assert f"{2 * first.promised}条承诺" in pages[0].description
    assert set(asked) == {report.key}


def test_the_projects_are_the_livelihood_candidates(catalog: Catalog, report: Report) -> None:
    [page] = projects.pages(catalog, report)
    assert [(one.id, one.written) for group in page.view.groups for one in group.lines] == [
        ("c011", (("新增停车位", "200—300个"),)),
        ("c012", (("打通断头路", "1-2条"),)),
        ("c013", (("设老年助餐点的社区", "全覆盖"),)),
    ]
    assert page.view.label == "民生实事候选"
    none = replace(report, register=replace(report.register, commitments=()))
    assert list(projects.pages(catalog, none)) == []


def test_an_indicator_shows_what_was_observed_what_is_aimed_at_and_what_that_implies(prepared: Prepared) -> None:
    level = view(prepared, "indicators/output.html")
    assert isinstance(level, IndicatorView)
    assert [(one.period, one.kind, one.written) for one in level.values] == [
        ("2023年", "observed", "50亿元左右"),
        ("2024年", "implied", "约53.75亿元"),
    ]
    assert level.picture is not None
    assert level.picture.title == "园区产值：2023年预计50亿元左右，2024年按增速目标推算约53.75亿元"
    assert level.related == (Link("园区产值增速", "indicators/output-growth.html"),)


def test_the_coverage_page_counts_all_clauses_and_figures(prepared: Prepared, report: Report) -> None:
    found = view(prepared, "reports/2024/coverage.html")
    assert isinstance(found, CoverageView)
    (clauses, figures) = found.totals
    assert clauses[1][0] == len(report.accounts.clauses) == clauses[1][1] + clauses[1][2]
    assert figures[1][0] == len(report.accounts.figures)
    assert clauses[1][3] == figures[1][3] == 0
    (first,) = found.opening[0].exempt
    assert (first.id, first.quote, first.reason) == ("d-x001", "政 府 工 作 报 告", "礼仪")


def test_what_nothing_accounts_for_would_be_marked(catalog: Catalog, report: Report) -> None:
    """No site is published with it, so the accounts are made poorer here."""
    accounts, register = report.accounts, report.register
    clauses = tuple(replace(one, missing="绿化评比" in one.text, records=()) for one in accounts.clauses)
    kept = tuple(one for one in register.commitments if one.id != "c010")
    poorer = replace(report, register=replace(register, commitments=kept), accounts=replace(accounts, clauses=clauses))
    found = coverage.page(catalog, poorer).view
    pieces = [p for s in found.sections for one in s.paragraphs for sentence in one.sentences for p in sentence.pieces]
    assert [(one.text, one.link) for one in pieces if one.kind == "uncovered"] == [("绿化评比每季度一次", "")]
    assert found.totals[0][1][3] == 1
    assert [kind for kind, _word in found.picture.drawing.legend][-1] == "uncovered"


def test_the_index_of_the_data_leaves_out_what_is_empty(prepared: Prepared, create: Callable[..., Sandbox]) -> None:
    full = view(prepared, "data.html")
    assert isinstance(full, DataView)
    names = ["reports", "commitments", "results", "indicators", "departments", "coverage", "exemptions", "glossary"]
    assert [one.id for one in full.sets] == [*names, "vocabulary", "report-2024"]
    tables = [(one.link.label, one.count) for one in full.sets[1].tables]
    assert tables[:3] == [("commitments.csv", 13), ("targets.csv", 12), ("tasks.csv", 13)]
    bare = view(planned(create("small", "bare")), "data.html")
    assert isinstance(bare, DataView)
    assert [one.id for one in bare.sets] == ["reports", "glossary", "report-2024"]


def target(prepared: Prepared, now: str, before: str) -> Target:
    """A target beside the figure of the year before, both as written."""
    aim = next(aim for one in prepared.catalog.reports[0].register.commitments for aim in one.targets if aim.baseline)
    last = replace(aim.baseline, quantity=quantity.parse(before, role="result"))
    return replace(aim, quantity=quantity.parse(now), baseline=last)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("7.5%以上", "9%左右", "约数相比，目标数比上年数低1.5个百分点（9% → 7.5%）"),
        ("6.5%左右", "6.1%左右", "约数相比，目标数比上年数高0.4个百分点（6.1% → 6.5%）"),
        ("8%", "8%左右", "约数相比，目标数与上年数相同（8% → 8%）"),
        ("40个", "34个", "目标数比上年数多6个，幅度17.6%（34个 → 40个）"),
        ("5500人", "6553人", "目标数比上年数少1,053人，幅度16.1%（6,553人 → 5,500人）"),
        ("40家", "34个", ""),
    ],
)
def test_a_target_is_set_against_last_year_in_words(prepared: Prepared, now: str, before: str, said: str) -> None:
    assert arithmetic.compare(target(prepared, now, before)) == said


def test_without_a_figure_of_last_year_nothing_is_compared(prepared: Prepared) -> None:
    assert arithmetic.compare(replace(target(prepared, "40个", "34个"), baseline=None)) == ""


def test_a_record_is_cited_as_a_page_of_this_site(catalog: Catalog) -> None:
    said = citation.record(catalog, "新建厂房2栋", "c005", day="2024-02-01", address="x.html")
    assert (said.words, said.kind) == (f"{catalog.site.title}. 新建厂房2栋（c005）", "[EB/OL]")


def test_an_indicator_is_known_by_its_targets(catalog: Catalog) -> None:
    assert {key: [one.id for one, _aimed in found] for key, found in catalog.aims.items()} == {
        ("2024", "c001/1"): ["output-growth"],
        ("2024", "c002/1"): ["tax-growth"],
    }


def test_records_are_found_by_their_paragraph(report: Report) -> None:
    assert [one.id for one in report.quoted_in["p2-03"]] == ["c011", "c012", "c013"]
    assert report.quoted_in["p2-01"][0].span == Span("p2-01", 18, 32)


def test_two_reports_with_the_same_ids_stand_side_by_side(project: Sandbox) -> None:
    """Topics, indicators and tables are of both; everything else is each report's own."""
    folder = project.content / "reports"
    shutil.copytree(folder / "2024", folder / "2025")
    project.edit("reports/2025/report.md", "year: 2024", "year: 2025")
    project.edit("reports/2025/report.md", "note_prefix: n", "note_prefix: m")
    site = project.build()
    page = site["topics/transport.html"].decode()
    assert [page.count(f'id="{key}-c006"') for key in ("2025", "2024")] == [1, 1]
    assert page.index('id="2025-c006"') < page.index('id="2024-c006"')
    table = list(csv.DictReader(io.StringIO(site["data/commitments.csv"].decode("utf-8-sig"))))
    assert [(row["report"], row["id"]) for row in table if row["id"] == "c006"] == [("2025", "c006"), ("2024", "c006")]
    for key in ("2024", "2025"):
        assert f"reports/{key}/sections/2-1-park.html" in site
        assert f"reports/{key}/coverage.html" in site
        assert f"data/report-{key}.csv" in site
