"""A clone has every byte as it was committed, also where git turns line ends into Windows' (``core.autocrlf``)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, Sandbox, configured, files_of
from tests.repositories import SandboxRepository

WINDOWS = ("-c", "core.autocrlf=true")


def committed(project: Sandbox, *, guarded: bool) -> SandboxRepository:
    """The project under git, its bytes guarded by the rules of this repository."""
    if guarded:
        shutil.copy(REPOSITORY / ".gitattributes", project.content)
    repository = SandboxRepository(project.root)
    repository.commit()
    return repository


def cloned(repository: SandboxRepository, folder: Path) -> Sandbox:
    repository.clone(folder, *WINDOWS)
    return configured(folder)


def test_a_clone_on_windows_builds_the_same_site(project: Sandbox, tmp_path: Path) -> None:
    clone = cloned(committed(project, guarded=True), tmp_path / "clone")
    assert files_of(clone.content) == files_of(project.content)
    assert without_commit(clone.build()) == without_commit(project.build())


def without_commit(site: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in site.items() if name != "manifest.json"}


def test_a_source_whose_line_ends_git_changed_is_told_as_that(project: Sandbox, tmp_path: Path) -> None:
    """The digest of what git made of it is never offered."""
    clone = cloned(committed(project, guarded=False), tmp_path / "clone")
    done = clone.run("check")
    assert done.code == 1
    assert done.err.count("[source-digest]") == done.err.count(": [") == 1
    assert "换行被改过（CRLF" in done.err
    assert ".gitattributes" in done.err
    assert "应写" not in done.err


def test_a_clone_of_this_repository_on_windows_has_the_same_bytes(tmp_path: Path) -> None:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("no repository")
    for name, setting in (("windows", WINDOWS), ("linux", ())):
        SandboxRepository(tmp_path).git("clone", "--quiet", *setting, f"file://{REPOSITORY}", name)
        shutil.rmtree(tmp_path / name / ".git")
    assert files_of(tmp_path / "windows") == files_of(tmp_path / "linux")
