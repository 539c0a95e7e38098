"""Changes of single values in a content file's text: no other byte of it moves, neither comments nor layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml
from msgspec import Struct

from disclosure.model.fields import Field, Record, records_in
from disclosure.source.files import SourceFile
from disclosure.source.yaml import compose

BOM = "\ufeff"
# Past the end of any line
END = 2**31


class TextEdit(Struct, frozen=True, order=True, kw_only=True):
    """Characters ``start`` to ``end`` of line ``line`` (all counted from 0) become ``new``. ``says`` tells of it."""

    line: int
    start: int
    end: int
    new: str
    says: str


class Edited(Struct, frozen=True):
    """A file with its changes made; each as line, counted from 1, and words."""

    file: SourceFile
    data: bytes
    changes: tuple[tuple[int, str], ...]


class Misplaced(Exception):
    """The lines of a file cannot be told apart: what stands where is not certain."""


def applied(file: SourceFile, edits: Iterable[TextEdit]) -> Edited:
    """The file with the edits made, last first, so that no place moves before it is reached."""
    text = file.data.decode()
    mark = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    if len(lines) != len(file.decoded[0].split("\n")):
        raise Misplaced(file.path)
    ordered = sorted(edits)
    for one in reversed(ordered):
        before = lines[one.line]
        # A further line ends as the one before it does
        new = _ended(one.new) if one.start == END and before.endswith("\r") else one.new
        lines[one.line] = before[: one.start] + new + before[one.end :]
    changes = tuple((one.line + 1, one.says) for one in ordered)
    return Edited(file, (mark + "\n".join(lines)).encode(), changes)


def _ended(new: str) -> str:
    """Further lines in a file whose lines end as Windows has it."""
    return new[:1] + new[1:].replace("\n", "\r\n") + "\r"


def appended(file: SourceFile, item: Sequence[str], says: str) -> Edited:
    """A list of records with one more, whose lines begin at the margin: ``- id: x``; or a new file of it alone.

    ``Misplaced`` where the file holds something else.
    """
    text = file.data.decode()
    node = compose(file.decoded[0])
    if node is None:
        kept = text if not text or text.endswith("\n") else text + "\n"
        return Edited(file, (kept + "\n".join(item) + "\n").encode(), ((kept.count("\n") + 1, says),))
    if not isinstance(node, yaml.SequenceNode) or (node.flow_style and node.value):
        raise Misplaced(file.path)
    if node.value:
        return applied(file, [after(node, [" " * node.start_mark.column + line for line in item], says)])
    at, end = node.start_mark, node.end_mark
    if at.line != end.line:
        raise Misplaced(file.path)
    edit = TextEdit(line=at.line, start=at.column, end=end.column, new="\n".join(item), says=says)
    return applied(file, [edit])


def after(node: Any, lines: Iterable[str], says: str) -> TextEdit:
    """Further lines behind a node."""
    new = "".join(f"\n{line}" for line in lines)
    return TextEdit(line=last_line(node), start=END, end=END, new=new, says=says)


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


def replacing(node: Any, new: str, says: str, first_line: int = 0) -> TextEdit:
    """A scalar that becomes ``new``, in the quotes that it has."""
    start, end = node.start_mark, node.end_mark
    quote = node.style if node.style in ("'", '"') else ""
    new = f"{quote}{new}{quote}"
    return TextEdit(line=start.line + first_line, start=start.column, end=end.column, new=new, says=says)


def last_line(node: Any) -> int:
    """The line on which the last scalar of a node ends."""
    if isinstance(node, yaml.ScalarNode):
        return int(node.end_mark.line)
    if node.flow_style:
        return int(node.end_mark.line)
    children = [child for pair in node.value for child in (pair if isinstance(pair, tuple) else (pair,))]
    return max(last_line(child) for child in children)
