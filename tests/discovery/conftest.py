"""The example with its history, built with an address of the site and without; to be read only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import grown, shared
from tests.projects import Sandbox, date_of

DAY = date_of("shiguang")
ADDRESS = "https://report.shiguang.example/"


def made(root: Path, *, address: bool) -> Sandbox:
    root.mkdir(parents=True)
    project = Sandbox(root)
    assert list(grown.grow(root))
    if not address:
        site = project.content / "site.yml"
        site.write_text(re.sub(r"^address: .*\n", "", site.read_text("utf-8"), flags=re.M), "utf-8")
    project.build(DAY)
    return project


@pytest.fixture(scope="session")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that knows its address."""
    folder = shared.folder(tmp_path_factory, "placed", lambda root: made(root / "project", address=True))
    return folder / "project/site"


@pytest.fixture(scope="session")
def unplaced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that may stand anywhere."""
    folder = shared.folder(tmp_path_factory, "unplaced", lambda root: made(root / "project", address=False))
    return folder / "project/site"


@pytest.fixture(params=["placed", "unplaced"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found
