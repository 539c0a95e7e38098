"""How a record declares its fields: label, help and required-or-not, once, in the editors' language.

Reader messages, editor schemas, the data dictionary and the labels on pages are all taken from here. What is written
plainly is read by ``plain``; what is not, and what is wrong with it, is for ``strict`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, dataclass_transform

from msgspec import Struct, StructMeta

ID = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
SHA256 = r"^[0-9a-f]{64}$"
SITE_ID_CODE = r"^(?:bm[0-9]{8}|[0-9]{10})$"
# docs/domain.md, Disclosure pages: unique and never changed once published
INDEX_NUMBER = r"^[0-9A-Za-z]{6,18}(?:/|--)[0-9]{4,6}-[0-9]{4,6}$"
ADDRESS = r"^https?://[^\s/?#]+(?:/[^\s?#]*)?/$"
# A web address or an e-mail address: it becomes a link in the footer
CORRECTIONS = r"^(?:https?://[^\s/?#]+(?:[/?#]\S*)?|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$"

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MINUTE = re.compile(rf"{DAY.pattern} [0-9]{{2}}:[0-9]{{2}}")

# 2022-01-13
Day = date
# 2026-11-23 09:00, the form that 国办发〔2017〕47号 prescribes for PubDate
Minute = datetime
# Written with digits alone: no exponents, and no more of them than anything that is counted
Number = Decimal


class Declared(Struct, frozen=True, kw_only=True):
    """A field as declared. ``words`` names the vocabulary whose labels it takes, ``limits`` are pydantic's, by name."""

    label: str
    help: str
    words: str
    limits: Mapping[str, Any]
    needed: bool
    default: Any = None


@dataclass_transform(frozen_default=True, kw_only_default=True)
class RecordType(StructMeta):
    """Takes the declarations out of a record's class and leaves their defaults in it."""

    declared: Mapping[str, Declared]

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        own = {field: one for field, one in namespace.items() if isinstance(one, Declared)}
        for field, one in own.items():
            if one.needed:
                del namespace[field]
            else:
                namespace[field] = one.default
        inherited = [base.declared for base in bases if isinstance(base, RecordType)]
        made = super().__new__(cls, name, bases, namespace, frozen=True, kw_only=True)
        made.declared = {field: one for each in (*inherited, own) for field, one in each.items()}
        return made


class Record(Struct, metaclass=RecordType):
    """A record as an editor writes it: unknown fields are refused, an empty value is no value."""

    declared: ClassVar[Mapping[str, Declared]]


def required(label: str, help: str, *, words: str = "", **limits: Any) -> Any:
    """A field that must be there. ``words`` names the vocabulary whose labels it takes."""
    return Declared(label=label, help=help, words=words, limits=limits, needed=True)


def optional(label: str, help: str, default: Any = None, *, words: str = "", **limits: Any) -> Any:
    """A field that may be left out; ``default`` then stands in its place."""
    return Declared(label=label, help=help, words=words, limits=limits, needed=False, default=default)


def day(text: str) -> date | None:
    """The day that a text is (2022-01-13), or ``None``."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field of some type holds: list[TargetRecord] -> TargetRecord."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from records_in(inner)
