"""The register on a screen: filters, their addresses, the downloads, with the keyboard, from a disk, without script."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from disclosure.exports import published
from disclosure.pages.commitments import SHOWN_KNOWN, SHOWN_SILENT

from .keys import focus

pytestmark = pytest.mark.browser

REGISTER = "reports/2024/commitments.html"
# The label of the topic `renewal`
RENEWAL = "城市更新"
SHOWN = "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.line || one.id)"
# Outcomes, one of which no promise has
UNUSUAL = {"held": "已保持", "done-early": "提前完成", "striving-missed": "力争目标未实现", "adjusted": "已调整"}
# What nothing is known of comes last, in the vocabulary's order
SILENT = ("not-due", "due-unsearched", "due-silent", "candidate", "not-comparable")


@pytest.fixture(scope="module")
def rows(site: Path) -> list[dict]:
    """As the page lists them."""
    found = json.loads((site / "data/commitments.json").read_text("utf-8"))
    return sorted(found, key=silence)


def silence(row: dict) -> int:
    id = row["outcome"]["id"]
    return SILENT.index(id) if row["absence"] and id in SILENT else -1


def shown(page: Page) -> list[str]:
    return page.locator(".d-record").evaluate_all(SHOWN)


def found(page: Page) -> list[str]:
    """All that fit, however many are shown at first."""
    more = page.get_by_role("button", name="再看一些")
    while more.is_visible():
        more.click()
    return shown(page)


def first(rows: list[dict]) -> list[str]:
    """What is shown before anything is chosen: some of each group."""
    known = [row["id"] for row in rows if silence(row) < 0]
    silent = [[row["id"] for row in rows if silence(row) == n] for n in range(len(SILENT))]
    return [*known[:SHOWN_KNOWN], *(id for group in silent for id in group[:SHOWN_SILENT])]


def count(page: Page):
    return page.locator("[data-count]")


def field(page: Page, name: str):
    return page.get_by_role("combobox", name=name, exact=True)


def ids(rows: list[dict], **wanted: str) -> list[str]:
    """The ids of the rows that have these values, in the page's order."""

    def fits(row: dict) -> bool:
        values = {
            **row,
            "topic": [one["id"] for one in row["topics"]],
            "names": [one["id"] for one in row["specificity"]],
        }
        return all(value == values[name] or value in values[name] for name, value in wanted.items())

    return [row["id"] for row in rows if fits(row)]


def test_some_of_each_group_are_there_before_anything_is_chosen(visit, rows):
    page = visit(REGISTER)
    assert shown(page) == first(rows)
    expect(count(page)).to_have_text(f"全部 {len(rows)} 条")
    numbers = page.locator("h2 .d-silence__count").all_text_contents()
    assert sum(int(one.removesuffix("条")) for one in numbers) == len(rows)
    assert page.url.endswith(REGISTER)


@pytest.mark.parametrize("width", [390, 1280])
def test_choosing_filters_the_list_counts_it_and_writes_the_address(visit, rows, width):
    page = visit(REGISTER, width=width)
    if width == 390:
        page.locator(".d-filter summary").click()
    field(page, "主题").select_option("projects")
    wanted = ids(rows, topic="projects")
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    assert found(page) == wanted
    field(page, "强度").select_option("promised")
    both = ids(rows, topic="projects", strength="promised")
    expect(count(page)).to_have_text(f"符合条件 {len(both)} 条，共 {len(rows)} 条")
    assert found(page) == both
    assert page.url.endswith(f"{REGISTER}?topic=projects&strength=promised")
    assert page.locator("h3:visible").all_text_contents() == ["（一）推动产业升级"]


def test_a_choice_is_a_step_back_and_forward(visit, rows):
    page = visit(REGISTER)
    field(page, "主题").select_option("projects")
    wanted = ids(rows, topic="projects")
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    field(page, "强度").select_option("promised")
    page.wait_for_url("**strength=promised")
    page.go_back()
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    assert (field(page, "主题").input_value(), field(page, "强度").input_value()) == ("projects", "")
    page.go_back()
    expect(count(page)).to_have_text(f"全部 {len(rows)} 条")
    assert shown(page) == first(rows)
    page.go_forward()
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")


def test_a_list_is_as_long_as_it_was_when_one_comes_back(visit, rows):
    page = visit(f"{REGISTER}?sort=deadline")
    expect(page.locator("[data-line]")).to_have_count(20)
    page.get_by_role("button", name="再看一些").click()
    expect(page.locator("[data-line]")).to_have_count(len(rows))
    page.reload()
    expect(page.locator("[data-line]")).to_have_count(len(rows))


def test_the_word_of_a_group_leads_to_all_of_it(visit, rows):
    page = visit(REGISTER, width=390, height=844)
    row = page.locator(".d-outcome-counts__one").last
    label = row.locator(".d-outcome").inner_text()[1:]
    row.get_by_role("link").click()
    wanted = [row["id"] for row in rows if row["outcome"]["label"] == label]
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    expect(count(page)).to_be_in_viewport()
    assert found(page) == wanted


def test_a_silent_line_says_its_word_only_where_no_heading_does(visit):
    page = visit(f"{REGISTER}?outcome=not-comparable")
    expect(page.locator("[data-found] h2 .d-outcome")).to_have_count(1)
    expect(page.locator("[data-line] .d-outcome")).to_have_count(0)
    field(page, "排序").select_option("deadline")
    expect(page.locator("[data-found] h2")).to_have_count(0)
    words = set(page.locator("[data-line] .d-outcome").all_inner_texts())
    assert {re.sub(r"^\W\s*", "", one) for one in words} == {"不作对照"}


def test_a_shared_address_shows_what_was_shared(visit, rows):
    page = visit(f"{REGISTER}?section=2-2&kind=task&names=number&sort=deadline")
    wanted = ids(sorted(rows, key=lambda row: row["deadline"]), section="2-2", kind="task", names="number")
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    assert found(page) == wanted
    assert field(page, "小节").input_value() == "2-2"
    assert field(page, "排序").input_value() == "deadline"


def test_what_an_address_asks_that_there_is_not_is_as_nothing(visit, rows):
    page = visit(f"{REGISTER}?topic=nowhere&strength=%22%3E&querySelector=1&utm=x")
    assert shown(page) == first(rows)
    assert field(page, "主题").input_value() == ""
    said = '没有“主题：nowhere”这个条件；没有“强度：">”这个条件；'
    expect(count(page)).to_have_text(f"{said}全部 {len(rows)} 条")
    expect(page.locator("[data-chosen]")).to_have_text("")


def test_a_word_that_no_promise_has_is_said_as_it_is_called(visit, rows):
    used = {row["outcome"]["id"] for row in rows}
    id, label = next(one for one in UNUSUAL.items() if one[0] not in used)
    page = visit(f"{REGISTER}?outcome={id}")
    expect(count(page)).to_have_text(f"没有一条的结论是“{label}”；全部 {len(rows)} 条")


def test_what_an_address_asks_that_there_is_not_is_said_until_something_else_is_asked(visit, rows):
    page = visit(f"{REGISTER}?outcome=xyz&topic=projects")
    wanted = ids(rows, topic="projects")
    number = f"符合条件 {len(wanted)} 条，共 {len(rows)} 条"
    expect(count(page)).to_have_text(f"没有“结论：xyz”这个条件；{number}")
    assert page.url.endswith(f"{REGISTER}?topic=projects")
    expect(page.locator("[data-chosen]")).to_have_text("（已选 1 项）")
    field(page, "排序").select_option("deadline")
    expect(count(page)).to_have_text(number)


def test_words_are_found_in_titles_quotes_and_targets_however_they_are_written(visit, rows):
    page = visit(REGISTER)
    box = page.get_by_role("searchbox", name="文字")
    box.fill("学位 ２４００")
    expect(count(page)).to_have_text(f"符合条件 1 条，共 {len(rows)} 条")
    assert [row["quote"] for row in rows if row["id"] in shown(page)] == ["2025年底前新增学位2400个"]
    box.fill("珠穆朗玛")
    expect(count(page)).to_have_text(f"没有符合条件的，共 {len(rows)} 条")
    assert shown(page) == []
    page.get_by_role("button", name="清除筛选").click()
    expect(count(page)).to_have_text(f"全部 {len(rows)} 条")
    assert page.url.endswith(REGISTER)


def test_sorting_by_strength_goes_from_the_firmest_to_the_weakest_and_back_again(visit, rows):
    order = ["binding", "promised", "expected", "striving", "process"]
    page = visit(REGISTER)
    field(page, "排序").select_option("strength")
    expect(page.locator("[data-group]").first).to_be_hidden()
    strength = {row["id"]: order.index(row["strength"]) for row in rows}
    assert found(page) == sorted(strength, key=strength.__getitem__)
    field(page, "排序").select_option("")
    expect(page.locator("[data-group]").first).to_be_visible()
    assert shown(page) == first(rows)


def test_the_downloads_are_exactly_what_is_found(visit, rows, site):
    page = visit(f"{REGISTER}?sort=strength")
    expect(page.locator("[data-line]")).to_have_count(20)
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON").click()
    wanted = found(page)
    assert len(wanted) > 20
    by_id = {row["id"]: row for row in rows}
    assert got.value.suggested_filename == "commitments-2024.json"
    assert json.loads(Path(got.value.path()).read_text("utf-8")) == [by_id[id] for id in wanted]
    with page.expect_download() as got:
        page.get_by_role("link", name="CSV").click()
    assert taken(got.value) == [sheet_row(site, id) for id in wanted]


def taken(download: Download) -> list[dict[str, str]]:
    """What a file holds, which begins with a byte order mark, by the heads of the workbook."""
    text = Path(download.path()).read_bytes()
    assert text.startswith("\ufeff报告,编号,标题,目标,".encode())
    return read(text)


def sheet_row(site: Path, id: str) -> dict[str, str]:
    """A promise's row of the published table, under the heads of the workbook."""
    row = next(one for one in read((site / "data/commitments.csv").read_bytes()) if one["id"] == id)
    return {one.head: row[one.name] for one in published.columns("commitments")}


@pytest.mark.parametrize("where", ["server", "disk"])
def test_a_filtered_view_is_saved_under_a_name_that_says_what_was_asked(visit, new_page, watch, site, where):
    page = visit(REGISTER) if where == "server" else new_page()
    if where == "disk":
        page.goto((site / REGISTER).as_uri())
    field(page, "类别").select_option("task")
    page.get_by_role("searchbox", name="文字").fill("新建 停")
    expect(count(page)).to_have_text(re.compile("^符合条件"))
    with page.expect_download() as got:
        focus(page.get_by_role("link", name="CSV"))
        page.keyboard.press("Enter")
    day = page.evaluate("new Date().toLocaleDateString('sv')")
    assert got.value.suggested_filename == f"承诺-2024-新建停-重点任务-{day}.csv"
    wanted = found(page)
    assert wanted == ["c017"]
    expect(count(page)).to_have_text(f"下载了 {len(wanted)} 条：{got.value.suggested_filename}")
    assert taken(got.value) == [sheet_row(site, id) for id in wanted]
    if where == "disk":
        watch.asked.clear()


def test_before_anything_is_chosen_the_downloads_are_all(visit, site):
    page = visit(REGISTER)
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON").click()
    assert json.loads(Path(got.value.path()).read_text("utf-8")) == json.loads(
        (site / "data/commitments.json").read_text("utf-8")
    )


def read(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_a_record_downloads_itself_and_completes_its_citation(visit, rows):
    page = visit("reports/2024/commitments/c017.html")
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON", exact=True).click()
    assert got.value.suggested_filename == "commitments-2024-c017.json"
    assert json.loads(Path(got.value.path()).read_text("utf-8")) == [row for row in rows if row["id"] == "c017"]
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    said = page.locator(".d-citation").inner_text()
    assert said.endswith(f"（c017）[EB/OL]. (2024-01-20)[{today}]. {page.url}.")


def test_the_register_is_filtered_with_the_keyboard_alone(visit, rows):
    page = visit(REGISTER, width=390, height=844)
    focus(page.get_by_role("searchbox", name="文字"))
    page.keyboard.type("幼儿园")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for name in ("outcome", "known", "checkable", "section", "topic"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
    page.keyboard.press("End")
    expect(count(page)).to_have_text(f"没有符合条件的，共 {len(rows)} 条")
    page.keyboard.press("Home")
    expect(count(page)).to_have_text(f"符合条件 1 条，共 {len(rows)} 条")
    assert shown(page) == [row["id"] for row in rows if "幼儿园" in row["title"] + row["quote"]]


def test_further_lines_take_the_focus_where_they_begin(visit, rows):
    page = visit(f"{REGISTER}?sort=deadline")
    focus(page.get_by_role("button", name="再看一些"))
    page.keyboard.press("Enter")
    wanted = sorted(rows, key=lambda row: row["deadline"])[20]
    assert page.evaluate("document.activeElement.textContent") == wanted["title"]


def test_the_count_stays_in_sight_and_is_announced(visit):
    page = visit(f"{REGISTER}?kind=task", width=390, height=844)
    page.locator("[data-line]").last.scroll_into_view_if_needed()
    expect(count(page)).to_be_in_viewport()
    assert count(page).get_attribute("role") == "status"


def test_the_first_promise_stands_on_the_first_screen_of_a_phone(visit):
    page = visit(REGISTER, width=390, height=844)
    box = page.locator(".d-record__title").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844


def test_older_links_to_a_promise_in_the_register_lead_to_it(visit, go, root, rows):
    page = visit(REGISTER)
    hidden = next(row["id"] for row in rows if row["id"] not in first(rows))
    page.goto(f"{root}{REGISTER}#{hidden}")
    page.wait_for_url(f"**/commitments/{hidden}.html")
    go(page, f"{REGISTER}#{first(rows)[0]}")
    assert page.url.endswith(f"{REGISTER}#{first(rows)[0]}")
    go(page, f"{REGISTER}#c999")
    assert page.url.endswith("#c999")


def test_from_a_disk_the_register_is_filtered_too(new_page, site, rows, watch):
    page = new_page()
    address = f"{(site / REGISTER).as_uri()}?topic=projects"
    page.goto(address)
    wanted = ids(rows, topic="projects")
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    page.get_by_role("searchbox", name="文字").fill("珠穆朗玛")
    expect(count(page)).to_have_text(f"没有符合条件的，共 {len(rows)} 条")
    watch.asked.clear()


def test_without_script_every_promise_is_led_to(new_page, root, rows):
    page = new_page(java_script_enabled=False, width=390)
    page.goto(root + REGISTER)
    assert shown(page) == first(rows)
    expect(page.locator(".d-filter")).to_be_hidden()
    assert count(page).inner_text() == f"全部 {len(rows)} 条"
    reached: list[str] = []
    sections = page.locator("[aria-labelledby=d-sections] a").evaluate_all("all => all.map(one => one.href)")
    while sections:
        page.goto(sections.pop(0))
        reached += [id for id in shown(page) if id.startswith("c")]
        following = page.locator(".d-pages li:has([aria-current]) + li a")
        sections += following.evaluate_all("all => all.map(one => one.href)")
    assert sorted(reached) == sorted(row["id"] for row in rows)


def test_without_script_the_filter_leaves_no_empty_place(new_page, root):
    page = new_page(java_script_enabled=False, width=390)
    page.goto(root + REGISTER)
    assert page.locator(".d-filter").bounding_box() is None


def test_without_script_there_is_a_page_for_each_topic_and_an_anchor_for_each_promise(new_page, root, rows):
    page = new_page(java_script_enabled=False, width=390)
    page.goto(root + REGISTER)
    anchors = set(page.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
    assert {row["id"] for row in rows} <= anchors
    assert {row["section"] for row in rows} <= anchors
    page.get_by_role("link", name=RENEWAL).click()
    assert page.url.endswith("topics/renewal.html")
    assert shown(page) == [f"2024-{id}" for id in ids(rows, topic="renewal")]
