"""A sample of what ``make kills`` does a thousand times."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.security.kills import builds, disks, pairs, stops, vanishing, writers
from tests.security.kills.builds import KillCounts, Kills
from tests.security.kills.editions import Editions
from tests.security.kills.serving import PreviewKills

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork and /proc")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return builds.editions(tmp_path_factory.mktemp("kills") / "made")


@pytest.fixture
def editions(made: Editions) -> Iterator[Editions]:
    """The first edition, built and released."""
    yield made
    made.edit(0)
    made.run("build")
    made.run("release", str(made.releases))


def test_a_killed_build_or_release_is_whole_and_the_next_is_as_from_nothing(editions: Editions) -> None:
    assert Kills(editions, random.Random(20220113)).run(6).faults == []


def test_a_killed_preview_leaves_nothing_that_is_in_the_way(editions: Editions) -> None:
    assert PreviewKills(editions, random.Random(2)).run(3).faults == []


def test_who_stops_a_run_is_told_in_one_line(editions: Editions) -> None:
    assert stops.lane(editions, random.Random(3), 3).faults == []


def test_what_the_system_refuses_is_told_and_the_site_stands(editions: Editions) -> None:
    refusals = disks.Refusals(editions, random.Random(4))
    refusals.steps(4)
    assert refusals.limits(3).faults == []


def test_what_changes_while_it_is_read_gives_a_sentence_or_the_site_of_one_state(editions: Editions) -> None:
    found = vanishing.Vanishing(editions, random.Random(5)).run(4)
    assert (found.faults, found.counts["exit 3"]) == ([], 0)


def test_two_runs_at_once_give_the_site_of_one(editions: Editions) -> None:
    assert pairs.lane(editions, random.Random(6), 2).faults == []


def test_a_killed_writer_leaves_the_content_as_it_was_or_as_it_shall_be(tmp_path: Path) -> None:
    found: KillCounts = writers.WriterKills(tmp_path, random.Random(7)).run(4, ("accept",))
    assert (found.faults, found.counts["killed"]) == ([], 4)
