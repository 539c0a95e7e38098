"""The ten questions of citizens (``tests.content.ten_questions``), asked on the shipped site: in every wording, typed
into the search of the home page, and by links alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from playwright.sync_api import Error, Page

from tests.content.ten_questions import WORDINGS, Question, questions
from tests.content.test_within_three_taps import SCREENS, TAPS, asked, looked_up

from .webkit import ENTER, WebKit

PHONE = (390, 844)
BOUND = "document.documentElement.dataset.script === 'bound'"
COMPLETE = "document.querySelector('[data-module=search][data-complete]') !== null"
# Whether what answers a question stands in the window
SEEN = """(() => {
  const one = document.querySelector(%s);
  const { top, bottom } = one ? one.getBoundingClientRect() : {};
  return top >= 0 && top < innerHeight && one.innerText;
})()"""
# A way to the answer of a question, and to none where nothing was found
Ask = Callable[[Question, str], None]


def answered(ask: Ask) -> Iterator[tuple[str, list[str]]]:
    """Each question, and what went wrong on the ways to its answer: in each wording, and by links (no words)."""
    every = {one.id: one for one in questions()}
    for id, wordings in WORDINGS.items():
        yield id, [fault for words in (*wordings, "") for fault in _faults(ask, every[id], words)]


def _faults(ask: Ask, question: Question, words: str) -> Iterator[str]:
    try:
        ask(question, words)
    except (AssertionError, TimeoutError, Error) as error:
        yield f"{words or 'by links'}: {str(error).splitlines()[0] if str(error) else 'not answered'}"


def in_chromium(page: Page, root: str) -> Ask:
    """Within three taps and two screens."""

    def ask(question: Question, words: str) -> None:
        reader = asked(page, root, words, question) if words else looked_up(page, root, question)
        assert (reader.taps, reader.screens) <= (TAPS, SCREENS), f"{reader.taps} taps, {reader.screens:.1f} screens"

    return ask


def in_webkit(browser: WebKit, root: str) -> Ask:
    # On a wide screen there is no menu
    browser.size(*PHONE)

    def ask(question: Question, words: str) -> None:
        browser.open(f"{root}index.html")
        browser.wait(BOUND)
        if words:
            browser.type("input[type=search]", words + ENTER)
            # Its driver presses where a link was a moment ago: nothing more is to come
            browser.wait(COMPLETE)
            _follow(browser, f"[data-ways]:not([hidden]) a[href$='questions.html#{question.id}']")
        else:
            browser.click(".d-menu > summary")
            _follow(browser, ".d-menu a[href$='questions.html']")
            _follow(browser, f".d-toc a[href='#{question.id}']")
        shown = browser.wait(SEEN % json.dumps(f"section[aria-labelledby='{question.id}'] .d-answer__text"))
        assert shown == question.answer

    return ask


def _follow(browser: WebKit, link: str) -> None:
    browser.wait(f"document.querySelector({json.dumps(link)}) !== null && {BOUND}")
    browser.click(link)
