"""Values of one unit, each a bar or a sign on a scale that they share, with words above."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class PictureMark(Struct, frozen=True):
    """A value; ``kind`` (actual, preliminary, forecast, aimed, adjusted, implied) and ``bound`` (up, down or nothing)
    are its shape, ``value`` is a decimal number as text."""

    kind: str
    value: str
    bound: str = ""


class PictureRow(Struct, frozen=True):
    """One mark, or two of them, with words above at the left and at the right."""

    label: str
    written: str
    marks: tuple[PictureMark, ...]


class Rows(Struct, frozen=True, tag="rows"):
    """``unit`` is that of the scale."""

    rows: tuple[PictureRow, ...]
    unit: str


def rows(given: Sequence[PictureRow], unit: str) -> Rows | None:
    """One value alone, or nothing but zeros, needs no picture."""
    values = [one.value for row in given for one in row.marks]
    if len(values) < 2 or set(values) == {"0"}:
        return None
    return Rows(tuple(given), unit)
