"""The masthead of a phone is one row, its menu needs no script, and nothing is too small to read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import TEXT
from .keys import focus

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
ROW = 72
# Of the name, notices, crumbs and the bar over a report's pages together
BEFORE_HEADING = 290
HEIGHT = "() => document.querySelector('.d-header').getBoundingClientRect().height"
HEADING = "() => document.querySelector('h1').getBoundingClientRect().top + scrollY"
SMALL = """() => {
  const found = new Set(), words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const one = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || one.closest('noscript, template, script')) continue;
    if (!one.checkVisibility({ visibilityProperty: true })) continue;
    const size = parseFloat(getComputedStyle(one).fontSize);
    if (size < 16) found.add(`${one.localName}.${one.className} ${size}`);
  }
  return [...found];
}"""


def on_phone(visit, go, pages, script: str) -> dict[str, object]:
    page = visit("index.html", **PHONE)
    return {path: go(page, path).evaluate(script) for path in pages}


def menu(page: Page):
    return page.locator("details", has=page.get_by_text("菜单", exact=True))


def test_the_masthead_is_one_row(visit, go, pages):
    assert {path: px for path, px in on_phone(visit, go, pages, HEIGHT).items() if px > ROW} == {}


def test_the_heading_comes_soon(visit, go, pages):
    assert {path: px for path, px in on_phone(visit, go, pages, HEADING).items() if px > BEFORE_HEADING} == {}


def test_no_words_are_smaller_than_sixteen_pixels(visit, go, pages):
    assert {path: small for path, small in on_phone(visit, go, pages, SMALL).items() if small} == {}


def test_the_menu_is_used_with_the_keyboard(visit):
    page = visit(TEXT, **PHONE)
    summary = menu(page).locator("summary")
    focus(summary)
    page.keyboard.press("Enter")
    links = menu(page).get_by_role("link")
    expect(links.first).to_be_visible()
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    assert links.first.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(summary).to_be_focused()


def test_the_menu_closes_when_the_focus_goes_on(visit):
    page = visit(TEXT, **PHONE)
    menu(page).locator("summary").click()
    focus(menu(page).get_by_role("link").last)
    page.keyboard.press("Tab")
    expect(menu(page)).not_to_have_attribute("open", "")


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_and_marks_the_page_with_and_without_script(new_page, root, script):
    page = new_page(**PHONE, java_script_enabled=script)
    page.goto(f"{root}glossary.html")
    menu(page).locator("summary").click()
    navigation = page.get_by_role("navigation", name="主导航")
    assert navigation.locator("[aria-current=page]").all_text_contents() == ["名词解释"]
    navigation.get_by_role("link", name="数据下载").click()
    expect(page).to_have_url(f"{root}data.html")


def test_a_wide_window_has_the_navigation_in_a_row(visit):
    page = visit("glossary.html")
    expect(page.get_by_text("菜单", exact=True)).to_be_hidden()
    navigation = page.get_by_role("navigation", name="主导航")
    tops = navigation.locator("a").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    assert navigation.locator("[aria-current=page]").all_text_contents() == ["名词解释"]


def test_what_changed_and_the_data_are_led_to_from_every_page(on_each_page):
    found = on_each_page("() => [...document.querySelectorAll('footer a')].map(one => one.textContent)")
    assert {path for path, labels in found.items() if not {"跟踪更新", "数据下载", "网站地图"} <= set(labels)} == set()


def test_the_first_screen_says_what_the_site_is_how_much_and_has_the_search(visit):
    page = visit("index.html", **PHONE)
    for shown in (page.locator("h1"), page.get_by_text("条承诺").first, page.get_by_role("searchbox")):
        box = shown.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < PHONE["height"]


def test_a_record_s_citation_is_copied_with_day_and_address(visit, root):
    page = visit("reports/2024/results.html#r001", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("引用本页").click()
    page.get_by_role("button", name="复制引用").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "（r001）[EB/OL]" in copied
    assert copied.endswith(f"{root}reports/2024/results.html#r001.")
    expect(page.get_by_text("已复制")).to_be_visible()
