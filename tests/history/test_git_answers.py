"""Git answers whatever anybody configured, or it is said why it does not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure.source import git
from disclosure.source.git import BlobChange, open_repository
from disclosure.source.git_process import GitTrouble, Reason
from tests.projects import Sandbox
from tests.repositories import SandboxRepository

# Every setting of these sections that git 2.39 knows to change what is shown, turned the other way
OTHERWISE = """
[color]
    ui = always
    diff = always
    status = always
    branch = always
    showBranch = always
    grep = always
    interactive = always
    pager = true
[diff]
    autoRefreshIndex = false
    algorithm = patience
    colorMoved = zebra
    context = 0
    dirstat = files,10,cumulative
    external = false
    ignoreSubmodules = all
    indentHeuristic = false
    interHunkContext = 9
    mnemonicPrefix = true
    noprefix = true
    orderFile = order
    relative = true
    renameLimit = 1
    renames = copies
    statGraphWidth = 1
    submodule = log
    suppressBlankEmpty = true
    tool = false
    wordRegex = .
    wsErrorHighlight = all
[log]
    abbrevCommit = true
    date = relative
    decorate = full
    diffMerges = combined
    follow = true
    graphColors = red
    initialDecorationSet = all
    mailmap = false
    showRoot = false
    showSignature = true
[status]
    aheadBehind = false
    branch = true
    displayCommentPrefix = true
    relativePaths = false
    renames = copies
    short = true
    showStash = true
    showUntrackedFiles = no
    submoduleSummary = true
[core]
    abbrev = 4
    quotePath = true
    precomposeUnicode = false
    fsmonitor = touch ran
    hooksPath = hooks
    pager = false
    useReplaceRefs = true
    attributesFile = attributes
[filter "spoil"]
    clean = touch ran
    smudge = touch ran
    required = true
[i18n]
    logOutputEncoding = utf-16
[grep]
    fullName = true
[submodule]
    recurse = true
"""


@pytest.fixture(params=["sha1", "sha256"])
def repository(request: pytest.FixtureRequest, project: Sandbox) -> SandboxRepository:
    """Two commits of the small project, by either kind of digest."""
    made = SandboxRepository(project.root)
    made.git("init", "--quiet", "--initial-branch=main", f"--object-format={request.param}")
    (project.content / "files").mkdir(exist_ok=True)
    (project.content / "files/中文 名.txt").write_text("x")
    made.commit("2024-02-10")
    project.edit("about.md", "示例区并不存在", "示例区不存在")
    made.commit("2024-02-20")
    return made


def answers(root: Path) -> list[object]:
    """What every function that asks git says."""
    content = root / "content"
    asked = open_repository(content)
    head = asked.commits_named(["HEAD", "refs/heads/none"])["HEAD"]
    commits = asked.commits([head])
    trees = ["", *(one.tree for one in commits)]
    return [
        git.heads(content),
        (asked.prefix, asked.algorithm),
        commits,
        asked.commit(head),
        asked.is_ancestor(commits[0].id, head),
        asked.merge_bases(commits[0].id, head),
        list(asked.changes(pairwise(trees))),
        asked.files(head),
        asked.staged(),
        asked.objects([commits[0].id]),
    ]


def test_no_setting_changes_an_answer(repository: SandboxRepository, tmp_path: Path) -> None:
    before = answers(repository.root)
    config = repository.root / ".git/config"
    config.write_text(config.read_text() + OTHERWISE)
    (repository.root / ".gitattributes").write_text("* filter=spoil diff=spoil text eol=crlf\n")
    (repository.root / "order").write_text("z*\n")
    assert answers(repository.root) == before
    assert not list(repository.root.rglob("ran"))


def test_no_variable_of_the_environment_changes_an_answer(
    repository: SandboxRepository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = answers(repository.root)
    (tmp_path / "config").write_text(OTHERWISE)
    for name, value in {
        "GIT_CONFIG_GLOBAL": str(tmp_path / "config"),
        "GIT_DIR": str(tmp_path),
        "GIT_WORK_TREE": str(tmp_path),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_TRACE": "1",
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_EXTERNAL_DIFF": "false",
        "LC_ALL": "zh_CN.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    assert answers(repository.root) == before


def test_a_replaced_commit_is_read_as_it_was(repository: SandboxRepository) -> None:
    before = answers(repository.root)
    repository.git("replace", "HEAD", "HEAD~1")
    assert answers(repository.root) == before


def test_what_a_commit_changed_is_told_with_paths_from_the_content_folder(repository: SandboxRepository) -> None:
    asked = open_repository(repository.root / "content")
    first, second = asked.commits([repository.head])
    (changed,) = asked.changes([(first.tree, second.tree)])
    (root,) = asked.changes([("", first.tree)])
    assert [one.path for one in changed] == ["about.md"]
    assert "files/中文 名.txt" in [one.path for one in root]
    assert all(isinstance(one, BlobChange) and one.old == "" for one in root)


def test_a_project_may_be_a_folder_of_a_repository_or_a_worktree_of_one(project: Sandbox, tmp_path: Path) -> None:
    outer = SandboxRepository(tmp_path)
    outer.git("init", "--quiet", "--initial-branch=main")
    outer.git("add", ".")
    outer.git("commit", "--quiet", "-m", "x")
    inside = open_repository(project.content)
    outer.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "other"))
    other = open_repository(tmp_path / "other" / project.root.name / "content")
    assert inside.prefix == other.prefix == f"{project.root.name}/content/"
    assert inside.files(outer.head) == other.files(outer.head)
    assert "about.md" in inside.files(outer.head)


def test_content_may_be_a_submodule(project: Sandbox, tmp_path: Path) -> None:
    inner = SandboxRepository(tmp_path / "inner")
    shutil.move(project.content, inner.root / "content")
    inner.commit()
    outer = SandboxRepository(project.root)
    outer.git("init", "--quiet", "--initial-branch=main")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.root), "sub")
    asked = open_repository((project.root / "sub/content").resolve())
    assert "about.md" in asked.files(asked.commits_named(["HEAD"])["HEAD"])


def test_content_that_looks_like_a_bare_repository_is_none(repository: SandboxRepository) -> None:
    before = answers(repository.root)
    content = repository.root / "content"
    for folder in ("objects", "refs/heads"):
        (content / folder).mkdir(parents=True)
    (content / "HEAD").write_text("ref: refs/heads/main\n")
    (content / "config").write_text("[core]\n bare = true\n fsmonitor = touch ran\n")
    assert answers(repository.root) == before


@pytest.mark.parametrize("setting", [" bare = true", " worktree = /", " bare = true\n worktree = /none"])
def test_no_setting_says_where_the_work_tree_is(repository: SandboxRepository, setting: str) -> None:
    before = answers(repository.root)
    with (repository.root / ".git/config").open("a") as file:
        file.write(f"[core]\n{setting}\n")
    assert answers(repository.root) == before


def test_a_folder_called_git_that_is_no_repository_hides_none(repository: SandboxRepository) -> None:
    before = answers(repository.root)
    (repository.root / "content/.git").mkdir()
    assert answers(repository.root) == before


def test_an_old_text_that_has_other_words_under_its_name_is_trouble(repository: SandboxRepository) -> None:
    asked = open_repository(repository.root / "content")
    one, other = sorted(asked.files(repository.head).values())[:2]
    path = repository.root / ".git/objects"
    file = path / one[:2] / one[2:]
    file.chmod(0o644)
    file.write_bytes((path / other[:2] / other[2:]).read_bytes())
    with pytest.raises(GitTrouble) as trouble:
        asked.objects([one])
    assert trouble.value.reason in (Reason.OTHER, Reason.PARTIAL)


def test_git_is_not_looked_for_where_it_is_run(repository: SandboxRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("git", "content/git"):
        path = repository.root / name
        path.write_text("#!/bin/sh\ntouch ran\n")
        path.chmod(0o755)
    monkeypatch.chdir(repository.root / "content")
    before = answers(repository.root)
    monkeypatch.setenv("PATH", f".::content:{os.environ['PATH']}")
    assert answers(repository.root) == before
    assert not list(repository.root.rglob("ran"))


def reason(root: Path) -> Reason:
    with pytest.raises(GitTrouble) as trouble:
        open_repository(root / "content")
    return trouble.value.reason


def test_no_repository_is_told_in_passing(project: Sandbox) -> None:
    done = project.run("check")
    assert (done.code, done.err) == (0, "")
    assert "没有 git 仓库：发布过的内容有没有被改动，没有核对" in done.out
    assert "没有 git 仓库" in project.run("build").out


def test_a_repository_around_the_project_that_does_not_know_it_is_none(project: Sandbox, tmp_path: Path) -> None:
    outer = SandboxRepository(tmp_path)
    outer.git("init", "--quiet")
    outer.git("commit", "--quiet", "--allow-empty", "-m", "x")
    done = project.run("build")
    assert (done.code, done.err) == (0, "")
    assert "git 不认识这些内容" in done.out
    assert '"commit": ""' in (project.site / "manifest.json").read_text("utf-8")


@pytest.fixture
def committed(project: Sandbox) -> Sandbox:
    SandboxRepository(project.root).commit()
    return project


def said(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What ``check`` says here, and what it says where a machine builds: a reminder, and an error."""
    monkeypatch.delenv("CI", raising=False)
    here = project.run("check")
    monkeypatch.setenv("CI", "true")
    there = project.run("check")
    monkeypatch.delenv("CI")
    assert (here.code, there.code) == (0, 1), here.err + there.err
    return here.err, there.err


def test_a_clone_without_history_is_told(committed: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed.edit("about.md", "示例区并不存在", "示例区不存在")
    SandboxRepository(committed.root).commit("2024-02-20")
    shallow = Sandbox(SandboxRepository(committed.root).clone(tmp_path / "shallow", "--depth", "1").root)
    here, there = said(shallow, monkeypatch)
    assert "[shallow-history]" in here
    assert "git fetch --unshallow" in here
    assert "fetch-depth: 0" in there
    assert "更新时间：" not in shallow.run("build").out + (shallow.site / "about.html").read_text("utf-8")


def test_a_clone_as_deep_as_the_history_knows_all(committed: Sandbox, tmp_path: Path) -> None:
    deep = Sandbox(SandboxRepository(committed.root).clone(tmp_path / "deep", "--depth", "20").root)
    assert deep.run("check").err == ""


def test_a_foreign_owner_is_told(committed: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    here, there = said(committed, monkeypatch)
    assert "[git-owner]" in here
    assert f"git config --global --add safe.directory {committed.root}" in there


def test_a_foreign_owner_that_the_user_trusts_is_no_matter(
    committed: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text(f"[safe]\n directory = {committed.root}\n[color]\n ui = always\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    committed.edit("reports/2024/report.md", "{#p2-05}", "{#p2-06}")
    assert "[lost-id]" in committed.run("check").err


def test_a_missing_program_is_told(committed: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    here, there = said(committed, monkeypatch)
    assert "[no-git] 提醒：找不到 git" in here
    assert "apt-get install git" in there


def test_a_clone_without_old_contents_is_told_and_nothing_is_fetched(
    committed: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = SandboxRepository(committed.root)
    committed.edit("reports/2024/report.md", "note_prefix: n", "# n01\nnote_prefix: n")
    committed.edit("about.md", "示例区并不存在", "示例区不存在")
    source.commit("2024-02-20")
    source.git("config", "uploadpack.allowFilter", "true")
    partial = Sandbox(source.clone(tmp_path / "partial", "--filter=blob:none").root)
    here, there = said(partial, monkeypatch)
    assert "[partial-history]" in here
    assert "filter 留空" in there


def test_a_broken_repository_is_told_in_gits_own_words(committed: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    (committed.root / ".git/config").write_text("[core]\n repositoryformatversion = 99\n bare = false\n")
    here, _there = said(committed, monkeypatch)
    assert "[git-failed] 提醒：git 没有回答（fatal: " in here


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("published_branch: release", "[no-branch] 仓库里没有发布分支 release"),
        ("published_since: v9", "[no-beginning] 发布起点 v9 不在发布过的历史里"),
        ("published_since: 2026年11月3日", "提示：写作 published_since: 2026-11-03\n"),
        ("published_since: 2026/11/3", "提示：写作 published_since: 2026-11-03\n"),
    ],
)
def test_a_line_that_is_not_there_is_an_error(committed: Sandbox, line: str, message: str) -> None:
    path = committed.content / "site.yml"
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    done = committed.run("check")
    assert (done.code, message in done.err) == (1, True), done.err
    last = path.read_text("utf-8").count("\n")
    assert f"content/site.yml:{last}:" in done.err


def test_the_commit_is_named_only_where_the_content_is_in_it(
    committed: Sandbox, create: Callable[..., Sandbox]
) -> None:
    repository = SandboxRepository(committed.root)
    assert f'"commit": "{repository.head}"' in committed.build()["manifest.json"].decode()
    (committed.content / "files").mkdir(exist_ok=True)
    (committed.content / "files/new.txt").write_text("x")
    assert '"commit": ""' in committed.build()["manifest.json"].decode()
    (committed.content / "files/new.txt").unlink()
    about = committed.content / "about.md"
    about.write_bytes(about.read_bytes().replace(b"\n", b"\r\n"))
    assert f'"commit": "{repository.head}"' in committed.build()["manifest.json"].decode()
