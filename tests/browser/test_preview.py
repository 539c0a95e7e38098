"""What an open tab says while its preview fails or has stopped, and how it comes back by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.projects import Sandbox
from tests.served import Served, serving, small

pytestmark = pytest.mark.browser
PAGE = "reports/2024/text.html#p2-01"
WIDTHS = [360, 1280]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    return small(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture
def served(project: Sandbox) -> Iterator[Served]:
    with serving(project) as one:
        yield one


@pytest.fixture(params=WIDTHS)
def page(chromium: Browser, served: Served, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab in which somebody has read on from where a link led."""
    context = chromium.new_context(viewport={"width": request.param, "height": 500}, locale="zh-CN")
    with closing(context):
        page = context.new_page()
        page.goto(served.address + PAGE)
        page.evaluate("scrollBy(0, 60)")
        yield page


def top(page: Page) -> float:
    """Where on the screen the page stands."""
    return round(float(page.evaluate("document.querySelector('main').getBoundingClientRect().top")))


def stands_at(page: Page, wanted: float) -> None:
    page.wait_for_function(
        "wanted => Math.abs(document.querySelector('main').getBoundingClientRect().top - wanted) <= 1", arg=wanted
    )


def wrong(text: str) -> str:
    """With two faults that do not follow from each other."""
    return text.replace("title:", "titel:").replace("order:", "ordre:")


def test_a_build_that_fails_is_said_above_the_page_until_it_is_mended(page: Page, served: Served) -> None:
    bar, before = page.locator("#preview-bar"), top(page)
    assert (bar.get_attribute("role"), bar.get_attribute("aria-live"), bar.inner_text()) == ("status", "polite", "")
    about = served.project.content / "about.md"
    text = about.read_text("utf-8")
    about.write_text(wrong(text), "utf-8")
    expect(bar).to_contain_text("2 个错误，页面还是上一次的样子")
    expect(bar.locator("pre")).to_contain_text("content/about.md:2:1: [unknown-field]")
    assert abs(top(page) - before) <= 1
    expect(bar).to_be_in_viewport()
    assert bar.get_by_role("link", name="查看全部 2 条").get_attribute("href") == "/__preview/problems"
    page.evaluate("window.isOld = true")
    about.write_text(text, "utf-8")
    page.wait_for_function("() => !window.isOld")
    expect(bar).to_have_text("")
    stands_at(page, before)
    assert page.url == served.address + PAGE


def test_at_its_top_a_page_begins_below_the_bar(page: Page, served: Served) -> None:
    page.evaluate("scrollTo(0, 0)")
    served.stop()
    bar = page.locator("#preview-bar")
    expect(bar).to_contain_text("预览已经停止，这一页不再更新")
    below = page.evaluate("document.querySelector('.d-header').getBoundingClientRect().top")
    assert below >= page.evaluate("document.querySelector('#preview-bar').getBoundingClientRect().bottom") - 1


def test_a_server_that_stopped_and_came_back_is_found_again(page: Page, served: Served) -> None:
    before = top(page)
    served.stop()
    expect(page.locator("#preview-bar")).to_contain_text("预览已经停止，这一页不再更新")
    assert abs(top(page) - before) <= 1
    page.evaluate("window.isOld = true")
    with serving(served.project, served.port):
        page.wait_for_function("() => !window.isOld")
        expect(page.locator("#preview-bar")).to_have_text("")
        stands_at(page, before)


def test_the_list_says_all_and_brings_itself_up_to_date(page: Page, served: Served) -> None:
    about = served.project.content / "about.md"
    text = about.read_text("utf-8")
    about.write_text(wrong(text), "utf-8")
    page.locator("#preview-bar").get_by_role("link").click()
    expect(page.get_by_role("listitem")).to_have_count(2)
    about.write_text(text, "utf-8")
    expect(page.get_by_role("heading")).to_have_text("没有错误，页面是最新的")
