"""A page of each kind of the example, as wide as two phones are: styled, its scripts bound, no wider than the window,
and in Chromium, which tells it, not a word on the console and no request of another host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser import kinds
from tests.browser.conftest import go_to
from tests.browser.watch import Watch

from .questions import BOUND
from .webkit import WebKit

WIDTHS = (390, 320)
HEIGHT = 844
# How much wider it is than the window; a colour of the style sheet; whether the scripts are bound
LOOK = """(() => {
  const root = document.documentElement;
  const accent = getComputedStyle(root).getPropertyValue("--accent").trim();
  return { wider: root.scrollWidth - innerWidth, accent, script: root.dataset.script };
})()"""
WANTED = {"wider": 0, "accent": "#0b5360", "script": "bound"}
# The page for what is not there asks for everything at the site's own address, on purpose (test_not_found)
ELSEWHERE = "not-found"


def pages(site: Path) -> dict[str, str]:
    """The largest page of each kind."""
    return {kind: path for kind, path in kinds.largest(site).items() if kind != ELSEWHERE}


def in_chromium(browser: Browser, site: Path, root: str) -> Iterator[str]:
    """What is wrong."""
    for width in WIDTHS:
        watch = Watch()
        with closing(browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="zh-CN")) as context:
            page = context.new_page()
            watch.follow(page)
            for kind, path in pages(site).items():
                yield from _wrong(f"{kind} at {width}", go_to(page, root + path).evaluate(LOOK))
        yield from watch.said
        yield from (f"asked for {one}" for one in watch.asked if not one.startswith((root, "data:")))


def in_webkit(browser: WebKit, site: Path, root: str) -> Iterator[str]:
    """What is wrong; the newest has a least width of 447, seen instead of the phone's."""
    for width in {browser.size(wanted, HEIGHT): None for wanted in WIDTHS}:
        browser.size(width, HEIGHT)
        for kind, path in pages(site).items():
            browser.open(root + path)
            try:
                browser.wait(BOUND)
                yield from _wrong(f"{kind} at {width}", browser.run(f"return {LOOK}"))
            except (AssertionError, TimeoutError) as error:
                yield f"{kind} at {width}: {error}"


def _wrong(where: str, seen: dict[str, Any]) -> Iterator[str]:
    if seen != WANTED:
        yield f"{where}: {json.dumps(seen)}"
