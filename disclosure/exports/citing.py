"""The public documents behind what is said, a row each, taken out of the rows of the other lists of JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from disclosure.exports.taken import Row

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import evidence as shapes

KeyPath = tuple[str, ...]

# The lists whose rows hold documents, with the ways to these: what else holds one repeats a row of these lists
WAYS: Mapping[str, tuple[KeyPath, ...]] = {
    "commitments": (
        ("official_verdict", "source"),
        ("adjustments", "document"),
        ("vote", "source"),
        ("satisfaction", "source"),
    ),
    "results": (("checks", "evidence"),),
    "updates": (("evidence",),),
    "responsibilities": (("source",),),
    "documents": (("found",),),
    "requests": (("extended", "evidence"), ("answer", "evidence")),
    "calendars": (("source",),),
    "indicators": (("observations", "evidence"), ("context", "evidence")),
}
# What a row of each list is called, as corrections and the list of changes call it
_NAMES: Mapping[str, Callable[[Row], str]] = {
    "commitments": lambda row: f"{row['report']}/{row['id']}",
    "results": lambda row: f"{row['report']}/{row['id']}",
    "updates": lambda row: f"updates/{row['report']}/{row['id']}",
    "responsibilities": lambda row: f"responsibilities/{row['report']}/{row['commitment']}/{row['date']}",
    "documents": lambda row: f"documents/{row['report']}/{row['id']}",
    "requests": lambda row: f"requests/{row['id']}",
    "calendars": lambda row: f"calendar/{row['year']}",
    "indicators": lambda row: f"indicators/{row['id']}",
}


def evidence(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    """What the rows of a list stand on, in their order."""
    for row in rows:
        record = _NAMES[name](row)
        for way in WAYS[name]:
            for field, document in _along(row, way):
                yield {"record": record, "field": field, **_of(name, row), **document}


def _of(name: str, row: Row) -> shapes.HolderRow:
    """The keys of whatever stands on a document, one for each kind."""
    return {
        "report": row.get("report"),
        "commitment": row["id"] if name == "commitments" else row.get("commitment"),
        "result": row["id"] if name == "results" else None,
        "update": row["id"] if name == "updates" else None,
        "document": row["id"] if name == "documents" else None,
        "request": row["id"] if name == "requests" else None,
        "indicator": row["id"] if name == "indicators" else None,
    }


def _along(value: Any, way: KeyPath, at: str = "") -> Iterator[tuple[str, Any]]:
    """What stands at the end of a way, each with its place: ``adjustments.1.document``."""
    if isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield from _along(one, way, f"{at}.{number}")
    elif value is not None:
        yield from _along(value[way[0]], way[1:], f"{at}.{way[0]}") if way else ((at[1:], value),)
