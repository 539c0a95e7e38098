"""Folders that are costly to make: made once in a run, by the process that needs them first, and read by all."""

from __future__ import annotations

import os
import shutil
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
            unfinished = made.with_name(f"{made.name}-unfinished")
            # What one left that failed: whoever needs the folder next fails by the same cause, not by what lies there
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(made)
    return made
