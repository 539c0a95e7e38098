"""The followed-up district, read once for each module."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.catalog.catalog import Report
from disclosure.project import find
from tests.prepared import prepare
from tests.projects import FIRST_YEAR, create, date_of

TODAY = date.fromisoformat(date_of(FIRST_YEAR))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    project = create(tmp_path_factory.mktemp("example") / "project", FIRST_YEAR)
    prepared, problems = prepare(find(project.root), TODAY)
    assert problems == ()
    assert prepared is not None
    return prepared.catalog.reports[0]
