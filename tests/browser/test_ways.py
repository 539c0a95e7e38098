"""Before its hits the search leads to the question that was asked, and to what was named."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit

pytestmark = pytest.mark.browser


def found(visit: Visit, query: str) -> list[str]:
    page = visit(f"search.html?q={quote(query)}")
    expect(page.locator("[data-module=search]")).to_have_attribute("data-answered", query)
    return texts(page)


def texts(page: Page) -> list[str]:
    return page.locator("[data-ways]:not([hidden]) a").all_text_contents()


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("电梯", ["老小区还装电梯吗？"]),
        ("我们老小区还能装电梯吗", ["老小区还装电梯吗？"]),
        ("牵头单位", ["这些事由谁负责？"]),
        ("体育公园什么时候建成", ["体育公园"]),
        ("博物馆", ["区博物馆"]),
        ("2024年", []),
        ("的", []),
        ("停车位", []),
    ],
)
def test_a_query_leads_to_questions_and_to_what_it_names(visit: Visit, query: str, ways: list[str]) -> None:
    assert found(visit, query) == ways


def test_a_way_leads_to_the_answer(visit: Visit) -> None:
    page = visit(f"search.html?q={quote('电梯')}")
    page.locator("[data-ways] a").first.click()
    page.wait_for_url("**/questions.html#lifts")
    expect(page.locator("#lifts")).to_be_visible()


def test_ways_follow_the_typing_and_what_they_lead_to_comes_after_records(visit: Visit) -> None:
    page = visit(f"search.html?q={quote('电梯')}")
    expect(page.locator("[data-ways] a")).to_have_count(1)
    hits = page.locator("[data-results] [data-hit]").evaluate_all("all => all.map(one => one.dataset.hit)")
    assert [one for one in hits[:3] if one.startswith(("questions", "entities"))] == []
    page.fill("input[type=search]", "停车位")
    expect(page.locator("[data-ways]")).to_be_hidden()


def test_without_script_questions_and_names_are_on_pages(new_page, root: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{root}index.html")
    page.locator("a", has_text="老小区还装电梯吗？").click()
    expect(page.locator("#lifts")).to_be_visible()
    page.goto(f"{root}entities.html")
    page.locator("main a", has_text="体育公园").click()
    expect(page.locator("h1")).to_have_text("体育公园")
