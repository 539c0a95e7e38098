"""Everything can be read, followed and cited without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import TEXT

pytestmark = pytest.mark.browser

LINES = "main :is(h1, h2, h3, p)[id]"


@pytest.fixture
def open_plain(new_page, root):
    def at(path: str, **options):
        page = new_page(java_script_enabled=False, **options)
        page.goto(root + path)
        return page

    return at


@pytest.mark.parametrize("width", [390, 1280])
def test_the_whole_text_and_all_notes_are_visible(open_plain, body, width):
    page = open_plain(TEXT, width=width)
    seen = "all => all.filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length"
    assert page.locator(LINES).evaluate_all(seen) == len(body)
    assert page.locator("[id^=note-]").evaluate_all(seen) == 24
    assert page.locator(".d-sentence").evaluate_all(seen) == page.locator(".d-sentence").count()


def test_the_glossary_is_visible(open_plain):
    terms = open_plain("glossary.html").locator("article[id]")
    assert [one.is_visible() for one in terms.all()] == [True] * 24


def test_a_passage_link_can_be_opened_and_followed(open_plain):
    page = open_plain(TEXT)
    page.locator("[data-passage='p2-05'] > summary").click()
    page.locator("[data-passage='p2-05']").get_by_role("link", name="第2句").click()
    assert page.url.endswith("#p2-05.2")
    assert page.locator(":target").get_attribute("id") == "p2-05.2"
    assert page.get_by_role("button", name="复制链接").count() == 0


def test_the_contents_and_the_notes_can_be_followed(open_plain):
    page = open_plain(TEXT, width=390, height=844)
    contents = page.locator("nav[aria-label='目录']:visible")
    contents.locator("summary").click()
    contents.get_by_role("link", name="（五）聚焦城市更新").click()
    assert page.url.endswith("#2-5-renewal")
    page.locator("#ref-17").click()
    expect(page.locator("#note-17")).to_be_in_viewport()


def test_the_search_page_offers_a_plain_way(open_plain):
    page = open_plain("search.html")
    assert "需要启用脚本" in page.locator("noscript p").inner_text()
    for name in ("2022年拾光区政府工作报告全文", "名词解释", "网站地图"):
        assert page.get_by_role("main").get_by_role("link", name=name).is_visible()


def test_what_only_a_script_can_do_is_not_shown(open_plain, pages, root):
    page = open_plain("index.html")
    for path in pages:
        page.goto(root + path)
        assert page.locator("summary", has_text="显示设置").is_hidden()
        assert page.locator("button:visible").all_text_contents() == ["搜索"]
