"""Who works how with git: each way scripted, with the right answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.history.judged import judged
from tests.history.seeds import NOTE, UPDATE, Material, correct, enrich, sub
from tests.projects import FIRST_YEAR, Sandbox, configured, create
from tests.repositories import SandboxRepository, at

U = UPDATE + ".md"
DONE = sub(U, "reported: 部分完成", "reported: 已完成")
BACK = sub(U, "reported: 已完成", "reported: 部分完成")
OPENLY = correct((UPDATE, "reported", "部分完成", "已完成"))
OTHER = UPDATE.replace("seed", "second")


@pytest.fixture
def origin(tmp_path: Path) -> SandboxRepository:
    """A published project, bare as on a server, with one commit."""
    project = create(tmp_path / "first", FIRST_YEAR)
    enrich(Material(project.content))
    SandboxRepository(project.root).commit("2026-11-20")
    served = SandboxRepository(tmp_path / "origin")
    SandboxRepository(project.root).git("clone", "--quiet", "--bare", str(project.root), str(served.root))
    return served


@pytest.fixture
def clerk(origin: SandboxRepository, tmp_path: Path) -> Callable[[str], SandboxRepository]:
    """Clones of it, each with a clerk of its own."""

    def make(name: str) -> SandboxRepository:
        origin.git("clone", "--quiet", str(origin.root), str(tmp_path / name))
        return SandboxRepository(configured(tmp_path / name).root)

    return make


def of(repository: SandboxRepository) -> Material:
    return Material(repository.root / "content")


def fields(repository: SandboxRepository) -> list[str]:
    """What is caught: the record's last part and the field."""
    anew = judged(repository.root)
    assert judged(repository.root, remembered=True) == anew
    return [f"{one.rule}: {one.message.split(' 的 ')[-1].split('（')[0]}" for one in anew]


def second_update(repository: SandboxRepository, reported: str = "推进中") -> None:
    text = of(repository).read(U.format(key="2024")).replace("部分完成", reported)
    of(repository).write(OTHER.format(key="2024") + ".md", text)


def push(repository: SandboxRepository, day: str) -> None:
    repository.commit(day)
    repository.git("push", "--quiet", "origin", "HEAD:main")


def pull(repository: SandboxRepository, day: str, *arguments: str) -> None:
    repository.git("pull", "--quiet", "--no-rebase", "--no-edit", *arguments, time=at(day))


def test_two_clerks_who_simply_pull_see_nothing_wrong(clerk: Callable[[str], SandboxRepository]) -> None:
    one, other = clerk("one"), clerk("other")
    second_update(one)
    push(one, "2026-11-21")
    DONE(of(other))
    OPENLY(of(other))
    other.commit("2026-11-22")
    pull(other, "2026-11-23")
    assert fields(other) == []
    other.git("push", "--quiet", "origin", "HEAD:main")
    pull(one, "2026-11-24")
    assert fields(one) == fields(other) == []


def test_what_the_other_clerk_published_yesterday_is_not_lost_in_a_plain_pull(
    clerk: Callable[[str], SandboxRepository],
) -> None:
    one, other = clerk("one"), clerk("other")
    second_update(one)
    push(one, "2026-11-21")
    of(other).sub("about.md" if of(other).all("about.md") else "index.md", "^title: .*$", "title: 另一个题目")
    other.commit("2026-11-22")
    other.git("fetch", "--quiet")
    other.git("merge", "--quiet", "--no-commit", "--no-ff", "origin/main")
    of(other).drop(OTHER.format(key="2024") + ".md")
    other.git("add", "--all", "content")
    other.git("commit", "--quiet", "-m", "Merge branch 'main' of ../origin", time=at("2026-11-23"))
    assert [one.rule for one in judged(other.root)] == ["lost-id"]
    other.git("push", "--quiet", "origin", "HEAD:main")
    assert [one.rule for one in judged(other.root)] == ["lost-id"]


def test_a_change_in_silence_does_not_turn_green_by_a_colleagues_pull(
    clerk: Callable[[str], SandboxRepository],
) -> None:
    one, other = clerk("one"), clerk("other")
    second_update(other, "未启动")
    other.commit("2026-11-22")
    DONE(of(one))
    push(one, "2026-11-21")
    assert fields(one) == ["silent-change: reported"]
    pull(other, "2026-11-23")
    other.git("push", "--quiet", "origin", "HEAD:main")
    assert fields(other) == ["silent-change: reported"]


@pytest.fixture
def branch(clerk: Callable[[str], SandboxRepository]) -> SandboxRepository:
    """A branch on which an update was drafted in two commits, and a slip was taken back."""
    made = clerk("one")
    made.git("switch", "--quiet", "-c", "feature")
    second_update(made, "未启动")
    made.commit("2026-11-21")
    of(made).sub(OTHER.format(key="2024") + ".md", "reported: 未启动", "reported: 推进中")
    DONE(of(made))
    made.commit("2026-11-22")
    BACK(of(made))
    made.commit("2026-11-23")
    return made


def test_what_was_not_published_yet_may_be_changed_on_its_branch(branch: SandboxRepository) -> None:
    assert fields(branch) == []


def test_a_merged_branch_is_one_change(branch: SandboxRepository) -> None:
    branch.git("switch", "--quiet", "main")
    of(branch).sub("index.md", "^title: .*$", "title: 另一个题目")
    branch.commit("2026-11-23")
    branch.merge("feature", day="2026-11-24")
    assert fields(branch) == []
    branch.git("push", "--quiet", "origin", "HEAD:main")
    assert fields(branch) == []


def test_a_squashed_branch_is_one_change(branch: SandboxRepository) -> None:
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--squash", "feature")
    push(branch, "2026-11-24")
    assert fields(branch) == []


def test_a_branch_that_is_pushed_commit_by_commit_publishes_each_of_them(branch: SandboxRepository) -> None:
    branch.git("push", "--quiet", "origin", "HEAD:main")
    assert fields(branch) == ["silent-change: reported"]


def test_a_branch_is_rebased_before_merging(branch: SandboxRepository) -> None:
    branch.git("switch", "--quiet", "main")
    of(branch).sub(NOTE + ".md", "^title: .*$", "title: 单位曾经写错")
    push(branch, "2026-11-23")
    branch.git("switch", "--quiet", "feature")
    branch.git("reset", "--quiet", "--soft", "HEAD~3")
    branch.commit("2026-11-24")
    branch.git("rebase", "--quiet", "main", time=at("2026-11-25"))
    assert fields(branch) == []
    branch.git("push", "--quiet", "origin", "HEAD:main")
    assert fields(branch) == []


def test_a_branch_that_slips_is_caught_before_and_after_it_is_merged(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    made.git("switch", "--quiet", "-c", "feature")
    DONE(of(made))
    made.commit("2026-11-21")
    assert fields(made) == ["silent-change: reported"]
    made.git("switch", "--quiet", "main")
    of(made).sub("index.md", "^title: .*$", "title: 另一个题目")
    made.commit("2026-11-22")
    made.merge("feature", day="2026-11-24")
    assert fields(made) == ["silent-change: reported"]
    made.git("push", "--quiet", "origin", "HEAD:main")
    assert fields(made) == ["silent-change: reported"]


def test_a_merge_that_does_not_take_over_a_slip_is_fine(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    made.git("switch", "--quiet", "-c", "feature")
    DONE(of(made))
    second_update(made)
    made.commit("2026-11-21")
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--no-commit", "--no-ff", "feature")
    BACK(of(made))
    push(made, "2026-11-24")
    assert fields(made) == []


def test_a_revert_is_enough(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    DONE(of(made))
    push(made, "2026-11-21")
    second_update(made)
    push(made, "2026-11-22")
    assert fields(made) == ["silent-change: reported"]
    made.git("revert", "--no-edit", "HEAD~1", time=at("2026-11-23"))
    assert fields(made) == []
    made.git("push", "--quiet", "origin", "HEAD:main")
    assert fields(made) == []


def test_a_correction_may_join_later_but_an_older_one_licenses_nothing(
    clerk: Callable[[str], SandboxRepository],
) -> None:
    made = clerk("one")
    DONE(of(made))
    push(made, "2026-11-21")
    OPENLY(of(made))
    push(made, "2026-11-22")
    assert fields(made) == []
    BACK(of(made))
    push(made, "2026-11-23")
    assert fields(made) == ["silent-change: reported"]
    DONE(of(made))
    push(made, "2026-11-24")
    assert fields(made) == []


def test_a_correction_may_correct_a_correction(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    DONE(of(made))
    OPENLY(of(made))
    push(made, "2026-11-21")
    note = of(made).all("corrections/*-mended.md")[0]
    of(made).move(note, "corrections/2026-11-28-first.md")
    assert fields(made) == ["lost-id: 更正 corrections/2026-11-28-mended 曾经发布，现在不见了"]
    of(made).move("corrections/2026-11-28-first.md", note)
    of(made).move(note, "kept")
    correct(
        ("corrections/2026-11-28-mended", "corrects.1.now", "已完成", "提前完成"),
        (UPDATE, "reported", "已完成", "提前完成"),
    )(of(made))
    of(made).move(note, "corrections/2026-11-28-again.md")
    of(made).move("kept", note)
    of(made).sub(note, "now: '已完成'", "now: '提前完成'")
    sub(U, "reported: 已完成", "reported: 提前完成")(of(made))
    push(made, "2026-11-24")
    assert fields(made) == []


def test_what_is_staged_is_about_to_join(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    DONE(of(made))
    made.git("add", "content")
    BACK(of(made))
    assert fields(made) == ["silent-change: reported"]


def test_a_version_that_cannot_be_read_is_passed_over(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    path = U.format(key="2024")
    text = of(made).read(path)
    of(made).write(path, text.replace("reported: ", "reported "))
    push(made, "2026-11-21")
    of(made).write(path, text.replace("部分完成", "已完成"))
    push(made, "2026-11-22")
    assert fields(made) == ["silent-change: reported"]


@pytest.mark.parametrize("since", ["commit", "tag", "2026-11-22"])
def test_a_fork_starts_a_line_of_its_own(clerk: Callable[[str], SandboxRepository], since: str) -> None:
    made = clerk("one")
    DONE(of(made))
    made.commit("2026-11-21")
    of(made).drop(NOTE + ".md")
    start = made.commit("2026-11-22")
    made.git("tag", "tag")
    made.git("remote", "remove", "origin")
    assert len(fields(made)) == 2
    line = start if since == "commit" else since
    of(made).write("site.yml", of(made).read("site.yml") + f"published_since: '{line}'\n")
    made.commit("2026-11-23")
    assert fields(made) == []
    BACK(of(made))
    assert fields(made) == ["silent-change: reported"]


def test_the_published_branch_may_have_any_name(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    made.git("push", "--quiet", "origin", "HEAD:release")
    of(made).write("site.yml", of(made).read("site.yml") + "published_branch: release\n")
    DONE(of(made))
    push(made, "2026-11-21")
    assert fields(made) == ["silent-change: reported"]
    OPENLY(of(made))
    push(made, "2026-11-22")
    assert fields(made) == []


@pytest.mark.parametrize("depth", [1, 20])
def test_a_pull_request_is_built_at_depth(
    branch: SandboxRepository, origin: SandboxRepository, tmp_path: Path, depth: int
) -> None:
    """As a service checks it out: the merge into main, detached; main itself may not be there."""
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-ff", "-m", "Merge feature into main", "feature", time=at("2026-11-24"))
    branch.git("push", "--quiet", "origin", "HEAD:refs/pull/1/merge")
    made = SandboxRepository(tmp_path / "built")
    made.root.mkdir()
    made.git("init", "--quiet")
    made.git("fetch", "--quiet", f"--depth={depth}", f"file://{origin.root}", "refs/pull/1/merge")
    made.git("checkout", "--quiet", "--detach", "FETCH_HEAD")
    project: Sandbox = configured(made.root)
    said = project.run("check", date="2026-11-29").err
    assert ("[shallow-history]" in said) == (depth == 1)
    assert "[silent-change]" not in said


def test_an_old_commit_is_judged_by_what_was_published_then(clerk: Callable[[str], SandboxRepository]) -> None:
    made = clerk("one")
    second_update(made)
    push(made, "2026-11-21")
    made.git("checkout", "--quiet", "--detach", "HEAD~1")
    assert fields(made) == []


@pytest.mark.parametrize("now", ["never", "2024-03-01", ""])
def test_a_line_that_begins_elsewhere_is_told_until_a_correction_says_so(
    origin: SandboxRepository, clerk: Callable[[str], SandboxRepository], now: str
) -> None:
    one = clerk("one")
    was = origin.head
    site = of(one).read("site.yml")
    of(one).write("site.yml", site + f"published_since: {was}\n")
    push(one, "2026-11-21")
    of(one).write("site.yml", site + (f"published_since: {now}\n" if now else ""))
    assert [(it.rule, it.notice) for it in judged(one.root)] == [("moved-beginning", True)]
    push(one, "2026-11-22")
    found = judged(one.root)
    assert [(it.rule, it.place.line) for it in found] == [("moved-beginning", len(site.splitlines()) + 1 if now else 1)]
    assert judged(one.root, remembered=True) == found
    correct(("site", "published_since", was, now))(of(one))
    assert judged(one.root) == []
    push(one, "2026-11-23")
    assert judged(one.root, remembered=True) == judged(one.root) == []


def test_a_first_beginning_and_the_end_of_never_are_no_moves(clerk: Callable[[str], SandboxRepository]) -> None:
    one = clerk("one")
    site = of(one).read("site.yml")
    for n, since in enumerate(["never", "2026-11-20"]):
        of(one).write("site.yml", site + f"published_since: {since}\n")
        assert judged(one.root) == []
        push(one, f"2026-11-2{n + 1}")
        assert judged(one.root) == []


def test_what_is_drafted_before_the_line_begins_may_change(clerk: Callable[[str], SandboxRepository]) -> None:
    one = clerk("one")
    of(one).write("site.yml", of(one).read("site.yml") + "published_since: 2026-11-25\n")
    push(one, "2026-11-21")
    sub(U, "reported: 部分完成", "reported: 已完成")(of(one))
    assert judged(one.root, today=date(2026, 11, 24)) == []
    assert [it.rule for it in judged(one.root, today=date(2026, 11, 25))] == ["silent-change"]
