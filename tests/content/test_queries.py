"""What readers asked finds what the editors say it should (``content/search/queries.yml``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import programs
from tests.browser.conftest import leave_out
from tests.content import queries


@pytest.mark.browser
def test_each_query_finds_what_it_should(real_site: Path) -> None:
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    answered = queries.ask(real_site, queries.queries())
    wrong = [problem for one, found in answered for problem in queries.problems(one, found)]
    if wrong:
        pytest.fail("\n".join(map(str, wrong)), pytrace=False)
