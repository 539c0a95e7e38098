"""A sample of what ``make fuzz`` does: each target's seeds, and a few changes of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import REPOSITORY
from tests.security.fuzz import targets
from tests.security.fuzz.targets import ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_no_input_stops_a_reader(room: str) -> None:
    """What each reader has to hold of any answer, its target says."""
    tried(room, 10)


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS)
def test_none_of_many_inputs_stops_a_reader(room: str) -> None:
    tried(room, 2000)


def tried(room: str, count: int) -> None:
    command = [sys.executable, "-m", "tests.security.fuzz.sample", room, str(count)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=3600, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]


def test_every_module_of_targets_is_a_room() -> None:
    folder = Path(str(targets.__file__)).parent
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == {*ROOMS}
