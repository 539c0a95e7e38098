"""axe-core finds nothing on any page, in any colours, in large type and in the simple view, at either width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from . import kinds
from .conftest import ANNOTATED, TEXT

pytestmark = pytest.mark.browser

# axe is a script of another origin to our policy: these contexts, and no others, bypass it
OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
WIDTHS = [NARROW := 390, 1280]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


# The other colours change nothing that other rules look at, and are the same at any width
COLOUR_RULES = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
# Larger type and the simple view change no colour; to look at colours takes most of the time
SHAPE_RULES = {"resultTypes": ["violations"], "rules": {**OPTIONS["rules"], "color-contrast": {"enabled": False}}}
# What is set on the root element, and what is asked then
MODES = {
    "light": ({"theme": "light"}, OPTIONS),
    "large": ({"size": "larger"}, SHAPE_RULES),
    "simple": ({"simple": "on"}, SHAPE_RULES),
}
PLAIN = {"light": MODES["light"]}
COLOURS = {"dark": ({"theme": "dark"}, COLOUR_RULES), "contrast": ({"theme": "contrast"}, COLOUR_RULES)}
EVERY = MODES | COLOURS
OTHERS = {name: mode for name, mode in EVERY.items() if name != "light"}

Modes = Mapping[str, tuple[dict[str, str], dict[str, Any]]]
SET = """chosen => {
  const { dataset } = document.documentElement;
  for (const name of ['theme', 'size', 'simple']) delete dataset[name];
  Object.assign(dataset, chosen);
}"""


def is_narrow(page: Page) -> bool:
    size = page.viewport_size
    return size is not None and size["width"] <= NARROW


def violations(page: Page, *, all_colours: bool = False) -> dict[str, list[str]]:
    """The violations in each of the modes, the first few; where the window is wide, as the page is shown to whoever
    chose nothing, unless all are asked for: other colours and shapes are those of the narrow window."""
    return violations_in(EVERY if all_colours or is_narrow(page) else PLAIN, page)


def violations_in(modes: Modes, page: Page) -> dict[str, list[str]]:
    page.evaluate(AXE)
    found = {}
    for mode, (chosen, options) in modes.items():
        page.evaluate(SET, chosen)
        rules = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
        nodes = [(rule["id"], node) for rule in rules for node in rule["nodes"]]
        if nodes:
            found[mode] = [f"{rule}: {node['target']} {node['failureSummary']}" for rule, node in nodes[:5]]
    return found


@pytest.fixture
def found_in(visit, go):
    """The violations of pages, by path, in given modes."""

    def look(modes: Modes, paths: Iterable[str], width: int) -> dict[str, dict[str, list[str]]]:
        page = visit("index.html", width=width, bypass_csp=True)
        found = {path: violations_in(modes, go(page, path)) for path in paths}
        return {path: said for path, said in found.items() if said}

    return look


@pytest.mark.parametrize("width", [NARROW, pytest.param(1280, marks=pytest.mark.long)])
def test_no_page_has_a_violation(found_in, pages, width):
    assert found_in(PLAIN, pages, width) == {}


@pytest.fixture
def smallest(site):
    """The smallest page of each kind."""
    return [paths[0].relative_to(site).as_posix() for paths in kinds.kinds(site).values()]


def test_the_smallest_page_of_each_kind_has_no_violation_in_a_wide_window(found_in, smallest):
    assert found_in(PLAIN, smallest, 1280) == {}


# Each kind in one of the other modes, each mode on a fourth of the kinds; each component is looked at in every mode, at
# either width, in test_components.py
def test_no_kind_has_a_violation_in_another_mode(found_in, smallest):
    modes = [{name: mode} for name, mode in OTHERS.items()]
    found = [found_in(mode, smallest[n :: len(modes)], NARROW) for n, mode in enumerate(modes)]
    assert found == [{}] * len(modes)


@pytest.mark.long
def test_no_page_has_a_violation_in_any_other_mode(found_in, pages):
    assert found_in(OTHERS, pages, NARROW) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_open_panels_and_highlights_have_no_violation(visit, width):
    page = visit(f"{TEXT}#p2-05.2", width=width, bypass_csp=True)
    page.locator("[data-passage='p2-05'] > summary").click()
    page.locator("summary", has_text="显示设置").click()
    assert violations(page) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_results_with_answers_chips_and_open_filters_have_no_violation(visit, width):
    page = visit("search.html?q=地区生产总值&kind=commitment&topic=nothing", width=width, bypass_csp=True)
    page.locator("[data-chips] button").first.wait_for()
    page.locator("[data-filters] summary").click()
    page.locator("[data-filters] select:visible").first.wait_for()
    assert page.locator("[data-answers] li").count() > 0
    assert page.locator("[data-unknown]").inner_text()
    assert violations(page, all_colours=True) == {}


@pytest.mark.parametrize("query", ["停车", "珠穆朗玛"])
def test_results_have_no_violation(visit, query):
    page = visit(f"search.html?q={query}", width=NARROW, bypass_csp=True)
    page.locator("[data-count]:not(:empty)").wait_for()
    assert violations(page) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_filtered_register_and_an_open_note_have_no_violation(visit, go, width):
    page = visit("reports/2024/commitments.html?topic=renewal&sort=strength", width=width, height=420, bypass_csp=True)
    page.locator(".d-more summary").click()
    assert violations(page) == {}
    go(page, TEXT)
    page.locator("#ref-9").evaluate("one => scrollBy(0, one.getBoundingClientRect().top - innerHeight + 60)")
    page.locator("#ref-9").click()
    assert violations(page) == {}
    go(page, ANNOTATED).get_by_label("只看原文，不带标记").evaluate("one => one.click()")
    assert violations(page) == {}
