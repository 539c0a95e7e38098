"""简洁版: shorter on every page kind, without leaving out what a reader must know; and the way back to the whole."""

from __future__ import annotations

from contextlib import closing

import pytest
from playwright.sync_api import expect

from .server import serve
from .simple import too_long, views
from .test_display import choose

pytestmark = pytest.mark.browser

# Asks for its sheet at the site's own address, wherever it is opened; the sample has none
ELSEWHERE = "not-found"
PHONE = {"width": 390, "height": 844}


def test_no_page_is_as_long_as_in_the_full_view(visit, go, pages):
    page = visit("index.html", **PHONE)
    found = {path: views(go(page, path)).faults("") for path in pages}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_lists_and_records_are_a_fifth_shorter_at_least(chromium, example_site):
    with closing(chromium.new_page(viewport=PHONE)) as page, serve(example_site) as root:
        assert too_long(page, root, example_site, besides=ELSEWHERE) == {}


def test_a_line_says_so_and_leads_back_to_the_whole(visit):
    page = visit("reports/2024/commitments.html", **PHONE)
    line = page.get_by_text("这是简洁版")
    expect(line).to_be_hidden()
    choose(page, "简洁版")
    page.keyboard.press("Escape")
    expect(line).to_be_in_viewport()
    page.get_by_role("button", name="看完整版").press("Enter")
    expect(line).to_be_hidden()
    assert page.evaluate("document.activeElement.localName") == "summary"
    page.reload()
    expect(line).to_be_hidden()
    expect(page.locator("[data-set=simple][aria-pressed=true]")).to_have_text("完整")
