"""The follow-up in a browser: the example on phones and desks, and the way to what became of one promise."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import programs
from .server import serve
from .test_accessibility import violations
from .test_layout import OUTSIDE

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "updates.html",
    "method.html",
    "reports/2024/progress.html",
    "reports/2024/commitments.html",
    *(f"reports/2024/commitments/{id}.html" for id in ("c001", "c016", "c017", "c020", "c026", "c027")),
    *(f"updates/2024/{id}.html" for id in ("2024-02-05-city-target", "2025-01-20-annual-figures")),
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built by the command line as `make example` does."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(programs.REPOSITORY / "examples/shiguang/content", folder / "content")
    config = (programs.REPOSITORY / "examples/shiguang/mkdocs.yml").read_text("utf-8")
    templates = (programs.REPOSITORY / "templates").as_posix()
    (folder / "mkdocs.yml").write_text(config.replace("../../templates", templates), "utf-8")
    command = [sys.executable, programs.REPOSITORY / "build.py", "--root", folder, "--date", "2025-03-20"]
    subprocess.run(command, check=True, capture_output=True, cwd=programs.REPOSITORY)
    return folder / "site"


@pytest.fixture(scope="module")
def root(example: Path) -> Iterator[str]:
    with serve(example) as address:
        yield address


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_the_example_has_a_violation(visit, go, width):
    page = visit("index.html", width=width, bypass_csp=True)
    found = {path: violations(go(page, path)) for path in PAGES}
    assert found == {path: {} for path in PAGES}


@pytest.mark.parametrize("width", [320, 390])
def test_no_page_of_the_example_scrolls_sideways(visit, go, width):
    page = visit("index.html", width=width)
    assert {path: page.evaluate(OUTSIDE) for path in PAGES if go(page, path)} == {path: [] for path in PAGES}


def test_a_reader_without_script_sees_every_status_and_the_sum(visit, new_page, root):
    page = new_page(width=390, java_script_enabled=False)
    page.goto(f"{root}reports/2024/commitments/c017.html")
    box = page.locator("[aria-labelledby=d-standing]").inner_text()
    assert [word in box for word in ("报告：", "已调整", "证据：", "有证据支持", "时序：", "已到期")] == [True] * 6
    assert "目标≥4,000个，实际3,600个，90%，未完成" in box


def test_from_the_home_page_to_what_became_of_the_dead_end_roads(visit):
    """Three taps on a phone."""
    page = visit("index.html", width=390)
    page.get_by_role("link", name="承诺", exact=True).first.click()
    page.get_by_role("link", name="打通断头路5条").first.click()
    assert "已完成" in page.locator("[aria-labelledby=d-standing]").inner_text()
    page.get_by_role("link", name="经过和证据").click()
    page.get_by_role("link", name="5条断头路全部打通").last.click()
    assert page.url.endswith("updates/2024/2025-01-06-roads-done.html")
