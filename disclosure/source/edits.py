"""Changes of a content file's text: no other byte of it moves, neither comments nor layout nor line ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml
from msgspec import Struct

from disclosure.model.fields import Field, Record, records_in
from disclosure.source.editing import text as yaml_text
from disclosure.source.files import SourceFile

BOM = "\ufeff"


class TextEdit(Struct, frozen=True, kw_only=True):
    """Characters ``start`` to ``end`` of a file's text, as it is decoded, become ``new``. ``says`` tells of it."""

    start: int
    end: int
    new: str
    says: str = ""


class Edited(Struct, frozen=True):
    """A file with its changes made; each as line, counted from 1, and words."""

    file: SourceFile
    data: bytes
    changes: tuple[tuple[int, str], ...] = ()


def applied(file: SourceFile, edits: Iterable[TextEdit]) -> Edited:
    """The file with the edits made, of which none reaches into another; those without words are not told."""
    text, typed = file.decoded[0], file.data.decode()
    mark = BOM if typed.startswith(BOM) else ""
    typed = typed.removeprefix(BOM)
    places = _Places(typed)
    ordered = sorted(edits, key=lambda one: (one.start, one.end))
    pieces, done = [], 0
    for one in ordered:
        pieces += [typed[done : places.of(one.start)], places.ended(one)]
        done = places.of(one.end)
    told = tuple((text.count("\n", 0, one.start) + 1, one.says) for one in ordered if one.says)
    return Edited(file, (mark + "".join(pieces) + typed[done:]).encode(), told)


class _Places:
    """Where a place in a decoded text, whose lines end in one sign, is in the text as it was typed."""

    def __init__(self, typed: str) -> None:
        # Each end of two signs is one to the decoded text
        self.pairs = [found.start() - n for n, found in enumerate(re.finditer("\r\n", typed))]
        self.typed = typed

    def of(self, offset: int) -> int:
        return offset + bisect_left(self.pairs, offset)

    def ended(self, edit: TextEdit) -> str:
        """The new text, its lines ended as the line that it begins on, or the last one that ends at all."""
        if not self.pairs or "\n" not in edit.new:
            return edit.new
        at = self.of(edit.start)
        end = self.typed.find("\n", at)
        end = self.typed.rfind("\n", 0, at) if end < 0 else end
        return edit.new.replace("\n", "\r\n") if self.typed[end - 1 : end] == "\r" else edit.new


def rows(node: Any) -> Sequence[Any]:
    """The records of a file's node: it holds one, or a list."""
    return node.value if isinstance(node, yaml.SequenceNode) else [node] if node is not None else []


def scalars(node: Any, model: type[Record]) -> Iterator[tuple[Field, str, Any]]:
    """The scalars of a record's node, each with the field that holds it and the field's name."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        field = model.declared.get(key.value)
        if field is not None:
            yield from _of_field(field, key.value, value)


def _of_field(field: Field, name: str, node: Any) -> Iterator[tuple[Field, str, Any]]:
    inner = next(records_in(field.type), None)
    for one in rows(node):
        if inner is not None:
            yield from scalars(one, inner)
        elif isinstance(one, yaml.ScalarNode):
            yield field, name, one


def value_of(node: Any, name: str) -> Any:
    """The node of a field, or ``None``."""
    return next((value for key, value in node.value if key.value == name), None)


def replacing(node: Any, new: str, says: str, begins: int = 0) -> TextEdit:
    """A scalar on one line that becomes ``new``, in the quotes that it has; its YAML begins at offset ``begins``."""
    start, end = node.start_mark.index + begins, node.end_mark.index + begins
    return TextEdit(start=start, end=end, new=yaml_text.scalar(new, node.style), says=says)
