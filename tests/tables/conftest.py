"""What tests of tables read: the example's promises, joined once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from disclosure.build.build import catalogs
from disclosure.build.options import BuildOptions
from disclosure.cache import snapshot
from disclosure.catalog.catalog import Catalog
from disclosure.project import find
from disclosure.tables.on_file import PromiseOnFile
from tests import projects
from tests.projects import Sandbox

CASE = "shiguang"
TODAY = projects.date_of(CASE)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The example, to be read only."""
    return projects.create(tmp_path_factory.mktemp("tables") / "project", CASE)


@pytest.fixture(scope="session")
def joined(example: Sandbox) -> tuple[Catalog, ...]:
    found, problems = catalogs(
        snapshot.look(find(example.root), date.fromisoformat(TODAY)), BuildOptions(progress=lambda *_stage: None)
    )
    assert found is not None, problems
    return found


@pytest.fixture(scope="session")
def promises(joined: tuple[Catalog, ...]) -> Mapping[str, PromiseOnFile]:
    """By full id, of both reports."""
    every = [
        PromiseOnFile(report, one) for all in joined for report in all.reports for one in report.register.commitments
    ]
    return {one.name: one for one in every}


@pytest.fixture
def own(tmp_path: Path) -> Sandbox:
    """The example, to be changed."""
    return projects.create(tmp_path / "project", CASE)
