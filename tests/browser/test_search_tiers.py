"""A large site's search looks through the newest years first, says so, and goes on to the others at a press."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unittest import mock
from urllib.parse import quote

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from disclosure.catalog import address
from disclosure.search import files, tiers
from tests.projects import create, date_of
from tests.search import collection, several
from tests.search.several import DISTRICTS, RECORDS

from .keys import focus
from .server import serve
from .test_together import host

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
A_YEAR = len(DISTRICTS) * RECORDS
PART = "。只查了2024年的报告，更早年份（2023年）的3份还没有查"
WHOLE = "。所有年份的报告都查过了"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of three districts and two years, of which the older is in the other tier."""
    folder = tmp_path_factory.mktemp("tiers")
    with mock.patch.object(files, "LARGE", 0), mock.patch.object(tiers, "AT_MOST", 1):
        collection.build(folder)
        shutil.rmtree(folder / "site/search")
        several.write(folder / "site", large=True)
    return folder / "site"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def search(new_page, root):
    def open_at(query: str, **options) -> Page:
        page = new_page(**options)
        page.goto(f"{root}search.html?{quote(query, safe='=&')}")
        expect(page.locator("[data-complete]")).to_be_attached()
        return page

    return open_at


@pytest.fixture
def loud(request: pytest.FixtureRequest) -> bool:
    return "do_not_come" in request.node.name


def said(page: Page) -> Locator:
    return page.locator("[data-count]")


def older(page: Page) -> Locator:
    return page.get_by_role("button", name="再查更早的年份（2023年）")


def years(page: Page) -> set[str]:
    """Of the reports that hits are of."""
    return {
        found[-4:]
        for found in page.locator("[data-hit]").evaluate_all("all => all.map(one => one.dataset.hit.split('/')[1])")
    }


def test_the_newest_year_is_answered_and_the_others_come_at_a_press(search):
    page = search("q=教育")
    expect(said(page)).to_have_text(f"找到 {A_YEAR} 条，搜的是“教育”{PART}")
    assert years(page) == {"2024"}
    older(page).click()
    expect(said(page)).to_have_text(f"找到 {2 * A_YEAR} 条，搜的是“教育”{WHOLE}")
    expect(older(page)).to_have_count(0)
    expect(page).to_have_url(re.compile("years=all"))
    page.reload()
    expect(said(page)).to_have_text(f"找到 {2 * A_YEAR} 条，搜的是“教育”{WHOLE}")
    page.go_back()
    expect(said(page)).to_have_text(f"找到 {A_YEAR} 条，搜的是“教育”{PART}")


def test_by_keyboard_the_press_leads_to_the_first_hit_and_is_announced(search):
    page = search("q=教育")
    assert said(page).get_attribute("role") == "status"
    focus(older(page))
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text(WHOLE)
    expect(page.locator("[data-results] [data-link]").first).to_be_focused()


def test_the_first_hit_is_led_to_though_the_rest_of_the_page_comes_meanwhile(new_page, root):
    """What comes late asks again, and it is that run then that has no more need of the button."""
    page = new_page()
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    def release(route: Route) -> None:
        if late:
            late.pop().continue_()
        route.continue_()

    page.route("**/search-extras.js*", hold)
    page.route("**/search/older/*", release)
    page.goto(f"{root}search.html?q={quote('教育')}", wait_until="commit")
    older(page).press("Enter")
    expect(said(page)).to_contain_text(WHOLE)
    expect(page.locator("[data-results] [data-link]").first).to_be_focused()


def test_another_query_begins_with_the_newest_year_again(search):
    page = search("q=教育&years=all")
    expect(said(page)).to_contain_text(WHOLE)
    page.get_by_role("searchbox").fill("交通")
    expect(said(page)).to_have_text(f"找到 {A_YEAR} 条，搜的是“交通”{PART}")
    expect(page).not_to_have_url(re.compile("years="))


@pytest.mark.parametrize("query", ["q=2023年教育", "q=教育&year=2023", "q=教育&report=1-2023"])
def test_who_names_an_older_year_gets_it(search, query):
    page = search(query)
    expect(older(page)).to_have_count(0)
    expect(said(page)).not_to_contain_text("只查了")
    assert years(page) == {"2023"}


def test_an_older_year_can_be_chosen_and_is_not_counted_before(search):
    page = search("q=教育")
    page.get_by_text("筛选结果").click()
    options = page.get_by_label("年份").locator("option")
    expect(options).to_have_text(["全部", f"2024年（{A_YEAR}）", "2023年"])
    page.get_by_label("年份").select_option("2023")
    expect(said(page)).to_have_text(f"找到 {A_YEAR} 条，搜的是“教育”")
    assert years(page) == {"2023"}
    expect(older(page)).to_have_count(0)


def test_a_district_says_of_its_own_reports_what_is_left(search):
    page = search("q=教育&district=甲山区")
    expect(said(page)).to_have_text(
        f"找到 {RECORDS} 条，搜的是“教育”。只查了2024年的报告，更早年份（2023年）的1份还没有查"
    )
    older(page).click()
    expect(said(page)).to_have_text(f"找到 {2 * RECORDS} 条，搜的是“教育”{WHOLE}")


def test_a_topic_lists_the_newest_year_and_reads_the_others_at_a_press(search):
    page = search("topic=education")
    expect(said(page)).to_have_text(f"符合筛选的 {A_YEAR} 条{PART}")
    read: list[str] = []
    page.on("request", lambda request: read.append(request.url.partition("/search/")[2].partition("?")[0]))
    older(page).click()
    expect(said(page)).to_have_text(f"符合筛选的 {2 * A_YEAR} 条{WHOLE}")
    assert "facets/2023.js" in read


def test_older_years_that_do_not_come_leave_the_newest_and_a_way_to_try_again(new_page, root):
    page = new_page()
    page.route("**/search/older/*", lambda route: route.abort())
    page.goto(f"{root}search.html?q={quote('教育')}")
    expect(page.locator("[data-complete]")).to_be_attached()
    older(page).click()
    expect(said(page)).to_have_text(
        f"找到 {A_YEAR} 条，搜的是“教育”{PART}。有一部分索引没有读到，结果可能不全，请刷新页面"
    )
    page.unroute("**/search/older/*")
    older(page).click()
    expect(said(page)).to_contain_text(f"找到 {2 * A_YEAR} 条")


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(search, width):
    page = search("q=教育", width=width, bypass_csp=True)
    expect(older(page)).to_be_visible()
    page.evaluate(AXE)
    assert page.evaluate("async () => (await axe.run()).violations.map(one => one.id)") == []


@pytest.fixture(scope="module")
def together(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page that searches this site, on a host of its own, with a small one."""
    project = create(tmp_path_factory.mktemp("own") / "own", "small")
    with host(site) as other:
        (project.content / "federation.yml").write_text(f"- address: {other}\n  name: 三区网站\n", "utf-8")
        project.build(date=date_of("small"))
        with host(project.site) as own:
            yield f"{own}{address.FEDERATION}"


def test_older_years_of_another_site_are_asked_for_where_several_are_searched(chromium: Browser, together: str) -> None:
    with closing(chromium.new_context(locale="zh-CN")) as context:
        page = context.new_page()
        page.goto(f"{together}?q={quote('推进教育项目')}")
        expect(said(page)).to_have_text(f"找到 {A_YEAR} 条，搜的是“推进教育项目”。2023年的报告里还有3份没有查")
        older(page).press("Enter")
        expect(said(page)).to_have_text(f"找到 {2 * A_YEAR} 条，搜的是“推进教育项目”")
        expect(page.locator("[data-hit]", has_text="2023年").first).to_be_visible()
        expect(page.locator("[data-results] [data-link]").first).to_be_focused()


def test_an_older_year_that_is_named_is_looked_for_on_each_site(chromium: Browser, together: str) -> None:
    with closing(chromium.new_context(locale="zh-CN")) as context:
        page = context.new_page()
        page.goto(f"{together}?q={quote('推进教育项目')}&year=2023")
        expect(page.locator("[data-complete]")).to_be_attached()
        expect(said(page)).to_have_text(f"找到 {A_YEAR} 条，搜的是“推进教育项目”")
        expect(older(page)).to_have_count(0)


def test_filters_that_are_opened_know_more_than_the_outcomes_that_a_status_asked_for(search):
    page = search("q=未完成")
    expect(said(page)).to_contain_text("只查了2024年的报告")
    page.locator("[data-filters] summary").click()
    choices = page.locator("[data-filters] [name=topic] option")
    expect(choices).to_have_count(1 + len(several.TOPICS))
    assert all(str(A_YEAR // len(several.OUTCOMES)) in one for one in choices.all_inner_texts()[1:])
