"""The site of the small province whose districts are compared, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import province, shared
from tests.comparison import measured


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    made = shared.folder(tmp_path_factory, "compared", lambda root: measured.project(root).build(province.DATE))
    return made / "site"
