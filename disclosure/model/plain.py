"""Records that are written plainly, as nearly all are: read at once, without the library that knows all the rules.

What is plain is right by the rules of ``disclosure.model.strict`` too, and means the same; whatever else there is,
``None`` here, they judge. So a build without mistakes never loads pydantic, which takes longer than a small site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from disclosure.model.fields import DAY, MINUTE, Record

R = TypeVar("R", bound=Record)
Limits = Mapping[str, Any]
Read = Callable[[Any], Any]

# Fewer digits than any limit of theirs, and in one spelling
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,8}")
NUMBER = re.compile(r"[+-]?[0-9]{1,12}(?:\.[0-9]{1,6})?")
TRUTH = {"true": True, "false": False}
MOST = 1 << 32


class _Unsure(Exception):
    """Not plainly right; perhaps right all the same."""


def plain(record: type[R], raw: Mapping[str, Any]) -> R | None:
    """The record that ``raw`` plainly is, else ``None``."""
    read = _readers(record)
    try:
        return _record(record, read, raw)
    except (_Unsure, AttributeError, KeyError, TypeError, ValueError):
        return None


def _record(record: type[R], read: Mapping[str, Read], raw: Mapping[str, Any]) -> R:
    """A field that is not declared is a KeyError, a needed one that is missing a TypeError."""
    return record(**{name: read[name](value) for name, value in raw.items() if value != ""})


@cache
def _readers(record: type[Record]) -> dict[str, Read]:
    types = get_type_hints(record)
    return {name: _reader(types[name], one.limits) for name, one in record.declared.items()}


def _reader(type: Any, limits: Limits) -> Read:
    """How a field of a type is read."""
    origin, inner = get_origin(type), get_args(type)
    if origin in (UnionType, Union):
        # What was not written is not read: of `str | None` only the text is left
        return _reader(next(one for one in inner if one is not NoneType), limits)
    if origin is list:
        return _list(_reader(inner[0], {}), limits)
    if origin is dict:
        return _texts_by_text
    if origin is Literal:
        return {one: one for one in inner}.__getitem__
    if issubclass(type, Record):
        return lambda value: _record(type, _readers(type), value)
    return _SCALARS[type](limits)


def _list(read: Read, limits: Limits) -> Read:
    least, most = limits.get("min_length", 0), limits.get("max_length", MOST)

    def values(value: Any) -> list[Any]:
        if not (isinstance(value, list) and least <= len(value) <= most):
            raise _Unsure
        return [read(one) for one in value]

    return values


def _texts_by_text(value: Any) -> dict[str, str]:
    texts = {key.strip(): str.strip(text) for key, text in value.items()}
    if len(texts) != len(value):
        raise _Unsure
    return texts


def _text(limits: Limits) -> Read:
    if not limits:
        return str.strip
    least, most = limits.get("min_length", 0), limits.get("max_length", MOST)
    fits = re.compile(limits.get("pattern", "")).search

    def text(value: Any) -> str:
        found = str.strip(value)
        if not (least <= len(found) <= most and fits(found)):
            raise _Unsure
        return found

    return text


def _amount(form: re.Pattern[str], type: Callable[[str], Any]) -> Callable[[Limits], Read]:
    def limited(limits: Limits) -> Read:
        least, most = limits.get("ge"), limits.get("le")

        def number(value: Any) -> Any:
            found = type(_formed(form, value))
            if (least is not None and found < least) or (most is not None and found > most):
                raise _Unsure
            return found

        return number

    return limited


def _formed(form: re.Pattern[str], value: Any) -> str:
    if not form.fullmatch(value):
        raise _Unsure
    return str(value)


_SCALARS: Mapping[Any, Callable[[Limits], Read]] = {
    str: _text,
    bool: lambda _limits: TRUTH.__getitem__,
    int: _amount(WHOLE, int),
    Decimal: _amount(NUMBER, Decimal),
    date: lambda _limits: lambda value: date.fromisoformat(_formed(DAY, value)),
    datetime: lambda _limits: lambda value: datetime.fromisoformat(_formed(MINUTE, value)),
}
