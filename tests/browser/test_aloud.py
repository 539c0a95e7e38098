"""A page is read aloud sentence by sentence, each marked where it stands, whatever the device's voices do."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import ANNOTATED, BOUND, RECORDS, TEXT, Visit
from .test_accessibility import violations

pytestmark = pytest.mark.browser

# A device that says a text in no time; what it is to do instead is said in `window.device`
DEVICE = """(() => {
  window.spoken = [];
  window.device = { voices: [{ lang: 'zh_CN', localService: true, name: '中文' }], does: 'end' };
  const listeners = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const engine = {
    speaking: false, pending: false, current: null,
    getVoices: () => window.device.voices,
    addEventListener: (_name, told) => listeners.push(told),
    speak(one) {
      if (!one.text) return;
      window.spoken.push({ text: one.text, rate: one.rate, voice: one.voice && one.voice.lang });
      engine.current = one;
      const { does } = window.device;
      if (does === 'end') setTimeout(() => { if (engine.current === one) { one.onstart(); one.onend(); } }, 5);
      if (does === 'wait') { engine.speaking = true; setTimeout(() => one.onstart(), 5); }
      if (does === 'no end') {
        engine.speaking = true;
        setTimeout(() => one.onstart(), 5);
        setTimeout(() => (engine.speaking = false), 20);
      }
      if (does === 'error') setTimeout(() => one.onerror({ error: 'synthesis-failed' }), 5);
    },
    cancel() {
      const { current } = engine;
      Object.assign(engine, { speaking: false, current: null });
      if (current && current.onerror) setTimeout(() => current.onerror({ error: 'interrupted' }), 5);
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
  window.toldOfVoices = () => listeners.forEach((told) => told());
})()"""
MARKED = (
    "() => [...(CSS.highlights?.get('d-aloud') ?? [])].map((range) => range.toString().replace(/\\s+/g, ' ').trim())"
)
# As browsers were before they had highlights
OLD = "delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined });"
# The contents beside it follow the scrolling
TEXT_OF = "() => document.getElementById('UCAP-CONTENT').outerHTML.replace(/ aria-current=\"location\"/g, '')"


@pytest.fixture
def opened(new_page: Visit, root: str):
    """Opens a page on a device that speaks."""

    def open_at(path: str, *scripts: str, does: str = "wait", **options: object) -> Page:
        page = new_page(**options)
        for script in (DEVICE, *scripts, f"window.device.does = '{does}'"):
            page.add_init_script(script)
        page.goto(root + path)
        page.evaluate(BOUND)
        return page

    return open_at


def begin(page: Page) -> None:
    page.locator("summary", has_text="显示设置").click()
    page.get_by_role("button", name="朗读本页").click()
    expect(bar(page)).to_be_visible()


def bar(page: Page):
    return page.get_by_role("region", name="朗读", exact=True)


def press(page: Page, name: str) -> None:
    bar(page).get_by_role("button", name=name).click()


def spoken(page: Page) -> list[str]:
    return page.evaluate("spoken.map(one => one.text)")


def wait_for(page: Page, number: int) -> list[str]:
    page.wait_for_function("number => spoken.length >= number", arg=number)
    return spoken(page)


def plain(text: str) -> str:
    return re.sub(r"[\s，]+", "", text)


def test_it_is_offered_only_where_there_is_a_chinese_voice_however_late(opened) -> None:
    page = opened("about.html", "window.device.voices = []")
    page.locator("summary", has_text="显示设置").click()
    button = page.locator("[data-module=speak]")
    expect(button).to_be_hidden()
    page.evaluate("device.voices = [{ lang: 'en-US' }, { lang: 'zh-HK' }]; toldOfVoices()")
    expect(button).to_be_hidden()
    page.evaluate("device.voices = [{ lang: 'en-US' }, { lang: 'cmn-Hans-CN' }]; toldOfVoices()")
    expect(button).to_be_visible()


def test_without_a_device_that_speaks_nothing_is_offered(visit: Visit) -> None:
    page = visit("about.html")
    page.evaluate("() => { window.SpeechSynthesisUtterance = undefined; }")
    assert not page.locator("script[src*='aloud.js']").count()


@pytest.mark.parametrize("path", [ANNOTATED, "reports/2024/commitments/c001.html", "reports/2024/sections/2-1.html"])
def test_a_page_is_read_to_its_end_and_is_as_it_was(opened, site: Path, path: str) -> None:
    if not (site / path).exists():
        path = next(site.glob("reports/2024/sections/*.html")).relative_to(site).as_posix()
    page = opened(path, does="end")
    before = page.evaluate(TEXT_OF)
    begin(page)
    expect(bar(page)).to_be_hidden(timeout=30_000)
    assert page.evaluate(TEXT_OF) == before
    assert page.evaluate(MARKED) == []
    said = plain("".join(spoken(page)))
    first = plain(page.locator("h1").inner_text())
    assert first in said
    assert max(map(len, spoken(page))) <= 50


def test_each_sentence_of_the_full_text_is_said_as_it_is_shown_without_the_numbers_of_notes(opened, body) -> None:
    page = opened(TEXT, does="end")
    begin(page)
    expect(bar(page)).to_be_hidden(timeout=60_000)
    signs = re.compile(r"[^\w%.]")
    said = signs.sub("", "".join(spoken(page)))
    paragraphs = page.locator(".d-paragraph__text").evaluate_all(
        "all => all.map(one => { const copy = one.cloneNode(true);"
        " copy.querySelectorAll('.d-mark').forEach(mark => mark.remove()); return copy.textContent; })"
    )
    shown = [signs.sub("", re.sub(r"(\d[%％‰]?)\s?[—–～~]+\s?(?=\d)", r"\1至", one)) for one in paragraphs]
    assert [one for one in shown if one not in said] == []


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("算式：目标≥4条，实际<3条。", "算式：目标不少于4条，实际小于3条。"),
        ("目标（5条→4条）。", "目标（5条到4条）。"),
        ("拾人常〔2025〕11号。", "拾人常2025年第11号。"),
        ("全年 -1.2%，3—5个，2026-01-20，A-1。", "全年 负1.2%，3至5个，2026年1月20日，A-1。"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("向上 →", "向上"),
    ],
)
def test_a_sign_that_has_a_sense_is_said(opened, shown: str, said: str) -> None:
    page = opened(RECORDS[0], does="wait")
    page.evaluate(
        "shown => { const line = document.createElement('p'); line.textContent = shown;"
        " document.getElementById('UCAP-CONTENT').replaceChildren(line); }",
        shown,
    )
    begin(page)
    assert wait_for(page, 1) == [said]


def test_facts_of_a_document_are_parted_and_what_leads_elsewhere_is_not_said(opened) -> None:
    page = opened(RECORDS[0], does="end")
    begin(page)
    expect(bar(page)).to_be_hidden(timeout=60_000)
    text = "".join(spoken(page))
    assert "在全文中查看" not in text
    assert "我要纠错" not in text
    facts = page.locator(".d-evidence li:visible").evaluate_all(
        "all => all.map(one => [...one.children].map(each => each.textContent))"
    )
    for row in facts:
        for before, after in pairwise(one.strip() for one in row):
            assert f"{plain(before)}{plain(after)}" not in re.sub(r"\s+", "", text)


def test_the_sentence_that_is_read_is_marked_and_in_view(opened) -> None:
    page = opened(TEXT)
    begin(page)
    wait_for(page, 1)
    for _n in range(12):
        press(page, "下一句")
    (marked,) = page.evaluate(MARKED)
    page.wait_for_timeout(700)
    assert plain(marked)[:20] in plain("".join(spoken(page)))
    box = page.evaluate(
        "() => { const b = [...CSS.highlights.get('d-aloud')][0].getBoundingClientRect();"
        " return [b.top, innerHeight - b.bottom]; }"
    )
    assert min(box) >= 0


def test_an_old_browser_has_lines_over_the_page_in_place_of_a_highlight(opened) -> None:
    page = opened(TEXT, OLD)
    before = page.evaluate(TEXT_OF)
    begin(page)
    lines = page.locator(".d-aloud-lines__one")
    expect(lines.first).to_be_attached()
    heading = page.locator("h1").bounding_box()
    line = lines.first.bounding_box()
    assert heading
    assert line
    assert abs(heading["y"] - line["y"]) < heading["height"]
    press(page, "停止")
    expect(lines).to_have_count(0)
    assert page.evaluate(TEXT_OF) == before


def test_pause_go_on_back_and_faster(opened, go) -> None:
    page = opened(TEXT)
    begin(page)
    (first,) = wait_for(page, 1)
    expect(bar(page).get_by_role("button", name="暂停")).to_be_focused()
    press(page, "暂停")
    press(page, "继续")
    assert wait_for(page, 2) == [first, first]
    press(page, "下一句")
    second = wait_for(page, 3)[-1]
    press(page, "上一句")
    assert wait_for(page, 4) == [first, first, second, first]
    bar(page).get_by_label("语速").select_option("快")
    page.wait_for_function("spoken[spoken.length - 1].rate === 1.25")
    press(page, "停止")
    expect(bar(page)).to_be_hidden()
    again = go(page, page.url.rpartition("/a/b/qyp/")[2])
    begin(again)
    page.wait_for_function("spoken[0].rate === 1.25")


def test_by_keyboard_alone(opened) -> None:
    page = opened(TEXT)
    page.locator("summary", has_text="显示设置").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="朗读本页").focus()
    page.keyboard.press("Enter")
    wait_for(page, 1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(wait_for(page, 2)) == 2
    page.keyboard.press("Escape")
    expect(bar(page)).to_be_hidden()
    expect(page.locator("summary", has_text="显示设置")).to_be_focused()


def test_it_begins_at_what_is_selected_and_goes_where_one_presses(opened) -> None:
    page = opened(TEXT)
    # A press on the panel takes a selection away, the keyboard keeps it
    page.evaluate("getSelection().selectAllChildren(document.querySelectorAll('.d-paragraph__text')[3])")
    page.locator("[data-module=speak]").evaluate("one => one.click()")
    words = page.locator(".d-paragraph__text").nth(3).inner_text()
    assert plain(wait_for(page, 1)[0])[:8] in plain(words)
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(".d-paragraph__text").nth(5).click(position={"x": 60, "y": 8})
    (marked,) = page.evaluate(MARKED)
    assert plain(marked)[:8] in plain(page.locator(".d-paragraph__text").nth(5).inner_text())


def test_it_begins_at_the_top_of_what_is_seen(opened) -> None:
    page = opened(TEXT)
    page.locator(".d-paragraph__text").nth(8).evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
    page.locator("[data-module=speak]").evaluate("one => one.click()")
    wait_for(page, 1)
    assert page.evaluate("() => [...CSS.highlights.get('d-aloud')][0].getBoundingClientRect().top") >= 0
    assert page.evaluate("scrollY") > 100


def test_a_voice_that_never_says_that_it_ended_does_not_stop_it(opened) -> None:
    page = opened("about.html", does="no end")
    begin(page)
    assert len(set(wait_for(page, 3))) == 3


def test_a_voice_that_is_silent_is_told_after_two_pieces(opened) -> None:
    page = opened("about.html", does="nothing")
    page.clock.install()
    begin(page)
    for _n in range(2):
        page.clock.run_for(40_000)
    expect(bar(page).get_by_role("status")).to_contain_text("没有听到声音")
    expect(bar(page).get_by_role("button", name="继续")).to_be_visible()


def test_a_voice_that_fails_is_told_and_can_be_tried_again(opened) -> None:
    page = opened("about.html", does="error")
    begin(page)
    expect(bar(page).get_by_role("status")).to_contain_text("读不下去了")
    page.evaluate("window.device.does = 'end'")
    press(page, "继续")
    expect(bar(page)).to_be_hidden(timeout=30_000)


def test_leaving_the_page_stops_it(opened) -> None:
    page = opened("about.html")
    begin(page)
    wait_for(page, 1)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("speechSynthesis.speaking") is False
    expect(bar(page)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_bar_has_no_violation_and_fits(opened, width: int) -> None:
    page = opened(TEXT, width=width, bypass_csp=True)
    begin(page)
    assert violations(page, all_colours=True) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for button in bar(page).get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
