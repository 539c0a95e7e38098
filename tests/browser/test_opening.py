"""Every page opens, under any path and from a disk, and asks nobody else for anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ANNOTATED, TEXT, Visit
from .watch import Watch

pytestmark = pytest.mark.browser

Asked = Callable[[], set[str]]


@pytest.fixture
def asked(watch: Watch, root: str) -> Asked:
    """The files that have been asked for, from the site's root; another host's address stays whole."""
    return lambda: {url.removeprefix(root).split("?")[0] for url in watch.asked if not url.startswith("data:")}


def test_every_page_opens_without_a_word_and_asks_only_for_files_of_the_site(new_page, go, pages, asked, site):
    page = new_page()
    for path in pages:
        go(page, path)
        assert page.locator("h1").is_visible()
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert asked() - files == set()


def test_the_full_text_page_asks_for_itself_its_style_sheet_and_its_scripts_only(visit: Visit, asked: Asked):
    visit(TEXT)
    assert {one for one in asked() if not one.endswith((".js", ".css"))} == {TEXT}
    assert [one for one in asked() - {TEXT} if not one.startswith("assets/")] == []


def test_every_page_can_be_read_from_the_disk(new_page: Visit, pages: tuple[str, ...], site: Path, loud: bool):
    # What is written must stand there without any script
    page = new_page(java_script_enabled=False)
    unread = []
    for path in pages:
        page.goto((site / path).as_uri())
        if not page.locator("h1").is_visible() or len(page.locator("main").inner_text()) < 50:
            unread.append(path)
    assert unread == []


@pytest.fixture
def loud(request: pytest.FixtureRequest) -> bool:
    """From the disk, pages have other addresses."""
    return "disk" in request.node.name


def test_links_lead_on_from_page_to_page_on_the_disk(new_page: Visit, site: Path):
    page = new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("main a", has_text="阅读全文").first.click()
    assert page.url == (site / ANNOTATED).as_uri()
    page.get_by_role("contentinfo").get_by_role("link", name="关于本站").click()
    assert page.url == (site / "about.html").as_uri()


def test_a_script_that_fails_to_load_takes_nothing_from_the_text(new_page: Visit, root: str, body):
    page = new_page()
    page.route("**/assets/*.js*", lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
    page.goto(root + TEXT)
    assert page.locator("#p2-05").is_visible()
    assert page.locator("summary", has_text="显示设置").is_hidden()
