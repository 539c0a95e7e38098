"""A whole year's follow-up of the example is entered through the forms alone, and read as the hand-written one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from disclosure.desk import forms
from disclosure.desk.shapes import FormField, Input
from disclosure.source import frontmatter, yaml
from tests.browser.desk import Filler
from tests.browser.server import serve
from tests.projects import DATES, Sandbox, configured, content_of

pytestmark = pytest.mark.browser

DESK = "desk:\n  host: github\n  address: https://code.example/unit/site\n"
NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
# What the year brought, and what stands on it: these files are not there yet
BROUGHT = (
    *("updates/2025/*.md", "corrections/*.md", "requests/2025-*.md", "requests/2026-*.md"),
    *("votes/2025.yml", "responsibilities/2025.yml", "method.md"),
)
STANDING_ON_IT = ("questions.yml", "retired.yml", "reports/2025/digest.yml")
ADJUSTED = "reports/2025/commitments/2-2/c012.yml"
LABELS = {one.id: one.label for one in forms.KINDS}
# Records that were wrong until they were corrected: their files, what is right, what stood there
CORRECTED = (
    ("updates/2024/2025-01-08-parking.md", "停车位建成3600个", "停车位建成3600平方米"),
    ("reports/2025/commitments/2-2/c017.yml", "kind: 重点任务", "kind: 民生实事候选"),
)
WRONG_FIRST = "updates/2025/2026-01-14-firms.md"
# What is known of a request only after it was sent
LATER = ("extended", "answer")


@dataclass(frozen=True)
class YearEntry:
    """What is entered in one form: which, of which report or file, and what is typed."""

    form: str
    values: Mapping[str, Any]
    report: str = ""
    file: str = ""
    body: str | None = None
    slug: str = ""


def article(path: Path) -> tuple[dict[str, Any], str]:
    document, problems = frontmatter.split(path.read_text("utf-8"), path.name)
    assert problems == []
    assert isinstance(document.raw, dict)
    return document.raw, document.body.strip()


def raw(path: Path) -> Any:
    found, problems = yaml.read(path.read_text("utf-8"), path.name)
    assert problems == []
    return found


def as_read(content: Path, pattern: str) -> dict[str, Any]:
    """Files by path, as values: no layout, no quoting."""
    files = sorted(content.glob(pattern))
    return {
        path.relative_to(content).as_posix(): article(path) if path.suffix == ".md" else raw(path) for path in files
    }


def slug_of(path: Path) -> str:
    return path.stem[11:]


def first_half(whole: Path) -> Iterator[YearEntry]:
    """What is entered first: all but what came of the requests, and the second part of lists that grow."""
    for path in sorted(whole.glob("updates/2025/*.md")):
        values, body = article(path)
        if path.as_posix().endswith(WRONG_FIRST):
            values["entries"][0]["observations"][0]["value"] = "138"
        yield YearEntry("update", values, report="2025", body=body, slug=slug_of(path))
    for path in requests(whole):
        values, body = article(path)
        yield YearEntry("request", without(values, LATER), body=body, slug=slug_of(path))
    vote = raw(whole / "votes/2025.yml")
    yield YearEntry("vote", {**vote, "projects": vote["projects"][:1]}, report="2025")
    yield YearEntry("responsibility", {"rows": raw(whole / "responsibilities/2025.yml")[:3]}, report="2025")
    values, body = article(whole / "method.md")
    yield YearEntry("narrative", values, body=body, slug="method")
    values, body = article(whole / "index.md")
    yield YearEntry("rewrite", values, file="index.md", body=body)
    yield YearEntry("adjustment", {"rows": raw(whole / ADJUSTED)["adjustments"]}, report="2025", file=ADJUSTED)


def second_half(whole: Path) -> Iterator[YearEntry]:
    """What is added to files that stand by then, or corrected in them."""
    for path in sorted(whole.glob("corrections/*.md")):
        values, body = article(path)
        yield YearEntry("correction", values, body=body, slug=slug_of(path))
    for path in requests(whole):
        values, _body = article(path)
        later = {name: values[name] for name in LATER if name in values}
        if later:
            yield YearEntry("answer", later, file=f"requests/{path.name}")
    yield YearEntry("vote", {"projects": raw(whole / "votes/2025.yml")["projects"][1:]}, report="2025")
    yield YearEntry("responsibility", {"rows": raw(whole / "responsibilities/2025.yml")[3:]}, report="2025")


def requests(whole: Path) -> list[Path]:
    return sorted([*whole.glob("requests/2025-*.md"), *whole.glob("requests/2026-*.md")])


def without(values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}


def before(root: Path) -> Sandbox:
    """The example before the year was followed, with the desk."""
    content = root / "content"
    shutil.copytree(content_of("shiguang"), content)
    for pattern in (*BROUGHT, *STANDING_ON_IT):
        for path in content.glob(pattern):
            path.unlink()
    for path, right, wrong in CORRECTED:
        rewrite(content / path, partial(replaced, right, wrong))
    rewrite(content / ADJUSTED, lambda text: text.partition("adjustments:")[0])
    rewrite(
        content / "index.md", lambda text: text.replace("一个完整的示例：", "示例：").replace("和它们后来的两年", "")
    )
    rewrite(content / "site.yml", lambda text: text + DESK)
    return configured(root)


def replaced(old: str, new: str, text: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize(("width", "is_touch"), [(1280, False), (390, True)])
def test_a_year_entered_in_forms_is_read_as_the_one_written_by_hand(
    chromium: Browser, tmp_path: Path, width: int, is_touch: bool
) -> None:
    project, whole = before(tmp_path), content_of("shiguang")
    files, fields = [], 0
    for half in (first_half(whole), second_half(whole)):
        project.build(DATES["shiguang"])
        with serve(project.site) as root:
            entered = [enter(chromium, root, tmp_path, one, width, is_touch) for one in half]
        files += [path for paths, _number in entered for path in paths]
        fields += sum(number for _paths, number in entered)
    print(f"{width} px: {len(files)} files handed over, {fields} fields filled in")
    for pattern in (*BROUGHT, "index.md", ADJUSTED, *(path for path, _right, _wrong in CORRECTED)):
        assert as_read(project.content, pattern) == as_read(whole, pattern)


def enter(
    chromium: Browser, root: str, folder: Path, one: YearEntry, width: int, is_touch: bool
) -> tuple[list[str], int]:
    """One form, filled in and handed over: the paths of its files, and how many fields were filled in."""
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, locale="zh-CN", has_touch=is_touch, is_mobile=is_touch
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    kind = next(kind for kind in forms.KINDS if kind.id == one.form)
    filler = Filler(page, records(kind), is_touch)
    filler.open(root, LABELS[one.form], one.report, one.file)
    filler.fill("rows" if "rows" in one.values else kind.model.__name__, one.values, kind.fields)
    if one.body is not None:
        filler.body(one.body)
    if one.slug:
        filler.slug(one.slug)
    if one.form == "correction":
        expect(page.locator(".d-desk-files li")).to_have_count(2)
    paths = filler.hand_over_all(folder)
    context.close()
    return paths, filler.counted


def records(kind: forms.DeskFormKind) -> dict[str, Any]:
    """The fields of each record; a form for rows of a list has one record more, which holds them."""
    rows = FormField(
        name="rows", label=kind.label, help="", input=Input.RECORDS, required=True, record=kind.model.__name__
    )
    return {**forms.records(), "rows": (rows,)}
