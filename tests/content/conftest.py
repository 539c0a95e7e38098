"""What is expected of the shipped content is taken from ``source.txt`` and from its own files, never typed."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.project import find
from tests import shipped
from tests.prepared import Prepared, prepare
from tests.projects import REPOSITORY


@pytest.fixture(scope="session")
def real_prepared() -> Prepared:
    """The shipped content, read and checked once."""
    prepared, problems = prepare(find(REPOSITORY), date.fromisoformat(shipped.day()))
    assert prepared is not None, problems
    return prepared
