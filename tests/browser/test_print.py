"""On paper: the text, its notes and the ids of its paragraphs, and nothing to press."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from . import kinds
from .conftest import TEXT, go_to
from .server import serve
from .sheets import CUT_OFF, WIDTH, alone_at_the_foot, missing, sheets

pytestmark = pytest.mark.browser

VISIBLE = (
    "all => all.filter(one => one.checkVisibility({ visibilityProperty: true })).map(one => one.textContent.trim())"
)


@pytest.fixture
def paper(visit):
    def of(path: str, **options):
        page = visit(path, **options)
        page.emulate_media(media="print", color_scheme=options.get("color_scheme"))
        return page

    return of


def test_nothing_to_press_or_to_type_into_is_printed(paper, go, pages):
    page = paper("index.html")
    printed = {path: go(page, path).locator("nav, button, input, .d-skip").evaluate_all(VISIBLE) for path in pages}
    assert printed == {path: [] for path in pages}


def test_the_text_the_notes_and_the_paragraph_ids_are_printed(paper, body):
    page = paper(TEXT)
    assert len(page.locator("main :is(h1, h2, h3, p)[id]").evaluate_all(VISIBLE)) == len(body)
    assert len(page.locator("[id^=note-]").evaluate_all(VISIBLE)) == 24
    ids = page.locator("main p[id]").evaluate_all("all => all.map(one => one.id)")
    assert page.locator("[data-passage] > summary").evaluate_all(VISIBLE) == ids


def test_an_open_citation_panel_is_not_printed(paper):
    page = paper(TEXT)
    page.emulate_media(media="screen")
    page.locator("[data-passage='p2-05'] > summary").click()
    page.emulate_media(media="print")
    assert page.locator("[data-passage='p2-05'] :is(button, a)").evaluate_all(VISIBLE) == []


def test_the_notice_is_printed(paper, settings):
    assert paper(TEXT).get_by_text(settings["notice"]).is_visible()


def test_paper_is_white_and_ink_is_dark_in_the_dark_too(paper):
    page = paper(TEXT, color_scheme="dark")
    paper_colour, ink = page.locator("body").evaluate(
        "one => { const style = getComputedStyle(one); return [style.backgroundColor, style.color]; }"
    )
    assert [paper_colour, ink] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_the_full_text_makes_a_plausible_number_of_sheets(paper):
    document = paper(TEXT).pdf(format="A4", prefer_css_page_size=False)
    sheets = len(re.findall(rb"/Type\s*/Page\b", document))
    assert 10 <= sheets <= 30


def test_the_table_of_tasks_is_printed_on_its_side(visit):
    page = visit("reports/2024/tasks.html")
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert {(round(float(width)), round(float(height))) for width, height in sheets} == {(842, 595)}


@pytest.fixture(scope="module")
def example_root(example_site):
    with serve(example_site) as address:
        yield address


@pytest.fixture
def printed(chromium, example_root):
    """A page of the example as its sheets, held against all that they must and must not hold."""
    page = chromium.new_page(viewport={"width": WIDTH, "height": 900}, locale="zh-CN")

    def faults(path: str) -> dict[str, list[str]]:
        go_to(page, example_root + path)
        found = sheets(page)
        page.emulate_media(media="print")
        told = {
            "missing": missing(page, found),
            "pressed": [one for one in PRESSED if any(one in sheet.lines for sheet in found)],
            "leads nowhere": page.locator(TAKEN_AWAY).evaluate_all(VISIBLE),
            "broken": page.evaluate(BROKEN),
            "cut off": [] if found[0].size[0] > found[0].size[1] else page.evaluate(CUT_OFF),
            "heading alone": alone_at_the_foot(page, found),
            "empty": [sheet.text for sheet in found if len(sheet.text) < LEAST],
        }
        page.emulate_media(media=None)
        return {fault: each for fault, each in told.items() if each}

    yield faults
    page.close()


# Lines of their own that are read where navigation, buttons or panels are printed
PRESSED = (
    "跳到正文",
    "显示设置",
    "菜单",
    "复制引用",
    "复制链接",
    "引用本页",
    "订阅本页的新消息",
    "▶",
)
# What is downloaded of a picture
TAKEN_AWAY = ".d-picture :is(button, summary, [download], [href='#cite'])"
# Numbers of tables that stand on two lines
BROKEN = """() => [...document.querySelectorAll("td, th")].filter(one => one.checkVisibility()).flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
  const range = document.createRange();
  while (walker.nextNode()) for (const number of walker.currentNode.data.matchAll(/[0-9][0-9.,]*%?/g)) {
    if (walker.currentNode.parentElement.closest("a, code, .d-hidden")) continue;
    range.setStart(walker.currentNode, number.index);
    range.setEnd(walker.currentNode, number.index + number[0].length);
    const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
    if (lines.size > 1) found.push(cell.textContent.trim());
  }
  return found;
})"""
# Characters on a sheet: three lines of a narrow list
LEAST = 15
# Its style sheet is looked for at the site's own address, wherever it is served
ELSEWHERE = {"not-found"}


def paths(site: Path, *places: int) -> list[str]:
    """The pages of each kind at these places in the order of their sizes."""
    every = kinds.kinds(site)
    chosen = {all[place] for kind, all in every.items() if kind not in ELSEWHERE for place in places}
    return sorted(path.relative_to(site).as_posix() for path in chosen)


def test_a_page_of_every_kind_prints_all_it_says_and_nothing_that_is_pressed(printed, example_site):
    assert {path: found for path in paths(example_site, 0) if (found := printed(path))} == {}


@pytest.mark.parametrize("width", [320, 390])
def test_no_number_of_a_table_is_broken_on_a_phone_either(chromium, example_root, example_site, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    broken = {
        path: found for path in paths(example_site, 0) if (found := go_to(page, example_root + path).evaluate(BROKEN))
    }
    page.close()
    assert broken == {}


@pytest.mark.long
def test_every_page_prints_all_it_says_and_nothing_that_is_pressed(printed, example_site):
    every = [path for kind, all in kinds.kinds(example_site).items() if kind not in ELSEWHERE for path in all]
    found = {path: found for one in every if (found := printed(path := one.relative_to(example_site).as_posix()))}
    assert found == {}


def test_the_number_of_a_paragraph_stands_beside_it_on_every_sheet(paper):
    page = paper(TEXT, width=WIDTH)
    heights = page.locator(".d-cite").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    lines = page.locator("main p[id]").evaluate_all(
        "all => all.map(one => 3 * parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert min(heights) >= max(lines)
    tops = "all => all.map(one => Math.round(one.getBoundingClientRect().top / 8))"
    assert page.locator(".d-cite").evaluate_all(tops) == page.locator(".d-cite + p").evaluate_all(tops)


def test_what_is_closed_on_the_screen_is_closed_again_after_printing(visit):
    page = visit("reports/2024/coverage.html")
    closed = "main details:not([open])"
    before = page.locator(closed).count()
    page.pdf()
    assert (before > 0, page.locator(closed).count()) == (True, before)


def test_without_script_what_is_closed_is_printed_too(chromium, root):
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{root}reports/2024/coverage.html")
    lacking = missing(page, sheets(page))
    page.close()
    assert lacking == []


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_paper_is_white_and_all_ink_dark_whatever_colours_were_chosen(visit, theme):
    page = visit("reports/2024/commitments/c017.html")
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    page.emulate_media(media="print")
    assert page.evaluate(COLOURS) == {"paper": "rgb(255, 255, 255)", "ink": ["rgb(0, 0, 0)", "rgb(51, 51, 51)"]}


COLOURS = """() => {
  const shown = [...document.querySelectorAll("body *")].filter(one => one.checkVisibility() && !one.closest("svg"));
  const ink = new Set(shown.filter(one => one.innerText?.trim()).map(one => getComputedStyle(one).color));
  return { paper: getComputedStyle(document.body).backgroundColor, ink: [...ink].sort() };
}"""


def test_nothing_is_printed_smaller_than_ten_and_a_half_points(paper, go, pages):
    page = paper("index.html", width=WIDTH)
    sizes = {path: go(page, path).evaluate(SMALLEST) for path in pages}
    assert {path: size for path, size in sizes.items() if size < 10.49} == {}


SMALLEST = """() => Math.min(...[...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility() && !one.closest("svg, .d-hidden") && one.innerText?.trim())
  .map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75))"""


def test_the_address_of_a_document_is_written_out_and_of_other_links_none(visit):
    page = visit("reports/2024/commitments/c017.html")
    written = "one => getComputedStyle(one, '::after').content"
    page.emulate_media(media="print")
    documents = page.locator('.d-evidence a[href^="http"]').evaluate_all(f"all => all.map({written})")
    others = page.locator("main a:not(.d-evidence a)").evaluate_all(f"all => all.map({written})")
    assert all("http" in one for one in documents)
    assert {one for one in others if "http" in one} == set()


def test_a_camera_reads_the_address_from_paper_even_at_half_size(chromium, example_root):
    """As of 288 dots an inch, which printers have; in the dark as by day."""
    where = "reports/2024/commitments/c001.html"
    page = chromium.new_page(device_scale_factor=3, color_scheme="dark")
    page.goto(example_root + where)
    code = page.locator(".d-code__square")
    assert not code.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    printed = Image.open(BytesIO(code.screenshot()))
    page.close()
    half = printed.resize((printed.width // 2, printed.height // 2))
    read = [[one.text for one in zxingcpp.read_barcodes(image)] for image in (printed, half)]
    assert read == [[f"https://report.shiguang.example/{where}"]] * 2
