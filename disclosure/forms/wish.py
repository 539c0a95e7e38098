"""What somebody wishes of a new record, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

BLANK = re.compile(r"〔待填：([^〕]*)〕")


class Wish(Struct, frozen=True):
    """The options that were given, by name."""

    given: Mapping[str, Any]

    def one(self, name: str) -> str:
        return str(self.given.get(name) or "")

    def many(self, name: str) -> tuple[str, ...]:
        """What was given, each once."""
        return tuple(dict.fromkeys(self.given.get(name) or ()))

    def has(self, name: str) -> bool:
        return bool(self.given.get(name))


class NewText(Struct, frozen=True, kw_only=True):
    """A content file to be written: a new one, or one that stands, with lines added behind the first ``stood``."""

    name: str
    text: str
    stood: int = 0
    added: int | None = None

    @property
    def blanks(self) -> list[tuple[int, str]]:
        """What is yet to be filled in of what is new, by line."""
        lines = self.text.splitlines()
        end = len(lines) if self.added is None else self.stood + self.added
        each = ((n, line) for n, line in enumerate(lines[self.stood : end], self.stood + 1) if not line.startswith("#"))
        return [(n, what) for n, line in each for what in BLANK.findall(line)]
