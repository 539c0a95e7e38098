"""``make test-long`` runs all that ``make test`` runs, and more."""

from __future__ import annotations

import re

from hypothesis import settings

from tests.projects import REPOSITORY


def rule(target: str) -> tuple[list[str], list[str]]:
    """What a target of the Makefile needs first, and its commands."""
    text = (REPOSITORY / "Makefile").read_text("utf-8")
    found = re.search(rf"^{target}:(.*)\n((?:\t.*\n)+)", text, re.M)
    assert found is not None, target
    return found[1].split(), [line.strip() for line in found[2].splitlines()]


def test_the_long_run_needs_the_same_and_leaves_no_test_out() -> None:
    """What ``make test`` runs is chosen by a marker and a folder alone; without either there is every test."""
    needed, commands = rule("test")
    assert commands == ['$(PYTEST) -m "not long" --ignore=tests/content']
    assert rule("check")[1][-1] == '$(PYTEST) -m "not long" tests/content'
    assert rule("test-long") == (needed, ["$(PYTEST) --hypothesis-profile=long"])


def test_the_long_run_has_many_more_examples_and_others_each_time() -> None:
    seeded, many = settings.get_profile("seeded"), settings.get_profile("long")
    assert seeded.derandomize
    assert not many.derandomize
    assert many.max_examples >= 20 * seeded.max_examples
