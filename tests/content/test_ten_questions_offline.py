"""The ten questions are answered by the copy on a disk, within three taps, by search and by links, in both browsers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser import firefox, programs
from tests.browser.conftest import leave_out
from tests.content.ten_questions import WORDINGS, questions
from tests.content.test_within_three_taps import SCREENS, TAPS, asked, looked_up
from tests.offline import zips

pytestmark = pytest.mark.browser

WAYS = "[...document.querySelectorAll('[data-ways]:not([hidden]) a')].map((one) => one.getAttribute('href'))"


@pytest.fixture(scope="module")
def site(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return zips.unpacked(tmp_path_factory.mktemp("offline"), zips.wish(real_site, "")) / "site"


@pytest.fixture(scope="module")
def phone(site: Path) -> Iterator[tuple[Page, str]]:
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    with programs.started() as browser, closing(browser.new_page()) as page:
        yield page, f"{site.as_uri()}/"


@pytest.mark.parametrize("id", sorted(WORDINGS))
def test_each_is_answered_within_three_taps(phone: tuple[Page, str], id: str) -> None:
    every = {one.id: one for one in questions()}
    readers = [*(asked(*phone, words, every[id]) for words in WORDINGS[id]), looked_up(*phone, every[id])]
    assert [(one.taps, one.screens) for one in readers if one.taps > TAPS or one.screens > SCREENS] == []


@pytest.mark.skipif(firefox.installed() is None, reason="no Firefox here")
def test_each_is_found_in_firefox(site: Path) -> None:
    lost = {}
    with firefox.started() as browser:
        for id, words in ((id, words) for id, all in WORDINGS.items() for words in all):
            browser.open(f"{(site / 'search.html').as_uri()}?q={quote(words)}")
            browser.wait("document.querySelector('[data-answered][data-complete]') !== null")
            if f"questions.html#{id}" not in browser.run(f"return {WAYS}"):
                lost[words] = id
    assert lost == {}
