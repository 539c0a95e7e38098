"""Written text to the values of a declared record, by ``msgspec.convert``: how all records without a mistake are read.

What is accepted here is right by the rules of ``disclosure.model.strict`` too and means the same (a test holds the two
against each other); whatever is refused, they judge: with every mistake at once and in the editors' words. So a build
without mistakes never loads pydantic, which takes longer than reading a small site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec import Meta, ValidationError, convert

T = TypeVar("T")
Limits = Mapping[str, Any]
ValueReader = Callable[[Any], Any]

# Within two hundred years: whatever is counted from a day is a day too
DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
MINUTE = re.compile(rf"{DAY.pattern} [0-9]{{2}}:[0-9]{{2}}")
# One spelling, and fewer digits than any limit of strict's: no sign of plus, no exponent, no underscore, no NaN
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,8}")
NUMBER = re.compile(r"[+-]?[0-9]{1,12}(?:\.[0-9]{1,6})?")
TRUTH = {"true": True, "false": False}
# A list holds no empty text: it would say nothing, be found everywhere and name nobody
TEXT_IN_LIST: Limits = {"min_length": 1}


class Shortened(dict[str, Any]):
    """A mapping that lost its empty values. A record has none, but of texts by text an empty one is a value too."""


class ReadAs(type):
    """A type for msgspec alone: it hands what is written to ``read`` and takes whatever that makes of it.

    msgspec's own reading of numbers, times and truth values from text takes more spellings than we do.
    """

    read: ValueReader

    def __instancecheck__(cls, value: object) -> bool:
        return True


def read(record: type[T], raw: Mapping[str, Any]) -> T | None:
    """The record that ``raw`` is, or ``None``: something in it is wrong, or written in an unusual way."""
    empty: list[str] = []
    tidy = _tidy(raw, empty)
    if empty and not _knows(record, raw):
        return None
    try:
        return convert(tidy, record, dec_hook=read_value)
    except ValidationError:
        return None


def _knows(record: Any, raw: Any) -> bool:
    """Whether each field without a value is one that the record has."""
    if isinstance(raw, list):
        return all(_knows(record, one) for one in raw)
    if not isinstance(raw, Mapping):
        return True
    for name, value in raw.items():
        field = record.declared.get(name)
        inner = _record_in(field.type) if field else None
        if field is None or not (inner is None or _knows(inner, value)):
            return False
    return True


def written(type: Any, limits: Limits) -> Any:
    """A declared type with its limits as msgspec reads it from text; nested records are their own affair."""
    origin, inner = get_origin(type), get_args(type)
    if origin in (UnionType, Union):
        # What was not written is not read: of `str | None` only the text is left
        return written(next(one for one in inner if one is not NoneType), limits)
    if origin is list:
        return _limited(list[written(inner[0], TEXT_IN_LIST if inner[0] is str else {})], limits)  # type: ignore[misc]
    if origin is dict:
        return _as(_texts_by_text)
    return _as(_SCALARS[type](limits)) if type in _SCALARS else _limited(type, limits)


def _limited(type: Any, limits: Limits) -> Any:
    return Annotated[type, Meta(**limits)] if limits else type


def _as(reader: ValueReader) -> ReadAs:
    return ReadAs("Written", (), {"read": staticmethod(reader)})


def read_value(type: Any, value: Any) -> Any:
    """What a type that ``written`` made takes of a text: for ``msgspec.convert``."""
    return type.read(value)


def _record_in(type: Any) -> Any:
    if hasattr(type, "declared"):
        return type
    return next(filter(None, map(_record_in, get_args(type))), None)


def _tidy(value: Any, empty: list[str]) -> Any:
    """Without white space around texts, and without fields that have no value: their names are added to ``empty``."""
    if type(value) is str:
        return value.strip()
    if type(value) is dict:
        tidy = {key: _tidy(inner, empty) for key, inner in value.items() if inner != ""}
        if len(tidy) == len(value):
            return tidy
        empty += value.keys() - tidy.keys()
        return Shortened(tidy)
    return [_tidy(one, empty) for one in value] if type(value) is list else value


def _texts_by_text(value: Any) -> dict[str, str]:
    texts = convert(value, dict[str, str])
    stripped = {key.strip(): text for key, text in texts.items()}
    if isinstance(value, Shortened) or len(stripped) != len(texts):
        raise ValueError
    return stripped


def _amount(form: re.Pattern[str], make: Callable[[str], Any]) -> Callable[[Limits], ValueReader]:
    def limited(limits: Limits) -> ValueReader:
        least, most = limits.get("ge"), limits.get("le")

        def number(value: Any) -> Any:
            found = make(_formed(form, value))
            if (least is not None and found < least) or (most is not None and found > most):
                raise ValueError
            return found

        return number

    return limited


def _formed(form: re.Pattern[str], value: Any) -> str:
    if not form.fullmatch(value):
        raise ValueError
    return str(value)


def _truth(value: Any) -> bool:
    if value not in TRUTH:
        raise ValueError
    return TRUTH[value]


def _day(value: Any) -> date:
    return date.fromisoformat(_formed(DAY, value))


def _minute(value: Any) -> datetime:
    return datetime.fromisoformat(_formed(MINUTE, value))


_SCALARS: Mapping[Any, Callable[[Limits], ValueReader]] = {
    bool: lambda _limits: _truth,
    int: _amount(WHOLE, int),
    Decimal: _amount(NUMBER, Decimal),
    date: lambda _limits: _day,
    datetime: lambda _limits: _minute,
}
