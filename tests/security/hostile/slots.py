"""Where a text can stand in the project's content: each value of each text field that the model declares.

A slot is found by walking a file's YAML beside the declarations of its record, so that a new field is one by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from disclosure.model.correction import CorrectionMeta
from disclosure.model.fields import Record, inner_types, records_in
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.request import RequestMeta
from disclosure.model.site import Site
from disclosure.model.update import UpdateMeta
from disclosure.source import register

# The text below the front matter
BODY: Final = "body"
HEAD: Final = re.compile(r"---\n(.*?\n)---\n", re.S)
# Files whose record has a body, in the order in which their names are tried
ARTICLES: Final[tuple[tuple[re.Pattern[str], type[Record]], ...]] = (
    (re.compile(r"reports/[^/]+/report\.md"), ReportMeta),
    (re.compile(r"updates/.+\.md"), UpdateMeta),
    (re.compile(r"corrections/.+\.md"), CorrectionMeta),
    (re.compile(r"requests/.+\.md"), RequestMeta),
    (re.compile(r"[^/]+\.md"), NarrativeMeta),
)


@dataclass(frozen=True, order=True)
class Slot:
    """A value's place: its file, from which character to which, and the field that it is of."""

    file: str
    start: int
    end: int
    record: str
    field: str

    @property
    def name(self) -> str:
        return f"{self.record}.{self.field}"

    @property
    def is_body(self) -> bool:
        return self.field == BODY


# What stands in slots
SlotValues = Mapping[Slot, str]


def every(files: Mapping[str, str]) -> tuple[Slot, ...]:
    """Each slot of the files."""
    return tuple(slot for name, text in files.items() for slot in _of_file(name, text))


def filled(files: Mapping[str, str], values: SlotValues) -> dict[str, str]:
    """The files with other values in some slots."""
    made = dict(files)
    for slot in sorted(values, key=lambda slot: (slot.file, -slot.start)):
        text = made[slot.file]
        made[slot.file] = text[: slot.start] + _written(slot, values[slot]) + text[slot.end :]
    return made


@dataclass(frozen=True)
class WrittenPlace:
    """Where a value stands in a file that was filled: line and columns, from 1."""

    line: int
    start: int
    end: int


def places(text: str, values: SlotValues) -> dict[Slot, WrittenPlace]:
    """The places of the values of one file, ``text`` being what it was before."""
    found, line, shift = {}, 0, 0
    for slot in sorted(values, key=lambda slot: slot.start):
        above = text.count("\n", 0, slot.start)
        shift = shift if above == line else 0
        line = above
        start = slot.start - text.rfind("\n", 0, slot.start) + shift
        length = len(_written(slot, values[slot]))
        shift += length - (slot.end - slot.start)
        found[slot] = WrittenPlace(above + 1, start, start + length)
    return found


def at(found: Mapping[Slot, WrittenPlace], line: int, column: int) -> Slot | None:
    """The value that a message at this place is about: the one there, or the next on its line (the place is its key),
    or the last; in the lines of a body the body."""
    on_line = sorted((place.start, slot) for slot, place in found.items() if place.line == line and not slot.is_body)
    ahead = [slot for _start, slot in on_line if found[slot].end > column]
    bodies = [slot for slot, place in found.items() if slot.is_body and place.line <= line]
    return next(iter([*ahead[:1], *(slot for _start, slot in on_line[-1:]), *bodies]), None)


def declared() -> set[str]:
    """Every text field of every record that stands in a file, by its name."""
    kinds = {kind.model for kind in register.KINDS} | {Site} | {record for _pattern, record in ARTICLES}
    found: dict[type[Record], None] = {}
    for kind in kinds:
        _nested(kind, found)
    return {f"{kind.__name__}.{name}" for kind in found for name, one in kind.declared.items() if _is_text(one.type)}


def _nested(kind: type[Record], found: dict[type[Record], None]) -> None:
    if kind not in found:
        found[kind] = None
        for one in kind.declared.values():
            for inner in records_in(one.type):
                _nested(inner, found)


def _is_text(type: Any) -> bool:
    return any(inner is str or getattr(inner, "__origin__", None) is dict for inner in inner_types(type))


def _of_file(name: str, text: str) -> Iterator[Slot]:
    if name == "site.yml":
        yield from _of_record(name, Site, text, 0)
    for pattern, kind in ARTICLES:
        if pattern.fullmatch(name):
            yield from _of_article(name, kind, text)
            return
    for known in register.KINDS:
        if known.path.fullmatch(name):
            yield from _of_record(name, known.model, text, 0)


def _of_article(name: str, kind: type[Record], text: str) -> Iterator[Slot]:
    head = HEAD.match(text)
    assert head is not None, name
    yield from _of_record(name, kind, head[1], head.start(1))
    if kind is not ReportMeta:
        yield Slot(file=name, start=head.end(), end=len(text), record=kind.__name__, field=BODY)


def _of_record(name: str, kind: type[Record], text: str, offset: int) -> Iterator[Slot]:
    for start, end, record, field in _leaves(yaml.compose(text, Loader=yaml.BaseLoader), kind):
        yield Slot(file=name, start=start + offset, end=end + offset, record=record, field=field)


def _leaves(node: Any, kind: type[Record]) -> Iterator[tuple[int, int, str, str]]:
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _leaves(one, kind)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            one = kind.declared[key.value]
            inner = next(records_in(one.type), None)
            if inner is not None:
                yield from _leaves(value, inner)
            elif _is_text(one.type):
                yield from ((*place, kind.__name__, key.value) for place in _scalars(value))


def _scalars(node: Any) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    else:
        for one in node.value:
            yield from _scalars(one[1] if isinstance(one, tuple) else one)


def _written(slot: Slot, value: str) -> str:
    # What JSON writes YAML reads, but for what is no character alone
    return f"\n{value}\n" if slot.is_body else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
