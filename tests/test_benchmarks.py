"""The benchmarks' generator makes content that the program accepts, the same every time."""

from __future__ import annotations

from pathlib import Path

from benchmarks.content import generate
from tests.projects import Project, files_of

FEW = 12


def test_generated_content_passes_check(tmp_path: Path) -> None:
    generate(FEW, tmp_path / "project")
    done = Project(tmp_path / "project").run("check")
    assert (done.code, done.err) == (0, "")
    assert "7 条承诺" in done.out
    assert "5 条成果" in done.out


def test_generated_content_is_the_same_every_time(tmp_path: Path) -> None:
    generate(FEW, tmp_path / "one")
    generate(FEW, tmp_path / "two")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
