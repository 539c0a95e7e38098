"""The register on a screen: filters, their addresses, the downloads, with the keyboard, and without script."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

REGISTER = "reports/2024/commitments.html"
# The label of the topic `renewal`
RENEWAL = "城市更新"
SHOWN = "all => all.filter(one => one.checkVisibility()).map(one => one.id)"


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
    return page.locator("[data-tokens]").evaluate_all(SHOWN)


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


def test_the_list_is_complete_before_anything_is_chosen(visit, rows):
    page = visit(REGISTER)
    assert shown(page) == [row["id"] for row in rows]
    expect(count(page)).to_have_text(f"全部 {len(rows)} 条")
    assert page.url.endswith(REGISTER)


@pytest.mark.parametrize("width", [390, 1280])
def test_choosing_filters_the_list_counts_it_and_writes_the_address(visit, rows, width):
    page = visit(REGISTER, width=width)
    if width == 390:
        page.locator(".d-filter summary").click()
    field(page, "主题").select_option("projects")
    wanted = ids(rows, topic="projects")
    expect(count(page)).to_have_text(f"符合条件 {len(wanted)} 条，共 {len(rows)} 条")
    assert shown(page) == wanted
    field(page, "强度").select_option("promised")
    both = ids(rows, topic="projects", strength="promised")
    expect(count(page)).to_have_text(f"符合条件 {len(both)} 条，共 {len(rows)} 条")
    assert shown(page) == both
    assert page.url.endswith(f"{REGISTER}?topic=projects&strength=promised")
    assert page.locator("h3:visible").all_text_contents() == ["（一）推动产业升级"]


def test_a_shared_address_shows_what_was_shared(visit, rows):
    page = visit(f"{REGISTER}?section=2-2&kind=task&names=number&sort=deadline")
    wanted = sorted(rows, key=lambda row: row["deadline"])
    found = shown(page)
    assert found == ids(wanted, section="2-2", kind="task", names="number")
    assert field(page, "小节").input_value() == "2-2"
    assert field(page, "排序").input_value() == "deadline"
    expect(count(page)).to_have_text(f"符合条件 {len(found)} 条，共 {len(rows)} 条")


def test_what_an_address_asks_that_there_is_not_is_as_nothing(visit, rows):
    page = visit(f"{REGISTER}?topic=nowhere&strength=%22%3E&querySelector=1&utm=x")
    assert shown(page) == [row["id"] for row in rows]
    assert field(page, "主题").input_value() == ""


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
    assert shown(page) == sorted(strength, key=strength.__getitem__)
    field(page, "排序").select_option("")
    expect(page.locator("[data-group]").first).to_be_visible()
    assert shown(page) == [row["id"] for row in rows]


def test_the_downloads_are_exactly_what_is_shown(visit, rows, site):
    page = visit(f"{REGISTER}?topic=education&sort=strength")
    found = shown(page)
    by_id = {row["id"]: row for row in rows}
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON").click()
    assert got.value.suggested_filename == "commitments-2024.json"
    assert json.loads(Path(got.value.path()).read_text("utf-8")) == [by_id[id] for id in found]
    with page.expect_download() as got:
        page.get_by_role("link", name="CSV").click()
    text = Path(got.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbfreport,id,")
    whole = {row["id"]: row for row in read((site / "data/commitments.csv").read_bytes())}
    assert read(text) == [whole[id] for id in found]


def read(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_a_record_downloads_itself_and_completes_its_citation(visit, rows):
    page = visit("reports/2024/commitments/c017.html")
    with page.expect_download() as got:
        page.get_by_role("link", name="JSON").click()
    assert got.value.suggested_filename == "commitments-2024-c017.json"
    assert json.loads(Path(got.value.path()).read_text("utf-8")) == [row for row in rows if row["id"] == "c017"]
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    said = page.locator(".d-citation").inner_text()
    assert said.endswith(f"（c017）[EB/OL]. (2024-01-20)[{today}]. {page.url}.")


def test_the_register_is_filtered_with_the_keyboard_alone(visit, rows):
    page = visit(REGISTER, width=390, height=844)
    page.get_by_role("searchbox", name="文字").focus()
    page.keyboard.type("幼儿园")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "outcome"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "section"
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    expect(count(page)).to_have_text(f"没有符合条件的，共 {len(rows)} 条")
    page.keyboard.press("Home")
    expect(count(page)).to_have_text(f"符合条件 1 条，共 {len(rows)} 条")
    assert shown(page) == [row["id"] for row in rows if "幼儿园" in row["title"] + row["quote"]]


def test_the_count_stays_in_sight_and_is_announced(visit):
    page = visit(f"{REGISTER}?kind=task", width=390, height=844)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    expect(count(page)).to_be_in_viewport()
    assert count(page).get_attribute("role") == "status"


def test_without_script_the_list_is_whole_and_has_a_page_for_each_section_and_topic(new_page, root, rows):
    page = new_page(java_script_enabled=False, width=390)
    page.goto(root + REGISTER)
    assert shown(page) == [row["id"] for row in rows]
    assert page.locator(".d-filter").bounding_box() is None
    assert count(page).inner_text() == f"全部 {len(rows)} 条"
    page.locator(".d-more summary").click()
    page.get_by_role("link", name=RENEWAL).click()
    assert page.url.endswith("topics/renewal.html")
    assert shown(page) == [f"2024-{id}" for id in ids(rows, topic="renewal")]
    page.goto(root + REGISTER)
    page.locator(".d-more summary").click()
    page.locator(".d-more").get_by_role("link", name="（三）办好民生实事").click()
    assert shown(page) == ids(rows, section="2-3")
