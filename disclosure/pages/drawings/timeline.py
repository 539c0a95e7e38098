"""Days of a promise: when it was made, its deadline and the one it was moved to, what is told of it, today."""

from __future__ import annotations

from msgspec import Struct


class DayMark(Struct, frozen=True):
    """A day (ISO) with a word; ``kind`` is promised, deadline, former (a deadline that was moved), moved (to)
    or published (what is found became public on another day than it happened)."""

    day: str
    kind: str
    label: str


class ToldSpan(Struct, frozen=True):
    """What is told, from the first to the last of its days (ISO); one day where both are the same."""

    first: str
    last: str


class Timeline(Struct, frozen=True, tag="timeline", kw_only=True):
    """``today`` (ISO) is empty where it lies beyond all else."""

    marks: tuple[DayMark, ...]
    happenings: tuple[ToldSpan, ...]
    today: str = ""
