"""``Dataset``: a JSON file of the published data, with the tables for spreadsheets made of it."""

from __future__ import annotations

from msgspec import Struct


class TableSet(Struct, frozen=True):
    """A CSV file: its name, a title that no other has, and what a row is."""

    name: str
    title: str
    row: str


class Dataset(Struct, frozen=True):
    """One JSON file and the CSV files beside it."""

    name: str
    title: str
    about: str
    tables: tuple[TableSet, ...]
