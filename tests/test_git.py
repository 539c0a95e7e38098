"""What git knows: days of change, earlier versions, ids that must keep their meaning."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from disclosure.source import git
from tests.projects import Sandbox

ADDED = "各位代表！让我们一起把样例写好！\n{#p2-05}"


def commit(root: Path, day: str) -> None:
    if not (root / ".git").exists():
        run(root, "init", "--quiet")
    run(root, "add", "content")
    stamp = f"{day}T20:00:00+00:00"
    dates = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    run(root, "-c", "user.name=甲", "-c", "user.email=a@b.test", "commit", "--quiet", "-m", "x", environment=dates)


def run(root: Path, *arguments: str, environment: dict[str, str] | None = None) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, env={**os.environ, **(environment or {})})


@pytest.fixture
def committed(project: Sandbox) -> Sandbox:
    commit(project.root, "2024-02-10")
    return project


def test_the_last_change_is_told_in_beijing_time(committed: Sandbox) -> None:
    committed.edit("about.md", "示例区并不存在", "示例区不存在")
    (committed.content / "files/中文 名.txt").write_text("x")
    commit(committed.root, "2024-02-20")
    changed = git.last_changes(committed.root, "content")
    assert changed["content/about.md"] == datetime(2024, 2, 21, 4, tzinfo=git.SHANGHAI)
    assert changed["content/files/中文 名.txt"].day == 21
    assert changed["content/method.md"].day == 11


def test_versions_are_told_newest_first(committed: Sandbox) -> None:
    committed.edit("about.md", "示例区并不存在", "示例区不存在")
    commit(committed.root, "2024-02-20")
    texts = git.versions(committed.root, "content/about.md")["content/about.md"]
    assert texts[0] == (committed.content / "about.md").read_text("utf-8")
    assert ["并不存在" in text for text in texts] == [False, True]


def test_a_project_may_be_a_folder_of_a_repository(tmp_path: Path, project: Sandbox) -> None:
    run(tmp_path, "init", "--quiet")
    run(tmp_path, "add", ".")
    run(tmp_path, "-c", "user.name=a", "-c", "user.email=a@b.test", "commit", "--quiet", "-m", "x")
    assert "content/about.md" in git.last_changes(project.root, "content")
    assert len(git.versions(project.root, "content/about.md")["content/about.md"]) == 1


def test_without_a_repository_nothing_is_known(project: Sandbox) -> None:
    assert git.last_changes(project.root, "content") == {}
    assert git.versions(project.root, "content/about.md") == {}


def test_the_day_of_change_stands_on_the_page(committed: Sandbox) -> None:
    assert '更新时间：<time datetime="2024-02-11">' in committed.build()["about.html"].decode()


def test_an_id_that_was_published_cannot_disappear(committed: Sandbox) -> None:
    committed.edit("reports/2024/report.md", "{#p2-05}", "{#p2-06}")
    done = committed.run("check")
    assert done.err == (
        "content/reports/2024/report.md:1:1: [lost-id] 编号 p2-05 曾经发布，现在不见了\n"
        "    提示：恢复它，或在 retired 里写明 p2-05: 现编号\n"
    )


def test_a_retired_id_may_disappear(committed: Sandbox) -> None:
    committed.edit("reports/2024/report.md", "{#p2-05}", "{#p2-06}")
    committed.edit("reports/2024/report.md", "note_prefix: n", "note_prefix: n\nretired: {p2-05: p2-06}")
    assert committed.run("check").code == 0


def test_an_id_cannot_move_to_another_paragraph(committed: Sandbox) -> None:
    committed.edit("reports/2024/report.md", "{#p2-03}", "{#p2-99}")
    committed.edit("reports/2024/report.md", "{#p2-04}", "{#p2-03}")
    committed.edit("reports/2024/report.md", "{#p2-99}", "{#p2-04}")
    done = committed.run("check")
    assert done.err == (
        "content/reports/2024/report.md:70:1: [reused-id] 编号 p2-04 曾指另一段：“新建公园1个，改造老旧小区3个。…”\n"
        "    提示：编号不能改指；新段落用新编号，例如 p2-06\n"
        "content/reports/2024/report.md:75:1: [reused-id] 编号 p2-03 曾指另一段：“完善园区道路、绿化和照明。…”\n"
        "    提示：编号不能改指；新段落用新编号，例如 p2-06\n"
    )


def test_a_paragraph_that_was_mended_keeps_its_id(committed: Sandbox) -> None:
    source = committed.content / "reports/2024/source.txt"
    source.write_text(source.read_text("utf-8").replace("新增就业1200人", "新增就业1250人"), "utf-8")
    assert committed.run("import", str(source)).code == 0
    assert "1250人。\n{#p2-01}" in committed.report.read_text("utf-8")
    assert {line.split("[")[1].split("]")[0] for line in committed.run("check").err.splitlines()[::2]} == {
        "source-digest"
    }


def test_an_id_that_moved_to_another_paragraph_is_found_after_the_commit_too(committed: Sandbox) -> None:
    text = committed.report.read_text("utf-8")
    swapped = text.replace("{#p2-01}", "{#x}").replace("{#p2-02}", "{#p2-01}").replace("{#x}", "{#p2-02}")
    committed.report.write_text(swapped, "utf-8")
    commit(committed.root, "2024-02-20")
    said = committed.run("check")
    assert said.code == 1
    assert [line.split("] ")[1][:11] for line in said.err.splitlines() if "[reused-id]" in line] == [
        "编号 p2-02 曾指",
        "编号 p2-01 曾指",
    ]


def test_a_publication_time_that_was_committed_stays(committed: Sandbox) -> None:
    committed.edit("reports/2024/report.md", "published: 2024-02-01 09:00", "published: 2024-02-02 09:00")
    commit(committed.root, "2024-02-20")
    said = committed.run("check")
    assert said.code == 1
    assert "[published-changed] 发布时间曾是 2024-02-01 09:00，现在写的是 2024-02-02 09:00" in said.err


def test_a_clone_without_history_says_what_it_cannot_know(committed: Sandbox, tmp_path: Path) -> None:
    committed.edit("about.md", "示例区并不存在", "示例区不存在")
    commit(committed.root, "2024-02-20")
    run(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{committed.root}", "shallow")
    shallow = Sandbox(tmp_path / "shallow")
    (shallow.root / "mkdocs.yml").write_text((committed.root / "mkdocs.yml").read_text("utf-8"), "utf-8")
    said = shallow.run("check")
    assert (said.code, "[shallow-history]" in said.err) == (0, True)
    assert "更新时间：" not in shallow.run("build").out + (shallow.site / "about.html").read_text("utf-8")


def test_colours_in_the_editors_configuration_hide_no_history(committed: Sandbox) -> None:
    before = git.ids_ever(committed.root, "content"), git.last_changes(committed.root, "content")
    run(committed.root, "config", "color.ui", "always")
    assert (git.ids_ever(committed.root, "content"), git.last_changes(committed.root, "content")) == before


def test_what_is_not_committed_is_no_commit(committed: Sandbox) -> None:
    clean = git.commit(committed.root, "content/")
    (committed.content / "new.md").write_text("x")
    assert (len(clean), git.commit(committed.root, "content/")) == (40, "")
