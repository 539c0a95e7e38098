"""Lists whose values name rows of other tables, as tables of their own: a row a value, with keys that hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from disclosure.exports import published
from disclosure.exports.published import TableColumn

LABEL = "_label"
# Which rows the values of a list name; the updates of a promise are those that name it
NAMED: Mapping[tuple[str, str], str] = {
    ("commitments", "targets"): "targets",
    ("commitments", "supporting"): "departments",
    ("commitments", "results"): "results",
    ("commitments", "same_matter"): "commitments",
    ("commitments", "entities"): "entities",
    ("results", "figures"): "figures",
    ("results", "commitments"): "commitments",
    ("results", "answers"): "commitments",
    ("results", "entities"): "entities",
    ("updates", "commitments"): "commitments",
    ("updates", "observations"): "targets",
    ("updates", "entities"): "entities",
    ("departments", "lead"): "commitments",
    ("departments", "supporting"): "commitments",
    ("documents", "settles"): "commitments",
    ("documents", "open"): "commitments",
    ("documents", "requests"): "requests",
    ("requests", "documents"): "documents",
    ("requests", "commitments"): "commitments",
    ("requests", "answer_about"): "commitments",
}
# Of ids that have a stroke within: c016/1
STROKES: Mapping[str, int] = {"targets": 1, "figures": 1}

Row = Mapping[str, Any]


class Link(Struct, frozen=True, kw_only=True):
    """A list of a table: ``to`` is the table whose rows its values name; without one, ``labels`` stand beside them."""

    table: str
    column: str
    to: str
    labels: str

    @property
    def name(self) -> str:
        return f"{self.table}-{self.column}"

    @property
    def values(self) -> tuple[str, ...]:
        """The columns that hold a value: the key of the row that it names, or itself and its label."""
        return tuple(f"to_{name}" for name in published.primary_key(self.to)) if self.to else ("value", "label")

    def rows(self, row: Row) -> Iterator[tuple[Any, ...]]:
        """The key of the row that has the list, the place in it, the value."""
        key = [row[name] for name in published.primary_key(self.table)]
        labels = row[self.labels] if self.labels else row[self.column]
        for n, (value, label) in enumerate(zip(row[self.column], labels, strict=True), 1):
            yield (*key, n, *(self._named(row, value) if self.to else (value, label)))

    def _named(self, row: Row, value: str) -> tuple[Any, ...]:
        """The key of the row that a value names: of another report, where it says which."""
        if len(self.values) == 1:
            return (value,)
        if value.count("/") > STROKES.get(self.to, 0):
            return tuple(value.split("/", 1))
        return row["report"], value


def of_table(table: str) -> tuple[Link, ...]:
    """The lists of a table whose values are ids."""
    columns = {one.name: one for one in published.columns(table)}
    found = (_link(table, one, columns) for one in columns.values() if one.several)
    return tuple(one for one in found if (one.to or one.labels) and published.primary_key(table))


def _link(table: str, column: TableColumn, all: Mapping[str, TableColumn]) -> Link:
    label = column.name + LABEL
    to = NAMED.get((table, column.name), "")
    return Link(table=table, column=column.name, to=to, labels=label if label in all else "")
