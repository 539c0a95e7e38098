"""Who may show our pages in a frame: nobody but ourselves, where the host says so; and cards, anybody.

The rules are those that docs/hosting.md gives. The newspaper is another origin, with a policy of its own.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from disclosure.pages import embed
from tests.projects import create
from tests.security.hosts.recipes import documented

from .server import SUB_PATH, FileHandler, Server

pytestmark = pytest.mark.browser

RECORD, CARD = "reports/2024/commitments/c001.html", "embed/2024/c001.html"
FramingRules = tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...]
CARD_SIZE = """() => [document.documentElement.scrollWidth <= innerWidth,
  document.documentElement.scrollHeight <= innerHeight]"""


def rules() -> FramingRules:
    """``_headers``: patterns of paths, and under each its headers."""
    made: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in documented("headers").splitlines():
        if line.startswith("/"):
            pattern = re.escape(line).replace(r"\*", ".*").replace(":page", "[^/]+")
            made.append((re.compile(pattern), []))
        else:
            name, _colon, value = line.strip().partition(": ")
            made[-1][1].append((name, value))
    return tuple((pattern, tuple(headers)) for pattern, headers in made)


class RuledHandler(FileHandler):
    """Files with the headers that rules give them."""

    def end_headers(self) -> None:
        where = "/" + self.path.removeprefix(SUB_PATH).lstrip("/")
        for pattern, headers in rules():
            if pattern.fullmatch(where):
                for header in headers:
                    self.send_header(*header)
        super().end_headers()


class NewsHandler(BaseHTTPRequestHandler):
    """A newspaper's page around what it frames."""

    def __init__(self, framed: str, *given: object) -> None:
        self.framed = framed
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        data = f'<!doctype html><html lang="zh"><title>报纸</title><p>一篇报道。</p>{self.framed}'.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'none'; frame-src http:")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def running(handler: object, host: str) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def carded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with cards."""
    project = create(tmp_path_factory.mktemp("carded") / "project", "register")
    with (project.content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("address: https://www.example.gov.cn/disclosure/\nembed: true\n")
    project.build()
    return project.site


@pytest.fixture(scope="module", params=["ruled", "bare"])
def host(request: pytest.FixtureRequest, carded: Path) -> Iterator[tuple[str, bool]]:
    """The site's address, and whether its host sets headers."""
    handler = RuledHandler if request.param == "ruled" else FileHandler
    with running(partial(handler, directory=str(carded)), "127.0.0.1") as address:
        yield address + SUB_PATH, request.param == "ruled"


@pytest.fixture
def loud() -> bool:
    """The browser reports what it refuses, and other hosts are asked: that is what is looked at."""
    return True


@pytest.fixture
def news(new_page):
    """Opens a newspaper's page with something of ours in a frame."""

    @contextmanager
    def open_page(framed: str, width: int = 390, **options: object):
        with running(partial(NewsHandler, framed), "localhost") as address:
            page = new_page(width=width, **options)
            page.goto(address)
            yield page

    return open_page


def frame(page):
    return page.frame_locator("iframe")


def loaded(page):
    """The frame with the card, with its sheet: a frame that waits until it is seen is not among what the page waits
    for, and its heading is there before its colours are."""
    frame(page).locator("h1").wait_for()
    found = next(one for one in page.frames if one.url.endswith(CARD))
    found.wait_for_load_state("load")
    return found


def test_a_newspaper_shows_a_card_whatever_its_width(news, host):
    address, _ruled = host
    for width in (280, 390, 680):
        with news(embed.frame(address + CARD, "承诺"), width=width) as page:
            assert loaded(page).evaluate(CARD_SIZE) == [True, True]
            assert frame(page).locator(".d-outcome__shape").count() == 1


def test_a_card_has_the_colours_of_the_reader_s_setting(news, host):
    address, _ruled = host
    surface = "getComputedStyle(document.body).backgroundColor"
    seen = {}
    for scheme in ("light", "dark"):
        with news(embed.frame(address + CARD, "承诺"), color_scheme=scheme) as page:
            seen[scheme] = loaded(page).evaluate(surface)
    assert seen == {"light": "rgb(255, 255, 255)", "dark": "rgb(25, 33, 36)"}


def test_a_card_leads_to_the_record_and_leaves_the_newspaper_open(news, host):
    address, _ruled = host
    with news(embed.frame(address + CARD, "承诺")) as page:
        with page.context.expect_page() as opened:
            frame(page).get_by_role("link").click()
        opened.value.wait_for_load_state()
        assert opened.value.url == address + RECORD
        assert opened.value.evaluate("opener") is None
        assert page.url.startswith("http://localhost")


def test_any_other_page_is_refused_or_says_that_it_is_framed(news, host):
    address, ruled = host
    with news(embed.frame(address + RECORD, "承诺")) as page:
        bar = frame(page).get_by_text("这一页嵌在别的网站里")
        if ruled:
            page.wait_for_timeout(500)
            assert [one.url for one in page.frames[1:]] == ["chrome-error://chromewebdata/"]
            return
        bar.wait_for()
        frame(page).get_by_role("link", name="打开原页").click()
        page.wait_for_url(address + RECORD + "#d-main")
        assert not page.get_by_text("这一页嵌在别的网站里").is_visible()


def test_the_record_offers_the_code_and_shows_the_card(new_page, host):
    address, _ruled = host
    page = new_page(width=1280)
    page.goto(address + RECORD)
    page.get_by_text("嵌入这张卡片").press("Enter")
    shown = page.frame_locator("iframe").locator("h1")
    shown.wait_for()
    assert shown.inner_text() == page.locator("h1").inner_text()
    assert page.get_by_label("嵌入代码").input_value().startswith("<iframe src=")
    page.get_by_role("button", name="复制代码").press("Enter")
    page.get_by_text("已复制").wait_for()


def test_each_page_of_the_example_has_one_rule_of_the_documented_ones(example_site):
    given = {path.relative_to(example_site).as_posix() for path in example_site.rglob("*.html")}
    found = {name: sum(bool(pattern.fullmatch(f"/{name}")) for pattern, _headers in rules()) for name in given}
    assert {name: n for name, n in found.items() if n != 1} == {}
