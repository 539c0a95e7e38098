"""Whatever is changed in silence is caught by name, and each honest way to the same end passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.history.judged import judged
from tests.history.seeds import Material, Seed, prepared, restored, seeds
from tests.projects import FIRST_YEAR, Sandbox, create

SEEDS = seeds()


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The example, committed once."""
    example = create(tmp_path_factory.mktemp("example") / "project", FIRST_YEAR)
    return prepared(tmp_path_factory.mktemp("seeds"), example.content)


@pytest.fixture
def material(committed: Sandbox) -> Iterator[Material]:
    with restored(committed) as material:
        yield material


def test_there_are_five_of_each_of_twelve_kinds() -> None:
    assert sorted(Counter(one.kind for one in SEEDS).values()) == [5] * 12


@pytest.mark.parametrize("seed", SEEDS, ids=lambda one: one.id)
def test_a_change_in_silence_is_caught_by_name(committed: Sandbox, material: Material, seed: Seed) -> None:
    seed.silent(material)
    found = judged(committed.root)
    assert any(seed.named in str(one) for one in found), found
    assert not any(one.notice for one in found)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda one: one.id)
def test_an_honest_way_to_the_same_end_passes(committed: Sandbox, material: Material, seed: Seed) -> None:
    seed.honest(material)
    assert judged(committed.root) == []
