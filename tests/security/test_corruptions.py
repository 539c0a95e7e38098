"""Some corruptions of the cache; `make corruptions` tries a thousand."""

from __future__ import annotations

from pathlib import Path

from tests.security import corruptions


def test_a_corrupted_cache_costs_only_time(tmp_path: Path) -> None:
    found = list(corruptions.tried(tmp_path, corruptions.SAMPLE, seed=11))
    assert [one for one in found if one[1]] == []
    assert len(found) == corruptions.SAMPLE
