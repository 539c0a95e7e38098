"""How a record declares its fields: label, help and required-or-not, once, in the editors' language.

Reader messages, editor schemas, the data dictionary, the published data's schemas and the titles of their columns are
all taken from here. Records are read by ``written``; what is wrong with one is for ``strict`` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from inspect import get_annotations
from types import UnionType
from typing import Any, ClassVar, Literal, Union, dataclass_transform, get_args, get_origin

from msgspec import Struct, StructMeta
from msgspec.structs import asdict, replace

from disclosure.model.written import DAY, written
from disclosure.translation import mark as N_

ID = r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$"
SHA256 = r"^[0-9a-f]{64}$"
SITE_ID_CODE = r"^(?:bm[0-9]{8}|[0-9]{10})$"
ADDRESS = r"^https?://[^\s/?#]+(?:/[^\s?#]*)?/$"
# A web address that is written as any link may be (RFC 3986 allows none of these signs)
WEB = r"^https?://[^\s/?#<>\"{}|\\^`]+(?:[/?#][^\s<>\"{}|\\^`]*)?$"
# A web address or an e-mail address: it becomes a link in the footer
CORRECTIONS = r"^(?:https?://[^\s/?#]+(?:[/?#]\S*)?|(?:mailto:)?[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$"

# 2022-01-13
Day = date
# 2026-11-23 09:00, the form that 国办发〔2017〕47号 prescribes for PubDate
Minute = datetime
# Written with digits alone: no exponents, and no more of them than anything that is counted
Number = Decimal


class Permanence(StrEnum):
    """May a field change once its record is published? Additions are growth, and open to all three.

    The rule: nothing is changed in silence. Addresses, ids with the words they stand on, publication times and archived
    originals are never changed; a structured fact of the follow-up is changed only with a correction that lists record
    and field, what was and what is now; what only describes or arranges the rest is changed freely, in git's open view.
    """

    FIXED = "fixed"
    CORRECTED = "corrected"
    FREE = "free"

    @property
    def label(self) -> str:
        return _CHANGES[self]


FIXED, CORRECTED, FREE = Permanence
_CHANGES = {FIXED: N_("不可改"), CORRECTED: N_("更正后可改"), FREE: N_("可改")}


class NameOf(StrEnum):
    """What a text names, where it names something of this content: who is asked for it is offered what there is."""

    # Of the report that the file belongs to, without its key: c016; of another report with it: 2022/c016
    COMMITMENT = "commitment"
    OWN_COMMITMENT = "own-commitment"
    FAR_COMMITMENT = "far-commitment"
    TARGET = "target"
    OWN_TARGET = "own-target"
    # The number of a target of the promise that the same record names
    NTH_TARGET = "nth-target"
    # With its report: 2022/work-report-2023
    DOCUMENT = "document"
    ATTACHMENT = "attachment"
    PASSAGE = "passage"
    RECORD = "record"


class Declared(Struct, frozen=True, kw_only=True):
    """What a declaration says. ``words`` names the vocabulary whose labels it takes, ``limits`` go by pydantic's names.

    ``means`` is what it means to readers of the published data, where the label alone does not say it. ``change`` may
    be left to the record's class. ``names`` says of what in this content it is a name, ``long`` that it may be several
    sentences: both are for who asks for it. What ``leads`` is an address or the name of a host, which must not lead
    elsewhere than it seems to.
    """

    label: str
    help: str
    limits: Mapping[str, Any]
    needed: bool
    words: str = ""
    default: Any = None
    means: str = ""
    change: Permanence | None = None
    names: NameOf | None = None
    long: bool = False
    leads: bool = False


class Field(Declared, frozen=True, kw_only=True):
    """A field of a record: as declared, with its type, and decided whether it may change once published."""

    type: Any
    change: Permanence

    @property
    def meaning(self) -> str:
        return self.means or self.label


@dataclass_transform(frozen_default=True, kw_only_default=True)
class RecordType(StructMeta):
    """Takes the declarations out of a record's class and leaves defaults in it, and types that msgspec reads from text.

    ``change`` of the class holds for those of its own fields that do not say it themselves.
    """

    declared: Mapping[str, Field]

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], change: Permanence | None = None
    ) -> Any:
        own = {field: one for field, one in namespace.items() if isinstance(one, Declared)}
        for field, one in own.items():
            if one.needed:
                del namespace[field]
            else:
                namespace[field] = one.default
        made = super().__new__(cls, name, bases, namespace, frozen=True, kw_only=True, forbid_unknown_fields=True)
        # The records' modules do without `from __future__ import annotations`: texts would be compiled at every start
        types = get_annotations(made, eval_str=True)
        inherited = {field: one for base in bases for field, one in getattr(base, "declared", {}).items()}
        made.declared = inherited | {
            field: _complete(one, types[field], one.change or change, f"{name}.{field}") for field, one in own.items()
        }
        # Made anew: from Python 3.14 on the attribute of a class may be the dictionary of its metaclass
        made.__annotations__ = types | {field: written(types[field], one.limits) for field, one in own.items()}
        return made


def _complete(one: Declared, type: Any, change: Permanence | None, name: str) -> Field:
    if change is None:
        raise TypeError(f"{name}: fixed, corrected or free?")
    return Field(**{**asdict(one), "type": type, "change": change})


class Record(Struct, metaclass=RecordType):
    """A record as an editor writes it: unknown fields are refused, an empty value is no value."""

    declared: ClassVar[Mapping[str, Field]]


def required(label: str, help: str, **given: Any) -> Any:
    """A field that must be there; ``given`` are limits by pydantic's names, and whatever else ``Declared`` holds."""
    said = {name: value for name, value in given.items() if name in Declared.__struct_fields__}
    limits = {name: value for name, value in given.items() if name not in said}
    return Declared(label=label, help=help, limits=limits, needed=True, **said)


def optional(label: str, help: str, default: Any = None, **said: Any) -> Any:
    """A field that may be left out; ``default`` then stands in its place."""
    return replace(required(label, help, **said), needed=False, default=default)


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


def inner_types(annotation: Any) -> Iterator[Any]:
    """A type, and what it is a list of or may be: list[str] | None -> itself, list[str], str, None."""
    yield annotation
    if get_origin(annotation) in (list, UnionType, Union):
        for inner in get_args(annotation):
            yield from inner_types(inner)


def alternatives(annotation: Any) -> list[str]:
    """The values that a type names one by one: list[Literal["a", "b"]] -> a, b."""
    literals = (one for one in inner_types(annotation) if get_origin(one) is Literal)
    return [value for literal in literals for value in get_args(literal)]
