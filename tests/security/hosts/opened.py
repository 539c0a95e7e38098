"""The site as a server sends it, opened in Chromium: pages of every kind, the search, cards and pages in frames."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Browser, Page

from disclosure.pages import embed
from tests.browser import kinds
from tests.browser.conftest import BOUND
from tests.browser.server import Server
from tests.browser.watch import Watch

RECORD, CARD = "reports/2024/commitments/c001.html", "embed/2024/c001.html"
# A record whose timeline is drawn in the page
DRAWN = "reports/2024/commitments/c016.html"
# What a browser shows by itself: a text, a picture, data, a feed
SHOWN = ("reports/2024/source.txt", "llms.txt", "reports/2024/topics.svg", "data/results.json", "index.xml")
QUERY = "停车"
VIOLATIONS = """document.addEventListener('securitypolicyviolation',
  (event) => console.error(`violated: ${event.violatedDirective} by ${event.blockedURI}`))"""


class Opened(Struct):
    """How many pages were opened and what was wrong: words on the console, refusals, failed requests."""

    pages: int = 0
    faults: list[str] = []


def opened(browser: Browser, root: str, site: Path, *, every: bool = True, is_portal: bool = False) -> Opened:
    """``every``: the smallest and the largest page of each kind, else the smallest.

    ``is_portal``: somebody else's policy is around ours, and nothing says in what texts are written.
    """
    found, watch = Opened(), Watch()
    with _page(browser, watch) as page:
        # Chromium shows XML with a style of its own, which a portal's policy refuses
        shown = [one for one in SHOWN if not (is_portal and one.endswith(".xml"))]
        for name in [*of_each_kind(site, every=every), *shown]:
            page.goto(root + name)
            if name.endswith(".html") and not name.startswith(("embed/", "desk/")):
                page.evaluate(BOUND)
            found.pages += 1
        found.faults += [*searched(page, root), *_lost(page, root), *saved(page, root)]
        found.faults += [] if is_portal else _text(page, root, site)
        found.faults += [one for one in watch.said if not _is_expected(one, is_portal=is_portal)]
        found.faults += [one for one in watch.asked if not one.startswith((root, "data:", "blob:"))]
    found.faults += [] if is_portal else framed(browser, root)
    return found


def _is_expected(said: str, *, is_portal: bool) -> bool:
    """The page for what is not there was asked for; a portal lets in no picture that is no file: the icon of a tab."""
    if "/nowhere/" in said and "404" in said:
        return True
    return is_portal and ("the image 'data:" in said or "img-src by data" in said)


def heard(browser: Browser, root: str, name: str) -> list[str]:
    """What is said while one page is open."""
    watch = Watch()
    with _page(browser, watch) as page:
        page.goto(root + name)
        page.wait_for_load_state("networkidle")
    return watch.said


def of_each_kind(site: Path, *, every: bool) -> list[str]:
    """The smallest page of each kind, and the largest; a card and the desk are pages too."""
    found: dict[str, list[Path]] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        kind = kinds.KIND.search(path.read_text("utf-8"))
        found.setdefault(kind[1] if kind else path.relative_to(site).parts[0], []).append(path)
    ends = ((paths[0], paths[-1]) if every else paths[:1] for paths in found.values())
    return sorted({path.relative_to(site).as_posix() for paths in ends for path in paths} | {RECORD, CARD})


@contextmanager
def _page(browser: Browser, watch: Watch) -> Iterator[Page]:
    with closing(browser.new_context(locale="zh-CN")) as context:
        context.add_init_script(VIOLATIONS)
        page = context.new_page()
        watch.follow(page)
        yield page


def searched(page: Page, root: str) -> Iterator[str]:
    page.goto(f"{root}search.html?q={QUERY}")
    page.locator("[data-answered][data-complete]").wait_for(timeout=10_000)
    if not page.locator("[data-results] > [data-hit]").count():
        yield f"the search finds nothing for {QUERY}"


def _text(page: Page, root: str, site: Path) -> Iterator[str]:
    """The archived text can be read as it is."""
    page.goto(f"{root}reports/2024/source.txt")
    if (
        page.evaluate("document.body.innerText").split()
        != (site / "reports/2024/source.txt").read_text("utf-8").split()
    ):
        yield f"source.txt is shown as {page.evaluate('document.characterSet')}"


def _lost(page: Page, root: str) -> Iterator[str]:
    page.goto(f"{root}nowhere/a/b/c.html")
    page.evaluate(BOUND)
    page.get_by_role("main").get_by_role("link", name="首页").click()
    if page.url != f"{root}index.html":
        yield f"from what is not there the way leads to {page.url}"


def saved(page: Page, root: str) -> Iterator[str]:
    """A drawing of which there is no file is saved as a picture, whatever pictures are let in."""
    page.goto(root + DRAWN)
    page.evaluate(BOUND)
    with page.expect_download(timeout=10_000) as download:
        page.locator('[data-module="snapshot"] button').first.click()
    if not download.value.suggested_filename.endswith((".png", ".svg")):
        yield f"saved as {download.value.suggested_filename}"


class Newspaper(BaseHTTPRequestHandler):
    """A page of another origin around what it frames."""

    def __init__(self, framed: str, *given: object) -> None:
        self.framed = framed
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f'<!doctype html><html lang="zh"><title>报纸</title>{self.framed}'.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def newspaper(framed: str) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(Newspaper, framed))  # type: ignore[arg-type]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def framed(browser: Browser, root: str) -> Iterator[str]:
    """A card is shown by anybody, a page by nobody."""
    for name, is_shown in ((CARD, True), (RECORD, False), ("desk/index.html", False), ("404.html", False)):
        with newspaper(embed.frame(root + name, "承诺")) as address, _page(browser, Watch()) as page:
            page.goto(address)
            page.wait_for_load_state("networkidle")
            shown = [one.locator("h1").count() > 0 for one in page.frames[1:] if one.url.startswith(root)]
            if shown != ([True] if is_shown else []):
                yield f"{name} in another's page: {[one.url for one in page.frames]}"
