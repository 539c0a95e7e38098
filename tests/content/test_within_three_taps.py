"""From the home page, on a phone, each of the ten questions is answered within three taps and two screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser import programs
from tests.browser.conftest import leave_out
from tests.browser.server import serve
from tests.browser.taps import PhoneReader
from tests.content.ten_questions import WORDINGS, Question, questions

pytestmark = pytest.mark.browser

TAPS, SCREENS = 3, 2


@pytest.fixture(scope="module")
def phone(real_site: Path) -> Iterator[tuple[Page, str]]:
    """A page and the address of the site."""
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    with serve(real_site) as root, programs.started() as browser:
        yield browser.new_page(), root


def asked(page: Page, root: str, words: str, question: Question) -> PhoneReader:
    """By the search of the home page."""
    reader = PhoneReader(page, root)
    reader.tap(page.get_by_role("searchbox"))
    reader.ask(words)
    reader.tap(page.locator(f"[data-ways] a[href$='questions.html#{question.id}']"))
    reader.see(answer(page, question))
    return reader


def looked_up(page: Page, root: str, question: Question) -> PhoneReader:
    """By links alone."""
    reader = PhoneReader(page, root)
    reader.tap(page.locator(".d-menu > summary"))
    reader.tap(page.locator(".d-menu").get_by_role("link", name="常问的问题"))
    reader.tap(page.locator(f".d-toc a[href='#{question.id}']"))
    reader.see(answer(page, question))
    return reader


def answer(page: Page, question: Question) -> Locator:
    """What says it, and where it can be read in full."""
    shown = page.locator(f"section[aria-labelledby='{question.id}'] .d-answer__text")
    assert shown.inner_text() == question.answer
    return shown


def test_by_the_search_in_every_wording(phone: tuple[Page, str]) -> None:
    every = {one.id: one for one in questions()}
    ways = {words: asked(*phone, words, every[id]) for id, wordings in WORDINGS.items() for words in wordings}
    print({words: (reader.taps, round(reader.screens, 2)) for words, reader in ways.items()})
    assert {words for words, reader in ways.items() if reader.taps > TAPS or reader.screens > SCREENS} == set()


def test_by_links_alone(phone: tuple[Page, str]) -> None:
    ways = {one.id: looked_up(*phone, one) for one in questions()}
    print({id: (reader.taps, round(reader.screens, 2)) for id, reader in ways.items()})
    assert {id for id, reader in ways.items() if reader.taps > TAPS or reader.screens > SCREENS} == set()
