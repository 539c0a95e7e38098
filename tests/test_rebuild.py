"""The preview's builds: told what changed, they give what a build gives; what is wrong leaves the site as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from disclosure.build import narratives
from disclosure.cache import snapshot
from disclosure.preview.rebuild import Rebuild
from disclosure.problem import Refused
from disclosure.project import find
from disclosure.publishing.staging import Staging
from tests import edits
from tests.edits import Editor
from tests.projects import DATE, Sandbox, date_of, files_of, full, without_downloads

UPDATE = """\
---
title: {title}
date: 2025-06-20
published: 2025-06-21 09:00
commitments: [c005, 2024/c006]
reported: 已完成
evidenced: 有证据支持
confidence: 高
evidence:
  - {{publisher: 样例区人民政府, title: 厂房投用（虚构）, date: 2025-06-20, seen: 原页面}}
---

两栋厂房已经投用。
"""
LATER = "2025-07-01"
# Nanoseconds of a time long past, and how many files were saved
LONG_AGO, SAVES = 1_700_000_000_000_000_000, count()


def build(rebuild: Rebuild, *changed: Path, open_pages: frozenset[str] = frozenset()) -> bool:
    """A build whose pages somebody waits for: they are shown before all else is made."""
    outcome, _problems = rebuild.build(changed, lambda _stage, _done, _total: None, lambda: None, open_pages)
    return outcome is not None


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    return edits.project(tmp_path / "project")


@pytest.fixture
def rebuild(project: Sandbox) -> Rebuild:
    made = Rebuild(find(project.root), lambda: date.fromisoformat(DATE), narratives.render)
    assert build(made)
    return made


@pytest.mark.parametrize(
    "change",
    [
        lambda editor: editor.change_a_record(),
        lambda editor: editor.change_the_site(),
        lambda editor: editor.change_a_template(),
        lambda editor: editor.change_an_indicator(),
        lambda editor: editor.add_or_remove_a_narrative(),
        lambda editor: editor.change_an_attachment(),
        lambda editor: editor.change_a_word(),
        lambda editor: editor.add_or_remove_a_report(),
    ],
    ids=["record", "site", "template", "indicator", "narrative", "attachment", "word", "report"],
)
def test_after_a_change_the_site_is_as_a_build_would_make_it(
    project: Sandbox, rebuild: Rebuild, tmp_path: Path, change: Callable[[Editor], str]
) -> None:
    before = changed_since(project, {})
    change(Editor(project, 1))
    assert build(rebuild, *changed_since(project, before))
    assert files_of(project.site) == without_downloads(project.copy(tmp_path / "anew").build())


def test_what_reports_say_of_each_other_is_followed_from_save_to_save(project: Sandbox, tmp_path: Path) -> None:
    """Where nothing was saved, what was found of it at the last save holds; of young files it never does."""
    content = project.root / "content"
    update, promise = (
        content / "updates/2025/2025-06-20-park.md",
        content / "reports/2024/commitments/2-1-park/c006.yml",
    )
    update.parent.mkdir(parents=True)
    saves = (
        lambda: write(update, UPDATE.format(title="厂房投用")),
        lambda: write(update, UPDATE.format(title="厂房都投用了")),
        lambda: write(promise, promise.read_text("utf-8").replace("title: ", "title: 新的")),
        lambda: write(content / "method.md", (content / "method.md").read_text("utf-8") + "\n又一段。\n"),
        update.unlink,
    )
    aged(*content.rglob("*"))
    rebuild = Rebuild(find(project.root), lambda: date.fromisoformat(LATER), narratives.render)
    assert build(rebuild)
    for number, save in enumerate(saves):
        before = changed_since(project, {})
        save()
        assert build(rebuild, *changed_since(project, before)), number
        assert files_of(project.site) == without_downloads(project.copy(tmp_path / f"{number}").build(LATER)), number


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    aged(path)


def aged(*paths: Path) -> None:
    """Old enough to prove something, each time a little younger."""
    for path in paths:
        os.utime(path, ns=(LONG_AGO + next(SAVES), LONG_AGO + next(SAVES)))


def test_a_reports_pages_are_shown_before_all_else_is_made(project: Sandbox, rebuild: Rebuild, tmp_path: Path) -> None:
    before = changed_since(project, {})
    old = files_of(project.site)
    Editor(project, 1).change_a_record()
    shown: list[dict[str, bytes]] = []
    outcome, _problems = rebuild.build(
        changed_since(project, before), lambda *_said: None, lambda: shown.append(files_of(project.site))
    )
    made = without_downloads(project.copy(tmp_path / "anew").build())
    assert outcome is not None
    assert files_of(project.site) == made
    # Its feeds, which nobody looks at, are made with all else
    own = {name for name in made if name.startswith("reports/") and not name.endswith((".xml", ".feed.json", ".ics"))}
    assert {name for name in own if old[name] != made[name]}
    assert [{name: each[name] for name in own} for each in shown] == [{name: made[name] for name in own}]
    assert [{name: each[name] for name in each.keys() - own} for each in shown] == [
        {name: old[name] for name in old.keys() - own}
    ]


def test_an_open_page_is_shown_before_the_other_pages_of_its_report(
    project: Sandbox, rebuild: Rebuild, tmp_path: Path
) -> None:
    old, before = files_of(project.site), changed_since(project, {})
    Editor(project, 1).change_a_record()
    made = without_downloads(project.copy(tmp_path / "anew").build())
    changed = {name for name in made if name.startswith("reports/") and old[name] != made[name]}
    open_page = min(name for name in changed if name.endswith(".html"))
    shown: list[dict[str, bytes]] = []
    rebuild.build(
        changed_since(project, before),
        lambda *_said: None,
        lambda: shown.append(files_of(project.site)),
        frozenset({open_page, "index.html"}),
    )
    assert [{name for name in changed if each[name] == made[name] and name.endswith(".html")} for each in shown] == [
        {open_page}
    ]
    assert files_of(project.site) == made


def changed_since(project: Sandbox, before: dict[Path, int]) -> dict[Path, int]:
    """The files that are new, gone or have another time than ``before``, as a watcher would tell them."""
    folders = ("content", "templates")
    now = {path: path.stat().st_mtime_ns for name in folders for path in (project.root / name).rglob("*")}
    return {path: now.get(path, 0) for path in now.keys() | before.keys() if now.get(path) != before.get(path)}


def test_what_is_wrong_leaves_the_site_as_it_was_and_the_next_save_mends_it(project: Sandbox, rebuild: Rebuild) -> None:
    before = files_of(project.site)
    path = project.content / "index.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("#p2-01", "#nowhere"), "utf-8")
    assert not build(rebuild, path)
    assert files_of(project.site) == before
    path.write_text(text, "utf-8")
    assert build(rebuild, path)
    assert files_of(project.site) == before


def test_after_midnight_the_next_save_is_of_the_new_day(project: Sandbox, tmp_path: Path) -> None:
    days = [date(2024, 6, 30), date(2025, 3, 1)]
    rebuild = Rebuild(find(project.root), lambda: days[0], narratives.render)
    assert build(rebuild)
    del days[0]
    path = project.content / "about.md"
    path.write_text(path.read_text("utf-8") + "\n又是一天。\n", "utf-8")
    assert build(rebuild, path)
    assert files_of(project.site) == without_downloads(project.copy(tmp_path / "anew").build(date="2025-03-01"))


def test_after_a_disk_that_refused_the_next_save_mends_the_site(
    project: Sandbox, rebuild: Rebuild, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project.content / "about.md"
    path.write_text(path.read_text("utf-8") + "\n又一段。\n", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Staging, "put", full)
        with pytest.raises(Refused, match="写不进去"):
            build(rebuild, path)
    assert build(rebuild)
    assert files_of(project.site) == without_downloads(project.copy(tmp_path / "anew").build())


def test_a_record_that_goes_takes_its_page_along(project: Sandbox, rebuild: Rebuild) -> None:
    shutil.rmtree(project.content / "reports/2025")
    assert build(rebuild, project.content / "reports/2025")
    assert not (project.site / "reports/2025").exists()


@pytest.mark.parametrize("count", [20, pytest.param(1500, marks=pytest.mark.long)])
@pytest.mark.parametrize(("create", "day"), [(edits.project, DATE), (edits.followed, date_of("shiguang"))])
def test_whatever_is_saved_the_site_is_as_a_build_would_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, create: Callable[[Path], Sandbox], day: str, count: int
) -> None:
    # Every file counts as settled: the editor gives each write a time of its own
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    project = create(tmp_path / "project")
    rebuild = Rebuild(find(project.root), lambda: date.fromisoformat(day), narratives.render)
    assert build(rebuild)
    editor = Editor(project, 20220113)
    done: list[str] = []
    told, right = changed_since(project, {}), files_of(project.content)
    for number in range(count):
        site = files_of(project.site)
        done.append(editor.dice.choice(saves(editor))())
        # What was undone is told with the next edit
        changed, told = changed_since(project, told), changed_since(project, {})
        # Every second time somebody looks at a page or two
        pages = sorted(name for name in site if name.endswith(".html"))
        looked_at = frozenset(editor.dice.sample(pages, 2 * (number % 2)))
        passed = build(rebuild, *changed, open_pages=looked_at)
        wanted = project.copy(tmp_path / "anew").run("build", date=day)
        assert passed == (wanted.code == 0), (done[-3:], wanted.err)
        assert files_of(project.site) == (without_downloads(files_of(tmp_path / "anew/site")) if passed else site), (
            done[-3:]
        )
        if passed:
            right = files_of(project.content)
        elif editor.dice.random() < 0.7:
            undo(project, right)


def saves(editor: Editor) -> tuple[Callable[[], str], ...]:
    """Edits as they follow each other in a preview: most are of one report."""
    return (
        editor.change_a_record,
        editor.change_a_record,
        editor.change_a_report,
        editor.change_a_report,
        editor.drop_a_line,
        editor.drop_a_line,
        editor.change_a_digit,
        editor.change_a_line,
        editor.delete_a_record,
        editor.move_a_record,
        editor.change_a_word,
        editor.change_an_indicator,
        editor.change_the_site,
    )


def undo(project: Sandbox, right: dict[str, bytes]) -> None:
    """What made the content wrong."""
    now = files_of(project.content)
    for name in now.keys() - right.keys():
        (project.content / name).unlink()
    for name, data in right.items():
        if now.get(name) != data:
            (project.content / name).write_bytes(data)
