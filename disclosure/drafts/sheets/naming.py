"""Where a record names others, that may be drafts: in lists of names, and as the baselines of its targets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from disclosure.source.yaml import FieldPath

# Fields that list names, or names of parts (r012/2); and the one of a target that has one
LISTS: Final = ("see", "results", "same_matter")
BASELINE: Final = "baseline"


def named(values: Mapping[str, Any]) -> Iterator[tuple[FieldPath, str]]:
    """The records that a record names, each with where."""
    for field in LISTS:
        names = values.get(field)
        for n, one in enumerate(names if isinstance(names, list) else ()):
            if isinstance(one, str):
                yield (field, n), _record(one)
    targets = values.get("targets")
    for n, row in enumerate(targets if isinstance(targets, list) else ()):
        base = row.get(BASELINE) if isinstance(row, Mapping) else None
        if isinstance(base, str):
            yield ("targets", n, BASELINE), _record(base)


def _record(name: str) -> str:
    """The record of which a part is named."""
    return name.partition("/")[0]


def renamed(values: Mapping[str, Any], names: Mapping[str, str], refused: Collection[str] = ()) -> dict[str, Any]:
    """A record's fields with other ``names`` for those that it names, and without the ``refused``."""
    found = dict(values)
    for field in LISTS:
        if isinstance(found.get(field), list):
            kept = (one for one in found[field] if not (isinstance(one, str) and _record(one) in refused))
            found[field] = [_other(one, names) for one in kept]
            if not found[field]:
                del found[field]
    if isinstance(found.get("targets"), list):
        found["targets"] = [_target(row, names, refused) for row in found["targets"]]
    return found


def _target(row: Any, names: Mapping[str, str], refused: Collection[str]) -> Any:
    base = row.get(BASELINE) if isinstance(row, Mapping) else None
    if not isinstance(base, str):
        return row
    if _record(base) in refused:
        return {name: value for name, value in row.items() if name != BASELINE}
    return {**row, BASELINE: _other(base, names)}


def _other(text: Any, names: Mapping[str, str]) -> Any:
    if not isinstance(text, str):
        return text
    name, slash, rest = text.partition("/")
    return f"{names[name]}{slash}{rest}" if name in names else text
