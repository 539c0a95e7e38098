"""What is fuzzed, room by room: each module has its ``TARGETS``.

Modules are imported one at a time, by the process that runs one of their targets: what is imported then is watched.
"""

from __future__ import annotations

from importlib import import_module

from tests.security.fuzz.target import FuzzTarget

# In the order of the program's floors, from below; each is a module of this folder
ROOMS = ("texts", "markdown", "amounts", "records", "edits", "ingest", "tables", "inside", "kept", "asked", "whole")


def of_room(room: str) -> tuple[FuzzTarget, ...]:
    """The targets of a module, which is imported now."""
    found: tuple[FuzzTarget, ...] = import_module(f"{__name__}.{room}").TARGETS
    return found
