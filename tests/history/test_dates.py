"""When a file last changed: what moves or is rearranged did not change, and what a merge itself changes did."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure import project as projects
from disclosure.cache import git_history, snapshot
from disclosure.cache.store import Store
from tests.projects import Sandbox
from tests.repositories import SandboxRepository


@pytest.fixture
def repository(project: Sandbox) -> SandboxRepository:
    made = SandboxRepository(project.root)
    made.commit("2024-02-10")
    return made


def days(project: Sandbox) -> dict[str, str]:
    """The day of each content file's last change, by its path; read anew, and read on from what was remembered."""
    found = projects.find(project.root)
    seen = snapshot.look(found, date(2024, 3, 1))
    store = Store(found.cache / "test", b"")
    remembered = git_history.read(seen, store)
    anew = git_history.read(seen, Store(found.cache / "anew", b""))
    assert remembered.times == anew.times
    return {path: moment.date().isoformat() for path, moment in remembered.changed.items()}


def test_the_last_change_is_told_in_beijing_time(project: Sandbox, repository: SandboxRepository) -> None:
    project.edit("about.md", "示例区并不存在", "示例区不存在")
    repository.git("commit", "--quiet", "-am", "x", time="2024-02-20T20:00:00+00:00")
    assert days(project)["content/about.md"] == "2024-02-21"
    assert days(project)["content/method.md"] == "2024-02-10"


def test_the_day_of_change_stands_on_the_page(project: Sandbox, repository: SandboxRepository) -> None:
    assert '更新时间：<time datetime="2024-02-10">' in project.build()["about.html"].decode()


def test_what_only_moved_or_got_other_permissions_was_not_changed(
    project: Sandbox, repository: SandboxRepository
) -> None:
    assert days(project)["content/about.md"] == "2024-02-10"
    (project.content / "about.md").rename(project.content / "us.md")
    (project.content / "method.md").chmod(0o755)
    repository.commit("2024-02-20")
    found = days(project)
    assert (found["content/us.md"], found["content/method.md"]) == ("2024-02-10", "2024-02-10")
    assert "content/about.md" not in found


def test_a_list_of_commits_to_ignore_changes_no_day(project: Sandbox, repository: SandboxRepository) -> None:
    project.edit("about.md", "示例区并不存在", "示例区  并不存在")
    rearranged = repository.commit("2024-02-20")
    assert days(project)["content/about.md"] == "2024-02-20"
    (project.root / ".git-blame-ignore-revs").write_text(f"# rearranged\n{rearranged}\n")
    assert days(project)["content/about.md"] == "2024-02-10"


def test_what_a_merge_itself_changes_counts(project: Sandbox, repository: SandboxRepository) -> None:
    repository.git("switch", "--quiet", "-c", "side")
    project.edit("about.md", "示例区并不存在", "示例区不存在")
    repository.commit("2024-02-12")
    repository.git("switch", "--quiet", "main")
    repository.commit("2024-02-13")
    repository.git("merge", "--quiet", "--no-commit", "side")
    project.edit("method.md", "order: ", "order: 1")
    repository.commit("2024-02-15", "Merge branch 'side'")
    found = days(project)
    assert (found["content/about.md"], found["content/method.md"]) == ("2024-02-15", "2024-02-15")
    assert found["content/index.md"] == "2024-02-10"


def test_a_commit_from_the_future_is_told(project: Sandbox, repository: SandboxRepository) -> None:
    project.edit("about.md", "示例区并不存在", "示例区不存在")
    repository.commit("2031-02-20")
    done = project.run("check")
    assert done.code == 0
    assert "content/about.md:1:1: [commit-date] 提醒：提交的日期 2031-02-20 在今天（2024-03-01）之后" in done.err
    assert "2031" not in project.run("build").out + (project.site / "about.html").read_text("utf-8")


def test_a_commit_from_before_the_report_is_told(project: Sandbox) -> None:
    SandboxRepository(project.root).commit("2023-12-31")
    said = project.run("check").err
    assert "report.md:1:1: [commit-date] 提醒：提交的日期 2023-12-31 早于报告日期 2024-01-10" in said
