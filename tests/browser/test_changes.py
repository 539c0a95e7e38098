"""The list of changes on a screen: what is new since the last visit, kept on the device alone; its filter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .server import serve
from .test_accessibility import violations

pytestmark = pytest.mark.browser

LIST, HOME = "changes.html", "index.html"
VISIT = "disclosure-visit"
BEFORE = "2025-12-10"
FIRST = "下次来时，这里会说又改了什么：来的日期只记在这台设备上，不会传出去"
KEPT = f"[localStorage, sessionStorage].map(one => one.getItem('{VISIT}'))"
BLOCKED = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError'); } });"""
SHIFT = """() => new Promise(done => new PerformanceObserver(list =>
  done(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({ type: 'layout-shift', buffered: true })
  || setTimeout(() => done(0), 500))"""
WIDTHS = [390, 1280]


@pytest.fixture(scope="module")
def site(example_site: Path) -> Path:
    """The example with its history."""
    return example_site


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """Where it is served, beside the sample that other tests open."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="module")
def rows(site: Path) -> list[dict]:
    return json.loads((site / "data/changes.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def outcomes(site: Path) -> list[dict]:
    path = site / "data/outcome-changes.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def today() -> str:
    return datetime.now(timezone(timedelta(hours=8))).date().isoformat()


def visited(day: str) -> str:
    """What stands in the storage when a tab is opened for the first time."""
    return f"sessionStorage.getItem('seen') || (sessionStorage.seen = 1, localStorage.setItem('{VISIT}', '{day}'))"


def since(page: Page):
    return page.locator("[data-since]")


def again(new_page, go, path: str, day: str = BEFORE, **options) -> Page:
    page = new_page(**options)
    page.add_init_script(visited(day))
    return go(page, path)


def news(rows: list[dict], outcomes: list[dict], day: str) -> str:
    told = [row for row in rows if row["date"] >= day and row["happening"] != "retouched"]
    changed = [row for row in outcomes if row["date"] >= day and row["was"]]
    return f"自你上次来访（{day}）以来：{len(told)}条改动，{len(changed)}项结论有变"


@pytest.mark.parametrize("path", [HOME, LIST])
def test_the_first_visit_is_told_nothing_and_asks_for_nothing(visit, watch, path):
    page = visit(path)
    expect(since(page)).to_contain_text(FIRST)
    assert page.evaluate(KEPT) == [today(), None]
    assert [one for one in watch.asked if "changes-recent" in one] == []


@pytest.mark.parametrize("path", [HOME, LIST])
def test_a_later_visit_is_told_what_is_new_as_the_data_have_it(new_page, go, rows, outcomes, path):
    page = again(new_page, go, path)
    expect(since(page).locator("summary")).to_have_text(news(rows, outcomes, BEFORE))
    since(page).locator("summary").click()
    newest = since(page).get_by_role("link").first
    expect(newest).to_be_visible()
    assert page.evaluate(KEPT) == [today(), BEFORE]

    # The day before stays the one that is told of for as long as the tab is open
    go(page, HOME)
    expect(since(page).locator("summary")).to_have_text(news(rows, outcomes, BEFORE))


def test_the_newest_lead_to_their_records(new_page, go, rows, outcomes):
    page = again(new_page, go, LIST)
    since(page).locator("summary").click()
    since(page).get_by_role("link").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith(tuple(row["url"] for row in (*rows, *outcomes) if row["date"] >= BEFORE and row["url"]))


def test_where_nothing_is_new_it_says_so(new_page, go):
    yesterday = (date.fromisoformat(today()) - timedelta(days=1)).isoformat()
    page = again(new_page, go, LIST, day=yesterday)
    expect(since(page)).to_contain_text(f"自你上次来访（{yesterday}）以来，没有改动")


def test_the_day_can_be_forgotten_and_is_not_kept_again_in_this_session(new_page, go):
    page = again(new_page, go, LIST)
    since(page).locator("summary").click()
    page.get_by_role("button", name="忘掉这一天").click()
    expect(since(page)).to_contain_text("这一天已经忘掉")
    assert page.evaluate("document.activeElement.dataset.said") == ""
    go(page, HOME)
    expect(since(page)).to_contain_text(FIRST)
    assert page.evaluate(KEPT) == [None, "forgotten"]


def test_where_storage_is_closed_nothing_is_said(new_page, go):
    page = new_page()
    page.add_init_script(BLOCKED)
    go(page, LIST)
    expect(since(page).locator("[data-said]")).to_be_empty()
    expect(since(page).locator("summary")).to_be_hidden()


@pytest.mark.parametrize("value", ["gestern", "2099-01-01", "[]"])
def test_what_no_visit_left_there_is_as_none(new_page, go, value):
    expect(since(again(new_page, go, LIST, day=value))).to_contain_text(FIRST)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [HOME, LIST])
def test_nothing_moves_when_it_is_told(new_page, go, path, width):
    page = again(new_page, go, path, width=width)
    expect(since(page).locator("summary")).to_be_visible()
    assert page.evaluate(SHIFT) < 0.01


def lines(page: Page) -> int:
    return page.locator("[data-found] .d-change").count()


def found(page: Page) -> int:
    """All that fit, however many are shown at first."""
    more = page.get_by_role("button", name="再看一些")
    while more.is_visible():
        more.click()
    return lines(page)


def test_the_list_is_filtered_and_its_address_says_by_what(visit, go):
    page = visit(LIST)
    page.get_by_text("筛选", exact=True).click()
    option = page.get_by_label("改了什么").locator("option", has_text="新收录")
    number = int(option.inner_text().split("（")[1].rstrip("）"))
    page.get_by_label("改了什么").select_option("created")
    expect(page.locator("[data-count]")).to_contain_text(f"符合条件 {number} 行")
    assert found(page) == number
    assert page.url.endswith("?what=created")
    expect(page.locator("[data-start]")).to_be_hidden()

    page.get_by_label("哪类记录").select_option("update")
    assert page.url.endswith("?what=created&kind=update")
    fewer = found(page)
    assert 0 < fewer < number
    assert page.locator("[data-found] .d-change").evaluate_all(
        "all => all.every(one => /^(更新|\\d+条更新)/.test(one.innerText))"
    )

    page.go_back()
    expect(page.locator("[data-count]")).to_contain_text(f"符合条件 {number} 行")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator("[data-start]")).to_be_visible()
    go(page, f"{LIST}?what=created&kind=update")
    expect(page.get_by_text("已选 2 项")).to_be_visible()
    assert found(page) == fewer


def test_a_filtered_line_says_what_the_page_says(visit, go):
    page = visit(LIST)
    said = "all => all.map(one => one.innerText.replace(/\\s+/g, ''))"
    standing = page.locator("[data-start] section > ul .d-change").evaluate_all(said)
    go(page, f"{LIST}?what=changed")
    found(page)
    shown = page.locator("[data-found] .d-change").evaluate_all(said)
    assert shown
    # Older ones stand on the next page
    assert [one for one in shown[:5] if one not in standing] == []


def test_all_of_it_is_there_without_script(new_page, root, site):
    page = new_page(java_script_enabled=False)
    page.goto(root + LIST)
    expect(page.locator("[data-start] .d-change").first).to_be_visible()
    expect(page.get_by_text(FIRST)).to_be_hidden()
    lines = int(page.locator("[data-count]").get_attribute("data-number"))
    assert page.locator("[data-start] .d-change").count() == lines


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(new_page, go, width):
    page = again(new_page, go, LIST, width=width, bypass_csp=True)
    since(page).locator("summary").click()
    page.get_by_text("筛选", exact=True).click()
    assert violations(page) == {}
    for path in (f"{LIST}?what=changed", "reports/2025/commitments/c012.html", HOME):
        assert violations(go(page, path)) == {}


class TestFromADisk:
    @pytest.fixture
    def loud(self) -> bool:
        """From a disk, pages have other addresses."""
        return True

    def test_both_work(self, new_page, site, rows, outcomes):
        page = new_page()
        page.add_init_script(visited(BEFORE))
        page.goto((site / LIST).as_uri())
        expect(since(page).locator("summary")).to_have_text(news(rows, outcomes, BEFORE))
        page.goto(f"{(site / LIST).as_uri()}?what=changed")
        expect(page.locator("[data-found] .d-change").first).to_be_visible()
