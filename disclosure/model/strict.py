"""The rules of a record in full: every mistake at once, the JSON Schema, and the odder ways to write what is right.

Made of the declarations in ``disclosure.model``. Loads pydantic, so it is imported where it is needed: for mistakes
and for the commands about the declarations themselves.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, TypeVar, Union, get_args, get_origin

# What a record is, is said here: no plugin of pydantic's has a say in it, and none is looked for
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import pydantic
from pydantic import BaseModel, BeforeValidator, ConfigDict, create_model, model_validator
from pydantic_core import PydanticKnownError

from disclosure.model.fields import Declared, Record, RecordType
from disclosure.model.written import DAY, MINUTE, TEXT_IN_LIST
from disclosure.translation import gettext as _

R = TypeVar("R", bound=Record)

# The key under which a field's vocabulary stands in its JSON Schema until its labels take its place
VOCABULARY = "x-vocabulary"
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


class Model(BaseModel):
    """A record's rules: unknown fields are refused, with a value or without; an empty value is no value."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    # No field is called so: some are called record
    MADE_OF: ClassVar[type[Record]]

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        return {key: value for key, value in raw.items() if value != "" or key not in cls.model_fields}


def _moment(value: Any, form: re.Pattern[str], read: Callable[[str], Any], wanted: str) -> Any:
    if not isinstance(value, str):
        return value
    if not form.fullmatch(value.strip()):
        raise ValueError(wanted)
    try:
        return read(value.strip())
    except ValueError:
        raise ValueError(_("没有这一天，或没有这个时间")) from None


def _day(value: Any) -> Any:
    return _moment(value, DAY, date.fromisoformat, _("应当是日期，例如 2022-01-13"))


def _minute(value: Any) -> Any:
    return _moment(value, MINUTE, datetime.fromisoformat, _("应当是日期和时间，例如 2026-11-23 09:00"))


def _number(value: Any) -> Any:
    if isinstance(value, str) and not NUMBER.fullmatch(value.strip()):
        raise ValueError(_("应当是数字"))
    return value


def _whole(value: Any) -> Any:
    """Pydantic takes noughts away before it reads, and reads 0-5 as -5."""
    if isinstance(value, str) and "-" in value.strip()[1:]:
        raise PydanticKnownError("int_parsing")
    return value


_RULES: dict[Any, Any] = {
    # Text alone is a day: 1642032000 is no number of seconds
    date: Annotated[date, BeforeValidator(_day)],
    datetime: Annotated[datetime, BeforeValidator(_minute)],
    int: Annotated[int, BeforeValidator(_whole)],
    Decimal: Annotated[Decimal, pydantic.Field(max_digits=20, decimal_places=6), BeforeValidator(_number)],
}


@cache
def model(record: type[Record]) -> type[Model]:
    """The rules of ``record``."""
    fields: dict[str, Any] = {name: (_ruled(one.type), _field(one)) for name, one in record.declared.items()}
    made = create_model(record.__name__, __base__=Model, __module__=record.__module__, __doc__=record.__doc__, **fields)
    made.MADE_OF = record
    return made


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _ruled(type: Any) -> Any:
    """A declared type with the rules of what is in it."""
    if get_origin(type) in (UnionType, Union):
        return reduce(or_, map(_ruled, get_args(type)))
    if get_origin(type) is list:
        inner = get_args(type)[0]
        return list[Annotated[str, pydantic.Field(**TEXT_IN_LIST)] if inner is str else _ruled(inner)]  # type: ignore[misc]
    if isinstance(type, RecordType):
        return model(type)
    if get_origin(type) is Literal:
        # As of all texts, blanks around it are none of it
        return Annotated[type, pydantic.BeforeValidator(_trimmed)]
    return _RULES.get(type, type)


def _field(one: Declared) -> Any:
    extra = {VOCABULARY: one.words} if one.words else None
    options: dict[str, Any] = {"title": one.label, "description": one.help, "json_schema_extra": extra, **one.limits}
    if one.needed:
        return pydantic.Field(**options)
    default = model(one.default.__class__)() if isinstance(one.default, Record) else one.default
    return pydantic.Field(default, validate_default=False, **options)


def read(record: type[R], raw: Any) -> R:
    """The record that ``raw`` is; ``ValidationError`` with all that is wrong."""
    return _made(record, model(record).model_validate(raw))


def _made(record: type[R], valid: Model) -> R:
    return record(**{name: _value(getattr(valid, name)) for name in valid.model_fields_set})


def _value(one: Any) -> Any:
    if isinstance(one, Model):
        return _made(one.MADE_OF, one)
    return [_value(each) for each in one] if isinstance(one, list) else one
