"""Whatever address was mistyped, the page for what is not there leads home."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import BOUND
from .server import SUB_PATH, FileHandler, Server

pytestmark = pytest.mark.browser


class Host(FileHandler):
    """Shows the site's own page for everything that is not there, as hosts of static sites do."""

    def send_error(self, code: int, *_words: Any) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(Host, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def loud() -> bool:
    """What is not there is asked for."""
    return True


def lost(new_page: Any, address: str) -> Page:
    page = new_page(width=390, height=844)
    page.goto(address)
    page.evaluate(BOUND)
    return page


@pytest.mark.parametrize("path", ["x", "a/b/c", "reports/2024/commitments/c999.html", "a/b/c/d/e/f/g/"])
def test_from_any_depth_it_leads_home_and_to_the_search(new_page: Any, host: str, path: str) -> None:
    page = lost(new_page, host + path)
    assert page.evaluate("getComputedStyle(document.querySelector('.d-header')).borderTopStyle") == "solid"
    page.get_by_role("searchbox").fill("停车")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{host}search.html?q=%E5%81%9C%E8%BD%A6")
    page.go_back()
    page.evaluate(BOUND)
    page.get_by_role("main").get_by_role("link", name="首页").click()
    expect(page).to_have_url(f"{host}index.html")


def test_the_menu_of_a_lost_page_opens_and_leads_on(new_page: Any, host: str) -> None:
    page = lost(new_page, f"{host}a/b/c")
    page.get_by_text("菜单", exact=True).click()
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="名词解释").click()
    expect(page).to_have_url(f"{host}glossary.html")
