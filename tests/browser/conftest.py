"""The sample is built once, served under a sub-path, and opened in one browser with a new context for each test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests import grown, sample, shared

from . import archive, kinds, programs
from .server import serve
from .watch import Watch

DATE = sample.DATE
# The long text, and the one that leads to records
TEXT = "reports/2022/text.html"
ANNOTATED = "reports/2024/text.html"
# Records of each kind and state, whatever their pages' sizes
RECORDS = (
    *(f"reports/2024/commitments/{id}.html" for id in ("c001", "c016", "c017", "c020", "c026", "c027")),
    *(f"updates/2024/{id}.html" for id in ("2024-02-05-city-target", "2025-01-20-annual-figures")),
)
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Resolves when the page's scripts are bound: main.js is the last of them
BOUND = """async () => {
  const isBound = () => document.documentElement.dataset.script === 'bound';
  for (let n = 0; n < 500 && !isBound(); n++) await new Promise(done => setTimeout(done, 10));
}"""

LONGEST = "test_accessibility.py"

Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: what fails in a second is told first, and Playwright's event loop disturbs nobody.

    Of them the file that takes longest comes first, so that no process is left alone with it.
    """
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, item.path.name != LONGEST))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, reason in programs.MISSING.items():
        if item.get_closest_marker(marker) and not programs.available(marker):
            leave_out(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Playwright adds an outline of the whole page to what it expected in vain: thousands of lines on a long page."""
    try:
        return (yield)
    except AssertionError as error:
        error.args = tuple(str(one).split("Aria snapshot:")[0] for one in error.args)
        raise


def leave_out(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for reason in programs.MISSING.values():
        count = sum(reason in one for one in skipped)
        if count:
            terminalreporter.write_line(f"{reason} ({count})", yellow=True)


@pytest.fixture(scope="session")
def site(sample_site: Path) -> Path:
    """The site that is opened: the sample's."""
    return sample_site


@pytest.fixture(scope="session")
def pages(site: Path) -> tuple[str, ...]:
    """The smallest and the largest page of each kind and some records, from the root: what a kind can look like.

    The build itself inspects the links, anchors, ids and headings of every page.
    """
    every = kinds.kinds(site)
    ends = {path for paths in every.values() for path in (paths[0], paths[-1])}
    narratives = {*every["narrative"]}
    return tuple(sorted({path.relative_to(site).as_posix() for path in ends | narratives} | {*RECORDS}))


@pytest.fixture(scope="session")
def source() -> str:
    """The archived text of the report that is read."""
    return sample.source().decode()


@pytest.fixture(scope="session")
def body(source: str) -> list[archive.BodyLine]:
    return archive.lines(source)


@pytest.fixture(scope="session")
def settings() -> dict[str, Any]:
    """``content/site.yml``."""
    return yaml.safe_load(sample.SITE)


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """The address under which the site is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example with all its years: it has a page of every kind."""
    return shared.folder(tmp_path_factory, grown.EXAMPLE, grown.build) / "site"


@pytest.fixture(scope="session")
def collection_root(collection_site: Path) -> Iterator[str]:
    """The address of the site that the search is measured on."""
    with serve(collection_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with programs.started(*ARGUMENTS) as browser:
        yield browser


@pytest.fixture(scope="session")
def on_each_page(chromium: Browser, root: str, pages: tuple[str, ...]) -> Callable[[str], dict[str, Any]]:
    """Evaluates a script on every page, and each script only once: for tests that look and touch nothing."""

    @cache
    def evaluate(script: str) -> dict[str, Any]:
        with closing(chromium.new_context(locale="zh-CN")) as context:
            page = context.new_page()
            return {path: go_to(page, root + path).evaluate(script) for path in pages}

    return evaluate


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def loud() -> bool:
    """Whether the pages of a test may say something; a test that provokes it overrides this."""
    return False


@pytest.fixture
def new_page(chromium: Browser, watch: Watch, root: str, loud: bool) -> Iterator[Visit]:
    """Opens an empty page in a context of its own; afterwards no page may have said a word or asked another host."""
    contexts = []

    def open_page(width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    if not loud:
        assert watch.said == []
        assert [one for one in watch.asked if not one.startswith((root, "data:"))] == []


@pytest.fixture
def go(root: str) -> Callable[[Page, str], Page]:
    """Takes a page to an address of the site and waits until its scripts are bound."""
    return lambda page, path: go_to(page, root + path)


def go_to(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate(BOUND)
    return page


@pytest.fixture
def visit(new_page: Visit, go: Callable[[Page, str], Page]) -> Visit:
    """Opens an address of the site in a new context: ``visit("index.html", width=390)``."""

    def open_at(path: str, **options: Any) -> Page:
        return go(new_page(**options), path)

    return open_at
