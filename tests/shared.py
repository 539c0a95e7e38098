"""Folders that are costly to make: made once in a run, by the process that needs them first, and read by all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def folder(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, filled by ``make`` unless another process of this run has done so. Nobody may write."""
    base = factory.getbasetemp()
    made = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    with FileLock(f"{made}.lock"):
        if not made.exists():
            make(_empty(made.with_name(f"{made.name}-unfinished")))
            made.with_name(f"{made.name}-unfinished").rename(made)
    return made


def _empty(path: Path) -> Path:
    path.mkdir()
    return path
