"""The corpus: strings of the public classes of hostile text, all our own, each harmless where it succeeds.

What would run sets ``window.ran``, what would load asks ``example.invalid``, what would appear has the id ``hostile``.
A file of ``corpus/`` is a class: ``tries`` says what its strings attempt. To add a string is to add a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

FOLDER: Final = Path(__file__).parent / "corpus"
# The issue asks for as many at least
LEAST: Final = 400
# What a string leaves where it succeeds
MARKERS: Final = ("window.ran", "example.invalid", "hostile")


@dataclass(frozen=True)
class HostileText:
    """A string, the class that it belongs to and where it stands in it, from 1."""

    kind: str
    number: int
    text: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.number}"


@cache
def strings() -> tuple[HostileText, ...]:
    """Every string, in the order of the files."""
    return tuple(one for kind in kinds() for one in of_kind(kind))


@cache
def kinds() -> dict[str, str]:
    """What each class tries, by the class's name."""
    return {path.stem: _read(path)[0] for path in sorted(FOLDER.glob("*.yml"))}


@cache
def of_kind(kind: str) -> tuple[HostileText, ...]:
    """The strings of a class."""
    texts = _read(FOLDER / f"{kind}.yml")[1]
    return tuple(HostileText(kind, number, text) for number, text in enumerate(texts, 1))


def texts() -> tuple[str, ...]:
    """The strings alone, each once."""
    return tuple(dict.fromkeys(one.text for one in strings()))


def sample(size: int) -> tuple[HostileText, ...]:
    """So many strings, the same every time: in turns of each class, evenly from what it has."""
    shares = [of_kind(kind) for kind in kinds()]
    each = -(-size // len(shares))
    rows = [[share[place * len(share) // each] for share in shares] for place in range(each)]
    return tuple(dict.fromkeys(one for row in rows for one in row))[:size]


def _read(path: Path) -> tuple[str, list[str]]:
    # Every value is a text here, `null` and 010 too: the base loader makes nothing else of them
    read = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return read["tries"], read["strings"]
