"""What the tests of downloads read: the example with its history, as it was built."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def data(grown_site: Path) -> Path:
    """Its published data, downloads among them."""
    return grown_site / "data"
