"""Ids of promises and of their targets, as people type them: 2025/c016, C016, ｃ０１６/2."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.tables.cell_values import plain

ID = re.compile(r"(?:(?P<report>[a-z0-9]+(?:-[a-z0-9]+)*)[/\\])?(?P<id>c\d{3,6})(?:[/\\](?P<target>\d{1,4}))?")


def match(text: str) -> re.Match[str] | None:
    return ID.fullmatch(plain(text).lower())


class WrittenId(Struct, frozen=True):
    """A promise's full id and the target's number, 0 where none is named."""

    promise: str
    target: int


def read(text: str, report: str) -> WrittenId | None:
    """``report``: whose the promise is where the text does not say so."""
    found = match(text)
    if found is None:
        return None
    return WrittenId(f"{found['report'] or report}/{found['id']}", int(found["target"] or 0))
