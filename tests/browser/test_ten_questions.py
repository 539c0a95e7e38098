"""In words of their own, citizens find each of the ten questions by the search of the shipped site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.content.absences import ABSENCE
from tests.content.ten_questions import WORDINGS

from .conftest import Visit

pytestmark = pytest.mark.browser

ASKED = [pytest.param(id, words, id=f"{id}-{n}") for id, every in WORDINGS.items() for n, words in enumerate(every)]
# Lists and tables as they are shown, on a screen or on paper
LISTS = "() => [...document.querySelectorAll('ul, ol, dl, table')].map(one => one.innerText)"


@pytest.fixture(scope="session")
def site(real_site: Path) -> Path:
    """What citizens ask is answered by the shipped content."""
    return real_site


@pytest.fixture(scope="session")
def root(real_root: str) -> str:
    return real_root


def answered(visit: Visit, query: str) -> Page:
    page = visit(f"search.html?q={quote(query)}", width=390)
    expect(page.locator("[data-module=search]")).to_have_attribute("data-answered", query)
    return page


@pytest.mark.parametrize(("id", "words"), ASKED)
def test_a_wording_leads_to_its_question(visit: Visit, id: str, words: str) -> None:
    page = answered(visit, words)
    way = page.locator(f"[data-ways]:not([hidden]) a[href='questions.html#{id}']")
    expect(way).to_have_count(1)


def test_the_box_of_the_home_page_leads_to_the_answer(visit: Visit) -> None:
    page = visit("index.html", width=390)
    page.get_by_role("searchbox").first.fill(WORDINGS["lift"][0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.locator("[data-ways] a").first.click()
    page.wait_for_url("**/questions.html#lift")
    expect(page.locator("#lift")).to_be_visible()


@pytest.mark.parametrize("query", ["建设", "道路", "推进", "民生实事"])
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
