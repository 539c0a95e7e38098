"""Display settings: at once, on every page, until they are taken back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import TEXT

pytestmark = pytest.mark.browser

FONT_SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"
COLOURS = """[...document.querySelectorAll('body, body *')].map(one => {
  const style = getComputedStyle(one);
  return [one.localName, style.color, style.backgroundColor, style.borderTopColor, style.outlineColor];
})"""


def choose(page: Page, *names: str) -> None:
    panel = page.locator("details", has_text="显示设置")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    for name in names:
        panel.get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def page(visit) -> Page:
    page = visit("about.html", color_scheme="light")
    page.evaluate("window.same = true")
    return page


def test_large_type_makes_the_text_larger_without_a_reload(page):
    sizes = [page.evaluate(FONT_SIZE)]
    for name in ("大字", "特大", "标准"):
        choose(page, name)
        sizes.append(page.evaluate(FONT_SIZE))
    assert [size / sizes[0] for size in sizes] == [1, 1.25, 1.5, 1]
    assert page.evaluate("window.same")


def test_colours_change_without_a_reload(page):
    papers = {"跟随系统": page.evaluate(PAPER)}
    for name in ("浅色", "深色", "高对比"):
        choose(page, name)
        papers[name] = page.evaluate(PAPER)
    assert papers["跟随系统"] == papers["浅色"]
    assert len(set(papers.values())) == 3
    assert papers["高对比"] in ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert page.evaluate("window.same")


def test_the_system_s_dark_and_the_chosen_one_are_the_same_on_every_element(visit):
    page = visit("glossary.html#n04", color_scheme="light")
    choose(page, "深色")
    chosen = page.evaluate(COLOURS)
    choose(page, "浅色")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(COLOURS) != chosen
    choose(page, "跟随系统", "深色", "跟随系统")
    assert without_buttons(page.evaluate(COLOURS)) == without_buttons(chosen)


def without_buttons(colours: list[list[str]]) -> list[list[str]]:
    """The buttons show which one is pressed."""
    return [one for one in colours if one[0] != "button"]


def test_the_simple_view_leaves_the_text_and_the_ways_on(visit):
    page = visit(TEXT)
    choose(page, "简洁版")
    assert page.locator("#p2-05").is_visible()
    assert page.locator("#note-17").is_visible()
    assert page.get_by_role("navigation", name="主导航").is_visible()
    assert page.get_by_role("navigation", name="当前位置").is_hidden()
    assert page.locator("nav[aria-label='目录']:visible").count() == 0
    choose(page, "完整")
    assert page.get_by_role("navigation", name="当前位置").is_visible()


def test_choices_are_kept_on_the_next_page_until_they_are_reset(page):
    before = [page.evaluate(PAPER), page.evaluate(FONT_SIZE)]
    choose(page, "特大", "高对比", "简洁版")
    chosen = [page.evaluate(PAPER), page.evaluate(FONT_SIZE)]
    page.get_by_role("contentinfo").get_by_role("link", name="方法说明").click()
    expect(page.locator("html")).to_have_attribute("data-script", "bound")
    expect(page.get_by_role("navigation", name="当前位置")).to_be_hidden()
    assert [page.evaluate(PAPER), page.evaluate(FONT_SIZE)] == chosen
    expect(page.locator("button[aria-pressed=true]")).to_have_text(["特大", "高对比", "简洁版"])
    choose(page, "恢复默认")
    page.reload()
    assert [page.evaluate(PAPER), page.evaluate(FONT_SIZE)] == before


def test_each_choice_says_which_is_on(page):
    choose(page, "大字", "深色")
    pressed = page.locator("details[open] button[aria-pressed=true]").all_text_contents()
    assert pressed == ["大字", "深色", "完整"]


def test_the_panel_closes_with_escape_and_gives_the_focus_back(page):
    choose(page, "大字")
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name="大字").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "显示设置"


def test_a_damaged_memory_harms_nothing(visit, go):
    page = visit("about.html")
    for kept in ("{", "null", "[]", '{"theme":"x\\" onload=1","size":{"a":1}}', "7"):
        page.evaluate("kept => localStorage.setItem('disclosure-display', kept)", kept)
        go(page, "about.html")
        choose(page, "大字")
        assert page.locator("html").get_attribute("data-size") == "large"


def test_without_a_memory_choices_hold_for_the_page(new_page, go):
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('x', 'SecurityError'); } })"
    )
    go(page, "about.html")
    choose(page, "大字")
    assert page.locator("html").get_attribute("data-size") == "large"


def test_less_motion_is_respected(visit):
    page = visit(TEXT, reduced_motion="reduce")
    moving = """[...document.querySelectorAll('*')].filter(one => {
      const style = getComputedStyle(one);
      return style.scrollBehavior === 'smooth' || style.animationName !== 'none'
        || parseFloat(style.transitionDuration) > 0;
    }).length"""
    assert page.evaluate(moving) == 0
