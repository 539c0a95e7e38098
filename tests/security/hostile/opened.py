"""Pages that hold the strings, opened in a real browser: with the site's own policy, and without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from playwright.sync_api import Browser, Error, Page, Route

from tests.browser.conftest import ARGUMENTS, BOUND
from tests.browser.kinds import KIND
from tests.browser.programs import started
from tests.browser.server import serve
from tests.browser.watch import Watch

from .tried_project import TriedProject

# A phone, and the narrowest that the site is made for
WIDTHS: Final = (390, 320)
# What a page must be like whatever it says: nothing ran or appeared, nothing is wider than the screen or over the head
LOOK: Final = """() => {
  const wide = document.documentElement;
  const [head, main] = [document.querySelector('body > header'), document.querySelector('main')];
  const marks = '#hostile, .hostile, [onerror], [onload], [onclick], [onfocus], style';
  return [
    window.ran !== undefined && 'something ran',
    document.querySelector(marks) && 'something appeared',
    wide.scrollWidth > wide.clientWidth && `${wide.scrollWidth} wide in ${wide.clientWidth}`,
    head && main && head.getBoundingClientRect().bottom > main.getBoundingClientRect().top + 1 && 'the head is covered',
  ].filter(Boolean);
}"""
# What an address may ask of the search and of the register
FILTERS: Final = (
    "topic",
    "section",
    "outcome",
    "status",
    "kind",
    "report",
    "year",
    "district",
    "department",
    "reported",
)
ASKED: Final = ("q", "sort", "mark", "page", *FILTERS)
# Milliseconds in which a script says what it has to say of what is typed or asked
WAIT: Final = 30
# What a device may keep for the site, and what somebody may have put there
KEPT: Final = ("disclosure-display", "disclosure-visit", "disclosure-recent", "disclosure-aloud")
SHAPES: Final = (
    '"{}"',
    '["{}"]',
    '{{"size": "{}", "theme": "{}", "simple": "{}"}}',
    "{}",
    '[["{}"]]',
    '{{"filter": "{}"}}',
)
REMEMBER: Final = """([keys, value]) => keys.forEach((key) => {
  localStorage.setItem(key, value);
  sessionStorage.setItem(key, value);
})"""


class OpenedPage:
    """A built site in the browser, and all that was wrong with what was seen of it.

    ``listed`` are the addresses of other sites that it may ask, which are not there.
    """

    def __init__(self, browser: Browser, root: str, listed: Sequence[str] = (), *, bypass: bool) -> None:
        self.browser, self.root, self.listed, self.bypass = browser, root, listed, bypass
        self.faults: list[str] = []
        self.pages = 0

    @contextmanager
    def page(self) -> Iterator[Page]:
        """An empty page that is watched: whatever it says, or asks of another host, is a fault."""
        watch = Watch()
        options: dict[str, Any] = {"viewport": {"width": WIDTHS[0], "height": 800}, "locale": "zh-CN"}
        with closing(self.browser.new_context(**options, bypass_csp=self.bypass)) as context:
            for address in self.listed:
                context.route(f"{address}**", _answered)
            page = context.new_page()
            watch.follow(page)
            yield page
        asked = [one for one in watch.asked if not one.startswith((self.root, "data:", *self.listed))]
        self.faults += [f"said {one}" for one in watch.said] + [f"asked {one}" for one in asked]

    def every(self, addresses: Iterable[str]) -> None:
        """Each page at each width."""
        with self.page() as page:
            for address in addresses:
                page.set_viewport_size({"width": WIDTHS[0], "height": 800})
                page.goto(self.root + address)
                _settled(page)
                self.pages += 1
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 800})
                    self.look(page, f"{address} at {width}")

    def look(self, page: Page, told: str) -> None:
        self.faults += [f"{told}: {one}" for one in _evaluated(page, LOOK)]

    def searched(self, texts: Iterable[str]) -> None:
        """Each string typed as a query: it is searched for, and nothing else."""
        with self.page() as page:
            page.goto(f"{self.root}search.html")
            _settled(page)
            box = page.locator("input[type=search]").last
            for text in texts:
                box.fill(text)
                page.wait_for_timeout(WAIT)
                self.look(page, f"typed {text!r}")

    def addressed(self, addresses: Iterable[str], texts: Iterable[str]) -> None:
        """Each string as the fragment of pages, and as every filter of the register."""
        with self.page() as page:
            for address in addresses:
                page.goto(self.root + address)
                _settled(page)
                for text in texts:
                    page.evaluate("(text) => { location.hash = text; }", text)
                page.wait_for_timeout(WAIT)
                self.look(page, f"fragments of {address}")

    def asked(self, addresses: Iterable[str], texts: Iterable[str]) -> None:
        """Each string as all that an address may ask of a page, as each filter alone, and as a name of a filter."""
        with self.page() as page:
            for address in addresses:
                for text in texts:
                    value = quote(text, safe="", errors="replace")
                    alone = "&".join(f"{name}={value}" for name in FILTERS)
                    for query in (
                        f"{value}={value}&" + "&".join(f"{name}={value}" for name in ASKED),
                        alone,
                        f"q={value}",
                    ):
                        page.goto(f"{self.root}{address}?{query}")
                        _settled(page)
                        page.wait_for_timeout(WAIT)
                        self.look(page, f"{address} asked for {text!r}")

    def remembered(self, addresses: Sequence[str], texts: Iterable[str]) -> None:
        """Each string as what the device kept, in each shape that a script might expect."""
        with self.page() as page:
            page.goto(self.root + addresses[0])
            for text in texts:
                for shape in SHAPES:
                    page.evaluate(REMEMBER, [KEPT, shape.format(*[text.replace("\\", "\\\\").replace('"', '\\"')] * 3)])
                    for address in addresses:
                        page.goto(self.root + address)
                        _settled(page)
                        self.look(page, f"{address} with {shape} of {text!r}")


def _answered(route: Route) -> None:
    """A site that is searched together with this one, in which nothing is to be found."""
    route.fulfill(body="", headers={"Access-Control-Allow-Origin": "*"})


def _settled(page: Page) -> None:
    """Waits for the page's scripts; a card has none."""
    if page.locator("script[src]").count():
        _evaluated(page, BOUND)


def _evaluated(page: Page, script: str) -> Any:
    """What a script finds; once more where the page went away meanwhile: that of a record that moved leads on."""
    try:
        return page.evaluate(script)
    except Error as error:
        if "context was destroyed" not in error.message:
            raise
    page.wait_for_load_state()
    return page.evaluate(script)


def addresses(site: Path, *, every: bool) -> list[str]:
    """All pages, or the largest of each kind."""
    # The page for what is not there names its files by the address of the site, which is not here
    found = sorted((path.stat().st_size, path) for path in site.rglob("*.html") if path.name != "404.html")
    # The last of a kind in this order is its largest; cards and the editors' forms are kinds by their folder
    kind = {path: KIND.search(path.read_text("utf-8")) for _size, path in found}
    largest = {((at := kind[path]) and at[1]) or path.relative_to(site).parts[0]: path for _size, path in found}
    wanted = [path for _size, path in found] if every else largest.values()
    return sorted(path.relative_to(site).as_posix() for path in wanted)


@contextmanager
def browser() -> Iterator[Browser]:
    with started(*ARGUMENTS) as running:
        yield running


@contextmanager
def opened(running: Browser, site: Path, of: TriedProject, *, bypass: bool) -> Iterator[OpenedPage]:
    with serve(site) as root:
        yield OpenedPage(running, root, of.listed, bypass=bypass)


@dataclass
class PageSeen:
    """What was seen of several sites."""

    pages: int = 0
    faults: list[str] = field(default_factory=list)
    strings: set[str] = field(default_factory=set)

    def add(self, other: PageSeen) -> None:
        self.pages += other.pages
        self.faults += other.faults
        self.strings |= other.strings


# What is kept on a device goes through few lines, and takes a page for each shape
REMEMBERED: Final = 4


def seen(running: Browser, site: Path, texts: list[str], of: TriedProject, *, bypass: bool) -> PageSeen:
    """Every page of a site, and the strings as what is typed, asked for, pointed at and remembered."""
    with opened(running, site, of, bypass=bypass) as one:
        one.every(addresses(site, every=True))
        one.searched(texts)
        one.asked(of.asked, texts)
        one.addressed(of.reading, texts)
        one.remembered(of.remembering, texts[:REMEMBERED])
        told = "without policy: " if bypass else ""
        return PageSeen(one.pages, [told + fault for fault in dict.fromkeys(one.faults)])
