"""Search finds what the site says, leads there, and cannot be broken by what is typed."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import TEXT

pytestmark = pytest.mark.browser

# What stands at an address: the element with that id, and under a heading of a narrative what follows it
AT = """async (addresses) => {
  const words = node => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('.d-mark, .d-cite, .d-notes').forEach(one => one.remove());
    return copy.textContent;
  };
  const found = {};
  for (const address of addresses) {
    const [path, id] = address.split('#');
    const document = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    if (!id) { found[address] = words(document.querySelector('main')); continue; }
    const target = document.getElementById(id);
    found[address] = target && words(target);
    if (!/^H[2-4]$/.test(target?.tagName ?? '') || path.startsWith('reports/')) continue;
    for (let next = target.nextElementSibling; next && !/^H[2-4]$/.test(next.tagName); next = next.nextElementSibling)
      found[address] += ' ' + words(next);
  }
  return found;
}"""


def results(page: Page) -> Locator:
    return page.locator("[data-results] > [data-hit]")


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def all_results(page: Page) -> list[str]:
    """The addresses of all results, once the search has answered."""
    expect(count(page)).not_to_be_empty()
    more = page.locator("[data-more]")
    if more.is_visible():
        more.click()
    return results(page).evaluate_all("all => all.map(one => one.dataset.hit)")


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@pytest.fixture
def search(visit):
    """Opens the search page with a query in the address."""
    return lambda query, **options: visit(f"search.html?q={quote(query)}", **options)


@pytest.mark.parametrize("word", ["养老", "停车", "断头", "学位", "路"])
def test_a_word_finds_every_paragraph_that_holds_it_and_nothing_without_it(search, body, word):
    page = search(word)
    found = all_results(page)
    places = page.evaluate(AT, found)
    assert {address: text for address, text in places.items() if word not in (text or "")} == {}
    texts = [places[one] for one in found if one.startswith(f"{TEXT}#p")]
    assert sorted(texts) == sorted(one.text for one in body if word in one.text and is_paragraph(one.text))


def is_paragraph(text: str) -> bool:
    """Headings are results of their own."""
    return not text.startswith(("一、", "二、", "（"))


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("2880", ["2880"]),
        ("7.5%", ["7.5%"]),
        ("７．５％", ["7.5%"]),
        ("养老 学位", ["养老", "学位"]),
        ("学校 学位 教育", ["学位"]),
        ("apec", []),
        ("新经济产业中心2个", ["新经济产业中心2个"]),
    ],
)
def test_the_first_result_holds_what_was_asked(search, query, holds):
    page = search(query)
    expect(count(page)).not_to_be_empty()
    first = results(page).first.get_attribute("data-hit") if results(page).count() else None
    text = fold(page.evaluate(AT, [first])[first]) if first else ""
    assert [one for one in holds if one not in text] == []


@pytest.mark.parametrize(
    ("query", "address"), [("一年期贷款产品", "glossary.html#n04"), ("转录错误", "about.html#corrections")]
)
def test_a_word_of_a_note_or_of_a_narrative_is_found_there(search, query, address):
    page = search(query)
    expect(results(page).first).to_have_attribute("data-hit", address)
    assert query in page.evaluate(AT, [address])[address]


def test_a_result_shows_its_context_with_the_words_marked_and_leads_there(search):
    page = search("停车")
    expect(results(page).first).to_be_visible()
    for hit in results(page).all():
        assert set(hit.locator("mark").all_text_contents()) <= {"停车"}
        assert "停车" in hit.locator("[data-text]").text_content()
        assert hit.locator("mark").count() > 0
    address = results(page).first.get_attribute("data-hit")
    results(page).first.get_by_role("link").click()
    assert page.url.endswith(f"/{address}")
    assert "停车" in page.locator(":target").text_content()


def test_several_words_are_all_marked(search):
    page = search("养老 停车")
    expect(results(page).first).to_be_visible()
    marked = page.locator("[data-results] mark").all_text_contents()
    assert set(marked) == {"养老", "停车"}


def test_the_header_box_of_a_deep_page_leads_to_the_results(visit, root):
    page = visit(TEXT)
    page.get_by_role("banner").get_by_role("searchbox").fill("断头")
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_visible()
    assert page.url == f"{root}search.html?q={quote('断头')}"
    assert page.get_by_role("searchbox").input_value() == "断头"


def test_the_search_button_works_on_a_phone(visit):
    page = visit("index.html", width=390, height=844)
    page.get_by_role("searchbox").fill("学位")
    page.get_by_role("button", name="搜索").click()
    expect(results(page).first).to_be_visible()


def test_a_whole_page_pasted_into_the_header_box_still_leads_to_the_search_page(visit, source):
    # Servers refuse addresses much beyond 8 kB
    page = visit("index.html")
    page.get_by_role("searchbox").fill(source[:10_000].replace("\n", " "))
    page.keyboard.press("Enter")
    expect(count(page)).not_to_be_empty()
    assert len(page.url) <= 8_000


def test_typing_searches_and_keeps_the_address_shareable(visit, root):
    page = visit("search.html")
    expect(count(page)).to_be_empty()
    page.get_by_role("searchbox").press_sequentially("养老")
    expect(results(page).first).to_be_visible()
    expect(page).to_have_url(f"{root}search.html?q={quote('养老')}")
    page.get_by_role("searchbox").fill("")
    expect(results(page)).to_have_count(0)
    expect(page).to_have_url(f"{root}search.html")


def test_the_number_of_results_is_announced(search):
    page = search("停车")
    assert count(page).evaluate("one => one.role || one.getAttribute('aria-live')") in ("status", "polite")
    expect(count(page)).to_have_text(f"找到 {len(all_results(page))} 条")


def test_nothing_found_is_said_with_advice(search):
    page = search("珠穆朗玛")
    expect(count(page)).to_have_text("没有找到“珠穆朗玛”")
    expect(page.get_by_text("可以试试")).to_be_visible()
    expect(results(page)).to_have_count(0)


def test_more_results_come_on_request_and_take_the_focus_along(search):
    page = search("的")
    expect(results(page)).to_have_count(30)
    page.get_by_role("button", name="显示其余结果").click()
    assert results(page).count() > 30
    assert page.evaluate("document.activeElement.closest('[data-hit]') !== null")


def test_composing_with_an_input_method_searches_only_what_is_committed(visit):
    page = visit("search.html")
    page.get_by_role("searchbox").focus()
    keyboard = page.context.new_cdp_session(page)
    for composing in ("t", "ting", "停车"):
        keyboard.send("Input.imeSetComposition", {"text": composing, "selectionStart": 0, "selectionEnd": 0})
    assert page.get_by_role("searchbox").input_value() == "停车"
    page.wait_for_timeout(250)
    expect(count(page)).to_be_empty()
    expect(results(page)).to_have_count(0)
    keyboard.send("Input.insertText", {"text": "停车"})
    expect(results(page).first).to_be_visible()


def test_composition_events_alone_start_no_search_until_the_end(visit):
    page = visit("search.html")
    page.get_by_role("searchbox").evaluate(
        """box => {
          box.focus();
          box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
          box.value = '停车';
          box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        }"""
    )
    page.wait_for_timeout(250)
    expect(count(page)).to_be_empty()
    page.get_by_role("searchbox").evaluate(
        "box => box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))"
    )
    expect(results(page).first).to_be_visible()


HOSTILE = {
    "markup": "<script>window.ran=1</script>",
    "image": "<img src=x onerror=window.ran=1>停车",
    "quotes": "\"'`“”‘’\\",
    "long": "停车" * 5000,
    "patterns": "[(*+?.^$|{}]){停车}",
    "placeholders": "{n}{q}$&$1",
    "controls": "".join(map(chr, range(32))) + "\x7f\u200b\u202e\ufeff停车",
    "prototype": "__proto__ constructor toString",
    "emoji": "👨‍👩‍👧停车🏳️‍🌈",
    "address": "javascript:window.ran=1 %00 %E4%A",
}


HALVES = ["\\ud800", "停\\udc00车", "停车\\ud83d", "\\udc00\\ud800"]
ADDRESSES = ["search.html?q=%", "search.html?q=%E4%A", "search.html?q=%ff", "search.html?q"]
# Nothing ran, nothing was built from the words, and the page has answered
HARMLESS = """window.ran === undefined && document.querySelectorAll('[data-results] :is(script, img)').length === 0
  && document.querySelector('[data-count]').textContent !== ''"""


def still_finds(page: Page) -> None:
    page.get_by_role("searchbox").fill("停车")
    expect(count(page)).to_have_text("找到 1 条")


def test_hostile_words_neither_break_the_page_nor_run(visit):
    page = visit("search.html")
    for words in HOSTILE.values():
        page.get_by_role("searchbox").fill(words)
        page.wait_for_timeout(150)  # a pause in typing, then the search
        assert page.evaluate(HARMLESS)
        still_finds(page)


def test_hostile_addresses_neither_break_the_page_nor_run(visit, go):
    page = visit("search.html")
    for words in HOSTILE.values():
        go(page, f"search.html?q={quote(words[:1000])}")
        expect(count(page)).not_to_be_empty()
        assert page.evaluate(HARMLESS)


def test_half_a_character_breaks_nothing(visit):
    page = visit("search.html")
    for words in HALVES:
        script = f"box => {{ box.value = '{words}'; box.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); }}"
        page.get_by_role("searchbox").evaluate(script)
        page.wait_for_timeout(150)
        assert page.evaluate(HARMLESS)
        still_finds(page)


def test_a_broken_address_opens_the_search_page(visit, go):
    page = visit("search.html")
    for address in ADDRESSES:
        go(page, address)
        still_finds(page)


@pytest.fixture
def loud(request: pytest.FixtureRequest) -> bool:
    return "cannot_be_read" in request.node.name


def test_an_index_that_cannot_be_read_is_said(new_page, root):
    page = new_page()
    page.route("**/search/*.json*", lambda route: route.fulfill(status=404))
    page.goto(f"{root}search.html?q={quote('停车')}")
    expect(count(page)).to_contain_text("没有读到")
    assert page.get_by_role("main").get_by_role("link", name="名词解释").is_visible()
