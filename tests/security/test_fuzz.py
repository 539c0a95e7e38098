"""A sample of what ``make fuzz`` does, without atheris: what was seen before, and a few inputs nobody wrote."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.security.fuzz.mutation import mutated
from tests.security.fuzz.target import Target
from tests.security.fuzz.targets import ROOMS, of_room

# Of each target, before those that are drawn
DRAWN = 1 if settings.default.max_examples <= 50 else 50


def read(target: Target, data: bytes) -> None:
    with suppress(*target.refuses):
        target.reads(data)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("room", ROOMS)
@given(st.integers(0, 2**32))
@settings(max_examples=max(8, settings.default.max_examples // 8))
def test_no_input_stops_a_reader(room: str, seed: int) -> None:
    """What each reader has to hold of any answer, its target says."""
    dice = Random(seed)
    for target in of_room(room):
        seeds = [*target.seeds]
        for _each in range(DRAWN):
            read(target, mutated(dice.choice(seeds), [*target.words], seeds, target.size, dice))


@pytest.mark.parametrize("room", ROOMS)
def test_targets_are_called_each_by_a_name_of_its_own_and_read_their_seeds(room: str) -> None:
    names = [target.name for one in ROOMS for target in of_room(one)]
    assert len(set(names)) == len(names)
    for target in of_room(room):
        assert [*target.seeds]
        for seed in target.seeds:
            read(target, seed)
