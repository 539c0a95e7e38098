"""The unpacked copy answers from a disk: in Chromium, and in Firefox, for which each file is an origin of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from disclosure.offline import bundle
from tests.offline import zips

from . import firefox
from .conftest import BOUND, Visit
from .test_accessibility import violations
from .watch import Watch

pytestmark = pytest.mark.browser

needs_firefox = pytest.mark.skipif(firefox.installed() is None, reason="no Firefox here")
# Words, a figure, an id, pinyin, traditional characters, what is nowhere
QUERIES = ("停车泊位", "电梯", "60部", "c001", "dianti", "電梯", "xyzzy")


@pytest.fixture(scope="module")
def copy(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, with its years and history."""
    return zips.unpacked(tmp_path_factory.mktemp("offline"), zips.wish(example_site))


@pytest.fixture
def loud() -> bool:
    """From a disk, pages have other addresses."""
    return True


@pytest.fixture
def page(new_page: Visit, watch: Watch) -> Iterator[Page]:
    """Once its test is over, it must have said nothing and asked for nothing but files."""
    page = new_page(width=390, height=844)
    yield page
    assert watch.said == []
    assert [one for one in watch.asked if not one.startswith(("file:", "data:", "blob:"))] == []


def go(page: Page, path: Path, query: str = "") -> None:
    page.goto(path.as_uri() + query)
    page.evaluate(BOUND)


def test_the_start_page_says_to_unpack_only_where_nobody_did(page: Page, copy: Path, tmp_path: Path) -> None:
    page.goto((copy / bundle.START).as_uri())
    expect(page.get_by_text("请先解压，再打开。")).to_be_hidden()
    page.get_by_role("link", name="打开首页").click()
    expect(page.locator("h1").first).to_be_visible()
    page.goto((copy / bundle.START).as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/site/index.html")


def test_a_start_page_alone_says_to_unpack(new_page: Visit, copy: Path, tmp_path: Path) -> None:
    alone = tmp_path / "a.html"
    alone.write_bytes((copy / bundle.START).read_bytes())
    page = new_page()
    page.goto(alone.as_uri())
    expect(page.get_by_text("请先解压，再打开。")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_start_page_and_a_page_with_its_day_have_no_violation(new_page: Visit, copy: Path, width: int) -> None:
    page = new_page(width=width, bypass_csp=True)
    for path in (copy / bundle.START, copy / "site/index.html"):
        page.goto(path.as_uri())
        assert violations(page) == {}, path.name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_feature_that_works_on_a_disk_works_and_the_others_say_so(page: Page, copy: Path) -> None:
    site = copy / "site"
    go(page, site / "index.html")
    way = page.get_by_role("link", name="网站上的最新一页")
    assert way.get_attribute("href") == f"{zips.ADDRESS}index.html"
    # The register filters, and gives its lines
    go(page, site / "reports/2025/commitments.html", "?outcome=met")
    expect(page.get_by_text("从磁盘打开的网页，JSON 下载的是全部承诺")).to_be_visible()
    # A record says that it cannot be cut out of its list
    go(page, site / "reports/2025/commitments/c001.html")
    page.locator("details.d-subscribe > summary").click()
    expect(page.locator("details.d-subscribe a").first).to_have_attribute(
        "href", f"{zips.ADDRESS}reports/2025/commitments/c001.xml"
    )
    # The changes since the last visit
    go(page, site / "changes.html")
    # A chosen display goes from page to page
    page.locator("summary", has_text="显示").first.click()
    page.get_by_role("button", name="深色").click()
    expect(page.get_by_text("只在这一页记得这些设置")).to_be_visible()
    go(page, site / "glossary.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_what_is_copied_to_cite_names_nobody_s_disk(page: Page, example_site: Path, tmp_path: Path) -> None:
    copy = zips.unpacked(tmp_path, zips.wish(example_site, ""))
    # The example declares its address: as if it did not
    path = copy / "site/reports/2025/text.html"
    path.write_text(path.read_text("utf-8").replace(zips.ADDRESS, ""), "utf-8")
    page.goto(path.as_uri())
    page.evaluate(BOUND)
    page.evaluate("document.querySelector('[data-module=cite]').removeAttribute('data-address')")
    page.locator(".d-cite > summary").nth(3).click()
    page.locator(".d-cite[open] [data-copy=link]").click()
    expect(page.locator(".d-cite[open] .d-copied")).to_have_value(re.compile(r"^reports/2025/text\.html#p"))


def test_hits_lead_to_pages_with_what_was_found(page: Page, copy: Path) -> None:
    go(page, copy / "site/search.html", f"?q={quote('电梯')}")
    page.locator("[data-answered][data-complete]").wait_for()
    page.locator("[data-hit] a").first.click()
    page.wait_for_url("**?mark=*")
    expect(page.locator("mark.d-found").first).to_be_visible()


def found(text: str, hits: list[str]) -> tuple[str, list[str]]:
    return text, hits[:5]


@needs_firefox
def test_firefox_finds_the_same_as_chromium_and_binds_a_page_of_each_folder(page: Page, copy: Path) -> None:
    site, hits = copy / "site", "all => all.map(one => one.dataset.hit)"
    chromium = {}
    for query in QUERIES:
        go(page, site / "search.html", f"?q={quote(query)}")
        page.locator("[data-answered][data-complete]").wait_for()
        shown = page.locator("[data-results] > [data-hit]").evaluate_all(hits)
        chromium[query] = found(page.locator("[data-count]").inner_text(), shown)
    with firefox.started() as browser:
        for path in {path.parent: path for path in site.rglob("*.html")}.values():
            browser.open(path.as_uri())
            assert browser.wait("document.documentElement.dataset.script") == "bound", path
            assert browser.run("return getComputedStyle(document.body).fontFamily") != "serif"
        for query in QUERIES:
            browser.open(f"{(site / 'search.html').as_uri()}?q={quote(query)}")
            browser.wait("document.querySelector('[data-answered][data-complete]') !== null")
            shown = browser.run(f"return ({hits})([...document.querySelectorAll('[data-results] > [data-hit]')])")
            said = browser.run("return document.querySelector('[data-count]').innerText")
            assert found(said, shown) == chromium[query]


@needs_firefox
def test_firefox_filters_the_register_and_reads_the_start_page(copy: Path) -> None:
    with firefox.started() as browser:
        browser.open((copy / bundle.START).as_uri())
        assert browser.run("return getComputedStyle(document.querySelector('.d-start__packed')).display") == "none"
        browser.open(f"{(copy / 'site/reports/2025/commitments.html').as_uri()}?outcome=met")
        browser.wait("[...document.querySelectorAll('[data-register] [role=status]')].some((one) => one.textContent)")
