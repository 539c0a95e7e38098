"""Python's collector during a build.

A build makes many objects that live to its end, and reports that lead in no circle: to look for garbage now and then
finds nothing and costs a tenth of the time (docs/benchmarks.md).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def frozen() -> Iterator[None]:
    """What is there already is not looked through; forked processes share its memory."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def collect_nothing() -> None:
    """From now on: a worker ends before it would pay."""
    gc.disable()


def collect_young() -> None:
    """What the last build or report left behind is young; to look through all that is kept would make others wait."""
    gc.collect(0)
