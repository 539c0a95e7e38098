"""What the names in published data mean. A field of a record says so itself, ``derived`` the rest, once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, get_args, get_origin

from msgspec.structs import replace

from disclosure.exports.derived import DERIVED, Meaning, Type
from disclosure.model.fields import Field, Record, records_in
from disclosure.translation import gettext as _

LABEL = "_label"
_TYPES: Mapping[Any, Type] = {int: "integer", Decimal: "number", bool: "boolean", date: "date"}


def about(text: str) -> Any:
    """How a shape itself says what a value means. Evaluated when schemas are made: a build never loads pydantic."""
    import pydantic

    return pydantic.Field(description=text)


def meaning(table: str, name: str, record: type[Record] | None) -> Meaning:
    """What a column means in a table made of ``record``: that of its field, if it has one which a cell can hold."""
    if f"{table}.{name}" in DERIVED or not holds(name, record):
        said = DERIVED.get(f"{table}.{name}") or DERIVED[name]
        return replace(said, head=_(said.head), text=_(said.text))
    return _of_field(name, record)


def holds(name: str, record: type[Record] | None) -> bool:
    """Whether a cell can hold the field: of a record in a field it holds something that is derived."""
    field = source(name, record)
    return field is not None and not any(records_in(field.type))


def _of_field(name: str, record: type[Record] | None) -> Meaning:
    field = source(name, record)
    assert field is not None
    coded, several = _holds_ids(name, field), get_origin(field.type) is list
    head, text = (_("{name}编号"), _coded(field)) if coded else ("{name}", _(field.meaning))
    return Meaning(_type(field), head.format(name=_(field.label)), text, several)


def explained(name: str, record: type[Record] | None, *, nested: bool) -> str:
    """What a value of JSON means that does not say so itself; ``nested`` are rows, whose own values say the rest."""
    field = source(name, record)
    if field is not None:
        return _coded(field) if _holds_ids(name, field) and not nested else _(field.meaning)
    return _(DERIVED[name].text) if name in DERIVED and not nested else ""


def source(name: str, record: type[Record] | None) -> Field | None:
    """The field of a name in rows made of ``record``: of that name, or the one whose label it is (``kind_label``)."""
    fields = record.declared if record else {}
    coded = fields.get(name.removesuffix(LABEL))
    return fields.get(name) or (coded if coded and coded.words else None) or _inner(name, fields)


def _inner(name: str, fields: Mapping[str, Field]) -> Field | None:
    """That of a record in a field, whose label stands before its own: ``vote_date``."""
    for outer, field in fields.items():
        for inner in records_in(field.type) if name.startswith(f"{outer}_") else ():
            found = source(name.removeprefix(f"{outer}_"), inner)
            return found and replace(found, label=f"{_(field.label)}（{_(found.label)}）")
    return None


def _holds_ids(name: str, field: Field) -> bool:
    return bool(field.words) and not name.endswith(LABEL)


def _coded(field: Field) -> str:
    return _("{name}的编号").format(name=_(field.label))


def _type(field: Field) -> Type:
    """That of each value, where it may be none or several."""
    kinds = {field.type, *(get_args(field.type) if get_origin(field.type) in (UnionType, list) else ())}
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), "string")
