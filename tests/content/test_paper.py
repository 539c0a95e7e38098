"""The printed reports of this site read as their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.cli import main
from tests.browser import programs
from tests.projects import REPOSITORY


@pytest.mark.long
def test_the_newest_report_is_printed_and_reads_as_its_pages(tmp_path: Path) -> None:
    if not programs.available("browser"):
        pytest.skip(programs.MISSING["browser"])
    made = tmp_path / "report.pdf"
    assert main(["--root", str(REPOSITORY), "pdf", "--output", str(made)]) == 0
    assert made.stat().st_size
