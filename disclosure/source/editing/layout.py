"""Which lines of a YAML text belong to what: the entries of its lists and records, with the comments about them.

A comment above an entry, in its column, is about it; so is one behind it that is indented further. One at the top of
the file is about the file, and one that holds a field which is left out stays for whoever fills it in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise, takewhile
from typing import Any

import yaml
from msgspec import Struct

BLOCK = ("|", ">")
# A field that is left out, in a form that an editor fills in
LEFT_OUT = re.compile(r" *# ?[a-z_]+:(?: |$)")


class YamlEntry(Struct, frozen=True, kw_only=True):
    """An item of a list with its dash, or a field of a record: from ``start`` to the end of its value, as offsets."""

    start: int
    end: int


class YamlLayout:
    """A YAML text by its lines (counted from 0) and offsets."""

    def __init__(self, text: str) -> None:
        self.text, self.rows = text, text.split("\n")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]

    def row_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def row_end(self, offset: int) -> int:
        """The end of the line on which an offset is."""
        return self.starts[self.row_of(offset) + 1] - 1

    def column(self, offset: int) -> int:
        return offset - self.starts[self.row_of(offset)]

    def begins_row(self, offset: int) -> bool:
        """Whether nothing stands before it on its line."""
        return not self.text[self.starts[self.row_of(offset)] : offset].strip()

    def ends_row(self, offset: int) -> bool:
        """Whether nothing stands behind it on its line: the reader takes no comment there."""
        return not self.text[offset : self.row_end(offset)].strip()

    def end_of(self, node: Any) -> int:
        """Behind the last sign of a node's value."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self.end_of(last[1] if isinstance(last, tuple) else last)
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if getattr(node, "style", None) not in BLOCK:
            return end
        written = self.text[start:end]
        is_kept = "+" in written.partition("\n")[0]
        return start + len(written.removesuffix("\n") if is_kept else written.rstrip())

    def entries(self, node: Any) -> list[YamlEntry]:
        """The entries of a list's or a record's node."""
        found: list[YamlEntry] = []
        for one in node.value:
            value = one[1] if isinstance(one, tuple) else one
            start = one[0].start_mark.index if isinstance(one, tuple) else value.start_mark.index
            if isinstance(node, yaml.SequenceNode) and not node.flow_style:
                start = self._dash(node, start)
            found.append(YamlEntry(start=start, end=self.end_of(value)))
        return found

    def _dash(self, node: Any, offset: int) -> int:
        """The dash before an item; it stands on the item's line or above it."""
        column, row = int(node.start_mark.column), self.row_of(offset)
        while row > node.start_mark.line and not self.rows[row].startswith(" " * column + "-"):
            row -= 1
        return self.starts[row] + column

    def first_row(self, entry: YamlEntry, before: int = 0) -> int:
        """The first line of an entry of its own lines: the first comment about it, below offset ``before``."""
        row, column = self.row_of(entry.start), self.column(entry.start)
        top = self.row_of(before) + 1 if before else 0
        above = takewhile(lambda one: self._is_about(one, column), range(row - 1, top - 1, -1))
        first = min(above, default=row)
        return row if first == 0 else first

    def _is_about(self, row: int, column: int) -> bool:
        line = self.rows[row]
        return line.startswith(" " * column + "#") and not LEFT_OUT.match(line)

    def last_row(self, entry: YamlEntry) -> int:
        """The last line of an entry: of its value, or of the comments behind that are indented as parts of it."""
        last, column = self.row_of(entry.end), self.column(entry.start)
        for row in range(last + 1, len(self.rows)):
            line = self.rows[row].lstrip(" ")
            if line and not line.startswith("#"):
                break
            if line and len(self.rows[row]) - len(line) > column:
                last = row
        return last

    def last_end(self, entry: YamlEntry) -> int:
        """The end of the last line of an entry."""
        return self.starts[self.last_row(entry) + 1] - 1

    def is_spaced(self, entries: Iterable[YamlEntry]) -> bool:
        """Whether an empty line stands between the entries."""
        gaps = [self.rows[self.row_of(one.end) + 1 : self.row_of(other.start)] for one, other in pairwise(entries)]
        return bool(gaps) and all(any(not row.strip() for row in gap) for gap in gaps)
