"""Pictures as a reader sees them: all in their box, no words over others, told apart without colour, also alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .conftest import go_to
from .server import serve

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "reports/2025/index.html",
    "reports/2025/progress.html",
    "reports/2025/coverage.html",
    "reports/2024/commitments/c019.html",
    "reports/2024/commitments/c020.html",
    "reports/2025/commitments/c020.html",
    "subscribe.html",
    "reports/2024/progress.html",
    "topics/education.html",
    "indicators/gdp-growth.html",
    "indicators/prices.html",
    "indicators/dead-end-roads.html",
    "indicators/technology-sme.html",
)
# Of each drawing on the page: words out of its box, words over other words. A font's box is higher than its signs
FLAWS = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  const inked = ({ left, right, top, bottom, height }) =>
    ({ left, right, top: top + height / 5, bottom: bottom - height / 7, height });
  const words = [...svg.querySelectorAll('text')].map(one => [inked(one.getBoundingClientRect()), one.textContent]);
  const out = words.filter(([one]) => one.left < box.left - 1 || one.right > box.right + 1
    || one.top < box.top - 2 || one.bottom > box.bottom + 2).map(([, said]) => `out: ${said}`);
  const over = words.flatMap(([one, said], n) => words.slice(n + 1).filter(([other]) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 2,
  ).map(([, other]) => `over: ${said} ${other}`));
  return [...out, ...over];
})"""
SHAPES = """() => [...document.querySelectorAll('.d-picture__shape')].map(one =>
  [one.getAttribute('d'), getComputedStyle(one).fill !== 'none', getComputedStyle(one).stroke].join(' '))"""
# Of each sign its outline and whether it is full; two of one grid that differ in colour alone
ALIKE = """() => [...document.querySelectorAll('svg[role=img] defs')].flatMap(defs => {
  const seen = [...defs.querySelectorAll('.d-picture__shape')].map(one =>
    one.getAttribute('d') + (getComputedStyle(one).fill !== 'none'));
  return seen.filter((one, n) => seen.indexOf(one) !== n);
})"""
SMALL = """() => [...document.querySelectorAll('svg[role=img] text')]
  .map(one => [one.getBoundingClientRect().height, one.textContent]).filter(([height]) => height < 13)"""


@pytest.fixture(scope="session")
def root(example_site: Path) -> Iterator[str]:
    """The example has pictures of everything."""
    with serve(example_site) as address:
        yield address


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_all_words_stand_in_their_picture_and_over_no_others(
    new_page: Callable[..., Any], root: str, width: int, options: dict[str, Any]
) -> None:
    page = new_page(width, **options)
    for address in PAGES:
        go_to(page, root + address)
        assert page.evaluate(FLAWS) == [], address
        assert page.evaluate(SMALL) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_no_words_stand_over_others(new_page: Callable[..., Any], root: str) -> None:
    page = new_page(794)
    page.emulate_media(media="print")
    for address in PAGES:
        go_to(page, root + address)
        assert page.evaluate(FLAWS) == [], address


def test_in_high_contrast_and_in_the_dark_signs_are_drawn_in_the_readers_colours(
    new_page: Callable[..., Any], root: str
) -> None:
    page = new_page(390)
    go_to(page, f"{root}reports/2025/index.html")
    light = page.evaluate(SHAPES)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(SHAPES)
    assert light
    assert [one.rpartition(" rgb")[0] for one in light] == [one.rpartition(" rgb")[0] for one in dark]
    assert set(light).isdisjoint(dark)


def test_every_image_that_is_taken_away_fits_its_own_edge(
    new_page: Callable[..., Any], root: str, example_site: Path
) -> None:
    page = new_page(900)
    for path in sorted(example_site.rglob("*.svg")):
        markup = path.read_text("utf-8")
        page.goto("about:blank")
        page.set_content(markup)
        assert page.evaluate(FLAWS) == [], path.name


def test_a_picture_is_saved_as_png(new_page: Callable[..., Any], root: str) -> None:
    page = new_page(390)
    go_to(page, f"{root}reports/2025/index.html")
    figure = page.locator("#picture-topics")
    figure.locator("summary").click()
    with page.expect_download() as saved:
        figure.get_by_role("button", name="图片（PNG）").click()
    assert saved.value.suggested_filename == "2025-topics.png"
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_timeline_is_saved_as_png_from_the_page_alone(chromium: Browser, example_site: Path) -> None:
    """There is no file of it, so that a disk will do as well."""
    with closing(chromium.new_context(locale="zh-CN", accept_downloads=True)) as context:
        page = context.new_page()
        go_to(page, (example_site / "reports/2024/commitments/c019.html").as_uri())
        with page.expect_download() as saved:
            page.locator("figure").get_by_role("button", name="图片（PNG）").click()
        assert saved.value.suggested_filename == "2024-c019-timeline.png"
        data = Path(saved.value.path()).read_bytes()
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
        assert (data[:4], width, height > width // 2) == (b"\x89PNG", 3 * (338 + 40), True)


def test_from_a_disk_no_png_is_offered(chromium: Browser, example_site: Path) -> None:
    with closing(chromium.new_context(locale="zh-CN")) as context:
        page = context.new_page()
        go_to(page, (example_site / "reports/2025/index.html").as_uri())
        page.locator("#picture-topics summary").click()
        assert page.get_by_role("link", name="图片（SVG）").last.is_visible()
        assert page.get_by_role("button", name="图片（PNG）").count() == 0
