"""Filters of the search on a site of several districts: chips, counts, a box that suggests where a list were long."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.search import several
from tests.search.several import DEPARTMENTS, OFFICES, RECORDS, REPORTS, TOPICS

from .keys import focus
from .server import serve

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
EACH = len(REPORTS) * RECORDS


@pytest.fixture(scope="module", params=["small", "large"])
def root(
    request: pytest.FixtureRequest, collection_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(collection_site, folder / "site", ignore=shutil.ignore_patterns("search"))
    several.write(folder / "site", large=request.param == "large", offices=len(OFFICES))
    with serve(folder / "site") as address:
        yield address


@pytest.fixture
def search(new_page, root):
    def open_at(query: str, **options) -> Page:
        page = new_page(**options)
        page.goto(f"{root}search.html?{quote(query, safe='=&')}")
        expect(page.locator("[data-count]")).not_to_be_empty()
        return page

    return open_at


def hits(page: Page) -> Locator:
    return page.locator("[data-results] > [data-hit]")


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def chips(page: Page) -> Locator:
    return page.locator("[data-chips] button")


def test_what_the_query_names_is_a_chip_each_that_takes_it_back(search):
    page = search("q=甲山区2024年教育局未完成")
    expect(chips(page)).to_have_text(["甲山区 ✕", "2024年 ✕", "责任单位：教育局 ✕", "结论：未完成 ✕"])
    expect(hits(page)).to_have_count(RECORDS // 3)
    expect(hits(page).first).to_contain_text("2024年甲山区报告")
    expect(hits(page).first).to_contain_text(
        "责任单位：教育局；报告状态：无公开信息；证据状态：无公开证据；时序：已到期"
    )
    page.get_by_role("button", name="去掉筛选：2024年").click()
    expect(chips(page)).to_have_count(3)
    expect(count(page)).to_contain_text(f"找到 {2 * RECORDS // 3} 条")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_filter_of_many_choices_is_a_box_that_suggests_the_most_frequent(search):
    page = search("q=推进")
    page.get_by_text("筛选结果").click()
    box = page.get_by_role("combobox", name="责任单位")
    expect(box).to_have_attribute("placeholder", f"全部 {len(DEPARTMENTS) + len(OFFICES)} 个，输入名称")
    suggested = page.get_by_role("listbox", name="责任单位").get_by_role("option")
    expect(suggested).to_have_count(0)
    box.click()
    expect(suggested).to_have_count(30)
    assert set(suggested.all_text_contents()[:3]) == {f"{label}（{EACH}）" for label in DEPARTMENTS.values()}
    box.fill("通")
    expect(suggested).to_have_text([f"交通局（{EACH}）"])
    suggested.click()
    expect(suggested).to_have_count(0)
    expect(box).to_be_focused()
    expect(box).to_have_value(f"交通局（{EACH}）")
    expect(page).to_have_url(re.compile("[?&]department=roads"))
    expect(count(page)).to_contain_text(f"找到 {EACH} 条")
    assert page.locator("select").evaluate_all("all => Math.max(...all.map(one => one.options.length))") <= 31


def test_the_box_is_used_by_keyboard_and_says_what_it_does_not_know(search):
    page = search("q=推进")
    focus(page.get_by_text("筛选结果"))
    page.keyboard.press("Enter")
    box = page.get_by_role("combobox", name="责任单位")
    focus(box)
    said, pointed = page.locator("[data-unknown]"), page.locator("[role=listbox] [aria-selected=true]")
    for typed, answer in (("水利局", "筛选里没有“水利局”，没有用它；"), ("街道", "有“街道”的有40个，请写完整：")):
        box.fill("")
        page.keyboard.insert_text(typed)
        page.keyboard.press("Enter")
        expect(said).to_contain_text(answer)
        assert "department=" not in page.url
    box.fill("")
    page.keyboard.insert_text("第7街")
    page.keyboard.press("Enter")
    expect(chips(page)).to_have_text(["责任单位：第7街道办事处 ✕"])
    expect(said).to_be_empty()
    expect(hits(page)).to_have_count(len(REPORTS))
    box.fill("")
    page.keyboard.press("Enter")
    expect(chips(page)).to_have_count(0)
    box.fill("第1")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    expect(pointed).to_have_text(f"第10街道办事处（{len(REPORTS)}）")
    assert box.get_attribute("aria-activedescendant") == pointed.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(chips(page)).to_have_text(["责任单位：第10街道办事处 ✕"])


def test_a_section_is_named_with_the_district_and_year_of_its_report(search):
    page = search("q=推进")
    page.get_by_text("筛选结果").click()
    named = [
        f"二、重点任务 {name}{year}年（{len(TOPICS) * RECORDS + len(OFFICES)}）" for _key, year, _title, name in REPORTS
    ]
    expect(page.get_by_label("章节").locator("option")).to_have_count(len(named) + 1)
    options = page.get_by_label("章节").locator("option").all_text_contents()
    assert sorted(options[1:]) == sorted(named)


def test_composing_in_the_box_chooses_nothing_before_its_end(search):
    page = search("q=推进")
    page.get_by_text("筛选结果").click()
    box = page.get_by_role("combobox", name="责任单位")
    focus(box)
    suggested = page.get_by_role("listbox", name="责任单位").get_by_role("option")
    keyboard = page.context.new_cdp_session(page)
    for composing in ("j", "jiao", "交通"):
        keyboard.send("Input.imeSetComposition", {"text": composing, "selectionStart": 0, "selectionEnd": 0})
    expect(suggested).to_have_count(0)
    keyboard.send("Input.insertText", {"text": "交通"})
    expect(suggested).to_have_count(1)


def test_what_promises_are_filed_under_is_read_once_a_filter_is_opened(search):
    page = search("q=推进")
    page.wait_for_load_state("networkidle")
    read: list[str] = []
    page.on("request", lambda request: read.append(request.url.rpartition("/")[2].partition("?")[0]))
    page.get_by_text("筛选结果").click()
    expect(page.get_by_label("报告状态")).to_be_hidden()
    expect(page.get_by_label("结论")).to_be_visible()
    assert {"filed.js", "search-narrow.js"} <= set(read)


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(search, width):
    page = search("q=甲山区推进", width=width, bypass_csp=True)
    page.get_by_text("筛选结果").click()
    page.get_by_role("combobox", name="责任单位").fill("街道")
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    assert page.evaluate("async () => (await axe.run()).violations.map(one => one.id)") == []
