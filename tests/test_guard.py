"""A test that reads the content is caught, in this process and in another."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import guard
from tests.projects import REPOSITORY

BUILD = REPOSITORY / "build.py"


def build_here(*arguments: str) -> None:
    subprocess.run([sys.executable, str(BUILD), *arguments, "--help"], cwd=REPOSITORY, capture_output=True, check=True)


@pytest.mark.parametrize(
    "reading",
    [
        lambda: guard.CONTENT.joinpath("site.yml").read_bytes(),
        lambda: list(guard.CONTENT.iterdir()),
        lambda: list(guard.CONTENT.glob("vocabulary/*.yml")),
        lambda: subprocess.run(["cat", str(guard.CONTENT / "site.yml")], capture_output=True, check=True),
        lambda: build_here("check"),
        lambda: build_here("check", "--root", str(REPOSITORY)),
    ],
)
def test_whoever_reads_the_content_is_caught(reading: Callable[[], object]) -> None:
    reading()
    assert guard.taken() != []


def test_whoever_reads_another_project_is_not(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    list((tmp_path / "content").iterdir())
    build_here("check", "--root", str(tmp_path))
    assert guard.taken() == []
