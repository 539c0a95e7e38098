"""What `make check` asks of the shipped content beyond ``build.py check``; ``make test`` asks it too.

What is expected is taken from ``source.txt`` and from the content's own files, never typed. No other test may read the
content (``tests/conftest.py``): what editors add must not turn a test of the program red.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import shared
from tests.content import shipped


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped content, to be read only."""
    return shared.folder(tmp_path_factory, "real", shipped.build) / "site"
