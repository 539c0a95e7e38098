"""Pages of several districts in the browser: what is found within one of them, and tables of amounts on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests import province, shared
from tests.comparison import measured

from .server import serve
from .test_accessibility import violations

pytestmark = pytest.mark.browser
DISTRICT = province.PLACES[0]
PAGES = ("districts.html", "measures/output.html", "measures/output/2024.html", "topics/economy.html", "glossary.html")
OF_DISTRICT = ("index.html", "commitments.html", "returning.html", "departments.html")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    made = shared.folder(tmp_path_factory, "compared", lambda root: measured.project(root).build(province.DATE))
    with serve(made / "site") as address:
        yield address


def asked(page: Page, words: str) -> list[str]:
    """What is typed into the box of a district: the reports of what is found."""
    page.get_by_role("search", name=f"在{DISTRICT.name}历年的").get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("[data-count]")).to_contain_text("找到")
    return page.locator("[data-results] > [data-hit]").all_inner_texts()


def test_a_promise_is_found_by_words_over_all_years_of_its_district(new_page, root):
    page = new_page(width=390)
    page.goto(f"{root}districts/{DISTRICT.id}/commitments.html")
    found = asked(page, "厂房")
    assert [year for hit in found for year in DISTRICT.years if f"{year}年{DISTRICT.name}" in hit] == [2026, 2025, 2024]
    assert all(hit.startswith("承诺") for hit in found)
    expect(page.locator("[data-chips] button")).to_have_count(2)


def test_the_home_of_a_district_finds_whatever_is_of_it(new_page, root):
    page = new_page()
    page.goto(f"{root}districts/{DISTRICT.id}/index.html")
    found = asked(page, "厂房")
    assert {hit.split()[0] for hit in found} >= {"承诺", "成果", "跟踪更新", "报告段落"}
    assert all(DISTRICT.name in hit for hit in found)


def test_pages_of_districts_are_accessible_and_keep_to_a_phone(new_page, root):
    page = new_page(width=390, bypass_csp=True)
    for path in (*PAGES, *(f"districts/{DISTRICT.id}/{name}" for name in OF_DISTRICT)):
        page.goto(root + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path
        assert violations(page) == {}, path
