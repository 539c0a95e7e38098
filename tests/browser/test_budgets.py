"""A page of each kind is light enough for a phone, at the real size and at ten times that.

Times are not asked here (``make budgets`` prints them).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.budgets import SLOWER, PageWeight, limits, ten_times, weights
from tests import shared

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a generated report with ten times the records of the real one."""
    return shared.folder(tmp_path_factory, "ten-times", lambda root: ten_times(root / "project")) / "project/site"


def over(found: dict[str, tuple[str, PageWeight]], large: bool) -> dict[str, list[str]]:
    """The limits that each page breaks, by its address."""
    asked = {kind: limits(kind, large) for kind in found}
    kept = {kind: most for kind, most in asked.items() if most is not None}
    broken = {found[kind][0]: found[kind][1].over(most) for kind, most in kept.items()}
    return {address: names for address, names in broken.items() if [*names] not in ([], ["blocking"])}


# How slow the processor is says when something is shown, not how much there is: that costs its time many times over
@pytest.mark.parametrize("slower", [1, pytest.param(SLOWER, marks=pytest.mark.long)])
def test_no_page_of_the_sample_breaks_a_limit(chromium: Browser, sample_site: Path, slower: int) -> None:
    assert over(weights(chromium, sample_site, slower=slower), large=False) == {}


@pytest.mark.long
def test_no_page_of_a_report_ten_times_as_large_breaks_a_limit(chromium: Browser, large_site: Path) -> None:
    assert over(weights(chromium, large_site), large=True) == {}
