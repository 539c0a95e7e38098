"""``serve`` lives through whatever happens to its project, says so, and is right again afterwards."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from disclosure.preview import server
from disclosure.preview.server import PROBLEMS
from tests import edits
from tests.projects import Sandbox, files_of, without_downloads
from tests.served import BUILT, Served, serving, small

Harm = Callable[[Sandbox], Callable[[], object]]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests of this file: each leaves the project as it was."""
    with serving(small(tmp_path_factory.mktemp("served") / "project")) as one:
        yield one


def rewritten(name: str, old: str, new: str) -> Harm:
    def harm(project: Sandbox) -> Callable[[], object]:
        path = project.root / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return lambda: path.write_text(text, "utf-8")

    return harm


def moved(name: str) -> Harm:
    def harm(project: Sandbox) -> Callable[[], object]:
        path, away = project.root / name, project.root / "away"
        path.rename(away)
        return lambda: away.rename(path)

    return harm


def deleted(name: str) -> Harm:
    def harm(project: Sandbox) -> Callable[[], object]:
        path, copy = project.root / name, project.root / "copy"
        shutil.copytree(path, copy)
        shutil.rmtree(path)
        return lambda: shutil.copytree(copy, path) and shutil.rmtree(copy)

    return harm


def taken_away(project: Sandbox) -> Callable[[], object]:
    """The whole project."""
    away = project.root.with_name("away")
    project.root.rename(away)

    def back() -> None:
        # A build that was under way goes on writing where the project was
        shutil.rmtree(project.root, ignore_errors=True)
        away.rename(project.root)

    return back


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (
            rewritten("templates/pages/home.html", "<h1>", "<h1>\n{% if %}"),
            "templates/pages/home.html:{line}:1: [template]",
        ),
        (rewritten("content/about.md", "order: 20", "order: 二十"), "content/about.md:5:1: [bad-value] order"),
        (rewritten("mkdocs.yml", "docs_dir: content", "docs_dir: [content"), "方括号没有成对"),
        (moved("content"), "content:1:1: [no-content] 没有内容文件夹"),
        (deleted("content"), "content:1:1: [no-content] 没有内容文件夹"),
        (moved("templates"), "templates:1:1: [template] 模板不能用"),
        (deleted("templates"), "templates:1:1: [template] 模板不能用"),
        (moved("mkdocs.yml"), "没有找到可读的"),
        (taken_away, "没有找到可读的"),
    ],
    ids=[
        "template",
        "content",
        "config",
        "content-moved",
        "content",
        "templates-moved",
        "templates",
        "gone",
        "project",
    ],
)
def test_what_is_wrong_is_said_in_terminal_and_tab_until_it_is_mended(served: Served, harm: Harm, words: str) -> None:
    home = (served.project.root / "templates/pages/home.html").read_text("utf-8")
    words = words.format(line=home[: home.index("<h1>")].count("\n") + 2)
    mend = harm(served.project)
    try:
        served.until(words)
        since = served.fails_with(words)["made"]["list"]
        listed = served.get(PROBLEMS)
    finally:
        mend()
    assert words in listed
    served.recovers(since)
    served.until(BUILT)
    assert "没有错误，页面是最新的" in served.get(PROBLEMS)


def test_what_is_changed_after_a_folder_came_back_is_seen(served: Served) -> None:
    since = served.made()
    deleted("content")(served.project)()
    served.recovers(since)
    shown_after(served, lambda: served.project.edit("about.md", "title: ", "title: 又见"), "又见")
    shown_after(served, lambda: served.project.edit("about.md", "title: 又见", "title: "), "<h1>关于本站")


def test_a_folder_that_is_new_or_renamed_is_watched_too(served: Served) -> None:
    folder, later = served.project.content / "new/deep", served.project.content / "later"
    folder.mkdir(parents=True)
    (folder / "a.yml").write_text("a: b\n", "utf-8")
    served.fails_with("content/new/deep/a.yml")
    folder.parent.rename(later)
    since = served.fails_with("content/later/deep/a.yml")["made"]["list"]
    (later / "deep/a.yml").unlink()
    served.recovers(since)
    shutil.rmtree(later)


def test_a_site_that_was_deleted_is_made_anew_at_the_next_save(served: Served) -> None:
    # Out of the way at once: a build that still writes into the folder may not fill it while it is emptied.
    shutil.rmtree(served.project.site.rename(served.project.root / "old-site"))
    shown_after(served, lambda: served.project.edit("about.md", "title: ", "title: 重来"), "重来")
    shown_after(served, lambda: served.project.edit("about.md", "title: 重来", "title: "), "<h1>关于本站")
    assert (served.project.site / "index.html").is_file()


def shown_after(served: Served, change: Callable[[], object], words: str) -> None:
    change()
    served.ends_in(lambda _news: words in served.get("/about.html"))


def test_no_change_is_missed_while_a_build_runs(served: Served) -> None:
    about = served.project.content / "about.md"
    text = about.read_text("utf-8")
    for number in range(30):
        about.write_text(text.replace("title: ", f"title: 第{number}次"), "utf-8")
        time.sleep(0.02)
    served.until(BUILT)
    served.ends_in(lambda _news: "第29次" in served.get("/about.html"))
    since = served.made()
    about.write_text(text, "utf-8")
    served.recovers(since)


def test_branches_may_be_switched_underneath_even_while_a_build_runs(tmp_path: Path) -> None:
    project = edits.project(tmp_path / "project")
    switch = Branches(project, tmp_path / "git")
    with serving(project) as served:
        for _time in range(4):
            since = served.made()
            switch("other")
            time.sleep(0.15)
            switch("main")
            time.sleep(0.3)
            switch("other")
        served.recovers(since)
        wanted = without_downloads(project.copy(tmp_path / "anew").build())
        served.ends_in(lambda _news: files_of(project.site) == wanted)


class Branches:
    """Two branches of a project, and how to switch; the repository lies elsewhere, so that no build asks it."""

    def __init__(self, project: Sandbox, folder: Path) -> None:
        self.git = ["git", f"--git-dir={folder}", f"--work-tree={project.root}", "-c", "user.name=a"]
        self.git += ["-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"]
        self("init", "--quiet", "--initial-branch=main")
        self.commit()
        self("checkout", "--quiet", "-b", "other")
        shutil.rmtree(project.content / "reports/2025")
        for number in range(300):
            (project.content / f"note-{number}.md").write_text(edits.NARRATIVE.format(title=number), "utf-8")
        base = project.root / "templates/base.html"
        base.write_text(base.read_text("utf-8").replace("<body ", '<body data-branch="other" '), "utf-8")
        self.commit()
        self("checkout", "--quiet", "main")

    def commit(self) -> None:
        self("add", "content", "templates")
        self("commit", "--quiet", "--message=a")

    def __call__(self, *words: str) -> None:
        given = words if len(words) > 1 else ("checkout", "--quiet", *words)
        subprocess.run([*self.git, *given], check=True, cwd=self.git[2].partition("=")[2])


def test_an_exception_of_ours_is_told_with_its_traceback_and_the_next_save_builds(
    project: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    previews: list[server.Preview] = []
    lists: list[str] = []

    class Recorded(server.Preview):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            previews.append(self)

    def saves(_project: object) -> Iterator[frozenset[Path] | None]:
        changed = frozenset((project.content / "about.md",))
        yield None
        project.edit("about.md", "order: 20", "order: 30")
        with monkeypatch.context() as patched:
            patched.setattr("disclosure.build.build.plan_site", broken)
            yield changed
        lists.append(problems_of(previews[0]))
        yield changed
        lists.append(problems_of(previews[0]))

    monkeypatch.setattr("disclosure.preview.server.Preview", Recorded)
    monkeypatch.setattr("disclosure.cli.serve.changes", saves)
    done = project.run("serve", "--port", "0")
    assert done.code == 0
    assert "RuntimeError: a bug" in done.out
    assert "Traceback (most recent call last)" in done.out
    assert done.out.index("预览还在，下一次保存时再试") < done.out.rindex(BUILT)
    assert "程序出错了（这不是内容的问题），页面还是上一次的样子" in lists[0]
    assert "Traceback (most recent call last)" in lists[0]
    assert "没有错误，页面是最新的" in lists[1]


def broken(*_given: object) -> None:
    raise RuntimeError("a bug")


def problems_of(preview: server.Preview) -> str:
    with closing(http.client.HTTPConnection("127.0.0.1", preview.server_port, timeout=10)) as connection:
        connection.request("GET", PROBLEMS)
        with connection.getresponse() as answer:
            return answer.read().decode()


def test_a_server_that_was_killed_leaves_its_port_to_the_next(tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    with serving(project) as one:
        with socket.create_connection(("127.0.0.1", one.port)):
            one.stop()
        with serving(project, one.port) as other:
            assert "<html" in other.get("/")
