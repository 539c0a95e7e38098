"""Results on a screen: an older link to one leads to where it stands in full, with script and without."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

OVERVIEW = "reports/2024/results.html"


@pytest.fixture(scope="module")
def row(site: Path) -> dict:
    rows = json.loads((site / "data/results.json").read_text("utf-8"))
    return next(one for one in rows if one["report"] == "2024" and one["id"] == "r003")


def test_an_older_link_leads_on_to_the_section(new_page, root, row):
    page = new_page()
    page.goto(root + row["url"])
    page.wait_for_url(f"**/sections/{row['section']}.html#r003")
    expect(page.locator("article#r003")).to_be_in_viewport()
    page.evaluate("location.hash = 'd-results'")


def test_without_script_its_line_is_there_and_leads_on(new_page, root, row):
    page = new_page(java_script_enabled=False)
    page.goto(root + row["url"])
    line = page.locator("li#r003")
    expect(line).to_be_in_viewport()
    line.get_by_role("link").click()
    expect(page).to_have_url(f"{root}reports/2024/sections/{row['section']}.html#r003")
    expect(page.locator("article#r003")).to_contain_text(row["quote"])


def test_a_page_that_a_result_has_left_leads_on(new_page, root, row):
    page = new_page()
    address = f"{root}reports/2024/sections/{row['section']}.html"
    # As if the section had grown, and the reader's copy were of another page of it
    page.route(f"{address}?left", lambda route: route.fulfill(body=route.fetch().text().replace('id="r003"', "")))
    page.goto(f"{address}?left#r003")
    page.wait_for_url(f"{address}?left=&moved=#r003")
    expect(page.locator("article#r003")).to_be_in_viewport()


def test_a_number_that_nothing_has_leads_nowhere(new_page, root):
    page = new_page()
    page.goto(f"{root}reports/2024/sections/part-1.html#r999")
    page.wait_for_url(f"**/{OVERVIEW}?moved=#r999")


def test_what_has_no_line_is_led_to_its_page(new_page, root):
    """As in an overview that has no room for all lines."""
    page = new_page()
    page.goto(root + OVERVIEW)
    page.evaluate(
        """() => {
          const line = document.getElementById("r003");
          const link = line.querySelector("a");
          link.href = link.href.split("#")[0];
          link.dataset.ids = "r001 r003";
          line.removeAttribute("id");
          location.hash = "r003";
        }"""
    )
    page.wait_for_url("**/sections/*.html#r003")
