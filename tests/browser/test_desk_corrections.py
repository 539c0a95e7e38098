"""A correction also changes what it corrects: two files are handed over, and both say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests import shared
from tests.browser.code_hosts import STANDING, HostEditor, standing_in
from tests.browser.server import serve
from tests.browser.test_desk_hand import clipboard, filling, opened
from tests.desk import desks
from tests.projects import content_of

pytestmark = pytest.mark.browser

CONTENT = content_of(desks.CASE)
FIRMS = "updates/2025/2026-01-14-firms"
VALUE = {"record": FIRMS, "field": "entries.1.observations.1.value", "was": "133", "now": "135"}
DINING = "reports/2025/commitments/2-2/c017.yml"
TITLE = {"record": "2025/c017", "field": "title", "was": "9月底前建成区老年食堂", "now": "9月底前建成老年食堂"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(shared.folder(tmp_path_factory, "desk", desks.build) / "site") as address:
        yield address


def chosen(filler: Any, root: str, corrects: dict[str, str]) -> None:
    """A correction whose field is chosen from the record's own, and whose old value nobody types."""
    page = filler.page
    filler.open(root, "登记更正")
    filler.fill("CorrectionMeta", {"title": "抄错了一处，已改正", "date": "2026-03-01"})
    filler.press(page.get_by_role("button", name="加一项更正的字段"))
    item = page.get_by_role("group", name="更正的字段 1", exact=True)
    item.get_by_label("记录", exact=False).first.fill(corrects["record"])
    item.get_by_label("从这条记录里选").select_option(corrects["field"])
    item.get_by_label("现在").fill(corrects["now"])
    filler.slug("slip")
    filler.settle()
    expect(item.get_by_label("字段必填")).to_have_value(corrects["field"])
    expect(item.get_by_label("原来必填")).to_have_value(corrects["was"])


@pytest.mark.parametrize(
    ("corrects", "path", "line", "becomes"),
    [(VALUE, f"{FIRMS}.md", "value: 133", "value: 135"), (TITLE, DINING, f"title: {TITLE['was']}", TITLE["now"])],
    ids=["a value of an update", "the title of a promise"],
)
def test_the_record_is_changed_beside_its_correction(
    chromium: Browser, root: str, tmp_path: Path, corrects: dict[str, str], path: str, line: str, becomes: str
) -> None:
    before = (CONTENT / path).read_text("utf-8")
    becomes = becomes if ": " in becomes else f"title: {becomes}"
    with filling(chromium) as filler:
        chosen(filler, root, corrects)
        page = filler.page
        expect(page.get_by_role("heading", name="要交的文件（2）")).to_be_visible()
        expect(page.locator(".d-desk-files li")).to_have_text(
            ["新文件 corrections/2026-03-01-slip.md", f"改好的 {path}"]
        )
        expect(page.locator(".d-desk-part").nth(1).locator("ins")).to_contain_text(becomes)
        assert filler.hand_over_all(tmp_path) == ["content/corrections/2026-03-01-slip.md", f"content/{path}"]
    assert (tmp_path / "content" / path).read_text("utf-8") == before.replace(line, becomes)


def test_the_changed_file_opens_for_editing_with_its_text_on_the_clipboard(chromium: Browser, root: str) -> None:
    with standing_in("github") as address, filling(chromium, {"kind": "github", "address": address}) as filler:
        chosen(filler, root, VALUE)
        found = opened(filler, "复制改好的全文，并打开")
        assert found == HostEditor(does="edit", branch="main", path=f"content/{FIRMS}.md", text=STANDING)
        before = (CONTENT / f"{FIRMS}.md").read_text("utf-8")
        assert clipboard(filler.page) == before.replace("value: 133", "value: 135")


@pytest.mark.parametrize(
    ("corrects", "said"),
    [
        ({**VALUE, "was": "138", "now": "139"}, "里现在写的不是“原来”那样"),
        (
            {
                "record": "responsibilities/2025/c013/2025-02-10",
                "field": "lead",
                "was": "拾光区住建局",
                "now": "拾光区交通局",
            },
            "里这一段还说到别的承诺",
        ),
        ({"record": FIRMS, "field": "body", "was": "规上工业", "now": "规下工业"}, ""),
        ({"record": FIRMS, "field": "body", "was": "没有的话", "now": "别的话"}, "的正文里没有“原来”这一句"),
    ],
)
def test_what_cannot_be_changed_is_told_with_what_to_do(
    chromium: Browser, root: str, corrects: dict[str, str], said: str
) -> None:
    with filling(chromium) as filler:
        filler.open(root, "登记更正")
        filler.fill("CorrectionMeta", {"title": "抄错了一处，已改正", "date": "2026-03-01", "corrects": [corrects]})
        expect(filler.page.locator(".d-desk-files li")).to_have_count(2)
        part = filler.page.locator(".d-desk-part").nth(1)
        expect(part.locator(".d-desk-path")).to_contain_text(said)
        if said:
            expect(part.locator("pre")).to_contain_text(f"把“{corrects['was']}”改成“{corrects['now']}”")
            expect(part.get_by_role("button", name="下载文件")).to_have_count(0)
            expect(part.get_by_role("link", name="打开 GitHub 的编辑页")).to_be_visible()


def test_a_new_value_that_its_field_cannot_have_is_told(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        chosen(filler, root, {**VALUE, "now": "约135家"})
        filler.press(filler.page.get_by_role("button", name="下载文件").first)
        expect(filler.page.locator(".d-desk-list li")).to_contain_text(["要改：数值应当是数字：约135家"])


def test_what_is_corrected_is_loaded_for_this_form_alone(chromium: Browser, root: str) -> None:
    with filling(chromium) as filler:
        asked: list[str] = []
        filler.page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
        filler.open(root, "登记更正")
        filler.page.locator("form").wait_for()
        assert [one for one in asked if one.startswith(("desk/updates/", "desk/commitments/", "desk/files"))] == []
        chosen(filler, root, VALUE)
        assert {one for one in asked if one.startswith(("desk/updates/", "desk/commitments/", "desk/files"))} == {
            "desk/updates/2025.js"
        }
