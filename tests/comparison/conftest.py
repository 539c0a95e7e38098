"""The site of the small province whose districts are compared, built once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure.project import find
from tests import province, shared
from tests.comparison import measured
from tests.prepared import Prepared, prepare
from tests.projects import DATE, Sandbox


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    made = shared.folder(tmp_path_factory, "compared", lambda root: measured.project(root).build(province.DATE))
    return made / "site"


@pytest.fixture
def prepared(create: Callable[..., Sandbox]) -> Prepared:
    """A small site, of which pages are made with other values."""
    found, problems = prepare(find(create().root), date.fromisoformat(DATE))
    assert problems == ()
    assert found is not None
    return found
