"""No content, no folder and no cache, however odd, stops the program or is waited for: each oddity by name."""

from __future__ import annotations

import os
import random
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import broken_projects
from tests.mishaps import Mishaps
from tests.projects import REPOSITORY, Run, Sandbox

HEAD = re.compile(r"^(?P<path>[^:\n]+):\d+:\d+: \[(?P<rule>[a-z0-9-]+)\] ", re.M)


def said(run: Run) -> list[tuple[str, str]]:
    """Rule and file of each message, of a run that found something wrong and said what to do."""
    assert run.code == 1, run.out + run.err
    found = [(head["rule"], head["path"]) for head in HEAD.finditer(run.err)]
    assert run.err.count("    提示：") == len(found)
    return found


@pytest.mark.parametrize("first", broken_projects.SHORT[::100])
def test_no_broken_project_stops_the_program(first: int) -> None:
    tried(first, 100)


@pytest.mark.long
@pytest.mark.parametrize("first", sorted({*broken_projects.LONG[::100]} - {*broken_projects.SHORT[::100]}))
def test_none_of_many_broken_projects_stops_the_program(first: int) -> None:
    tried(first, 100)


def test_every_kind_of_project_and_of_mishap_is_among_those_that_are_always_tried(tmp_path: Path) -> None:
    kinds = {kind.__name__ for _weight, kind in Mishaps(tmp_path, 0).kinds}
    assert {Mishaps(tmp_path, seed).kind().__name__ for seed in broken_projects.SHORT} == kinds
    bases = {(name, published) for name, _weight, published in broken_projects.BASES}
    assert {broken_projects.base(random.Random(seed)) for seed in broken_projects.SHORT} == bases


def tried(first: int, count: int) -> None:
    """In a process of their own, whose memory is theirs alone."""
    command = [sys.executable, "-m", "tests.broken_projects", str(first), str(count)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=1800, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bind(path: Path) -> None:
    """A socket; the way to it may be too long to be named whole."""
    before = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)
    os.chdir(before)


def link_to(goal: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(goal)


STRANGE = {
    "pipe": pipe,
    "socket": bind,
    "folder": Path.mkdir,
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to nothing": link_to("none"),
    "link to a device": link_to("/dev/zero"),
    "link out": link_to("../.."),
}


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("name", ["site.yml", "about.md", "reports/2024/report.md", "reports/2024/source.txt"])
def test_what_is_no_file_is_told_and_not_waited_for(project: Sandbox, name: str, strange: str) -> None:
    path = project.content / name
    path.unlink()
    STRANGE[strange](path)
    told = said(project.run("check"))
    # Of a source any name will do, of a folder too: there the source is missing
    is_source = name.endswith(".txt") and strange == "folder"
    assert is_source or [path for rule, path in told if rule in ("unreadable", "outside")] == [f"content/{name}"]
    assert not is_source or ("no-source", "content/reports/2024/report.md") in told
    assert ("no-site", "content/site.yml") not in told


@pytest.mark.parametrize("strange", STRANGE)
def test_a_pipe_in_place_of_the_settings_is_not_waited_for(project: Sandbox, strange: str) -> None:
    (project.root / "mkdocs.yml").unlink()
    STRANGE[strange](project.root / "mkdocs.yml")
    done = project.run("check")
    assert (done.code, done.out.startswith("没有找到可读的")) == (2, True)


HEADING = "### （一）扩大样品园区 {#2-1-park}\n"
RENAMED = {
    "the heading's id": lambda folder: edit(folder / "report.md", "{#2-1-park}", "{#2-1-yard}"),
    "the heading": lambda folder: edit(folder / "report.md", HEADING, ""),
    "the records' folder": lambda folder: (folder / "commitments/2-1-park").rename(folder / "commitments/park"),
    "a record's folder": lambda folder: into(folder / "commitments/2-1-park/c005.yml", folder / "commitments/2-9"),
    "the results' file": lambda folder: (folder / "results/part-1.yml").rename(folder / "results/part-one.yml"),
}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def into(path: Path, folder: Path) -> None:
    folder.mkdir()
    path.rename(folder / path.name)


@pytest.mark.parametrize("what", RENAMED)
def test_records_of_a_section_that_is_not_there_are_told_once(create: Callable[..., Sandbox], what: str) -> None:
    project = create("register")
    RENAMED[what](project.content / "reports/2024")
    told = said(project.run("check"))
    assert [rule for rule, _path in told].count("section") == 1


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("[", "yaml"),
        ("\x00", "control"),
        ("[" * 3000, "yaml-depth"),
        ("a: &a [*a]", "yaml-alias"),
        ("- a", "config"),
        ("docs_dir: [a]", "config"),
        ("docs_dir: ..", "config"),
        ("docs_dir: .", "config"),
        ("docs_dir: /etc", "config"),
        ('docs_dir: "\\0"', "config"),
        ("theme: x", "config"),
        ("site_dir: .", "config"),
        ("site_dir: content", "config"),
        ("site_dir: content/site", "config"),
    ],
)
def test_settings_that_cannot_be_followed_are_told_with_their_place(project: Sandbox, written: str, rule: str) -> None:
    config = project.root / "mkdocs.yml"
    kept = [one for one in config.read_text("utf-8").splitlines() if one.partition(":")[0] != written.partition(":")[0]]
    whole = written.partition(":")[0] in ("docs_dir", "site_dir")
    config.write_text("\n".join([written, *(kept if whole else [])]), "utf-8")
    for command in ("check", "build"):
        assert [found[0] for found in said(project.run(command))][:1] == [rule]
    assert not project.site.exists()


def test_a_project_of_reports_alone_lacks_its_site_yml(project: Sandbox) -> None:
    for path in project.content.iterdir():
        if path.name != "reports":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert said(project.run("build")) == [("no-site", "content/site.yml")]
    shutil.rmtree(project.content / "reports")
    assert said(project.run("build")) == [("no-site", "content/site.yml")]
    project.content.rmdir()
    assert said(project.run("build")) == [("no-content", "content")]


@pytest.mark.parametrize("name", ["search/aliases.yml", "links.yml", "questions.yml", "retired.yml", "entities/x.yml"])
def test_a_list_of_comments_alone_holds_no_record(project: Sandbox, name: str) -> None:
    path = project.content / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# 以后再写\n", "utf-8")
    assert project.run("check").code == 0
    path.write_text("", "utf-8")
    assert said(project.run("check")) == [("no-record", f"content/{name}")]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["files/a.csv", "files/A.csv"], ["files/a.csv"]),
        (["files/e\u0301.csv", "files/\u00e9.csv"], ["files/\u00e9.csv"]),
        (["files/" + "长" * 70 + ".csv"], ["files/" + "长" * 70 + ".csv"]),
        (["files/a\u200bb.csv"], ["files/a\\u200bb.csv"]),
        (["files/" + os.fsdecode(b"\xff.csv")], ["files/\\udcff.csv"]),
        (["files/a\nb.csv"], ["files/a"]),
    ],
)
def test_names_that_other_systems_cannot_keep_are_told(project: Sandbox, names: list[str], told: list[str]) -> None:
    for name in names:
        (project.content / name).write_bytes(b"a,b\n")
    done = project.run("check")
    assert done.code == 1
    assert done.err.count("[path]") == 1
    assert all(one in done.err.encode("utf-8", "backslashreplace").decode() for one in told)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("reports/2024/commitments/2-1-park/c005.yml", "id: c005", "id: c" + "1" * 5000),
        ("reports/2024/commitments/2-1-park/c005.yml", "passage: p2-", "passage: p2-" + "1" * 5000),
        ("reports/2024/report.md", "year: 2024", "year: " + "1" * 5000),
        ("reports/2024/report.md", "{#2-1-park}", "{#2-1-" + "park" * 80 + "}"),
        ("reports/2024/report.md", "[^0]", "[^" + "1" * 5000 + "]"),
        ("reports/2024/report.md", "delivered: 2024-01-10", "delivered: 9999-12-31"),
        ("reports/2024/report.md", "delivered: 2024-01-10", "delivered: 0001-01-01"),
        ("reports/2024/report.md", "year: 2024", "year: 9999"),
        ("indicators/output.yml", "period: 2023", "period: 9999"),
        ("site.yml", "notice:", "cycle_days: 999999999\nnotice:"),
        ("indicators/output.yml", "id: output", "id: " + "output" * 50),
    ],
)
def test_ids_and_numbers_have_an_end(create: Callable[..., Sandbox], name: str, old: str, new: str) -> None:
    project = create("register")
    path = project.content / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert said(project.run("check"))


@pytest.mark.parametrize("how", [b"\xb1", b"", b"{}", b"null", None])
def test_a_spoilt_cache_is_a_missing_one(project: Sandbox, how: bytes | None) -> None:
    published = project.build()
    project.run("check")
    for path in [one for one in project.cache.rglob("*") if one.is_file() and one.suffix != ".lock"]:
        data = path.read_bytes() if path.is_file() else b""
        path.unlink(missing_ok=True)
        path.mkdir() if how is None else path.write_bytes(how + data[1:] if how == b"\xb1" else how)
        os.utime(project.content / "about.md")
        assert (project.run("check").code, project.build()) == (0, published), path.name
        shutil.rmtree(path) if path.is_dir() else None


@pytest.mark.parametrize("strange", ["pipe", "socket", "link to itself", "link to nothing", "file"])
def test_a_check_needs_no_cache_and_a_build_says_what_is_in_its_way(project: Sandbox, strange: str) -> None:
    (STRANGE | {"file": lambda path: path.write_bytes(b"x")})[strange](project.cache)
    assert project.run("check").code == 0
    done = project.run("build")
    assert (done.code, "写不进去" in done.out, str(project.cache) in done.out) == (2, True, True)


@pytest.mark.parametrize("strange", ["pipe", "socket", "file"])
def test_what_stands_in_place_of_the_site_is_left_alone(project: Sandbox, strange: str) -> None:
    (STRANGE | {"file": lambda path: path.write_bytes(b"x")})[strange](project.site)
    assert project.run("check").code == 0
    done = project.run("build")
    assert (done.code, "什么也没有动" in done.out) == (2, True)


def test_a_table_without_a_row_is_neither_published_nor_linked(create: Callable[..., Sandbox]) -> None:
    """A register without any target, whose data page led to the table of targets."""
    project = create("register")
    for name in ("indicators", "search", "about.md", "reports/2024/exemptions.yml", "reports/2024/results"):
        path = project.content / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in project.content.glob("reports/*/commitments/*/*.yml"):
        if path.name != "c008.yml":
            path.unlink()
    edit(project.report, "complete: [p0, part-1, part-2]\n", "")
    site = project.build()
    assert "data/commitments.csv" in site
    assert "data/targets.csv" not in site
    assert b"targets.csv" not in site["data.html"] + site["data/catalog.jsonld"]
    assert b'"path": "targets.csv"' not in site["data/datapackage.json"]


def program(project: Sandbox, *arguments: str, **how: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(project.root), "--date", "2024-03-01"]
    return subprocess.Popen([*command, *arguments], **how)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_closes_early_has_not_been_told_that_all_is_fine(project: Sandbox) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = program(project, "check", stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.communicate(timeout=60)[1], done.returncode) == (b"", 1)


def test_without_a_place_for_messages_the_code_still_tells(project: Sandbox) -> None:
    edit(project.content / "site.yml", "keywords: [示例, 测试]", "keyword: 示例")
    done = program(project, "check", stdout=subprocess.DEVNULL, preexec_fn=lambda: os.close(2))
    assert done.wait(timeout=60) == 1


def test_an_interrupted_check_is_not_fine(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("disclosure.cache.snapshot.look", interrupt)
    done = project.run("check")
    said = "中断了，没有做完；已经发布的网站和内容都没有写坏，再运行一次就会补齐\n"
    assert (done.code, done.out, done.err) == (130, said, "")


@pytest.mark.parametrize(
    "written", ["plugins: []", "plugins: [search]", "plugins: [none, disclosure]", "hooks: [x.py]"]
)
def test_what_mkdocs_cannot_do_is_told_in_its_words(project: Sandbox, written: str) -> None:
    config = project.root / "mkdocs.yml"
    lines = [
        one for one in config.read_text("utf-8").splitlines() if one.partition(":")[0] != written.partition(":")[0]
    ]
    config.write_text("\n".join([*lines, written]), "utf-8")
    assert ("config", "mkdocs.yml") in said(project.run("build"))
    assert not project.site.exists()
