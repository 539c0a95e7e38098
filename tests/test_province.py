"""The small province of the tests builds, and says of every report which district it is of."""

from __future__ import annotations

from pathlib import Path

from tests import province


def test_a_province_builds(tmp_path: Path) -> None:
    site = province.project(tmp_path / "project").build(province.DATE)
    reports = [one.key(year) for one in province.PLACES for year in one.years]
    assert [key for key in reports if f"reports/{key}/index.html" not in site] == []
