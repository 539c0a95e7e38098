"""A record as YAML that an editor fills in: what is known is written, what must be there is a blank, the rest comment.

All of it comes from the declarations, so that a new field stands in every new file by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_origin

from msgspec import Struct

from disclosure.catalog.words import Vocabularies
from disclosure.model.fields import Field, Record, alternatives, records_in
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

BLANK = N_("〔待填：{what}〕")
# What needs no quotes wherever it stands in YAML; a colon only in a time of day
PLAIN = re.compile(
    r"(?:[^\W_]|〔待填)[\w〕（）()·《》〈〉“”‘’、，。：；！？—／/.+ -]*(?<! )"
    r"|[0-9-]{10} [0-9]{2}:[0-9]{2}"
)
INDENT = "  "
# Lists of so many words are told, of more only where they stand
MOST_WORDS = 40


class FormRows(Struct, frozen=True, kw_only=True):
    """Records of a kind, each on a line under a word of comment; ``asked`` as of a form."""

    model: type[Record]
    rows: Sequence[tuple[str, Mapping[str, Any]]]
    asked: Sequence[str]


class RecordForm(Struct, frozen=True, kw_only=True):
    """A record to be written: ``values`` by field, ``asked`` the optional fields that are blanks like those that must
    be there; ``samples`` lines that show how a field that is left out would be written."""

    model: type[Record]
    values: Mapping[str, Any] = {}
    asked: Sequence[str] = ()
    samples: Mapping[str, Sequence[str]] = {}


def blank(what: str) -> str:
    return _(BLANK).format(what=what)


def one_line(text: str) -> str:
    """A text as a comment may hold it."""
    return " ".join(text.split())


def scalar(text: str) -> str:
    """A text as YAML, in quotes where it could be read otherwise."""
    return text if PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def lines(form: RecordForm, words: Vocabularies) -> Iterator[str]:
    """In the order of the declarations: what is known, what is asked for, and all else as comments."""
    for name, field in form.model.declared.items():
        if name in form.values:
            yield from _valued(name, form.values[name], words)
            continue
        yield f"# {said(field, words)}"
        if field.needed or name in form.asked:
            yield f"{name}: {_asked(field)}"
        else:
            yield from (f"# {line}" for line in _sample(name, field, form.samples.get(name)))


def _asked(field: Field) -> str:
    found = blank(_(field.label))
    return f"[{found}]" if get_origin(field.type) is list else found


def said(field: Field, words: Vocabularies) -> str:
    """What a field is and how it is written, with the words that it takes."""
    known = choices(field, words)
    told = _("{label}：{help}").format(label=_(field.label), help=_(field.help))
    if all(one in told for one in known):
        return told
    return _("{told}；可用：{words}").format(told=told, words=" / ".join(known))


def choices(field: Field, words: Vocabularies) -> list[str]:
    """The words that a field takes; none where it takes any text."""
    if field.words:
        known = words.labels(field.words)
        return known if len(known) <= MOST_WORDS else []
    return alternatives(field.type)


def _valued(name: str, value: Any, words: Vocabularies) -> Iterator[str]:
    if isinstance(value, RecordForm):
        yield f"{name}:"
        yield from (INDENT + line for line in lines(value, words))
    elif isinstance(value, FormRows):
        yield from _rows(name, value, words)
    elif isinstance(value, tuple) and any(isinstance(one, RecordForm) for one in value):
        yield f"{name}:"
        for one in value:
            yield from item(lines(one, words), INDENT)
    else:
        yield f"{name}: {flow(value)}"


def _rows(name: str, all: FormRows, words: Vocabularies) -> Iterator[str]:
    """What each field means stands once, above them."""
    yield from (f"# {field}　{said(one, words)}" for field, one in all.model.declared.items())
    yield f"{name}:"
    for comment, row in all.rows:
        blanks = {
            field: blank(_(one.label))
            for field, one in all.model.declared.items()
            if field not in row and (one.needed or field in all.asked)
        }
        yield f"{INDENT}# {one_line(comment)}"
        yield f"{INDENT}- {flow({**row, **blanks})}"


def item(found: Iterable[str], indent: str = "") -> Iterator[str]:
    """A record's lines as one item of a list."""
    marked = False
    for line in found:
        begins = not marked and not line.startswith("#")
        marked = marked or begins
        before = "- " if begins else INDENT if marked else ""
        yield f"{indent}{before}{line}"


def flow(value: Any) -> str:
    """A value on one line; numbers plainly, whatever their sign."""
    if isinstance(value, tuple):
        return f"[{', '.join(_inside(one) for one in value)}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_inside(one)}" for name, one in value.items()) + "}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return scalar(str(value))


def _inside(value: Any) -> str:
    return flow(value) if value != "" else ""


def _sample(name: str, field: Field, given: Sequence[str] | None) -> list[str]:
    """How a field is written: empty, or with the fields of the record that it holds."""
    inner = next(records_in(field.type), None)
    if inner is None:
        return [f"{name}:"]
    shown = given or [flow(empty(inner))]
    many = get_origin(field.type) is list
    return [f"{name}:", *(f"{INDENT}- {one}" for one in shown)] if many else [f"{name}: {shown[0]}"]


def empty(model: type[Record]) -> dict[str, Any]:
    """The fields of a record without values, to be shown on one line; without records inside it that it can do
    without: half a record would have to be taken out again."""
    every = model.declared.items()
    return {
        name: _nothing(field) for name, field in every if field.needed or next(records_in(field.type), None) is None
    }


def _nothing(field: Field) -> Any:
    inner = next(records_in(field.type), None)
    held: Any = empty(inner) if inner is not None else ""
    return ((held,) if held else ()) if get_origin(field.type) is list else held
