"""Which columns name a row of a table and no other, and which name a row of another table."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.exports.columns import COLUMNS

# Columns that together name one row and no other
KEYS: Mapping[str, tuple[str, ...]] = {
    "report": ("report", "id"),
    "reports": ("id",),
    "sections": ("report", "id"),
    "paragraphs": ("report", "id"),
    "commitments": ("report", "id"),
    "targets": ("report", "id"),
    "results": ("report", "id"),
    "figures": ("report", "id"),
    "updates": ("report", "id"),
    "tasks": ("report", "id"),
    "entities": ("id",),
    "responsibilities": ("report", "commitment", "date"),
    "departments": ("report", "department"),
    "documents": ("report", "id"),
    "requests": ("id",),
    "glossary": ("report", "number"),
    "outcome-changes": ("id",),
}


class ForeignKey(Struct, frozen=True):
    """``columns`` of a table name a row of ``table`` by its key; where the last of them is empty, they name none."""

    columns: tuple[str, ...]
    table: str

    @property
    def key(self) -> tuple[str, ...]:
        return KEYS[self.table]


# What a column names wherever it stands: with the report, where the other table's key has it
_NAMED: Mapping[str, str] = {
    "report": "reports",
    "section": "sections",
    "passage": "paragraphs",
    "commitment": "commitments",
    "result": "results",
    "entity": "entities",
}
# ... and in one table
_NAMED_IN: Mapping[str, Mapping[str, str]] = {
    "sections": {"parent": "sections"},
    "tasks": {"id": "commitments"},
    "adjustments": {"target": "targets"},
    "indicators": {"target": "targets", "figure": "figures", "update": "updates"},
    "targets": {"baseline_figure": "figures"},
}
# A record that was withdrawn is in no table, and what became of it still is
_OF_THE_PAST = ("changes", "outcome-changes")


def foreign(table: str) -> tuple[ForeignKey, ...]:
    """The foreign keys of a table, each with the columns in the order of the other table's key."""
    named = {name: other for name, other in {**_NAMED, **_NAMED_IN.get(table, {})}.items() if name in COLUMNS[table]}
    return () if table in _OF_THE_PAST else tuple(_foreign(*one) for one in named.items())


def _foreign(column: str, table: str) -> ForeignKey:
    return ForeignKey(("report", column) if KEYS[table][0] == "report" else (column,), table)
