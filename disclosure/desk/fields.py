"""A record's declared fields as a form asks for them: all of it from the declarations, so that a new field stands in
every form by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_origin

from disclosure.desk.often import OFTEN
from disclosure.desk.shapes import Choice, FormField, Input
from disclosure.model import fields as declared
from disclosure.model.fields import Record, alternatives, inner_types, records_in
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What one value of a type is asked for as
ONE: Mapping[Any, Input] = {
    date: Input.DAY,
    datetime: Input.MINUTE,
    Decimal: Input.NUMBER,
    int: Input.WHOLE,
    bool: Input.TRUTH,
    str: Input.LINE,
}
# A minute is the one at which the form is filled in, unless somebody says another
NOW = "now"
# What \w means in Python, as JavaScript writes it
WORD = r"[\p{L}\p{M}\p{N}_]"


# What a file is typed with, and what a form has in its place
AS_TYPED: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile("用词见词表 [a-z-]+"), N_("从词表里选")),
    (re.compile("写 true"), N_("勾选")),
    (re.compile("documents.yml 里的文件"), N_("还没有公开的文件")),
    (re.compile("ColumnType 元数据，"), ""),
    (re.compile("改的是哪个字段，.*"), N_("改的是哪个字段：从上面的列表里选；正文写 body")),
    (re.compile(r"\[([^\]]*)\]"), r"\1"),
)
# The name of a field, alone or in brackets behind its label; not a part of a path or of another name
NAMED = re.compile(r"（(?P<name>[a-z_0-9]+)）|(?<![\w./-]) ?(?P<alone>[a-z_0-9]+)(?![\w./-]) ?", re.ASCII)


def of_models(models: Iterable[type[Record]]) -> dict[str, tuple[FormField, ...]]:
    """The fields of these records and of all that stand in them, by the model's name."""
    found: dict[str, tuple[FormField, ...]] = {}
    left = list(models)
    while left:
        model = left.pop()
        if model.__name__ not in found:
            found[model.__name__] = of_model(model)
            left += [inner for one in model.declared.values() for inner in records_in(one.type)]
    return found


def of_model(model: type[Record]) -> tuple[FormField, ...]:
    """In the order of the declarations; what a kind of record has of its own, the target of a value, before what it
    shares with others."""
    shared = {name for base in model.__bases__ for name in getattr(base, "declared", {})}
    order = sorted(model.declared, key=shared.__contains__)
    return tuple(_field(name, model.declared[name], model) for name in order)


def _field(name: str, one: declared.Field, model: type[Record]) -> FormField:
    input, limits = _input(one), one.limits
    # Pydantic's names: of a list they are of its items' number
    return FormField(
        name=name,
        label=_(one.label),
        help=spoken(_(one.help), model),
        input=input,
        required=one.needed,
        pattern=limits.get("pattern", "").replace(r"\w", WORD),
        shortest=limits.get("min_length", 0),
        longest=limits.get("max_length"),
        least=limits.get("ge"),
        most=limits.get("le"),
        words=one.words,
        choices=tuple(_choices(one, model)),
        names=one.names or "",
        often=one.needed or name in OFTEN.get(model, ()),
        record=next((inner.__name__ for inner in records_in(one.type)), ""),
        default=_default(one, input),
    )


def spoken(help: str, model: type[Record]) -> str:
    """What is said of a field to who sees a form and no file: fields by their labels, no signs of YAML."""

    def label(found: re.Match[str]) -> str:
        field = model.declared.get(found["name"] or found["alone"])
        if field is None:
            return found[0]
        return "" if found["name"] else f"“{_(field.label)}”"

    for written, meant in AS_TYPED:
        help = written.sub(_(meant) if meant else "", help)
    return NAMED.sub(label, help)


def _input(one: declared.Field) -> Input:
    many = any(get_origin(inner) is list for inner in inner_types(one.type))
    if next(records_in(one.type), None) is not None:
        return Input.RECORDS if many else Input.RECORD
    if one.words or alternatives(one.type):
        return Input.CHOICES if many else Input.CHOICE
    single = next(ONE[inner] for inner in inner_types(one.type) if inner in ONE)
    if many:
        return Input.WHOLES if single is Input.WHOLE else Input.LINES
    return Input.TEXT if one.long else single


def _choices(one: declared.Field, model: type[Record]) -> Iterator[Choice]:
    """Values of a field's own; one that is the name of another field is called as that is."""
    for value in alternatives(one.type):
        other = model.declared.get(value)
        yield Choice(value, _(other.label) if other else "")


def _default(one: declared.Field, input: Input) -> str:
    if input is Input.MINUTE:
        return NOW
    return str(one.default) if input is Input.WHOLE and one.default is not None else ""
