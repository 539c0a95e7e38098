"""The site is used with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import TEXT
from .keys import focus

pytestmark = pytest.mark.browser

# What can be used, in the order of the document: shown, not closed away, not taken out of the order
USABLE = """() => [...document.querySelectorAll('a[href], button, input, summary, select, textarea, [tabindex="0"]')]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
  .map(one => (one.dataset.nth ??= String(window.nth = (window.nth ?? 0) + 1)))"""
FOCUSED = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one), box = one.getClientRects()[0];
  return {
    nth: one.dataset.nth ?? null,
    name: one.localName,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: !!box && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def walk(page: Page, limit: int) -> list[dict]:
    """What takes the focus, press by press, until it leaves the page or the limit is reached."""
    taken: list[dict] = []
    while len(taken) < limit:
        page.keyboard.press("Tab")
        one = page.evaluate(FOCUSED)
        if one["nth"] is None:
            break
        taken.append(one)
    return taken


@pytest.mark.parametrize(
    ("path", "limit"), [(TEXT, 60), ("index.html", 200), ("reports/2022/index.html", 200), ("search.html?q=停车", 200)]
)
def test_everything_is_reached_in_reading_order_with_a_visible_focus(visit, path, limit):
    page = visit(path)
    if path.startswith("search"):
        # Lists that are still growing have another order at each key
        expect(page.locator("[data-complete]")).to_have_count(1)
    usable = page.evaluate(USABLE)
    taken = walk(page, limit)
    assert [one["nth"] for one in taken] == usable[:limit]
    assert [one for one in taken if not (one["ring"] and one["seen"])] == []


def test_the_whole_text_page_has_nothing_out_of_the_order(visit):
    page = visit(TEXT, width=390, height=844)
    assert page.locator("[tabindex]:not([tabindex='-1'], [tabindex='0'])").count() == 0


def test_the_skip_link_comes_first_is_seen_and_leads_past_the_header(visit, pages):
    page = visit(TEXT)
    skip = page.get_by_role("link", name="跳到正文")
    assert skip.evaluate("one => one.getBoundingClientRect().bottom <= 0")
    page.keyboard.press("Tab")
    assert skip.evaluate("one => one === document.activeElement && one.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_slash_key_goes_to_the_search_box_but_can_be_typed_there(visit):
    page = visit(TEXT)
    page.keyboard.press("/")
    box = page.get_by_role("searchbox")
    assert box.evaluate("one => one === document.activeElement")
    page.keyboard.type("1/2")
    assert box.input_value() == "1/2"


def test_a_paragraph_is_cited_with_the_keyboard(visit):
    page = visit(TEXT)
    focus(page.locator("[data-passage='p2-05'] > summary"))
    page.keyboard.press("Enter")
    # The browser tells of the opened panel a moment later; nobody presses Tab sooner
    page.locator("[data-passage='p2-05'] [data-copy=citation]").wait_for()
    names = []
    for _press in range(20):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent"))
        if names[-1] == "复制引用":
            break
    assert names[-2:] == ["复制链接", "复制引用"]


def test_display_settings_are_used_with_the_keyboard(visit):
    page = visit("about.html")
    focus(page.locator("summary", has_text="显示设置"))
    page.keyboard.press("Enter")
    focus(page.get_by_role("button", name="特大"))
    page.keyboard.press("Space")
    assert page.locator("html").get_attribute("data-size") == "larger"
