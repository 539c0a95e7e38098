"""What a register hands out of its promises: each as a line of CSV, with the heads and the order of the workbook."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from disclosure.catalog import address
from disclosure.downloads import sheets
from disclosure.exports import cells, published, tables

TABLE = "commitments"
# What the register's script calls them
NAME = "commitments-rows"


class RegisterRows(Struct, frozen=True):
    """The line of heads, with the byte order mark that begins a file, and the line of each promise by its id."""

    head: str
    lines: dict[str, str]


def registers(data: Path, stands: Container[str]) -> Iterator[tuple[str, RegisterRows]]:
    """Of each report whose register ``stands``, with the address; ``data`` is the folder of the published data."""
    columns, days = sheets.ordered(TABLE), tables.days(TABLE)
    names, head = [one.name for one in columns], cells.head([one.head for one in columns]).decode()
    for key, rows in groupby(published.rows(data, TABLE), lambda row: str(row["report"])):
        if address.commitments(key) in stands:
            lines = {row["id"]: cells.lines(names, [row], days).decode() for row in rows}
            yield address.page_data(NAME, key), RegisterRows(head, lines)
