"""How a record declares its fields: label, help and required-or-not, once, in the editors' language.

Reader messages, editor schemas, the data dictionary and the labels on pages are all taken from here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from disclosure.translation import gettext as _

ID = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
SHA256 = r"^[0-9a-f]{64}$"
SITE_ID_CODE = r"^(?:bm\d{8}|\d{10})$"
# docs/domain.md, Disclosure pages: unique and never changed once published
INDEX_NUMBER = r"^[0-9A-Za-z]{6,18}(?:/|--)\d{4,6}-\d{4,6}$"
ADDRESS = r"^https?://[^\s/?#]+(?:/[^\s?#]*)?/$"


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


def _minute(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return datetime.strptime(value, "%Y-%m-%d %H:%M")
    except ValueError:
        raise ValueError(_("应当是日期和时间，例如 2026-11-23 09:00")) from None


# The form that 国办发〔2017〕47号 prescribes for PubDate
Minute = Annotated[datetime, BeforeValidator(_minute)]
