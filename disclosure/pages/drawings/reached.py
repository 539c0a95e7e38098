"""Targets and what came of them, a row each with a scale of its own: rows are of many units, and compare with none."""

from __future__ import annotations

from msgspec import Struct

from disclosure.pages.drawings.rows import PictureMark


class ReachedRow(Struct, frozen=True, kw_only=True):
    """``values`` are target and result as written; ``word`` is the verdict's, ``shape`` and ``colour`` are its sign's;
    ``marks`` are what came, then what was aimed at."""

    label: str
    values: str
    word: str
    shape: str
    colour: str
    marks: tuple[PictureMark, ...]


class ReachedTargets(Struct, frozen=True, tag="reached"):
    rows: tuple[ReachedRow, ...]
