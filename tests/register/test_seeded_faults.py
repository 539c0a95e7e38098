"""Whatever an editor spoils in a register is caught and named with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from disclosure import project
from disclosure.problem import errors
from disclosure.project import Project
from tests import sample
from tests.prepared import prepare
from tests.register.faults import Fault, any_fault
from tests.repositories import SandboxRepository

TODAY = date.fromisoformat(sample.DATE)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample in a repository of its own, so that what vanishes is missed."""
    root = tmp_path_factory.mktemp("committed")
    sample.project(root)
    SandboxRepository(root).commit()
    return project.find(root)


@pytest.fixture
def spoil(committed: Project) -> Iterator[Callable[[int], Fault]]:
    """Makes the fault of a seed; afterwards everything is as it was."""
    originals: dict[Path, bytes] = {}

    def make(seed: int) -> Fault:
        fault = any_fault(committed.content, seed)
        originals[fault.path] = fault.path.read_bytes()
        if fault.text is None:
            fault.path.unlink()
        else:
            fault.path.write_text(fault.text, "utf-8")
        return fault

    yield make
    for path, data in originals.items():
        path.write_bytes(data)


def _caught(committed: Project, fault: Fault) -> None:
    prepared, problems = prepare(committed, TODAY)
    assert prepared is None, fault.what
    assert all(one.place.path.startswith("content/") and one.place.line >= 1 for one in errors(problems)), fault.what


def test_the_register_has_no_problem(committed: Project) -> None:
    prepared, problems = prepare(committed, TODAY)
    assert prepared is not None
    assert problems == ()


@pytest.mark.parametrize("seed", range(24))
def test_a_fault_in_the_register_is_caught(committed: Project, spoil: Callable[[int], Fault], seed: int) -> None:
    _caught(committed, spoil(seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(24, 264))
def test_every_fault_in_the_register_is_caught(committed: Project, spoil: Callable[[int], Fault], seed: int) -> None:
    _caught(committed, spoil(seed))
