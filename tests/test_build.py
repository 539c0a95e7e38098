"""A build is a function of its content and its day, whatever is cached and wherever it runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.theme import theme as render
from disclosure.theme.fragments import RenderedPage
from tests.projects import DATE, REPOSITORY, Run, Sandbox, files_of

EDITS = [
    ("about.md", "示例区并不存在", "示例区从不存在"),
    ("site.yml", "tagline: 测试用的小网站", "tagline: 改过的小网站"),
    ("method.md", "## 编号", "## 段落编号"),
    ("reports/2024/report.md", "title: 2024年示例区政府工作报告", "title: 二〇二四年报告"),
    ("about.md", "order: 20", "order: 5"),
]


def program(project: Sandbox, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    command = [sys.executable, *(arguments or (str(REPOSITORY / "build.py"),))]
    settings = {**os.environ, "DISCLOSURE_DATE": DATE, **environment}
    return subprocess.run(command, cwd=project.root, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on an editor's machine: CI trusts nothing of the last build."""
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("trusting")
def test_a_second_build_renders_and_writes_nothing(project: Sandbox) -> None:
    project.build()
    assert "渲染 0 页，写入 0 个文件，删除 0 个" in project.run("build").out


@pytest.mark.usefixtures("trusting")
def test_one_edit_renders_only_the_pages_that_show_it(project: Sandbox) -> None:
    project.build()
    project.edit("about.md", "示例区并不存在", "示例区从不存在")
    # The page itself; the search's files are no pages
    assert "渲染 1 页，写入 4 个文件，删除 0 个" in project.run("build").out


def test_building_on_gives_the_same_as_building_anew(project: Sandbox, create: Callable[..., Sandbox]) -> None:
    project.build()
    fresh = create(folder="fresh")
    for edit in EDITS:
        project.edit(*edit)
        fresh.edit(*edit)
        shutil.rmtree(fresh.cache, ignore_errors=True)
        shutil.rmtree(fresh.site, ignore_errors=True)
        assert project.build() == fresh.build()
    (project.content / "method.md").unlink()
    project.edit("index.md", "- [怎样核对](method.md#核对)\n", "")
    assert "method.html" not in project.build()


def test_the_day_alone_changes_nothing_that_does_not_show_it(project: Sandbox) -> None:
    """Within the year of its report: once that is over, its pages say so."""
    assert project.build() == project.build(date="2024-12-31")


@pytest.mark.parametrize("garbage", [None, b"", b"{}", b"[]", b"\xff\xfe\x00garbage"])
def test_a_cache_that_is_lost_or_spoilt_costs_only_time(project: Sandbox, garbage: bytes | None) -> None:
    before = project.build()
    for path in [path for path in project.cache.rglob("*") if path.is_file()]:
        path.unlink() if garbage is None else path.write_bytes(garbage)
    assert project.build() == before


def test_a_file_edited_in_the_site_comes_back(project: Sandbox) -> None:
    before = project.build()
    (project.site / "about.html").write_text("edited")
    (project.site / "stray.html").write_text("stray")
    (project.site / "method.html").unlink()
    assert project.build() == before


def test_nothing_is_left_beside_the_site(project: Sandbox) -> None:
    project.build()
    assert sorted(path.name for path in project.root.iterdir()) == [".cache", "content", "mkdocs.yml", "site"]


def test_the_same_bytes_in_another_zone_language_folder_and_hash_order(
    project: Sandbox, create: Callable[..., Sandbox]
) -> None:
    before = project.build()
    other = create(folder="另一个 文件夹/project")
    strange = {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = program(other, **strange)
    assert (done.returncode, done.stderr) == (0, "")
    assert files_of(other.site) == before


def test_mkdocs_build_gives_the_same_site(project: Sandbox, create: Callable[..., Sandbox]) -> None:
    other = create(folder="mkdocs")
    done = program(other, "-m", "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stderr
    assert files_of(other.site) == project.build()
    assert sorted(path.name for path in other.root.iterdir()) == [".cache", "content", "mkdocs.yml", "site"]


def test_mkdocs_build_tells_the_problems_and_leaves_the_site(project: Sandbox) -> None:
    before = project.build()
    project.edit("about.md", "order: 20", "order: 二十")
    done = program(project, "-m", "mkdocs", "build")
    assert done.returncode == 1
    assert "content/about.md:5:1: [bad-value] order（导航次序）的值“二十”不对：应当是整数" in done.stderr
    assert files_of(project.site) == before


def test_mkdocs_build_tells_in_a_sentence_what_stands_in_the_way(project: Sandbox) -> None:
    undated = program(project, "-m", "mkdocs", "build", "--quiet", DISCLOSURE_DATE="昨天")
    shutil.rmtree(project.cache)
    project.cache.write_text("", "utf-8")
    blocked = program(project, "-m", "mkdocs", "build", "--quiet")
    assert [(done.returncode, "Traceback" in done.stderr) for done in (blocked, undated)] == [(1, False), (1, False)]
    assert "删去或移走它，再运行一次" in blocked.stderr
    assert "环境变量 DISCLOSURE_DATE 不是日期" in undated.stderr


def test_a_file_name_that_is_not_utf8_is_told_and_no_bug(project: Sandbox) -> None:
    try:
        Path(os.fsdecode(os.fsencode(project.content) + b"/\xb1\xed.md")).write_text("x")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    done = program(project)
    assert done.returncode == 1
    assert "[path]" in done.stderr


def imports_mkdocs(project: Sandbox) -> bool:
    done = program(project, "-X", "importtime", str(REPOSITORY / "build.py"))
    assert done.returncode == 0, done.stderr
    return "mkdocs" in {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}


def test_mkdocs_is_only_imported_where_its_configuration_asks_for_more_than_we_do(project: Sandbox) -> None:
    assert not imports_mkdocs(project)
    before = files_of(project.site)
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "markdown_extensions: [admonition]\n", "utf-8")
    assert imports_mkdocs(project)
    assert files_of(project.site) == before


def test_a_build_that_only_checks_writes_nothing(project: Sandbox) -> None:
    assert project.run("check") == Run(
        0,
        "2024年示例区政府工作报告：19 行正文、3 条注释与存档原文逐字一致\n"
        "没有 git 仓库：发布过的内容有没有被改动，没有核对，更新时间不显示\n检查通过：0 个错误\n",
        "",
    )
    assert sorted(path.name for path in project.root.iterdir()) == ["content", "mkdocs.yml"]


def test_a_folder_with_files_of_others_is_refused_in_a_sentence(project: Sandbox) -> None:
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_dir: site", "site_dir: docs"), "utf-8")
    (project.root / "docs").mkdir()
    (project.root / "docs/handbook.md").write_bytes(b"by hand")
    done = project.run("build")
    assert done.code == 2
    assert "里有不是本程序发布的文件，什么也没有动" in done.out + done.err
    mkdocs = program(project, "-m", "mkdocs", "build", "--quiet")
    assert mkdocs.returncode == 1
    assert "里有不是本程序发布的文件，什么也没有动" in mkdocs.stderr
    assert "Traceback" not in mkdocs.stderr
    assert files_of(project.root / "docs") == {"handbook.md": b"by hand"}


def test_a_change_of_our_own_code_reaches_every_page(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    # A process knows one theme and one program; this stands for the next process, with other code
    render._theme.cache_clear()
    monkeypatch.setattr("disclosure.theme.theme.program_digest", lambda: "other code")
    monkeypatch.setattr("disclosure.theme.theme.render", lambda *_page: RenderedPage(b"otherwise", ""))
    monkeypatch.setattr("disclosure.audit.flaws", lambda *_page: iter(()))
    monkeypatch.setattr("disclosure.audit.astray", lambda *_links: iter(()))
    monkeypatch.setattr("disclosure.audit.orphans", lambda *_pages: iter(()))
    (project.cache / "snapshot").unlink(missing_ok=True)
    pages = {name: data for name, data in project.build().items() if name.endswith(".html")}
    render._theme.cache_clear()
    assert set(pages.values()) == {b"otherwise"}
