"""What a Chinese disclosure page must carry (docs/domain.md, Disclosure pages), on every page."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest
import yaml

from tests import sample

from .conftest import TEXT

pytestmark = pytest.mark.browser

OVERVIEW = "reports/2022/index.html"
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = {"ArticleTitle", "PubDate", "ContentSource"}
OPTIONAL = {"Keywords", "Author", "Description", "Image", "Url"}
TYPES = {"首页", "概况信息", "政策文件", "信息公开目录", "数据发布", "数据开放", "政策解读", "咨询投诉", "征集调查"}
HEADER = {
    "索引号": "index",
    "主题分类": "category",
    "发布机构": "publisher",
    "生成日期": "generated",
    "文件编号": "number",
    "有效性": "validity",
    "公开范围": "scope",
    "公开方式": "method",
    "成文日期": "written",
    "内容概述": "summary",
}
FACTS = """() => ({
  meta: [...document.querySelectorAll('meta[name]')].map(one => [one.getAttribute('name'), one.content])
    .filter(([name]) => /^[A-Z]/.test(name)),
  title: document.title,
  language: document.documentElement.lang,
  h1: [...document.querySelectorAll('h1')].map(one => one.textContent),
  inside: document.querySelectorAll('div#UCAP-CONTENT h1').length,
  notices: [...document.querySelectorAll('aside.d-notice')].filter(one => !one.hidden)
    .map(one => one.textContent.trim()),
  landmarks: ['header', 'main', 'footer'].map(name =>
    document.querySelectorAll(`body > ${name}, body > div > ${name}`).length),
  description: document.querySelector('meta[name=description]').content,
})"""


@pytest.fixture
def facts(on_each_page) -> dict[str, Any]:
    return on_each_page(FACTS)


def names(facts: dict[str, Any], path: str) -> list[str]:
    return [name for name, _content in facts[path]["meta"]]


def expected_names(path: str) -> set[str]:
    if "/commitments/" in path or path.startswith(("updates/", "requests/")):
        return ARTICLE | {"SiteName"}
    if re.fullmatch(r"reports/\d{4}/(index|text)\.html", path):
        return ARTICLE | {"SiteName"}
    return {"404.html": set()}.get(path, COLUMN) | {"SiteName"}


def test_every_page_carries_its_meta_tags_once_and_in_their_exact_case(facts, pages):
    assert {path: set(names(facts, path)) - OPTIONAL for path in pages} == {p: expected_names(p) for p in pages}
    assert {path for path in pages if len(set(names(facts, path))) != len(names(facts, path))} == set()


def test_meta_tags_say_what_they_must(facts, settings):
    for path, one in facts.items():
        said = dict(one["meta"])
        assert said["SiteName"] == settings["title"]
        assert [name for name, content in one["meta"] if not content.strip()] == []
        assert said.get("ColumnType", "首页") in TYPES
        assert (said.get("ColumnType") == "首页") == (path == "index.html")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", said.get("PubDate", "2026-11-23 09:00"))


def test_what_has_not_been_issued_is_not_printed(facts, settings):
    assert set(settings["identity"].values()) == {""} or set(settings["identity"].values()) == {None}
    issued = {name for one in facts.values() for name, _content in one["meta"]} & {"SiteDomain", "SiteIDCode"}
    assert issued == set()


def test_every_page_carries_the_notice(facts, settings, pages):
    assert {path: one["notices"] for path, one in facts.items()} == {path: [settings["notice"]] for path in pages}


def test_every_page_has_one_h1_inside_the_body_that_crawlers_look_for(facts, pages):
    assert {path: (len(one["h1"]), one["inside"]) for path, one in facts.items()} == dict.fromkeys(pages, (1, 1))


def test_every_page_has_its_landmarks_language_title_and_description(facts, pages):
    assert {path: tuple(one["landmarks"]) for path, one in facts.items()} == dict.fromkeys(pages, (1, 1, 1))
    assert {one["language"] for one in facts.values()} == {"zh-CN"}
    assert len({one["title"] for one in facts.values()}) == len(pages)
    assert len({one["description"] for one in facts.values()} - {""}) == len(pages)


def test_the_overview_shows_the_disclosure_header_with_a_dash_for_what_is_missing(visit):
    given = yaml.safe_load(sample.FRONT.split("---\n")[1])["disclosure"]
    rows = visit(OVERVIEW).locator("table:has(th:text-is('索引号')) tr")
    shown = rows.evaluate_all("all => all.map(one => [...one.cells].map(cell => cell.textContent.trim()))")
    assert shown == [[label, str(given.get(name) or "—")] for label, name in HEADER.items()]


def test_the_overview_says_what_the_report_is_and_where_its_source_lies(visit, source):
    page = visit(OVERVIEW)
    facts = dict(page.locator("main tr").evaluate_all("all => all.map(one => [...one.cells].map(c => c.textContent))"))
    assert facts["报告日期"] == "2022年1月13日"
    assert "乙某某" in facts["报告人"]
    assert facts["会议"] == "拾光区第二届人民代表大会第一次会议"
    assert "60段" in facts["篇幅"]
    assert "24条注释" in facts["篇幅"]
    assert page.get_by_role("main").get_by_role("link", name="source.txt").is_visible()
    assert page.get_by_text(hashlib.sha256(source.encode()).hexdigest()).is_visible()


def test_publication_times_are_those_that_were_written(facts):
    assert [dict(facts[path]["meta"])["PubDate"] for path in (OVERVIEW, TEXT)] == ["2022-01-20 09:00"] * 2
