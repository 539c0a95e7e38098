"""The shipped content, built and read once. What is expected of it is taken from ``source.txt``, never typed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from disclosure import project as shell
from tests import projects, shared
from tests.prepared import Prepared, prepare

TODAY = date.today()  # noqa: DTZ011 (content may be published up to today, wherever the tests run)


def build(root: Path) -> None:
    shutil.copytree(projects.REPOSITORY / "content", root / "content")
    projects.configured(root).build(date=TODAY.isoformat())


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped content, to be read only."""
    return shared.folder(tmp_path_factory, "real", build) / "site"


@pytest.fixture(scope="session")
def real_prepared() -> Prepared:
    """The shipped content, read and checked once."""
    prepared, problems = prepare(shell.find(projects.REPOSITORY), TODAY)
    assert prepared is not None, problems
    return prepared
