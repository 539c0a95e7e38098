"""Where less is better, 左右 means something else; the indicator that names a target says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.projects import Sandbox


@pytest.mark.parametrize(("polarity", "reading"), [("up", "左右（越高越好）"), ("down", "左右（越低越好）")])
def test_a_target_is_read_by_its_indicators_polarity(
    create: Callable[..., Sandbox], polarity: str, reading: str
) -> None:
    project = create("register")
    paths = sorted((project.content / "indicators").glob("*.yml"))
    for path in paths:
        path.write_text(path.read_text("utf-8").replace("polarity: up", f"polarity: {polarity}"), "utf-8")
    said = project.run("check", "--targets").out
    assert [line for line in said.splitlines() if "左右 → " in line and reading in line] != []
