"""Promises as signs, one for each, in rows: of each topic, of each word, of each report."""

from __future__ import annotations

from msgspec import Struct


class GridSign(Struct, frozen=True, kw_only=True):
    """A shape in a colour of the vocabulary, the words that have it, and how many promises these have."""

    shape: str
    colour: str
    words: str
    count: int


class GridRow(Struct, frozen=True):
    """``counts`` are how many of each sign stand in the row, in the order of the grid's signs."""

    label: str
    written: str
    counts: tuple[int, ...]


class Grid(Struct, frozen=True, tag="grid"):
    """``keyed``: whether what signs mean stands above the rows; where each row is of one sign, its label says it."""

    signs: tuple[GridSign, ...]
    rows: tuple[GridRow, ...]
    keyed: bool = True
