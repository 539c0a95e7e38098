"""Pages that hold the strings, opened in a real browser: with the site's own policy, and without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from tests.browser import kinds
from tests.browser.conftest import ARGUMENTS, BOUND
from tests.browser.programs import started
from tests.browser.server import serve
from tests.browser.watch import Watch

# A phone, and the narrowest that the site is made for
WIDTHS: Final = (390, 320)
# What a page must be like whatever it says: nothing ran or appeared, nothing is wider than the screen or over the head
LOOK: Final = """() => {
  const wide = document.documentElement, head = document.querySelector('body > header'), main = document.querySelector('main');
  return [
    window.ran !== undefined && 'something ran',
    document.querySelector('#hostile, .hostile, [onerror], [onload], [onclick], [onfocus], style') && 'something appeared',
    wide.scrollWidth > wide.clientWidth && `${wide.scrollWidth} wide in ${wide.clientWidth}`,
    head && main && head.getBoundingClientRect().bottom > main.getBoundingClientRect().top + 1 && 'the head is covered',
  ].filter(Boolean);
}"""
# What a device may keep for the site, and what somebody may have put there
KEPT: Final = ("disclosure-display", "disclosure-visit", "disclosure-recent", "disclosure-speed")
SHAPES: Final = ('"{}"', '["{}"]', '{{"size": "{}", "theme": "{}", "simple": "{}"}}', "{}", '[["{}"]]', '{{"filter": "{}"}}')
REMEMBER: Final = "([keys, value]) => keys.forEach((key) => { localStorage.setItem(key, value); sessionStorage.setItem(key, value); })"


class Opened:
    """A built site in the browser, and all that was wrong with what was seen of it."""

    def __init__(self, browser: Browser, root: str, *, bypass: bool) -> None:
        self.browser, self.root, self.bypass = browser, root, bypass
        self.faults: list[str] = []
        self.pages = 0

    @contextmanager
    def page(self) -> Iterator[Page]:
        """An empty page that is watched: whatever it says, or asks of another host, is a fault."""
        watch = Watch()
        options: dict[str, Any] = {"viewport": {"width": WIDTHS[0], "height": 800}, "locale": "zh-CN"}
        with closing(self.browser.new_context(**options, bypass_csp=self.bypass)) as context:
            page = context.new_page()
            watch.follow(page)
            yield page
        asked = [one for one in watch.asked if not one.startswith((self.root, "data:"))]
        self.faults += [f"said {one}" for one in watch.said] + [f"asked {one}" for one in asked]

    def every(self, addresses: Iterable[str]) -> None:
        """Each page at each width."""
        with self.page() as page:
            for address in addresses:
                page.set_viewport_size({"width": WIDTHS[0], "height": 800})
                page.goto(self.root + address)
                page.evaluate(BOUND)
                self.pages += 1
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 800})
                    self.look(page, f"{address} at {width}")

    def look(self, page: Page, told: str) -> None:
        self.faults += [f"{told}: {one}" for one in page.evaluate(LOOK)]

    def searched(self, texts: Iterable[str]) -> None:
        """Each string as a query, typed and as an address; the box keeps it, the page shows it as text."""
        with self.page() as page:
            page.goto(f"{self.root}search.html")
            page.evaluate(BOUND)
            box = page.locator("input[type=search]").last
            for text in texts:
                box.fill(text)
                page.wait_for_timeout(30)
                self.look(page, f"typed {text!r}")
        with self.page() as page:
            for text in texts:
                page.goto(f"{self.root}search.html?q={quote(text, safe='', errors='replace')}")
                page.evaluate(BOUND)
                self.look(page, f"?q={text!r}")

    def addressed(self, addresses: Iterable[str], texts: Iterable[str]) -> None:
        """Each string as the fragment of pages, and as every filter of the register."""
        with self.page() as page:
            for address in addresses:
                page.goto(self.root + address)
                page.evaluate(BOUND)
                for text in texts:
                    page.evaluate("(text) => { location.hash = text; }", text)
                page.wait_for_timeout(50)
                self.look(page, f"fragments of {address}")

    def filtered(self, register: str, texts: Iterable[str]) -> None:
        with self.page() as page:
            for text in texts:
                value = quote(text, safe="", errors="replace")
                names = ("q", "topic", "section", "sort", "kind", "status", "department", "mark", text)
                page.goto(f"{self.root}{register}?{'&'.join(f'{quote(name)}={value}' for name in names)}")
                page.evaluate(BOUND)
                self.look(page, f"register of {text!r}")

    def remembered(self, addresses: Iterable[str], texts: Iterable[str]) -> None:
        """Each string as what the device kept, in each shape that a script might expect."""
        with self.page() as page:
            page.goto(f"{self.root}404.html")
            for text in texts:
                for shape in SHAPES:
                    page.evaluate(REMEMBER, [KEPT, shape.format(*[text.replace("\\", "\\\\").replace('"', '\\"')] * 3)])
                    for address in addresses:
                        page.goto(self.root + address)
                        page.evaluate(BOUND)
                        self.look(page, f"{address} with {shape} of {text!r}")


def addresses(site: Path, *, every: bool) -> list[str]:
    """All pages, or the largest of each kind."""
    if every:
        return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(kinds.largest(site).values())


@contextmanager
def browser() -> Iterator[Browser]:
    with started(*ARGUMENTS) as running:
        yield running


@contextmanager
def opened(running: Browser, site: Path, *, bypass: bool) -> Iterator[Opened]:
    with serve(site) as root:
        yield Opened(running, root, bypass=bypass)
