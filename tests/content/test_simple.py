"""简洁版 of the shipped site is shorter on every page kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import programs
from tests.browser.conftest import leave_out
from tests.browser.server import serve
from tests.browser.simple import too_long


@pytest.mark.browser
def test_no_page_kind_is_as_long_as_in_the_full_view(real_site: Path) -> None:
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    with serve(real_site) as root, programs.started() as browser:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        assert too_long(page, root, real_site) == {}
