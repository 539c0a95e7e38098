"""What needs a browser is left out where there is none, and says so."""

from __future__ import annotations

import pytest

from tests.browser import programs
from tests.browser.conftest import leave_out


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") is not None and not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
