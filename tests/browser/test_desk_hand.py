"""The file that the desk makes goes where the editor sends it, whole; what is typed stays on the device until then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from disclosure.desk import forms
from tests import shared
from tests.browser.code_hosts import STANDING, HostEditor, standing_in
from tests.browser.desk import Filler
from tests.browser.server import serve
from tests.desk import desks
from tests.projects import REPOSITORY

pytestmark = pytest.mark.browser

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
TEXTS = "() => Object.fromEntries([...document.querySelectorAll('textarea')].map(one => [one.id, one.value]))"
UPDATE = {
    "title": "口袋公园的清单公布了",
    "date": "2026-03-20",
    "commitments": ["c022"],
    "evidenced": "有证据支持",
    "evidence": [{"publisher": "拾光区城管局", "title": "口袋公园清单（虚构）", "date": "2026-03-20"}],
}
WRITTEN = """\
---
title: 口袋公园的清单公布了
date: 2026-03-20
published: 2026-04-01 17:00
commitments: [c022]
evidenced: 有证据支持
evidence:
  - {publisher: 拾光区城管局, title: 口袋公园清单（虚构）, date: 2026-03-20}
---

清单有3个公园，50%以上在城东。
"""
PATH = "updates/2025/2026-03-20-parks.md"
Opens = Callable[..., "Filler"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(shared.folder(tmp_path_factory, "desk", desks.build) / "site") as address:
        yield address


@contextmanager
def filling(chromium: Browser, host: dict[str, str] | None = None, **options: Any) -> Iterator[Filler]:
    """A page whose desk hands in at ``host``."""
    context = chromium.new_context(locale="zh-CN", **{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(10_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    if host is not None:
        page.route("**/desk/desk-data.js", lambda route: route.fulfill(body=elsewhere(route.fetch().text(), host)))
    yield Filler(page, forms.records())
    context.close()


def elsewhere(data: str, host: dict[str, str]) -> str:
    assert data.count('"kind":"github"') == data.count(f'"{desks.ADDRESS}"') == 1
    return data.replace('"kind":"github"', f'"kind":"{host["kind"]}"').replace(desks.ADDRESS, host["address"])


def typed(filler: Filler, root: str, body: str = "清单有3个公园，50%以上在城东。") -> None:
    filler.open(root, "登记进展", "2025")
    filler.fill("UpdateMeta", UPDATE)
    filler.body(body)
    filler.slug("parks")


def opened(filler: Filler, link: str) -> HostEditor:
    """What the host's editor opens with."""
    with filler.page.expect_popup() as popup:
        filler.press(filler.page.get_by_role("link", name=link))
    popup.value.locator("textarea").first.wait_for()
    return HostEditor(**popup.value.evaluate(TEXTS))


def clipboard(page: Page) -> str:
    page.bring_to_front()
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_new_file_opens_in_the_hosts_editor_with_path_and_text(chromium: Browser, root: str, kind: str) -> None:
    with standing_in(kind) as address, filling(chromium, {"kind": kind, "address": address}) as filler:
        typed(filler, root)
        name = {"github": "GitHub", "gitlab": "GitLab"}[kind]
        found = opened(filler, f"在 {name} 网页上新建这个文件")
        message = "登记进展：口袋公园的清单公布了" if kind == "gitlab" else ""
        wanted = HostEditor(does="new", branch="main", path=f"content/{PATH}", text=WRITTEN, message=message)
        assert found == wanted


def test_a_host_that_fills_in_nothing_gets_the_text_over_the_clipboard(chromium: Browser, root: str) -> None:
    with standing_in("gitee") as address, filling(chromium, {"kind": "gitee", "address": address}) as filler:
        typed(filler, root)
        found = opened(filler, "复制全文，并打开 Gitee 的新建页")
        assert found == HostEditor(does="new", branch="main", path="content/updates/2025/")
        assert clipboard(filler.page) == WRITTEN


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_text_too_long_for_an_address_goes_over_the_clipboard(chromium: Browser, root: str, kind: str) -> None:
    body = "很长的一段。\n\n" * 200
    with standing_in(kind) as address, filling(chromium, {"kind": kind, "address": address}) as filler:
        typed(filler, root, body)
        found = opened(filler, "复制全文，并打开")
        assert (found.path, found.text) == (f"content/{PATH}", "")
        assert clipboard(filler.page) == WRITTEN.partition("清单有")[0] + body.strip() + "\n"


@pytest.mark.parametrize("kind", ["github", "gitlab", "gitee"])
def test_a_file_that_stands_opens_for_editing(chromium: Browser, root: str, kind: str) -> None:
    request = "requests/2026-02-24-parking-2025.md"
    before = (REPOSITORY / "examples/shiguang/content" / request).read_text("utf-8")
    with standing_in(kind) as address, filling(chromium, {"kind": kind, "address": address}) as filler:
        filler.open(root, "登记申请的收件、延期和答复", file=request)
        evidence = {"publisher": "拾光区住建局", "title": "政府信息公开申请答复书（虚构）"}
        filler.fill("RequestMeta", {"answer": {"date": "2026-03-20", "result": "已提供", "evidence": [evidence]}})
        found = opened(filler, "复制改好的全文，并打开")
        assert found == HostEditor(does="edit", branch="main", path=f"content/{request}", text=STANDING)
        head, _fence, body = before[4:].partition("---\n")
        lines = (
            *("answer:", "  date: 2026-03-20", "  result: 已提供", "  evidence:"),
            "    - {publisher: 拾光区住建局, title: 政府信息公开申请答复书（虚构）}",
        )
        assert clipboard(filler.page) == "---\n" + head + "".join(f"{line}\n" for line in lines) + "---\n" + body


def test_what_is_wrong_is_said_before_anything_is_handed_over(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        typed(filler, root, "经办人电话13800138000。")
        page = filler.page
        filler.press(page.get_by_role("button", name="复制全文"))
        expect(page.get_by_role("heading", name="还要改的地方")).to_be_focused()
        expect(page.locator(".d-desk-list li")).to_have_text(
            ["要改：像是手机号：138****8000。删去：个人信息不能公开，也不要交到代码托管网站上"]
        )
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_label("正文")).to_be_focused()


def test_a_problem_is_told_when_its_field_is_left_and_not_before(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        page = filler.page
        filler.open(root, "登记进展", "2025")
        title = page.get_by_label("标题").first
        title.press_sequentially("短")
        page.wait_for_timeout(400)
        expect(page.locator(".d-desk-wrong")).to_have_count(0)
        title.press("Tab")
        expect(page.locator("form .d-desk-wrong")).to_have_text(["要改：标题只有 1 个字，至少 4 个"])
        assert title.get_attribute("aria-invalid") == "true"


def test_a_day_is_written_as_days_are(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        filler.open(root, "登记进展", "2025")
        day = filler.page.get_by_label("日期", exact=True)
        day.fill("2026年3月2日")
        day.press("Tab")
        expect(day).to_have_value("2026-03-02")


def test_a_slip_in_the_text_is_mended_by_a_press(chromium: Browser, root: str) -> None:
    """One star alone is shown as it is."""
    with filling(chromium) as filler:
        typed(filler, root, "每天3*4*5次。")
        page = filler.page
        page.get_by_label("正文").press("Tab")
        filler.press(page.get_by_role("button", name="改写成 3\\*4"))
        expect(page.get_by_label("正文")).to_have_value("每天3\\*4*5次。")


def test_a_draft_outlives_the_page_and_is_erased_on_demand(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        typed(filler, root)
        page = filler.page
        expect(page.locator(".d-desk-text")).to_contain_text("清单有3个公园")
        page.locator("form[data-busy]").wait_for(state="detached")
        page.reload()
        expect(page.get_by_text("接着填 2026-04-01 17:00 存在这台设备上的草稿")).to_be_visible()
        expect(page.locator(".d-desk-text")).to_have_text(WRITTEN)
        filler.press(page.get_by_role("button", name="清空，重新填"))
        expect(page.get_by_text("已清空，这台设备上的草稿也删去了")).to_be_visible()
        assert page.evaluate("localStorage.length") == 0
        expect(page.get_by_label("标题").first).to_have_value("")


def test_nothing_is_asked_of_anybody_while_one_types(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        asked: list[str] = []
        filler.page.on("request", lambda request: asked.append(request.url))
        typed(filler, root)
        filler.page.wait_for_timeout(400)
        assert [one for one in asked if not one.startswith((root, "data:"))] == []
        assert [one for one in asked if "公园" in one] == []


def test_a_form_is_filled_in_and_handed_over_by_keyboard_alone(chromium: Browser, root: str, tmp_path: Path) -> None:
    with filling(chromium) as filler:
        page = filler.page
        page.goto(f"{root}desk/index.html")
        go_to(page, "登记更正")
        page.keyboard.press("Enter")
        page.locator("form").wait_for()
        for label, text in (("标题", "停车位的更新把单位写错"), ("日期", "2026-03-01")):
            go_to(page, label)
            page.keyboard.type(text)
        go_to(page, "加一项更正的字段")
        page.keyboard.press("Enter")
        page.keyboard.type("updates/2025/2026-01-14-firms")
        for label, text in (("字段", "title"), ("原来", "138家"), ("现在", "133家")):
            go_to(page, label)
            page.keyboard.type(text)
        go_to(page, "文件短名")
        page.keyboard.type("firms-title")
        go_to(page, "下载文件")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        download.value.save_as(tmp_path / "file.md")
        assert download.value.suggested_filename == "2026-03-01-firms-title.md"
        record = "{record: updates/2025/2026-01-14-firms, field: title, was: 138家, now: 133家}"
        assert f"corrects:\n  - {record}\n" in (tmp_path / "file.md").read_text("utf-8")


def go_to(page: Page, name: str, most: int = 80) -> None:
    """Tabs on until what has the focus is called so."""
    called = "() => { const one = document.activeElement; return (one.labels && one.labels[0] || one).textContent; }"
    for _n in range(most):
        page.keyboard.press("Tab")
        if str(page.evaluate(called)).startswith(name):
            return
    raise AssertionError(f"{name} is not reached by {most} tabs")


def test_a_department_that_is_not_on_record_is_exchanged_for_one_that_is(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        page = filler.page
        filler.open(root, "登记责任分工", "2025")
        lead = page.get_by_label("牵头单位", exact=True).first
        lead.fill("住建局")
        lead.press("Tab")
        expect(page.locator("form .d-desk-wrong")).to_contain_text(["没有登记“住建局”这个单位"])
        expect(page.locator("form .d-desk-wrong")).to_contain_text(["build.py new department"])
        filler.press(page.get_by_role("button", name="改成 拾光区住建局"))
        expect(lead).to_have_value("拾光区住建局")
        expect(page.locator("form .d-desk-wrong")).to_have_count(0)
