"""A province that is built once: with its list of districts, and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import province, shared


@pytest.fixture(scope="session")
def sheng(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the province, built."""
    return shared.folder(tmp_path_factory, "province", lambda root: _built(root, listed=True)) / "site"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same reports without a list of districts, built."""
    return shared.folder(tmp_path_factory, "undivided", lambda root: _built(root, listed=False)) / "site"


def _built(root: Path, *, listed: bool) -> None:
    # That there is no list is worth a notice
    assert province.project(root, listed=listed).run("build", date=province.DATE).code == 0
