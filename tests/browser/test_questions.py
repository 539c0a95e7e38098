"""What citizens ask is answered before any hit, and neither hits nor paper repeat that nothing is known."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.followup.absences import ABSENCE

from .conftest import Visit

pytestmark = pytest.mark.browser

# Lists and tables as they are shown, on a screen or on paper
LISTS = "() => [...document.querySelectorAll('ul, ol, dl, table')].map(one => one.innerText)"


@pytest.fixture(scope="session")
def site(collection_site: Path) -> Path:
    """A whole report of which nothing later is on file."""
    return collection_site


@pytest.fixture(scope="session")
def root(collection_root: str) -> str:
    return collection_root


def answered(visit: Visit, query: str) -> Page:
    page = visit(f"search.html?q={quote(query)}", width=390)
    expect(page.locator("[data-module=search]")).to_have_attribute("data-answered", query)
    return page


@pytest.mark.parametrize("words", ["我家小区电梯", "七楼的老人爬楼太累", "老楼能不能加电梯"])
def test_a_wording_leads_to_its_question(visit: Visit, words: str) -> None:
    page = answered(visit, words)
    way = page.locator("[data-ways]:not([hidden]) a[href='questions.html#lift']")
    expect(way).to_have_count(1)


def test_the_box_of_the_home_page_leads_to_the_answer(visit: Visit) -> None:
    page = visit("index.html", width=390)
    page.get_by_role("searchbox").first.fill("我家小区电梯")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.locator("[data-ways] a").first.click()
    page.wait_for_url("**/questions.html#lift")
    expect(page.locator("#lift")).to_be_visible()


@pytest.mark.parametrize("query", ["建设", "民生实事"])
def test_hits_do_not_repeat_that_nothing_is_known(visit: Visit, query: str) -> None:
    page = answered(visit, query)
    while page.locator("[data-more]").is_visible() and page.locator("[data-hit]").count() < 60:
        page.locator("[data-more]").click()
    assert page.locator("[data-hit]").count() > 3
    shown = page.locator("[data-results]").inner_text()
    assert [words for words in ("无公开信息", "票决结果未公开", "不作对照") if shown.count(words) > 1] == []


@pytest.mark.parametrize("name", ["commitments", "tasks", "progress", "projects", "gaps", "results"])
def test_paper_does_not_repeat_it_either(visit: Visit, name: str) -> None:
    page = visit(f"reports/2022/{name}.html")
    page.emulate_media(media="print")
    lists = [ABSENCE.findall(text) for text in page.evaluate(LISTS)]
    assert [found for found in lists if len(found) != len(set(found))] == []
