"""The forgeries by name: each is done to a world that was built, and says what the build after it is to meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.security.world import World

Part = Literal["cache", "site", "git", "surroundings", "release"]


@dataclass(frozen=True)
class Met:
    """What a build meets besides what lies in the folders: variables of its surroundings, the folder it is run in."""

    variables: Mapping[str, str] = field(default_factory=dict)
    cwd: str = ""
    own_program: bool = False


@dataclass(frozen=True)
class Forgery:
    """``apart``: built in a process of its own."""

    part: Part
    name: str
    apply: Callable[[World], Met | None]
    apart: bool = False
    # Git may be silenced by who spoils its folder: then this stands in what the build says, and no history is told
    silenced: str = ""
