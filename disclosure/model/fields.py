"""How a record declares its fields: label, help and required-or-not, once, in the editors' language.

Reader messages, editor schemas, the data dictionary and the labels on pages are all taken from here.
"""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from disclosure.translation import gettext as _

# What a record is, is said here: no plugin of pydantic's has a say in it, and none is looked for at every start
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

ID = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
SHA256 = r"^[0-9a-f]{64}$"
SITE_ID_CODE = r"^(?:bm[0-9]{8}|[0-9]{10})$"
# docs/domain.md, Disclosure pages: unique and never changed once published
INDEX_NUMBER = r"^[0-9A-Za-z]{6,18}(?:/|--)[0-9]{4,6}-[0-9]{4,6}$"
ADDRESS = r"^https?://[^\s/?#]+(?:/[^\s?#]*)?/$"
# A web address or an e-mail address: it becomes a link in the footer
CORRECTIONS = r"^(?:https?://[^\s/?#]+(?:[/?#]\S*)?|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$"


class Record(BaseModel):
    """A record as an editor writes it: unknown fields are refused, an empty value is no value."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        return {key: value for key, value in raw.items() if value != ""}


def required(label: str, help: str, *, words: str = "", **limits: Any) -> Any:
    """A field that must be there. ``words`` names the vocabulary whose labels it takes."""
    return Field(title=label, description=help, json_schema_extra=_vocabulary(words), **limits)


def optional(label: str, help: str, default: Any = None, *, words: str = "", **limits: Any) -> Any:
    """A field that may be left out; ``default`` then stands in its place."""
    extra = _vocabulary(words)
    return Field(default, title=label, description=help, validate_default=False, json_schema_extra=extra, **limits)


def _vocabulary(words: str) -> dict[str, Any] | None:
    return {VOCABULARY: words} if words else None


# The key under which a field's vocabulary stands in its JSON Schema until its labels take its place
VOCABULARY = "x-vocabulary"


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MINUTE = re.compile(rf"{DAY.pattern} [0-9]{{2}}:[0-9]{{2}}")
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if not DAY.fullmatch(value.strip()):
            raise ValueError
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(_("应当是日期，例如 2022-01-13")) from None


def day(text: str) -> date | None:
    """The day that a text is (2022-01-13), or ``None``."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _minute(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if not MINUTE.fullmatch(value.strip()):
            raise ValueError
        return datetime.strptime(value.strip(), "%Y-%m-%d %H:%M")
    except ValueError:
        raise ValueError(_("应当是日期和时间，例如 2026-11-23 09:00")) from None


def _number(value: Any) -> Any:
    if isinstance(value, str) and not NUMBER.fullmatch(value.strip()):
        raise ValueError(_("应当是数字"))
    return value


# Text alone is a day: 1642032000 is no number of seconds
Day = Annotated[date, BeforeValidator(_day)]
# No exponents, and no more digits than anything that is counted
Number = Annotated[Decimal, Field(max_digits=20, decimal_places=6), BeforeValidator(_number)]
# The form that 国办发〔2017〕47号 prescribes for PubDate
Minute = Annotated[datetime, BeforeValidator(_minute)]
