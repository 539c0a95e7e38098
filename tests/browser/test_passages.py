"""Paragraphs and sentences have addresses: arriving there, copying them, reading on from there."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from .conftest import DATE, TEXT

pytestmark = pytest.mark.browser

SIZES = [(390, 844), (1280, 900)]
CITED = "拾光区人民政府. 政府工作报告：2022年1月13日在拾光区第二届人民代表大会第一次会议上[R/OL]. (2022-01-13)"
LOOK = "one => { const s = getComputedStyle(one); return [s.backgroundColor, s.boxShadow, s.outlineStyle]; }"
# The passage's first line lies in the window and nothing lies over it
IN_SIGHT = """one => {
  const box = one.getClientRects()[0];
  const x = box.left + Math.min(box.width, 40) / 2, y = box.top + box.height / 2;
  return box.top >= 0 && box.bottom <= innerHeight && one.contains(document.elementFromPoint(x, y));
}"""


def look(page: Page, id: str) -> list[str]:
    return page.locator(f"[id='{id}']").evaluate(LOOK)


def in_sight(page: Page, id: str) -> bool:
    return page.locator(f"[id='{id}']").evaluate(IN_SIGHT)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("id", "sibling"), [("p2-05", "p2-06"), ("p2-05.2", "p2-05.1"), ("p1-24", "p1-23")])
def test_arriving_at_a_passage_shows_it_and_highlights_it(visit, width, height, id, sibling):
    page = visit(f"{TEXT}#{id}", width=width, height=height)
    assert page.evaluate("document.querySelector(':target').id") == id
    assert look(page, id) != look(page, sibling)
    assert in_sight(page, id)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_highlighted_sentence_is_told_from_its_paragraph_in_each_theme(visit, theme):
    page = visit(f"{TEXT}#p2-05.2", color_scheme=theme)
    assert look(page, "p2-05.2") != look(page, "p2-05.3")


def test_arriving_at_a_section_or_a_note_shows_it(visit):
    page = visit(f"{TEXT}#2-5-renewal", width=390, height=844)
    assert in_sight(page, "2-5-renewal")
    page.goto(page.url.split("#")[0] + "#note-17")
    assert in_sight(page, "note-17")
    assert look(page, "note-17") != look(page, "note-16")


def test_a_note_mark_leads_to_its_note_and_back(visit):
    page = visit(TEXT, width=390, height=844)
    page.locator("#ref-4").click()
    assert page.url.endswith("#note-4")
    assert in_sight(page, "note-4")
    page.locator("#note-4").get_by_role("link", name="回到注释 4 的引用处").click()
    assert page.url.endswith("#ref-4")
    assert in_sight(page, "ref-4")


def test_the_back_key_returns_to_the_passage_before(visit):
    page = visit(f"{TEXT}#p1-03")
    page.goto(page.url.replace("#p1-03", "#p2-20"))
    page.go_back()
    assert page.evaluate("document.querySelector(':target').id") == "p1-03"
    assert in_sight(page, "p1-03")


@pytest.fixture
def cite(visit, root):
    """Opens the tools of paragraph p2-05 at an address, on a known day, with a clipboard that can be read."""

    def at(fragment: str, **options) -> Page:
        page = visit(TEXT, **options)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=root)
        page.clock.set_fixed_time(f"{DATE}T04:00:00Z")
        page.goto(f"{root}{TEXT}#{fragment}")
        page.locator("[data-passage='p2-05'] > summary").click()
        return page

    return at


def copied(page: Page, button: str) -> str:
    tools = page.locator("[data-passage='p2-05']")
    tools.get_by_role("button", name=button).click()
    expect(tools.get_by_role("status")).to_have_text("已复制")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("passage", ["p2-05", "p2-05.2"])
def test_copying_gives_the_link_and_the_citation_of_the_passage_pointed_at(cite, root, passage):
    page = cite(passage)
    assert copied(page, "复制链接") == f"{root}{TEXT}#{passage}"
    assert copied(page, "复制引用") == f"{CITED}[{DATE}]. {root}{TEXT}#{passage}."


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_paragraph_stands_under_its_own_number(visit, width, height):
    page = visit(TEXT, width=width, height=height)
    tops = page.locator(".d-paragraph:not(.d-paragraph--opening)").evaluate_all(
        "all => all.map(one => [...one.children].filter(part => part.matches('.d-cite, p'))"
        ".map(part => [part.localName, part.matches('p') ? part.id : part.dataset.passage]))"
    )
    assert tops == [[["details", id], ["p", id]] for [[_tag, id], *_rest] in tops]
    assert len(tops) > 50


def test_open_tools_lie_in_the_window(visit):
    page = visit(TEXT, width=390, height=600)
    for id in ("p1-24", "p2-05", "p2-36"):
        summary = page.locator(f"[data-passage='{id}'] > summary")
        summary.evaluate("one => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight)")
        summary.click()
        expect(page.locator(f"[data-passage='{id}'] .d-cite__panel")).to_be_in_viewport(ratio=1)


def test_a_sentence_can_be_chosen_among_the_tools(cite, root):
    page = cite("p1-01", width=390, height=844)
    assert copied(page, "复制链接") == f"{root}{TEXT}#p2-05"
    page.locator("[data-passage='p2-05']").get_by_role("link", name="第2句").click()
    assert copied(page, "复制链接") == f"{root}{TEXT}#p2-05.2"
    assert copied(page, "复制引用") == f"{CITED}[{DATE}]. {root}{TEXT}#p2-05.2."


@pytest.mark.parametrize("fragment", ["%", "p2-05.99", "p2-05.2%20", "%E4%B8"])
def test_an_address_of_no_passage_still_lets_one_copy_the_paragraph(cite, root, fragment):
    assert copied(cite(fragment), "复制链接") == f"{root}{TEXT}#p2-05"


def test_where_the_clipboard_is_closed_the_words_are_laid_out_for_copying(cite, root):
    page = cite("p2-05.2")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    tools = page.locator("[data-passage='p2-05']")
    tools.get_by_role("button", name="复制链接").click()
    field = tools.get_by_role("textbox")
    expect(field).to_have_value(f"{root}{TEXT}#p2-05.2")
    assert field.evaluate("one => [one.selectionStart, one.selectionEnd === one.value.length]") == [0, True]
    expect(tools.get_by_role("status")).not_to_be_empty()


def test_the_contents_list_follows_the_reader(visit, go):
    page = visit(TEXT)
    current = page.locator("nav[aria-label='目录'] a[aria-current]:visible")
    for id in ("1-2-reform", "2-6-livelihood", "1-4-livelihood"):
        page.locator(f"[id='{id}']").evaluate("one => one.scrollIntoView({ block: 'start' })")
        expect(current).to_have_attribute("href", f"#{id}")
        expect(current).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(current).to_have_count(0)


def test_the_contents_list_follows_a_jump_into_the_middle_of_a_section(visit):
    page = visit(TEXT)
    current = page.locator("nav[aria-label='目录'] a[aria-current]:visible")
    for passage, section in (("p2-29", "2-6-livelihood"), ("p1-18", "1-4-livelihood"), ("p2-36", "2-7-government")):
        page.evaluate("id => { location.hash = id; }", passage)
        expect(current).to_have_attribute("href", f"#{section}")


def test_the_contents_list_lists_every_section_and_leads_there(visit, body):
    page = visit(TEXT, width=390, height=844)
    contents = page.locator("nav[aria-label='目录']:visible")
    contents.locator("summary").click()
    titles = page.evaluate("[...document.querySelectorAll('main :is(h2, h3)[id]')].map(one => one.textContent)")
    assert contents.locator("a").all_text_contents() == titles
    contents.get_by_role("link", name=titles[9]).click()
    id = page.url.split("#")[1]
    assert page.locator(f"[id='{id}']").text_content() == titles[9]
    assert in_sight(page, id)


def test_each_section_leads_to_its_neighbours(visit):
    page = visit(TEXT)
    sections = page.evaluate("[...document.querySelectorAll('main :is(h2, h3)[id]')].map(one => '#' + one.id)")
    ends = page.evaluate(
        """[...document.querySelectorAll('section')].map(one => ['prev', 'next'].map(way =>
          one.querySelector(`a[rel=${way}]`)?.hash ?? ''))"""
    )
    assert ends == [list(one) for one in zip(["", *sections[:-1]], [*sections[1:], ""], strict=True)]


def test_reading_on_shows_the_next_section(visit):
    page = visit(f"{TEXT}#2-1-industry", width=390, height=844)
    page.locator("section:has([id='2-1-industry']) a[rel=next]").click()
    assert page.url.endswith("#2-2-projects")
    assert in_sight(page, "2-2-projects")


def test_the_overview_leads_to_every_section_of_the_text(visit):
    page = visit("reports/2022/index.html")
    links = page.evaluate("[...document.querySelectorAll('main ol a')].map(one => one.href)")
    assert [one for one in links if not re.search(r"reports/2022/text\.html#.+", one)] == []
    page.goto(next(one for one in links if one.endswith("#2-3-reform")))
    assert in_sight(page, "2-3-reform")


CHANNEL = (
    '<a id="channel" data-module="mend" href="https://form.test/" '
    'data-mend="https://form.test/?r=%7Bid%7D&amp;t=%7Btext%7D">我要纠错</a></main>'
)


def test_reporting_an_error_is_filled_in_with_the_passage_pointed_at(visit, root):
    page = visit(TEXT)
    page.route(f"**/{TEXT}", lambda route: route.fulfill(body=route.fetch().text().replace("</main>", CHANNEL)))
    page.goto("about:blank")
    page.goto(f"{root}{TEXT}#p2-05.2")
    words = page.evaluate(
        "() => { const one = document.getElementById('p2-05.2').cloneNode(true);"
        " one.querySelectorAll('.d-mark').forEach(mark => mark.remove()); return one.textContent; }"
    )
    link = page.locator("#channel")
    expect(link).to_have_attribute("href", f"https://form.test/?r=p2-05.2&t={quote(words[:200], safe='')}")
    page.goto(f"{root}{TEXT}#p1-03")
    expect(link).to_have_attribute("href", re.compile(r"\?r=p1-03&t=%"))
    page.goto(f"{root}{TEXT}#nowhere")
    expect(link).to_have_attribute("href", "https://form.test/")
