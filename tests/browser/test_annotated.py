"""The annotated report: from any sentence to its records and back, notes beside their marks, and the bare text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from . import archive
from .conftest import ANNOTATED, TEXT
from .keys import focus
from .test_text import SEEN

pytestmark = pytest.mark.browser

MARKED = """all => all.map(one => [one.id, [...one.querySelectorAll('.d-claim, .d-also')].map(link => link.href)])"""


@pytest.fixture(scope="module")
def annotated(site: Path) -> list[archive.BodyLine]:
    """The archived lines of the annotated text."""
    return archive.lines((site / "reports/2024/source.txt").read_bytes().decode())


def test_every_sentence_with_a_record_leads_to_it_in_one_step(visit, site, root):
    marked = dict(visit(ANNOTATED).locator(".d-sentence").evaluate_all(MARKED))
    promises, results = (json.loads((site / f"data/{name}.json").read_text()) for name in ("commitments", "results"))
    led = {address for links in marked.values() for address in links}
    assert {root + row["url"] for row in promises} <= led
    # A result stands on its section's page
    sections = {address.rpartition("#")[2] for address in led if "/sections/" in address}
    assert {row["id"] for row in results} <= sections
    assert len(promises + results) == 33


@pytest.mark.parametrize(("sentence", "record"), [("p2-03.1", "c017"), ("p2-05.1", "c028"), ("p1-01.2", "r003")])
def test_a_reader_goes_from_a_sentence_to_a_record_and_back_in_one_step_each(visit, sentence, record):
    page = visit(f"{ANNOTATED}#{sentence}")
    link = page.locator(f"[id='{sentence}'] :is(a[href$='/{record}.html'], a[href$='#{record}'])").first
    link.click()
    assert record in page.url
    place = page.locator(f"[id='{record}']") if record.startswith("r") else page.locator("main")
    place.get_by_role("link", name=f"{sentence.split('.')[0]} 第").first.click()
    assert page.url.endswith(f"#{sentence}")
    expect(page.locator(f"[id='{sentence}']")).to_be_in_viewport()


def test_a_paragraph_lists_its_records(visit):
    page = visit(ANNOTATED)
    page.locator(".d-paragraph", has=page.locator("#p2-03")).locator("summary", has_text="条记录").click()
    expect(page.get_by_role("link", name="新建停车位4000个").first).to_be_visible()


def test_the_switch_shows_the_bare_text_and_keeps_it_in_the_address(visit, annotated):
    page = visit(ANNOTATED)
    links = page.locator(".d-sentence a.d-claim").count()
    assert links > 30
    page.get_by_label("只看原文，不带标记").check()
    assert page.url.endswith(f"{ANNOTATED}?view=plain")
    assert page.locator(".d-sentence .d-claim").count() == 0
    assert page.locator(".d-also:visible").count() == 0
    assert page.evaluate(SEEN) == [one.text for one in annotated]
    page.get_by_label("只看原文，不带标记").uncheck()
    assert page.locator(".d-sentence .d-claim").count() == links
    assert page.url.endswith(ANNOTATED)


def test_a_phone_shows_the_bare_text_until_the_reader_asks_for_the_marks(visit):
    page = visit(ANNOTATED, width=390, height=844)
    expect(page.get_by_label("只看原文，不带标记")).to_be_checked()
    assert page.locator(".d-sentence .d-claim").count() == 0
    assert page.url.endswith(ANNOTATED)
    page.get_by_label("只看原文，不带标记").uncheck()
    assert page.locator(".d-sentence .d-claim").count() > 30
    assert page.url.endswith("?view=marked")
    page.reload()
    expect(page.get_by_label("只看原文，不带标记")).not_to_be_checked()


def test_a_shared_address_of_the_bare_text_opens_bare(visit):
    page = visit(f"{ANNOTATED}?view=plain#p2-05")
    expect(page.get_by_label("只看原文，不带标记")).to_be_checked()
    assert page.locator(".d-sentence .d-claim").count() == 0


def test_the_switch_takes_the_marks_away_without_script_too(new_page, root):
    page = new_page(java_script_enabled=False)
    page.goto(root + ANNOTATED)
    page.get_by_label("只看原文，不带标记").check()
    style = "one => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).pointerEvents]"
    assert page.locator(".d-sentence .d-claim").first.evaluate(style) == ["none", "none"]


@pytest.mark.parametrize("width", [390, 1000])
def test_a_note_opens_beside_its_mark_and_closes_back_to_it(visit, source, width):
    page = visit(TEXT, width=width, height=420)
    mark = page.locator("#ref-9")
    mark.evaluate("one => scrollBy(0, one.getBoundingClientRect().top - innerHeight + 60)")
    focus(mark)
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="注释 9")
    expect(note).to_be_in_viewport(ratio=1)
    assert note.locator("[data-text]").inner_text() == f"9{archive.notes(source)[9]}"
    assert note.evaluate("one => one.contains(document.activeElement)")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "词条"
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "ref-9"


def test_a_note_leads_on_to_its_entry_in_the_glossary(visit):
    page = visit(TEXT, width=390, height=500)
    page.locator("#ref-9").evaluate("one => scrollBy(0, one.getBoundingClientRect().top - innerHeight + 60)")
    page.locator("#ref-9").click()
    page.get_by_role("dialog").get_by_role("link", name="词条").click()
    assert page.url.endswith("glossary.html#n09")


def test_a_term_that_recurs_leads_to_the_glossary(visit):
    page = visit(TEXT)
    page.locator("#p2-36 a.d-claim--term", has_text="样品二号乙").click()
    assert page.url.endswith("glossary.html#n11")


def test_an_exemption_gives_its_reason_on_demand_and_leads_back(visit, new_page, root):
    for page in (visit("reports/2024/coverage.html"), new_page(java_script_enabled=False)):
        page.goto(root + "reports/2024/coverage.html")
        page.locator("#p2-01 a.d-claim--exempt", has_text="主要预期目标是").click()
        reason = page.locator(":target")
        expect(reason).to_be_in_viewport()
        expect(reason).to_contain_text("统领：一句话的题目，内容全在随后的记录里")
        reason.get_by_role("link", name="回到 p2-01 段").click()
        assert page.url.endswith("#p2-01")


def test_the_coverage_page_has_the_whole_text_too(visit, annotated):
    seen = visit("reports/2024/coverage.html").evaluate(
        "() => [...document.querySelectorAll('.d-covered, .d-section h3')].map(one => one.textContent)"
    )
    assert seen == [one.text for one in annotated]
