"""Values over the years on one scale: what came out, what was aimed at, and what others had, a place for each year."""

from __future__ import annotations

from msgspec import Struct


class SeriesMark(Struct, frozen=True, kw_only=True):
    """A value of a ``year``. ``kind`` (actual, preliminary, forecast, aimed, about, adjusted, implied) and ``bound``
    (up, down or nothing) are its shape; ``value``, and ``upper`` of a range, are decimal numbers as text.

    ``called`` is the number as written with what kind it is, where its year has several of the same body.
    ``whose`` is 0 for what is the indicator's own, else the place of a name among those of others, from 1.
    ``revised``: a later value of the same year says another number. ``basis`` (同口径) parts what no line may join.
    """

    year: int
    kind: str
    value: str
    written: str
    called: str = ""
    upper: str = ""
    bound: str = ""
    whose: int = 0
    revised: bool = False
    basis: str = ""

    @property
    def is_aim(self) -> bool:
        return self.kind in {"aimed", "about", "adjusted", "implied"}


class SeriesYear(Struct, frozen=True):
    """``known``: whether there is a value of its own of this year, more than what was aimed at."""

    year: int
    label: str
    known: bool


class SeriesSign(Struct, frozen=True, kw_only=True):
    """What a sign means: that of a mark (or ``gap``, ``revised``) in words."""

    kind: str
    words: str
    bound: str = ""
    whose: int = 0


class Series(Struct, frozen=True, tag="series", kw_only=True):
    """``years`` follow each other without a break, ``marks`` are in their order; ``unit`` is that of the scale."""

    years: tuple[SeriesYear, ...]
    marks: tuple[SeriesMark, ...]
    signs: tuple[SeriesSign, ...]
    unit: str
