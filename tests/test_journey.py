"""A saved update passes each floor of the program once, downwards; ``python -m tests.journey`` prints its way."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests import journey
from tests.journey import Call
from tests.projects import REPOSITORY

FLOORS = ["cache", "source", "catalog", "checks", "pages", "exports", "feeds", "discovery", "search", "output"]


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    return journey.saved_update(tmp_path_factory.mktemp("journey") / "project")


def test_a_saved_update_passes_each_floor_once(calls: list[Call]) -> None:
    assert [floor for floor, _functions in journey.stays(calls)] == FLOORS


def test_no_function_calls_one_of_a_floor_above(calls: list[Call]) -> None:
    assert _upwards(calls, _ranks()) == []


def test_a_call_upwards_and_a_floor_passed_twice_are_seen() -> None:
    back = [Call("pages.page.make", "catalog.join.join", True), Call("catalog.join.join", "pages.page.make", True)]
    assert _upwards(back, _ranks()) == [back[1]]
    assert [floor for floor, _functions in journey.stays([*back, back[0]])] == ["catalog", "pages", "catalog"]


def test_the_manual_tells_the_journey_as_it_is(calls: list[Call]) -> None:
    told = (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8")
    missing = [name for _floor, functions in journey.stays(calls) for name in functions if f"`{name}`" not in told]
    assert missing == []


def _upwards(calls: list[Call], ranks: dict[str, int]) -> list[Call]:
    return [call for call in calls if ranks[call.floors[0]] > ranks[call.floors[1]]]


def _ranks() -> dict[str, int]:
    """Each floor's, 0 at the top, as import-linter holds them."""
    contracts = tomllib.loads(Path(REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(one["layers"] for one in contracts["contracts"] if one["type"] == "layers")
    return {
        name.strip(" ()").removeprefix("disclosure."): rank
        for rank, layer in enumerate(layers)
        for name in layer.split("|")
    }
