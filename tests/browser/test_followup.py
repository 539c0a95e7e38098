"""The follow-up in a browser: what a reader without script sees, and the way to what became of one promise."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_a_reader_without_script_sees_every_status_and_the_sum(visit, new_page, root):
    page = new_page(width=390, java_script_enabled=False)
    page.goto(f"{root}reports/2024/commitments/c017.html")
    box = page.locator("[aria-labelledby=d-standing]").inner_text()
    assert [word in box for word in ("报告：", "已调整", "证据：", "有证据支持", "时序：", "已到期")] == [True] * 6
    assert "目标≥4,000个，实际3,600个，90%，未完成" in box


def test_from_the_home_page_to_what_became_of_the_dead_end_roads(visit):
    """Three taps on a phone."""
    page = visit("index.html", width=390)
    page.get_by_role("link", name="条承诺").first.click()
    page.get_by_role("link", name="打通断头路5条").first.click()
    assert "已完成" in page.locator("[aria-labelledby=d-standing]").inner_text()
    page.get_by_role("link", name="经过和证据").click()
    page.get_by_role("link", name="5条断头路全部打通").last.click()
    assert page.url.endswith("updates/2024/2025-01-06-roads-done.html")
