"""Several files of the content are written as one."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from disclosure import project as projects
from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.publishing import together
from tests.projects import Sandbox, create, files_of, full


@pytest.fixture
def site(tmp_path: Path) -> Sandbox:
    return create(tmp_path)


@pytest.fixture
def project(site: Sandbox) -> Project:
    return projects.find(site.root)


FILES = {"content/a.md": b"a", "content/new/b.md": b"b", "draft/2024/c.yml": b"c"}


def interrupted(project: Project, monkeypatch: pytest.MonkeyPatch, files: together.NewFiles, after: int) -> None:
    """Written until so many files are in place: then the process is no more, and clears nothing away."""
    real, done = together._bring, []

    def bring(source: Path, target: Path, *, removes: bool) -> None:
        if len(done) == after:
            raise SystemExit
        done.append(target)
        real(source, target, removes=removes)

    with monkeypatch.context() as patch:
        patch.setattr(together, "_bring", bring)
        patch.setattr(together, "_clear", lambda _project: None)
        with pytest.raises(SystemExit):
            together.write(project, files, "accept")


def test_all_files_arrive_and_nothing_is_left(site: Sandbox, project: Project) -> None:
    before = files_of(site.content)
    together.write(project, {**FILES, "content/about.md": None} if "about.md" in before else FILES, "accept")
    assert {name: (site.root / name).read_bytes() for name in FILES} == FILES
    assert [path.name for path in site.content.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("after", range(3))
def test_the_next_command_writes_what_a_killed_one_had_begun(
    site: Sandbox, project: Project, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    interrupted(project, monkeypatch, FILES, after)
    done = site.run("check")
    assert "上一次 accept 写内容时中断了，现在已经写完（3 个文件）" in done.out
    assert {name: (site.root / name).read_bytes() for name in FILES} == FILES
    assert "上一次" not in site.run("check").out


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    site: Sandbox, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(project, monkeypatch, FILES, 1)
    (site.content / "new").mkdir(exist_ok=True)
    (site.content / "new/b.md").write_text("mine")
    done = site.run("check")
    assert (done.code, (site.content / "new/b.md").read_text()) == (2, "mine")
    assert "content/new/b.md 又被改过，不知道该写成什么，什么也没有动" in done.out


@pytest.mark.parametrize("path", ["../out.md", "/tmp/out.md", "build.py", "content/../x.md", "content/.git/config"])
def test_a_list_that_names_other_files_is_refused(site: Sandbox, path: str) -> None:
    folder = site.content / together.FOLDER
    folder.mkdir()
    changes = '[{"path":"%s","before":"","after":""}]' % path  # noqa: UP031 (braces)
    (folder / together.LIST).write_text('{"command":"accept","changes":%s}' % changes)  # noqa: UP031 (as above)
    assert site.run("check").code == 2


@pytest.mark.parametrize(
    "written", [b"", b"[", b'{"command":"accept","changes":{}}', b'{"command":"\xe6","changes":[]}']
)
def test_a_list_that_cannot_be_read_is_refused(site: Sandbox, written: bytes) -> None:
    folder = site.content / together.FOLDER
    folder.mkdir()
    (folder / together.LIST).write_bytes(written)
    assert site.run("check").code == 2


def test_a_list_that_leads_out_through_a_link_is_refused(site: Sandbox, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (site.content / "linked").symlink_to(away)
    test_a_list_that_names_other_files_is_refused(site, "content/linked/out.md")


def test_a_full_disk_changes_nothing(site: Sandbox, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_of(site.content)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left") as raised:
        together.write(project, FILES, "accept")
    assert (raised.value.errno, files_of(site.content)) == (errno.ENOSPC, before)


def test_a_file_that_cannot_be_replaced_takes_the_others_back(site: Sandbox, project: Project) -> None:
    (site.content / "new").write_text("in the way")
    before = files_of(site.content)
    with pytest.raises(OSError, match=r"exists|directory"):
        together.write(project, FILES, "accept")
    assert files_of(site.content) == before


def test_a_new_file_never_takes_the_place_of_another(site: Sandbox, project: Project) -> None:
    (site.content / "a.md").write_text("mine")
    with pytest.raises(FileExistsError):
        together.write(project, FILES, "import", fresh=True)
    assert not (site.content / "new").exists()


def test_who_writes_waits_for_another(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "PATIENCE", 0.01)
    with together._alone(project), pytest.raises(Refused, match="另一个命令一直在写内容"):
        together.write(project, FILES, "accept")
