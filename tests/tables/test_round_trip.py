"""A workbook that comes back as it went out has nothing to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import Sandbox
from tests.tables.conftest import TODAY


@pytest.mark.parametrize("report", ["2024", "2025"])
def test_what_goes_out_of_a_report_comes_back_without_news(example: Sandbox, report: str, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    example.run("table", "out", "--report", report, "-o", str(path), date=TODAY)
    read = example.run("table", "in", str(path), "--dry-run", date=TODAY)
    assert (read.code, read.out.splitlines()[-1]) == (0, "没有新的内容")
