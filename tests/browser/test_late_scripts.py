"""On a slow phone a page is read and pressed before its scripts are there: nothing that was done is undone by them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from .conftest import ANNOTATED, BOUND, RECORDS, TEXT
from .keys import focus
from .test_aloud import DEVICE

pytestmark = pytest.mark.browser
REGISTER = "reports/2024/commitments.html"
PHONE = {"width": 390, "height": 844}


class Late:
    """A page whose scripts of one name come only when they are let go."""

    def __init__(self, page: Page, script: str) -> None:
        self.page, self._at, self._held = page, f"**/assets/{script}.js*", list[Route]()
        page.route(self._at, self._hold)

    def _hold(self, route: Route) -> None:
        self._held.append(route)

    def come(self) -> None:
        for route in self._held:
            route.continue_()
        self.page.unroute(self._at)


@pytest.fixture
def late(new_page) -> Callable[..., Late]:
    def open_at(address: str, script: str, **options) -> Late:
        made = Late(new_page(**options), script)
        made.page.goto(address, wait_until="commit")
        return made

    return open_at


def test_the_filters_of_the_search_are_opened_as_soon_as_they_are_shown(late, root):
    one = late(f"{root}search.html?q={quote('停车')}", "search-extras")
    filters = one.page.get_by_text("筛选结果")
    expect(one.page.locator("[data-results] > [data-hit]").first).to_be_visible()
    expect(filters).to_be_hidden()
    one.come()
    focus(filters)
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_label("类别")).to_be_visible()


def test_what_is_typed_before_the_search_is_there_is_searched(late, root):
    one = late(f"{root}search.html?q={quote('停车')}", "search")
    focus(one.page.get_by_role("searchbox"))
    one.page.keyboard.insert_text("幼儿园")
    one.come()
    expect(one.page.locator("[data-count]")).to_contain_text("“幼儿园”")
    expect(one.page.get_by_role("searchbox")).to_have_value("幼儿园")


def test_a_hit_that_is_about_to_be_opened_stays_when_the_rest_of_the_search_comes(late, root):
    one = late(f"{root}search.html?q={quote('停车')}", "search-extras")
    link = one.page.locator("[data-results] [data-link]").first
    focus(link)
    one.come()
    expect(one.page.locator("[data-complete]")).to_have_count(1)
    expect(link).to_be_focused()


def test_what_is_chosen_before_the_register_is_bound_stays_beside_what_the_address_asks_for(late, root):
    one = late(f"{root}{REGISTER}?kind=task", "register", **PHONE)
    one.page.locator("#d-filter summary").click()
    one.page.get_by_role("searchbox", name="文字").fill("新建")
    one.come()
    expect(one.page.locator("[data-count]").first).to_contain_text("符合条件")
    expect(one.page.get_by_role("searchbox", name="文字")).to_have_value("新建")
    expect(one.page.get_by_label("类别")).to_have_value("task")
    expect(one.page.locator("#d-filter details")).to_have_attribute("open", "")


def test_on_the_way_back_the_register_shows_what_its_address_asks_for(visit, root):
    page = visit(REGISTER)
    page.get_by_label("类别").select_option("task")
    expect(page).to_have_url(f"{root}{REGISTER}?kind=task")
    page.goto(f"{root}about.html")
    page.evaluate("setTimeout(() => history.go(-2))")
    expect(page).to_have_url(f"{root}{REGISTER}")
    expect(page.locator("html")).to_have_attribute("data-script", "bound")
    expect(page.get_by_label("类别")).to_have_value("")


def test_a_passage_opened_before_the_scripts_can_be_copied_after_them(late, root):
    one = late(f"{root}{TEXT}", "text")
    one.page.locator("[data-passage='p2-05'] > summary").click()
    buttons = one.page.locator("[data-passage='p2-05'] [data-copy]")
    expect(buttons).to_have_count(0)
    one.come()
    expect(buttons).not_to_have_count(0)


def test_the_bare_text_chosen_before_the_scripts_stays(late, root):
    one = late(f"{root}{ANNOTATED}", "text")
    one.page.get_by_label("只看原文，不带标记").check()
    one.come()
    expect(one.page.locator("html")).to_have_attribute("data-script", "bound")
    expect(one.page.get_by_label("只看原文，不带标记")).to_be_checked()
    expect(one.page.locator("html")).to_have_attribute("data-plain", "")


def test_a_setting_pressed_before_the_scripts_is_set_by_them_and_kept(late, root):
    one = late(f"{root}{TEXT}", "main", **PHONE)
    one.page.get_by_text("显示设置").click()
    one.page.get_by_role("button", name="特大").click()
    expect(one.page.locator("html")).not_to_have_attribute("data-size", "larger")
    one.come()
    expect(one.page.locator("html")).to_have_attribute("data-size", "larger")
    expect(one.page.get_by_role("button", name="特大")).to_have_attribute("aria-pressed", "true")
    expect(one.page.locator("[data-early]")).to_have_count(0)
    one.page.goto(f"{root}index.html")
    expect(one.page.locator("html")).to_have_attribute("data-size", "larger")


def test_the_whole_asked_for_before_the_scripts_is_shown_by_them(late, visit, root):
    page = visit(TEXT)
    page.get_by_text("显示设置").click()
    page.get_by_role("button", name="简洁版").click()
    held = Late(page, "main")
    page.goto(f"{root}{TEXT}", wait_until="commit")
    page.get_by_role("button", name="看完整版").click()
    held.come()
    expect(page.locator("html")).to_have_attribute("data-script", "bound")
    expect(page.locator("html")).not_to_have_attribute("data-simple", "on")


def test_a_citation_asked_for_before_the_scripts_is_copied_by_them(late, root):
    one = late(f"{root}{RECORDS[0]}", "main")
    one.page.get_by_role("button", name="复制引用").click()
    one.come()
    expect(one.page.locator(".d-citing [data-status]")).not_to_be_empty()


def test_what_is_pressed_once_is_done_once(late, root):
    """On the search page, where other scripts bind buttons before, and on any other."""
    one = late(f"{root}search.html", "search-around", **PHONE)
    one.page.get_by_text("显示设置").click()
    one.page.evaluate(
        """window.clicks = [];
        document.addEventListener('click', ({ target }) => window.clicks.push(target.textContent))"""
    )
    one.page.get_by_role("button", name="特大").click()
    one.come()
    expect(one.page.locator("html")).to_have_attribute("data-size", "larger")
    assert one.page.evaluate("window.clicks.filter((one) => one === '特大').length") == 2


@pytest.fixture
def unheard(new_page) -> Callable[..., tuple[Page, list[str]]]:
    """A page of which a script cannot be had at first; and how often it was asked for."""

    def open_at(address: str, script: str) -> tuple[Page, list[str]]:
        page, asked = new_page(), list[str]()

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            route.fulfill(status=503, body="") if len(asked) == 1 else route.continue_()

        page.route(f"**/assets/{script}.js*", answer)
        page.add_init_script(DEVICE)
        page.goto(address)
        page.evaluate(BOUND)
        return page, asked

    return open_at


class TestWhatIsLoadedLater:
    @pytest.fixture
    def loud(self) -> bool:
        """The browser says that a script did not come."""
        return True

    def test_reading_aloud_is_asked_for_again_where_its_script_did_not_come(self, unheard, root):
        page, asked = unheard(f"{root}{TEXT}", "aloud")
        page.get_by_text("显示设置").click()
        button = page.get_by_role("button", name="朗读本页")
        button.click()
        expect(button).not_to_have_attribute("data-asked", "")
        button.click()
        expect(page.locator("[data-aloud=pause]")).to_be_visible()
        assert len(asked) == 2

    def test_a_picture_is_asked_for_again_and_each_that_was_asked_for_is_saved_once(self, unheard, root):
        page, asked = unheard(f"{root}reports/2024/index.html", "picture")
        buttons = page.get_by_role("button", name="图片（PNG）", include_hidden=True)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        saved: list[str] = []
        page.on("download", lambda one: saved.append(one.suggested_filename))
        buttons.first.click()
        expect(buttons.first).not_to_have_attribute("data-asked", "")
        assert saved == []
        with page.expect_download():
            page.evaluate("document.querySelectorAll('[data-png]').forEach((one) => one.click())")
        page.wait_for_timeout(500)
        assert (len(asked), len(saved), len(set(saved))) == (2, buttons.count(), buttons.count())
