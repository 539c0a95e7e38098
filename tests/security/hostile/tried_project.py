"""A project that strings are tried in: one district's own site, or a province."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.projects import Sandbox


@dataclass(frozen=True, kw_only=True)
class TriedProject:
    """How the project is made in a folder, which of its files have slots, as which day it is built.

    ``aside`` are fields that are not tried in it, ``listed`` other sites that it asks. Of its pages, by address:
    those that are asked for something in their address, those whose scripts read the fragment, and those that read
    what the device kept.
    """

    made: Callable[[Path], Sandbox]
    files: Callable[[], dict[str, str]]
    day: str
    asked: tuple[str, ...]
    reading: tuple[str, ...]
    remembering: tuple[str, ...]
    aside: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
