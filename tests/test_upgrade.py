"""``upgrade``: a content of an older format becomes one of this, and what the program gave is renewed where nobody
changed it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from disclosure import project as projects
from disclosure.source.edits import TextEdit, replacing, value_of
from disclosure.source.files import SourceFile
from disclosure.starter import files, given, upgrades
from disclosure.starter.upgrades import UpgradeStep
from tests.beginnings import begun
from tests.projects import Sandbox, files_of


def twice_as_often(file: SourceFile) -> Iterator[TextEdit]:
    """A made-up step: a cycle is counted in weeks."""
    if file.name == "site.yml":
        node = value_of(yaml.compose(file.decoded[0]), "cycle_days")
        if node is not None:
            yield replacing(node, str(int(node.value) // 2), "cycle_days 减半")


@pytest.fixture
def site(tmp_path: Path) -> Sandbox:
    return begun(tmp_path / "site")


@pytest.fixture
def newer(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of format 2, newer than the site."""
    monkeypatch.setattr(projects, "FORMAT", 2)
    monkeypatch.setattr(upgrades, "STEPS", (UpgradeStep("第2版：周期减半", twice_as_often),))


def kept(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(root).items() if not name.startswith((".git/", ".cache/"))}


def test_there_is_a_step_for_each_format() -> None:
    assert len(upgrades.STEPS) + 1 == projects.FORMAT


def test_a_new_site_is_of_the_present_format_and_has_nothing_to_upgrade(site: Sandbox) -> None:
    before = kept(site.root)
    done = site.run("upgrade")
    assert done.code == 0
    assert "没有要改的" in done.out
    assert kept(site.root) == before


def test_a_format_to_come_is_refused_with_the_place(site: Sandbox) -> None:
    site.edit("site.yml", "format: 1", "format: 2")
    for command in ("build", "check", "upgrade"):
        done = site.run(command)
        assert done.code == 1
        assert done.err.splitlines()[0] == "content/site.yml:2:1: [format] 内容的格式是第 2 版，这个程序读第 1 版"
        assert "先更新程序" in done.err


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("written", ["format: 1\n", "format: '1'\n", ""])
def test_an_older_format_is_told_to_upgrade_and_keeps_its_comments(site: Sandbox, written: str) -> None:
    site.edit("site.yml", "format: 1\n", written)
    site.edit("site.yml", "cycle_days: 90", "# 三个月\ncycle_days: '90'")
    done = site.run("check")
    assert done.code == 1
    assert "upgrade --dry-run" in done.err
    before = kept(site.root)
    dry = site.run("upgrade", "--dry-run")
    assert (dry.code, kept(site.root)) == (0, before)
    assert "第2版：周期减半" in dry.out
    assert "cycle_days 减半" in dry.out
    assert site.run("upgrade").code == 0
    after = kept(site.root)
    changed = {name for name in after if after[name] != before.get(name)}
    assert {name for name in changed if not name.startswith("docs/")} == {"content/site.yml"}
    text = after["content/site.yml"].decode()
    assert "# 三个月\ncycle_days: '45'\n" in text
    assert projects.format_of(projects.find_any(site.root)) == 2
    assert site.run("check").code == 0
    assert "没有要改的" in site.run("upgrade").out


@pytest.mark.parametrize("start", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_marks_stay(start: str, end: str) -> None:
    file = SourceFile("content/site.yml", "site.yml", f"{start}title: 甲{end}cycle_days: 90{end}".encode())
    made = upgrades.upgraded([file], 1, (UpgradeStep("", twice_as_often),))
    assert made.files == {"site.yml": f"{start}format: 2{end}title: 甲{end}cycle_days: 45{end}".encode()}


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "99999999999999999999", "[1]"])
def test_a_format_that_is_none_is_told_by_the_reading(site: Sandbox, value: str) -> None:
    site.edit("site.yml", "format: 1", f"format: {value}")
    done = site.run("check")
    assert done.code == 1
    assert "content/site.yml:2:" in done.err
    assert site.run("upgrade", "--dry-run").code in (0, 1)


def test_what_the_program_gave_is_renewed_unless_the_project_changed_it(
    site: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, old = site.root, files.given()
    (root / "Makefile").write_text("own:\n", "utf-8")
    (root / ".ci/comment.py").unlink()
    (root / "content/vocabulary/seen.yml").unlink()
    new = {**old, "build.py": b"new", "Makefile": b"new", ".ci/comment.py": b"new", "added.txt": b"new"}
    new.pop(".gitlab-ci.yml")
    monkeypatch.setattr(files, "given", lambda: new)
    before = kept(root)
    told = json.loads(site.run("--json", "upgrade", "--dry-run").out)
    assert kept(root) == before
    assert told["changed"] == ["added.txt", "build.py", "content/vocabulary/seen.yml"]
    assert (told["removed"], told["kept"]) == ([".gitlab-ci.yml"], ["Makefile"])
    done = site.run("upgrade")
    assert "没有动 Makefile：你们改过" in done.out
    assert (root / "build.py").read_bytes() == (root / "added.txt").read_bytes() == b"new"
    assert (root / "Makefile").read_bytes() == b"own:\n"
    assert not (root / ".ci/comment.py").exists()
    assert not (root / ".gitlab-ci.yml").exists()
    assert (root / "content/vocabulary/seen.yml").read_bytes() == before_of("seen.yml")
    assert json.loads(site.run("--json", "upgrade").out)["changed"] == []
    # What was changed is still known as changed, what was renewed as the program's
    assert given.is_as_given(root, "build.py", given.read(root))
    assert not given.is_as_given(root, "Makefile", given.read(root))


def before_of(name: str) -> bytes:
    return (files.FILES / "content/vocabulary" / name).read_bytes()


def test_a_project_that_did_not_begin_with_init_is_given_words_alone(site: Sandbox) -> None:
    (site.root / ".given").unlink()
    (site.root / "Makefile").unlink()
    before = kept(site.root)
    assert json.loads(site.run("--json", "upgrade").out)["changed"] == []
    assert kept(site.root) == before


def test_a_file_that_cannot_be_changed_for_certain_is_said(site: Sandbox, newer: None) -> None:
    path = site.content / "site.yml"
    path.write_bytes(path.read_bytes().replace(b"language", b"\xff"))
    assert site.run("upgrade").code == 2
