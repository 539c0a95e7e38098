"""A few forgeries of each kind; `make forged` tries all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.security import world
from tests.security.forged.run import ALL, Stage

SAMPLE = (
    *("other_key", "exchanged", "says_nothing_changed", "key_is_a_link"),
    *("same_size_and_time", "hard_links", "a_folder_is_a_link", "pipes_and_sockets", "added"),
    *("settings_that_run", "settings_otherwise", "changed_past"),
    *("programs_on_the_path", "the_same_release_again", "its_manifest"),
)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return Stage.set(tmp_path_factory.mktemp("forged"))


@pytest.mark.parametrize("name", SAMPLE)
def test_a_forgery_changes_nothing_that_is_published_and_runs_nothing(stage: Stage, name: str) -> None:
    (one,) = (one for one in ALL if one.name == name)
    assert stage.try_(one) == ""


@pytest.mark.long
@pytest.mark.parametrize("name", [one.name for one in ALL if one.name not in SAMPLE])
def test_no_forgery_does(stage: Stage, name: str) -> None:
    test_a_forgery_changes_nothing_that_is_published_and_runs_nothing(stage, name)


def test_the_marker_appears_where_the_program_is_run(tmp_path: Path) -> None:
    made = world.begin(tmp_path)
    assert not made.ran.exists()
    world.run_program(made.hostile)
    assert made.ran.exists()
