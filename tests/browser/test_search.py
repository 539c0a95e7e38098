"""Search finds what the site says, leads there, and cannot be broken by what is typed."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.projects import REPOSITORY
from tests.search import indexes

from .conftest import TEXT
from .keys import focus
from .server import serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def site(collection_site: Path) -> Path:
    """How well the search answers is measured on its test collection."""
    return collection_site


@pytest.fixture(scope="session")
def root(collection_root: str) -> str:
    return collection_root


# What stands at an address: the element with that id, and under a heading of a narrative what follows it
AT = """async (addresses) => {
  const words = node => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('.d-mark, .d-cite, .d-notes').forEach(one => one.remove());
    return copy.textContent;
  };
  // The policy lets no text become a document
  const read = path => new Promise((done, failed) => {
    const asked = new XMLHttpRequest();
    Object.assign(asked, { onload: () => done(asked.response), onerror: failed });
    asked.open('GET', path);
    asked.responseType = 'document';
    asked.send();
  });
  const found = {};
  for (const address of addresses) {
    const [path, id] = address.split('#');
    const document = await read(path);
    if (!id) { found[address] = words(document.querySelector('main')); continue; }
    const target = document.getElementById(id);
    found[address] = target && words(target);
    if (!/^H[2-4]$/.test(target?.tagName ?? '') || path.startsWith('reports/')) continue;
    for (let next = target.nextElementSibling; next && !/^H[2-4]$/.test(next.tagName); next = next.nextElementSibling)
      found[address] += ' ' + words(next);
  }
  return found;
}"""


# Resolves when as many results are shown as are announced; `wait_for_function` would need `unsafe-eval` to ask twice
ALL_SHOWN = """async () => {
  const shown = () => document.querySelectorAll('[data-results] > [data-hit]').length;
  const announced = () => Number(/\\d+/.exec(document.querySelector('[data-count]').textContent)?.[0] ?? 0);
  for (let n = 0; n < 500 && shown() !== announced(); n++) await new Promise(done => setTimeout(done, 10));
}"""


def results(page: Page) -> Locator:
    return page.locator("[data-results] > [data-hit]")


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def all_results(page: Page) -> list[str]:
    """The addresses of all results, once the last of them is on the page."""
    expect(count(page)).not_to_be_empty()
    page.locator("[data-complete]").wait_for()
    page.evaluate(ALL_SHOWN)
    return results(page).evaluate_all("all => all.map(one => one.dataset.hit)")


def passages(page: Page) -> list[tuple[str, int, int]]:
    """What each result shows of which paragraph."""
    all_results(page)
    shown = results(page).evaluate_all("all => all.map(one => one.dataset.passage ?? '').filter(Boolean)")
    return [(id, int(start), int(end)) for id, start, end in (one.split(":") for one in shown)]


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@pytest.fixture
def search(visit):
    """Opens the search page with a query in the address."""
    return lambda query, **options: visit(f"search.html?q={quote(query)}", **options)


@pytest.fixture(scope="session")
def paragraphs(site: Path) -> dict[str, str]:
    """Every paragraph of the report, from the published data."""
    report = json.loads((site / "data/report-2022.json").read_text("utf-8"))
    return {one["id"]: one["text"] for one in report["opening"] + report["paragraphs"]}


@pytest.mark.parametrize("word", ["就业", "断头", "学位", "梅湖", "路"])
def test_a_word_finds_every_paragraph_that_holds_it_and_shows_it(search, paragraphs, word):
    page = search(word)
    texts = [one for one in all_results(page) if one.startswith(f"{TEXT}#p")]
    holding = [id for id, text in paragraphs.items() if word in text]
    assert sorted({one.partition("#")[2].partition(".")[0] for one in texts} - {"part-1", "part-2"}) == sorted(holding)
    assert [one for one in passages(page) if word not in paragraphs[one[0]][one[1] : one[2]]] == []


@pytest.mark.parametrize("query", ["停车泊位", "老旧小区", "2880", "城南崛起"])
def test_what_a_result_shows_is_what_it_says_it_shows(search, paragraphs, query):
    page = search(query)
    all_results(page)
    shown = results(page).evaluate_all(
        """all => all.filter(one => one.dataset.passage)
          .map(one => [one.dataset.passage, one.querySelector('[data-text]').textContent.replaceAll('…', '')])"""
    )
    assert shown
    for passage, text in shown:
        id, start, end = passage.split(":")
        assert text == paragraphs[id][int(start) : int(end)]


def test_every_result_leads_to_a_place_that_is_there(search):
    page = search("建设")
    found = all_results(page)
    assert len(found) > 50
    assert [address for address, text in page.evaluate(AT, found).items() if text is None] == []


def test_records_stand_before_the_paragraph_that_contains_them(search):
    page = search("停车泊位")
    assert all_results(page) == [
        "reports/2022/commitments/c137.html",
        f"{TEXT}#p2-23.2",
    ]


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("2880", ["2880"]),
        ("7.5%", ["7.5%"]),
        ("７．５％", ["7.5%"]),
        ("养老 婚姻登记", ["养老", "婚姻登记"]),
        ("学校 学位 教育", ["学位"]),
        ("xyzzy", []),
        ("百分之七点五", ["7.5%"]),
        ("一万四千户", ["1.4万户"]),
        ("樓道燈", ["楼道灯"]),
        ("badashanren", ["八大山人"]),
        ("象糊隧道", ["象湖隧道"]),
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
    page = search("停车泊位")
    expect(results(page)).to_have_count(2)
    for hit in results(page).all():
        assert set(hit.locator("mark").all_text_contents()) == {"停车泊位"}
    address = results(page).last.get_attribute("data-hit")
    results(page).last.get_by_role("link").click()
    page.wait_for_url(f"**/text.html?mark=*#{address.partition('#')[2]}")
    assert "停车泊位" in page.locator(":target").text_content()
    expect(page.locator("mark.d-found").first).to_have_text("停车泊位")
    page.get_by_role("button", name="清除标记").click()
    expect(page.locator("mark.d-found")).to_have_count(0)
    assert page.url.endswith(f"/{address}")


def test_marks_change_no_word_of_the_page(visit, body):
    plain, marked = visit(TEXT), visit(f"{TEXT}?mark={quote('建设 7.5% 的')}")
    expect(marked.locator("mark.d-found").first).to_be_attached()
    words = "() => [...document.querySelectorAll('.d-paragraph__text')].map((one) => one.textContent)"
    assert marked.evaluate(words) == plain.evaluate(words)


@pytest.mark.parametrize("mark", ["<img src=x onerror=window.ran=1>", "%E4%A", "", " ", "x" * 5000])
def test_hostile_marks_do_nothing(visit, mark):
    page = visit(f"about.html?mark={mark if mark.startswith('%') else quote(mark)}")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran === undefined && document.querySelectorAll('main img').length === 0")


def test_several_words_are_all_marked(search):
    page = search("学位 就业")
    all_results(page)
    assert set(results(page).locator("mark").all_text_contents()) == {"学位", "就业"}


def test_a_phrase_in_quotation_marks_has_to_stand_there(search, paragraphs):
    page = search("“社区养老”")
    expect(count(page)).to_have_text("没有直接提到““社区养老””")
    expect(results(page)).to_have_count(0)
    page = search("“居家、社区与机构养老”")
    assert {one[0] for one in passages(page)} == {
        id for id, text in paragraphs.items() if "居家、社区与机构养老" in text
    }


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
    assert count(page).get_attribute("role") == "status"
    expect(count(page)).to_have_text(f"找到 {len(all_results(page))} 条，搜的是“停车”")


def test_a_status_is_answered_before_the_hits_and_leads_to_its_list(search):
    answers = search("哪些承诺没完成").locator("[data-answers]")
    expect(answers).to_contain_text("没有结论是“未完成”的承诺。")
    # Where no promise has it, the register has no such choice
    expect(answers.get_by_role("link").first).to_have_attribute("href", "reports/2022/commitments.html")
    assert answers.evaluate("one => one.closest('[role=status]') !== null")


def test_an_id_is_found_as_such_and_a_sentence_is_shown_alone(search):
    assert all_results(search("C135")) == ["reports/2022/commitments/c135.html"]
    page = search("p2-05.2")
    assert all_results(page) == ["reports/2022/text.html#p2-05.2"]
    expect(count(search("c999"))).to_have_text("报告里没有“c999”")


def test_the_hits_are_counted_by_what_became_of_the_promises_among_them(search):
    page = search("停车")
    promises = page.locator("[data-hit*='/commitments/']")
    expect(page.locator("[data-tally]")).to_have_text(
        re.compile(f"^其中承诺 {promises.count()} 条：“.+”{promises.count()} 条。$")
    )


def test_nothing_found_is_said_with_advice(search):
    page = search("xyzzy")
    expect(count(page)).to_have_text("没有找到“xyzzy”")
    expect(page.get_by_role("heading", name="可以试试")).to_be_visible()
    expect(page.get_by_text("从下面的“其他入口”按章节看")).to_be_visible()
    expect(results(page)).to_have_count(0)


def test_what_only_resembles_the_query_is_kept_apart(search):
    page = search("地铁")
    expect(count(page)).to_have_text("报告里没有“地铁”")
    expect(page.get_by_role("heading", name="没有直接提到，只有部分字词相符")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="铁路", exact=True)).to_be_visible()
    expect(results(page)).to_have_count(0)
    assert page.locator("[data-apart] [data-hit]").count() > 0


def test_a_word_that_the_report_lacks_is_said_before_what_was_found_for_the_others(search):
    page = search("签证 停车泊位")
    expect(count(page)).to_have_text(f"报告里没有“签证”，其他的找到 {len(all_results(page))} 条")


def test_what_stands_behind_a_minus_is_left_out(search):
    page = search("停车 -泊位")
    assert len(all_results(page)) > 0
    assert [text for text in results(page).all_text_contents() if "泊位" in text] == []


def test_of_a_long_text_what_carries_most_is_kept(search):
    sentence = "新增停车泊位2220个，新建社区公共停车场7个"
    page = search("这是一封很长的来信，前面说了许多别的事情，都和报告没有关系。" * 8 + sentence)
    expect(results(page).filter(has_text="停车泊位").first).to_be_visible()
    assert sentence.partition("，")[0] in page.evaluate(
        "document.querySelector('[data-module=search]').dataset.answered"
    )


def test_another_spelling_that_was_looked_for_is_said(search):
    page = search("yanglao")
    expect(count(page)).to_contain_text("已同时按“养老”查找")
    page = search("養老院")
    expect(count(page)).to_contain_text("已同时按“养老院”查找")


def test_what_is_only_needed_for_other_spellings_is_not_loaded_for_words_that_are_found(search, watch):
    all_results(search("停车泊位"))
    assert [one for one in watch.asked if "characters" in one or "repair" in one] == []


def test_a_long_list_comes_by_and_by_without_being_asked_for(search):
    assert len(all_results(search("的"))) > 80


def test_a_filter_narrows_the_results_and_stands_in_the_address(search, visit):
    page = search("建设")
    before = len(all_results(page))
    page.get_by_text("筛选结果").click()
    kinds = page.get_by_label("类别")
    kinds.select_option("commitment")
    expect(page).to_have_url(re.compile(r"[?&]kind=commitment\b"))
    page.locator("[name=topic]").select_option("transport")
    expect(count(page)).not_to_have_text(f"找到 {before} 条，搜的是“建设”")
    narrowed = all_results(page)
    assert 0 < len(narrowed) < before
    assert {one.split("/")[2] for one in narrowed} == {"commitments"}
    assert f"（{len(narrowed)}）" in kinds.locator("option[value=commitment]").text_content()
    again = visit(page.url.rpartition("/")[2])
    assert all_results(again) == narrowed
    page.go_back()
    page.go_back()
    expect(count(page)).to_have_text(f"找到 {before} 条，搜的是“建设”")


def test_recent_queries_stay_on_the_device_until_they_are_erased(search, go):
    page = search("停车泊位")
    results(page).first.get_by_role("link").click()
    page.wait_for_url("**/c137.html*")
    go(page, "search.html")
    recent = page.get_by_role("main").get_by_role("link", name="停车泊位")
    expect(recent).to_be_visible()
    recent.click()
    expect(results(page)).to_have_count(2)
    go(page, "search.html")
    page.get_by_role("button", name="清除").click()
    expect(recent).to_have_count(0)
    assert page.evaluate("localStorage.getItem('disclosure-recent')") is None


def test_the_keyboard_leads_from_the_box_to_a_result_and_back(visit):
    page = visit("index.html")
    page.keyboard.press("/")
    page.keyboard.type("停车泊位")
    page.keyboard.press("Enter")
    expect(results(page)).to_have_count(2)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.closest('[data-hit]').dataset.hit").endswith("c137.html")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/c137.html*")


def test_composing_with_an_input_method_searches_only_what_is_committed(visit):
    page = visit("search.html")
    focus(page.get_by_role("searchbox"))
    keyboard = page.context.new_cdp_session(page)
    for composing in ("t", "ting", "停车"):
        keyboard.send("Input.imeSetComposition", {"text": composing, "selectionStart": 0, "selectionEnd": 0})
    assert page.get_by_role("searchbox").input_value() == "停车"
    page.wait_for_timeout(250)
    expect(count(page)).to_be_empty()
    expect(results(page)).to_have_count(0)
    keyboard.send("Input.insertText", {"text": "停车"})
    expect(results(page).first).to_be_visible()


def test_composing_begun_while_the_index_is_loading_searches_nothing_either(new_page, root):
    page = new_page()
    held: list[Route] = []
    page.route("**/search/*.js", lambda route: held.append(route))  # noqa: PLW0108 (playwright notes on it who called)
    page.goto(f"{root}search.html", wait_until="domcontentloaded")
    focus(page.get_by_role("searchbox"))
    keyboard = page.context.new_cdp_session(page)
    for composing in ("t", "ting"):
        keyboard.send("Input.imeSetComposition", {"text": composing, "selectionStart": 0, "selectionEnd": 0})
    for route in held:
        route.continue_()
    page.unroute("**/search/*.js")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(250)
    expect(count(page)).to_be_empty()
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
HARMLESS = """window.ran === undefined
  && document.querySelectorAll('[data-results] script, [data-results] img').length === 0
  && document.querySelector('[data-count]').textContent !== ''"""


def still_finds(page: Page) -> None:
    page.get_by_role("searchbox").fill("停车")
    expect(count(page)).to_have_text("找到 4 条，搜的是“停车”")


def test_hostile_words_neither_break_the_page_nor_run(visit):
    page = visit("search.html")
    for words in HOSTILE.values():
        page.get_by_role("searchbox").fill(words)
        page.wait_for_timeout(150)  # a pause in typing, then the search
        expect(count(page)).not_to_be_empty()
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
    return any(name in request.node.name for name in ("cannot_be_read", "a_large_site"))


def test_an_index_that_cannot_be_read_is_said(new_page, root):
    page = new_page()
    page.route("**/search/*.js", lambda route: route.fulfill(status=404))
    page.goto(f"{root}search.html?q={quote('停车')}")
    expect(count(page)).to_contain_text("没有读到")
    assert page.get_by_role("main").get_by_role("link", name="名词解释").last.is_visible()


def test_a_part_of_the_index_that_cannot_be_read_is_said_and_the_rest_is_found(new_page, root):
    page = new_page()
    page.route("**/search/site.js", lambda route: route.fulfill(status=404))
    page.goto(f"{root}search.html?q={quote('停车泊位')}")
    expect(count(page)).to_contain_text("有一部分索引没有读到")
    assert len(all_results(page)) == 2
    page.get_by_role("searchbox").fill("学位")
    expect(results(page).first).to_be_visible()


def test_what_only_who_types_needs_is_not_loaded_before(new_page, root):
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("?")[0]))
    page.goto(f"{root}search.html")
    expect(page.locator("html")).to_have_attribute("data-script", "bound")
    assert "search-extras.js" not in asked
    page.keyboard.press("/")
    page.keyboard.type("停车泊位")
    expect(results(page).first).to_be_visible()
    assert asked.count("search-extras.js") == 1
    expect(page).to_have_url(f"{root}search.html?q={quote('停车泊位')}")


def test_the_search_page_has_nothing_that_only_other_pages_can_do(site):
    page = (site / "search.html").read_text("utf-8")
    able = re.search(r"FRAME = \{ (.*) \}", (REPOSITORY / "templates/js/frame.js").read_text("utf-8"))
    assert able
    assert {*re.findall(r'data-module="([a-z]+)"', page)} == {"search", *able[1].split(", ")}


def test_a_script_that_cannot_be_read_is_said(new_page, root):
    page = new_page()
    page.route("**/assets/search-extras.js*", lambda route: route.fulfill(status=404))
    page.goto(f"{root}search.html?q={quote('停车泊位')}")
    expect(count(page)).to_contain_text("没有读到")
    assert len(all_results(page)) == 2


def test_a_file_of_a_large_index_that_cannot_be_read_is_said_and_asked_for_again(new_page, site, tmp_path):
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("search"))
    indexes.write(tmp_path / "site", large=True)
    page = new_page()
    page.route("**/search/tokens/*.js", lambda route: route.abort())
    with serve(tmp_path / "site") as large:
        page.goto(f"{large}search.html?q={quote('停车泊位')}")
        expect(count(page)).to_contain_text("没有读到")
        assert results(page).count() == 0
        page.unroute("**/search/tokens/*.js")
        page.get_by_role("searchbox").press("Enter")
        expect(count(page)).to_have_text("找到 2 条，搜的是“停车泊位”")


def test_a_large_site_finds_the_same_and_reads_only_what_it_needs(new_page, site, tmp_path, search):
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("search"))
    indexes.write(tmp_path / "site", large=True)
    page = new_page()
    with serve(tmp_path / "site") as large:
        for query in ("停车位", "xuewe", "養老院"):
            page.goto(f"{large}search.html?q={quote(query)}")
            found = all_results(page)
            assert found == all_results(search(query))
        read: list[str] = []
        page.on("request", lambda request: read.append(request.url.rpartition("/")[2]))
        page.goto(f"{large}search.html?q={quote('建设')}")
        all_results(page)
        page.wait_for_load_state("networkidle")
        assert "facets.js" not in read
        page.get_by_text("筛选结果").click()
        expect(page.get_by_label("类别")).to_be_visible()
        assert "facets.js" in read
        page.goto(f"{large}search.html?q={quote('建设')}&kind=result")
        expect(results(page)).to_have_count(10)
        page.get_by_role("button", name="显示更多结果").click()
        expect(results(page).nth(10)).to_be_visible()
        assert page.evaluate("document.activeElement.closest('[data-hit]') !== null")
