"""The page of all components: usable at either width, and photographed so that a change of its looks is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.look_alike import VIEWS, differences
from tests import components

from .test_accessibility import violations
from .test_layout import OUTSIDE, SMALL

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
def test_components_have_no_violation_and_fit_their_window(chromium: Browser, tmp_path: Path, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
    page.goto(components.write(tmp_path).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = violations(page), page.evaluate(OUTSIDE), page.evaluate(SMALL)
    page.close()
    assert found == ({}, [], [])


def test_photographs_of_components_tell_on_what_a_changed_rule_is_seen(chromium: Browser, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    components.write(old)
    components.write(new)
    with (new / components.SHEET).open("a", encoding="utf-8") as sheet:
        sheet.write(".d-header { background: red; }\n@media screen { .d-header { background: none; } }\n")
    phone, *_others, paper = VIEWS
    found = [(one.address, one.view) for one in differences(chromium, old, new, (phone, paper))]
    assert found == [(components.PAGE, paper.name)]
