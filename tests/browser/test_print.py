"""On paper: the text, its notes and the ids of its paragraphs, and nothing to press."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from .conftest import TEXT
from .server import serve

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


def test_a_camera_reads_the_address_from_paper_even_at_half_size(new_page, example_site):
    """As of 288 dots an inch, which printers have; in the dark as by day."""
    where = "reports/2024/commitments/c001.html"
    with serve(example_site) as address:
        page = new_page(device_scale_factor=3, color_scheme="dark")
        page.goto(address + where)
        assert not page.locator(".d-code").is_visible()
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".d-code").inner_text().endswith(f"https://report.shiguang.example/{where}")
        printed = Image.open(BytesIO(page.locator(".d-code").screenshot()))
    half = printed.resize((printed.width // 2, printed.height // 2))
    read = [[one.text for one in zxingcpp.read_barcodes(image)] for image in (printed, half)]
    assert read == [[f"https://report.shiguang.example/{where}"]] * 2
