"""A digest: the editors' words, said to be theirs, held against the records that they stand on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.build.build import catalogs as catalogs_of
from disclosure.build.options import BuildOptions
from disclosure.cache.snapshot import look
from disclosure.checks.grounds import check_words
from disclosure.pages.digest import DigestView
from disclosure.pages.overview import OverviewView
from disclosure.pages.page import Link
from disclosure.pages.section import RecordsOfSection
from disclosure.pages.text import TextView
from disclosure.project import find
from disclosure.search import documents
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox

TODAY = date(2024, 3, 1)
TEXT = "2024年要“新建厂房2栋”，改造道路3条；上年样品税收6.4亿元，增长12.5%。13条承诺里没有写“电梯”。"
OF_SECTION = "新建厂房2栋，力争6月底前投用。"
DIGEST = f"""\
- text: {TEXT}
  grounds:
    - {{of: c005, says: 新建厂房2栋，改造道路3条}}
    - {{of: p1-01.1, says: 样品税收实现6.4亿元，增长12.5%}}
    - {{without: [电梯]}}
    - {{count: 13}}
- section: 2-1-park
  text: {OF_SECTION}
  grounds: [{{of: c005, says: 新建厂房2栋}}, {{of: c007, says: 力争6月底前投用, outcome: 未到期}}]
"""
# What each figure is made another of, none of which the grounds hold
FIGURE = re.compile(r"\d+(?:\.\d+)?")
OTHERS = ("7", "41", "0.5", "999", "12.6")


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    made = create("register")
    (made.content / "reports/2024/digest.yml").write_text(DIGEST, "utf-8")
    return made


@pytest.fixture
def prepared(project: Sandbox) -> Prepared:
    return planned(project)


def planned(project: Sandbox) -> Prepared:
    found, problems = prepare(find(project.root), TODAY)
    assert problems == ()
    assert found is not None
    return found


def shown(prepared: Prepared, address: str) -> DigestView | None:
    page = prepared.page(address)
    assert page is not None
    assert isinstance(page.view, OverviewView | RecordsOfSection)
    assert ("digest" in page.anchors) == (page.view.digest is not None)
    return page.view.digest


def test_the_overview_shows_the_digest_with_the_way_to_each_ground(prepared: Prepared) -> None:
    view = shown(prepared, "reports/2024/index.html")
    assert view is not None
    assert (view.title, view.text) == ("一分钟读完这份报告", TEXT)
    assert "编者" in view.note
    assert [(one.address, one.note) for one in view.grounds] == [
        ("reports/2024/commitments/c005.html", "c005，“新建厂房2栋，改造道路3条”"),
        ("reports/2024/text.html#p1-01.1", "“样品税收实现6.4亿元，增长12.5%”"),
        ("reports/2024/commitments.html", "引文里都没有“电梯”"),
        ("reports/2024/commitments.html", "全部 13 条"),
    ]


def test_a_section_shows_its_own_and_others_show_none(prepared: Prepared) -> None:
    view = shown(prepared, "reports/2024/sections/2-1-park.html")
    assert view is not None
    assert view.text == OF_SECTION
    assert shown(prepared, "reports/2024/sections/2-2-livelihood.html") is None


def test_the_full_text_leads_to_it_and_holds_only_the_reports_words(project: Sandbox, prepared: Prepared) -> None:
    page = prepared.page("reports/2024/text.html")
    assert page is not None
    assert isinstance(page.view, TextView)
    assert page.view.digest == Link("一分钟读完这份报告（编者写）", "reports/2024/index.html#digest")
    assert {one.id: one.digest.address for one in page.view.sections if one.digest} == {
        "2-1-park": "reports/2024/sections/2-1-park.html#digest"
    }
    project.build()
    pages = {path: (project.site / f"reports/2024/{path}.html").read_text("utf-8") for path in ("text", "index")}
    assert [pages[path].count(TEXT) for path in ("text", "index")] == [0, 1]


def test_it_is_found_by_the_search(prepared: Prepared) -> None:
    report = prepared.catalog.reports[0]
    every = documents.of_report(prepared.catalog, report, ())
    found = [one for one in (*every.documents, *every.later) if one.kind == "digest"]
    assert [(one.address, one.text, one.section) for one in found] == [
        ("reports/2024/index.html#digest", TEXT, ""),
        ("reports/2024/sections/2-1-park.html#digest", OF_SECTION, "2024/2-1-park"),
    ]


def test_it_is_published_as_data(prepared: Prepared) -> None:
    whole, section = json.loads(prepared.files["data/digests.json"])
    assert (whole["section"], whole["text"], whole["url"]) == (None, TEXT, "reports/2024/index.html#digest")
    assert [(one["of"], one["says"], one["without"], one["count"]) for one in whole["grounds"]] == [
        ("c005", "新建厂房2栋，改造道路3条", [], None),
        ("p1-01.1", "样品税收实现6.4亿元，增长12.5%", [], None),
        (None, None, ["电梯"], None),
        (None, None, [], 13),
    ]
    assert [(one["outcome"], one["outcome_label"]) for one in section["grounds"]] == [
        (None, None),
        ("not-due", "未到期"),
    ]
    assert prepared.files["data/digests.csv"].decode("utf-8-sig").splitlines()[2].startswith("2024,2-1-park,")


def test_a_digest_whose_ground_goes_stops_the_build(project: Sandbox) -> None:
    """The digest stays as it was: a record that it stands on says something else."""
    path = next(project.content.glob("reports/2024/commitments/*/c005.yml"))
    written = path.read_text("utf-8")
    assert "quote: 新建厂房2栋，" in written
    path.write_text(written.replace("quote: 新建厂房2栋，", "quote: "), "utf-8")
    _found, problems = prepare(find(project.root), TODAY)
    gone = [str(one.place) for one in problems if one.rule == "answer-gone"]
    assert gone == ["content/reports/2024/digest.yml:3:18"]


def test_any_figure_of_the_text_that_is_changed_is_found(project: Sandbox) -> None:
    catalogs, _problems = catalogs_of(
        look(find(project.root), TODAY), BuildOptions(progress=lambda _stage, _done, _total: None)
    )
    assert catalogs is not None
    (catalog,) = catalogs
    digest = catalog.raw.digests[0]
    figures = list(FIGURE.finditer(TEXT))
    assert len(figures) == 6

    @given(st.sampled_from(figures), st.sampled_from(OTHERS))
    def changed(figure: re.Match[str], other: str) -> None:
        text = TEXT[: figure.start()] + other + TEXT[figure.end() :]
        raw = replace(catalog.raw, digests=[replace(digest, value=replace(digest.value, text=text))])
        said = [one.message for one in check_words(replace(catalog, raw=raw))]
        assert any(other in one for one in said), text

    assert list(check_words(catalog)) == []
    changed()
