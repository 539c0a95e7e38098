"""The same sixty changes in silence, and the honest ways, in the shipped content."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import shipped
from tests.history.judged import judged
from tests.history.seeds import Material, Seed, prepared, restored, seeds
from tests.projects import Sandbox

# One of each kind; all of them with `make test-long`
SEEDS = [pytest.param(one, id=one.id, marks=() if n % 5 == 0 else pytest.mark.long) for n, one in enumerate(seeds())]


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The shipped content, committed once."""
    return prepared(tmp_path_factory.mktemp("seeds"), shipped.CONTENT)


@pytest.fixture
def material(committed: Sandbox) -> Iterator[Material]:
    with restored(committed) as material:
        yield material


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_in_silence_is_caught_by_name(committed: Sandbox, material: Material, seed: Seed) -> None:
    seed.silent(material)
    found = judged(committed.root)
    assert any(seed.named in str(one) for one in found), found
    assert not any(one.notice for one in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_honest_way_to_the_same_end_passes(committed: Sandbox, material: Material, seed: Seed) -> None:
    seed.honest(material)
    assert judged(committed.root) == []
