"""A small content tree gives exactly the expected site."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import golden_folders


@pytest.mark.parametrize("case", golden_folders.CASES)
def test_the_content_gives_the_expected_site(case: str, tmp_path: Path) -> None:
    """Missing and unexpected files fail too; after a wanted change, ``make golden`` and look at the difference."""
    wanted, made = golden_folders.expected(case), golden_folders.built(case, tmp_path / "project")
    assert sorted(made) == golden_folders.addresses(case)
    found = {name: data for name, data in made.items() if name in wanted}
    assert found == wanted, "\n" + "\n".join(differences(wanted, found))


def differences(wanted: dict[str, bytes], found: dict[str, bytes]) -> Iterator[str]:
    for name in sorted(wanted.keys() | found.keys()):
        if name not in found:
            yield f"missing: {name}"
        elif name not in wanted:
            yield f"unexpected: {name}"
        elif found[name] != wanted[name]:
            before, after = (data.decode("utf-8", "replace").splitlines() for data in (wanted[name], found[name]))
            yield from difflib.unified_diff(before, after, f"expected/{name}", f"site/{name}", lineterm="", n=1)
