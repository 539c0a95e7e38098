"""Whatever an editor spoils in the follow-up is told or harmless, never our bug."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure.project import find
from tests.prepared import prepare
from tests.projects import FIRST_YEAR, Sandbox

FOLDERS = (
    "updates/2024/*.md",
    "reports/2024/commitments/*/*.yml",
    "reports/2024/absences.yml",
    "reports/2024/documents.yml",
    "requests/*.md",
    "calendar/*.yml",
    "places.yml",
    "rubric.yml",
    "links.yml",
)
SPOILT = ("", "-1", "c999/7", "2024-13-45", "[]", "{}", "'", "翻两番", "每周一次", "9" * 19, "2024", "%", "：", "~")


def spoil(content: Path, seed: int) -> None:
    """Two values of a few files become something else."""
    dice = random.Random(seed)
    files = sorted(path for pattern in FOLDERS for path in content.glob(pattern))
    for path in dice.sample(files, 4):
        lines = path.read_text("utf-8").split("\n")
        for _each in range(2):
            n = dice.randrange(len(lines))
            name, colon, _value = lines[n].partition(": ")
            lines[n] = f"{name}{colon}{dice.choice(SPOILT)}" if colon else dice.choice([lines[n], "", *SPOILT])
        path.write_text("\n".join(lines), "utf-8")


def reads(project: Sandbox, seed: int) -> None:
    spoil(project.content, seed)
    prepared, problems = prepare(find(project.root), date(2025, 3, 20))
    assert prepared is not None or problems
    assert all(one.place.line >= 1 and one.hint for one in problems)


@pytest.mark.parametrize("seed", range(12))
def test_spoilt_follow_up_is_told(create: Callable[..., Sandbox], seed: int) -> None:
    reads(create(FIRST_YEAR), seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12, 300))
def test_all_kinds_of_spoilt_follow_up_are_told(create: Callable[..., Sandbox], seed: int) -> None:
    reads(create(FIRST_YEAR), seed)
