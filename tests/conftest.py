"""What tests share: a small project to build and break, and the repository's own site, built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from disclosure import project as shell
from tests import projects
from tests.prepared import Prepared, prepare
from tests.projects import Project

# `make test` runs the same samples every time; `make test-long` (--hypothesis-profile=long) looks further
settings.register_profile("seeded", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("seeded")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No repository above the temporary folders, no date and no identity from the outside."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.delenv("DISCLOSURE_DATE", raising=False)


@pytest.fixture
def create(tmp_path: Path) -> Callable[..., Project]:
    """Makes projects: ``create()``, ``create("two-reports")``, ``create(folder="other")``."""

    def make(case: str = "small", folder: str = "project") -> Project:
        return projects.create(tmp_path / folder, case)

    return make


@pytest.fixture
def project(create: Callable[..., Project]) -> Project:
    """The small case, not yet built."""
    return create()


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The repository's own content, built away from the repository."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(projects.REPOSITORY / "content", root / "content")
    project = projects.configured(root)
    project.build(date="2026-12-01")
    return project


@pytest.fixture(scope="session")
def real_prepared() -> Prepared:
    """The repository's own content, read and checked once for all tests that only look at it."""
    prepared, problems = prepare(shell.find(projects.REPOSITORY), date(2026, 11, 23))
    assert prepared is not None, problems
    return prepared


@pytest.fixture(scope="session")
def real_site(real_project: Project) -> Path:
    """The site of the real report."""
    return real_project.site
