"""A fact: a record as one version of a content file states it, and its values as they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from disclosure.history.kinds import RecordKind
from disclosure.model.fields import FREE, Field, Record

TEXT = "text"
BLOB = "blob"


# A value as read: a text, a list of values, or values by field
Plain = str | list["Plain"] | dict[str, "Plain"]


class Fact(Struct, frozen=True, dict=True, kw_only=True):
    """A record as one version of a file states it; ``body`` is its narrative, where the narrative counts, ``prose``
    where it is free to change.

    ``more`` are values that the file states otherwise than in fields, ``at`` its path in a file that holds several.
    """

    kind: RecordKind
    path: str
    record: Record | None = None
    more: Mapping[str, Any] = {}
    body: str = ""
    prose: str = ""
    at: tuple[str | int, ...] = ()

    def value(self, name: str) -> Any:
        """What is stated in one field; ``None`` where nothing is."""
        if name in self.more or self.record is None:
            return self.more.get(name)
        return _stated(getattr(self.record, name), self.record.declared[name])

    @cached_property
    def values(self) -> dict[str, Any]:
        """What is stated, by field."""
        return {**(plain(self.record) if self.record is not None else {}), **self.more}

    @property
    def text(self) -> str:
        """Its narrative, whether it counts or not."""
        return self.body or self.prose

    def unlike(self, other: Fact, *, free: bool = False) -> list[str]:
        """The fields in which two records of a kind differ, and that are not free to change; or ``free`` as well."""
        one, two = self.record, other.record
        names = tuple(self.kind.model.declared) if free else _held(self.kind.model)
        if one is None or two is None:
            return list(names)
        return [name for name in names if name in self.more or getattr(one, name) != getattr(two, name)]


@cache
def _held(model: type[Record]) -> tuple[str, ...]:
    """The fields that are not free to change."""
    return tuple(name for name, field in model.declared.items() if field.change is not FREE)


FileFacts = Mapping[str, Fact]


def plain(record: Record) -> dict[str, Any]:
    """What was written in a record, without what only stands there by default."""
    found = ((name, _stated(getattr(record, name), field)) for name, field in record.declared.items())
    return {name: value for name, value in found if value is not None}


def _stated(value: Any, field: Field) -> Any:
    """A value written out; ``None`` where it only stands there by default."""
    if value in (None, [], {}, "") or (value is False and field.default is False):
        return None
    return _value(value)


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, list):
        return [_value(one) for one in value]
    if isinstance(value, dict):
        return {key: _value(one) for key, one in value.items()}
    return text_of(value)


def text_of(value: Any) -> str:
    """A scalar as one text: equal values have equal texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def number(value: Decimal) -> str:
    return f"{value.normalize():f}"
