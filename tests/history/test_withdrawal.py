"""What the law obliges to withdraw leaves the site, and git too, by the recipe of the handbook; nothing else does."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.judged import judged
from tests.projects import FIRST_YEAR, REPOSITORY, Sandbox, date_of
from tests.repositories import SandboxRepository

RECIPE = re.compile(r"```sh\n(.*?)```", re.S)
DAY = date_of(FIRST_YEAR)
ROADS = "updates/2024/2025-01-06-roads-done.md"
OLD, NEW = "files/roads-2024.csv", "files/roads-2024-redacted.csv"
WITHDRAWN = (
    "- record: {record}\n  date: 2025-03-18\n  withdrawn: {{kind: 个人住址, date: 2025-03-18, by: 区政府办公室, "
    "rule: 政府信息公开条例第十五条{more}}}\n"
)


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    made = create(FIRST_YEAR)
    SandboxRepository(made.root).commit("2025-03-10")
    return made


def release(project: Sandbox, *more: str) -> tuple[int, str]:
    done = project.run("release", str(project.root / "www"), *more, date=DAY)
    return done.code, done.err


def released(project: Sandbox) -> str:
    return str(json.loads((project.root / "www/current/manifest.json").read_text("utf-8"))["commit"])


def withdraw(project: Sandbox, purged: str = "") -> None:
    """The attachment is redacted under another name, and its evidence leads there."""
    data = (project.content / OLD).read_bytes().replace("样例一路".encode(), "某路".encode())
    (project.content / OLD).unlink()
    (project.content / NEW).write_bytes(data)
    project.edit(ROADS, f"snapshot: {OLD}", f"snapshot: {NEW}")
    text = (project.content / ROADS).read_text("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    (project.content / ROADS).write_text(re.sub(r"sha256: \w+", f"sha256: {digest}", text), "utf-8")
    more = f", redacted: {NEW}" + (f", purged: [{purged}]" if purged else "")
    (project.content / "retired.yml").write_text(WITHDRAWN.format(record=OLD, more=more), "utf-8")


def test_a_redacted_successor_needs_no_word_of_what_was_there(project: Sandbox) -> None:
    withdraw(project)
    assert judged(project.root) == []
    done = project.run("check", date=DAY)
    assert (done.code, done.err) == (0, "")


def test_a_sentence_may_be_withdrawn_from_a_record_that_stays(project: Sandbox) -> None:
    project.edit(ROADS, "五条路的通车日期见存档的完工清单。", "五条路都已通车。")
    assert [one.rule for one in judged(project.root)] == ["silent-change"]
    record = ROADS.removesuffix(".md")
    (project.content / "retired.yml").write_text(WITHDRAWN.format(record=record, more=""), "utf-8")
    assert judged(project.root) == []
    assert project.run("check", date=DAY).err == ""


def test_a_withdrawal_licenses_no_other_record(project: Sandbox) -> None:
    (project.content / "retired.yml").write_text(WITHDRAWN.format(record=OLD, more=f", redacted: {NEW}"), "utf-8")
    project.edit("updates/2024/2024-07-05-first-half.md", "reported: 推进中", "reported: 部分完成")
    assert [one.rule for one in judged(project.root)] == ["silent-change"]


def test_what_is_withdrawn_leaves_git_by_the_recipe(project: Sandbox) -> None:
    repository = SandboxRepository(project.root)
    assert release(project) == (0, "")
    withdraw(project, released(project))
    repository.commit("2025-03-18")
    recipe = RECIPE.search((REPOSITORY / "docs/withdrawal.md").read_text("utf-8"))
    assert recipe
    environment = {**os.environ, "FILES": f"content/{OLD}", "FILTER_BRANCH_SQUELCH_WARNING": "1"}
    subprocess.run(["sh", "-ec", recipe[1]], cwd=project.root, env=environment, check=True, capture_output=True)
    assert repository.git("log", "--all", "--oneline", "--", f"content/{OLD}") == ""
    assert "样例一路" not in repository.git("grep", "-h", "通车日期", *repository.git("rev-list", "--all").split())
    assert project.run("check", date=DAY).err == ""
    code, said = release(project)
    assert (code, "[lost-release] 上一次发布的提交" in said) == (1, True)
    assert release(project, "--after-purge") == (0, "")
    assert release(project) == (0, "")


def test_a_line_that_no_entry_names_is_not_given_up(project: Sandbox) -> None:
    repository = SandboxRepository(project.root)
    assert release(project) == (0, "")
    withdraw(project, "0" * 40)
    repository.git("update-ref", "-d", "HEAD")
    repository.commit("2025-03-18")
    code, said = release(project, "--after-purge")
    assert (code, "[lost-release]" in said) == (1, True)


def test_a_release_sees_what_was_changed_in_silence_behind_a_line_that_begins_later(project: Sandbox) -> None:
    repository = SandboxRepository(project.root)
    assert release(project) == (0, "")
    project.edit("updates/2024/2024-07-05-first-half.md", "reported: 推进中", "reported: 部分完成")
    start = repository.commit("2025-03-18")
    site = project.content / "site.yml"
    site.write_text(site.read_text("utf-8") + f"published_since: {start}\n", "utf-8")
    repository.commit("2025-03-18")
    assert project.run("check", date=DAY).code == 0
    code, said = release(project)
    assert (code, "[silent-change]" in said) == (1, True)
    assert f"（提交 {start[:10]}，2025-03-18）" in said


def test_what_was_retired_before_a_release_may_go_after_it(project: Sandbox) -> None:
    repository = SandboxRepository(project.root)
    withdraw(project)
    repository.commit("2025-03-18")
    record = ROADS.removesuffix(".md")
    path = project.content / "retired.yml"
    path.write_text(path.read_text("utf-8") + WITHDRAWN.format(record=record, more=""), "utf-8")
    repository.commit("2025-03-18")
    assert release(project) == (0, "")
    (project.content / ROADS).unlink()
    repository.commit("2025-03-19")
    assert judged(project.root) == []
    # What links to it leads to the page that says so
    assert release(project)[0] == 0


def test_a_file_withdrawn_twice_between_two_releases_is_led_on(project: Sandbox) -> None:
    repository = SandboxRepository(project.root)
    assert release(project) == (0, "")
    withdraw(project)
    repository.commit("2025-03-18")
    data = b"redacted once more"
    (project.content / NEW).rename(project.content / "files/again.csv")
    (project.content / "files/again.csv").write_bytes(data)
    text = (project.content / ROADS).read_text("utf-8").replace(NEW, "files/again.csv")
    text = re.sub(r"sha256: \w+", f"sha256: {hashlib.sha256(data).hexdigest()}", text)
    (project.content / ROADS).write_text(text, "utf-8")
    path = project.content / "retired.yml"
    path.write_text(path.read_text("utf-8") + WITHDRAWN.format(record=NEW, more=", redacted: files/again.csv"), "utf-8")
    repository.commit("2025-03-19")
    assert project.run("check", date=DAY).err == ""
    assert release(project) == (0, "")


def test_without_git_a_release_does_not_forget_the_last_one(project: Sandbox) -> None:
    assert release(project) == (0, "")
    shutil.rmtree(project.root / ".git")
    assert release(project)[0] == 1


def test_the_first_release_has_nothing_to_stand_on(project: Sandbox, tmp_path: Path) -> None:
    done = project.run("release", str(tmp_path / "elsewhere"), date=DAY)
    assert (done.code, done.err) == (0, "")
