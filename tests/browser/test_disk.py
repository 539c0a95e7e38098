"""A copy of the site on a disk or a stick is the whole site: its scripts run, and its search finds what is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.search import indexes

from .conftest import BOUND, Visit
from .watch import Watch

pytestmark = pytest.mark.browser

HITS = "all => all.map(one => one.dataset.hit)"
# Words of a report, a figure; pinyin, traditional characters, what is nowhere
QUERIES = ("停车泊位", "建设", "转录错误", "yanglao", "養老院", "8%以上", "xyzzy")


@pytest.fixture(scope="session")
def site(collection_site: Path) -> Path:
    """The search's collection: its index is held in many files as well (``large``)."""
    return collection_site


@pytest.fixture
def loud() -> bool:
    """From a disk, pages have other addresses."""
    return True


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as if it were a large one, its index in many files."""
    folder = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("search"))
    return indexes.write(folder, large=True)


@pytest.fixture
def page(new_page: Visit, watch: Watch) -> Iterator[Page]:
    """Once its test is over, it must have said nothing and asked for nothing but files."""
    page = new_page()
    yield page
    assert watch.said == []
    assert [one for one in watch.asked if not one.startswith(("file:", "data:"))] == []


def answers(page: Page, folder: Path) -> dict[str, tuple[str, list[str]]]:
    """What is said and shown first for each query."""
    found = {}
    for query in QUERIES:
        page.goto(f"{(folder / 'search.html').as_uri()}?q={quote(query)}")
        expect(page.locator("[data-count]")).not_to_be_empty()
        page.evaluate(BOUND)
        page.locator("[data-answered][data-complete]").wait_for()
        found[query] = (
            page.locator("[data-count]").inner_text(),
            page.locator("[data-results] > [data-hit]").evaluate_all(HITS)[:5],
        )
    return found


def test_a_page_s_scripts_run_from_the_disk_in_each_folder(page: Page, site: Path) -> None:
    for path in {path.parent: path for path in site.rglob("*.html")}.values():
        page.goto(path.as_uri())
        page.evaluate(BOUND)
        assert page.evaluate("document.documentElement.dataset.script") == "bound", path


def test_the_search_finds_the_same_from_the_disk_small_and_large(page: Page, site: Path, large: Path) -> None:
    small = answers(page, site)
    said, hits = small["建设"]
    assert said.startswith("找到")
    assert len(hits) == 5
    assert small["yanglao"][0].endswith("已同时按“养老”查找")
    assert small["xyzzy"] == ("没有找到“xyzzy”", [])
    assert answers(page, large) == small


def test_typing_filtering_and_following_a_hit_work_on_the_disk(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    page.get_by_role("searchbox").fill("建设")
    expect(page.locator("[data-results] > [data-hit]").first).to_be_visible()
    page.get_by_text("筛选结果").click()
    page.get_by_label("类别").select_option("commitment")
    first = page.locator("[data-results] > [data-hit]").first
    expect(first).to_have_attribute("data-hit", re.compile("/commitments/c"))
    page.locator("[data-hit] a").first.click()
    page.wait_for_url("**/commitments/c*.html?mark=*")
    expect(page.locator("mark.d-found").first).to_be_visible()


def test_a_chosen_display_goes_from_page_to_page_on_the_disk(page: Page, site: Path) -> None:
    page.goto((site / "about.html").as_uri())
    page.locator("summary", has_text="显示设置").click()
    page.get_by_role("button", name="深色").click()
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_on_the_disk_the_register_says_that_its_json_is_the_whole_file(page: Page, site: Path) -> None:
    page.goto(next(site.glob("reports/*/commitments.html")).as_uri())
    expect(page.get_by_text("从磁盘打开的网页，JSON 下载的是全部承诺")).to_be_visible()
