"""The new site of the draft tests, made once in a run: each test gets a copy to decide in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import shared
from tests.drafts import drafted
from tests.projects import Sandbox


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """A new site without a record, drafted."""
    made = shared.folder(tmp_path_factory, "drafted", begin)
    return Sandbox(shutil.copytree(made / "site", tmp_path / "site", symlinks=True))


def begin(folder: Path) -> None:
    assert drafted.draft(drafted.begun(folder)).code == 0
