"""Records changed in a file that stands, a YAML file or the head of a Markdown file, by where a value is in it.

Nothing moves but the lines that must: comments, quotes, ``+5``, empty lines and line ends stay as they were typed.
Each change is proved before it is handed out: the file reads as before, but for what was wished.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml as pyyaml

from disclosure.problem import Refused
from disclosure.source import frontmatter, yaml
from disclosure.source.editing import changes, splices
from disclosure.source.editing import text as yaml_text
from disclosure.source.editing.changes import Insert, Put, RecordEdit, Remove, Unreachable, WrittenLines
from disclosure.source.editing.layout import YamlLayout
from disclosure.source.editing.splices import Misplaced, NodeSpot, Splice, ValueRows, rows_of
from disclosure.source.edits import Edited, TextEdit, applied
from disclosure.source.files import SourceFile
from disclosure.source.yaml import FieldPath, RawNode
from disclosure.translation import gettext as _

__all__ = ["Insert", "Put", "RecordEdit", "Remove", "WrittenLines", "edited", "new_text", "place_of"]


def edited(file: SourceFile, *wished: RecordEdit) -> Edited:
    """The file with the changes made, one after the other, each in what the one before left; a file without a byte is
    begun by it.

    ``Refused`` where the file has errors, or is written in a way in which a change cannot be said.
    """
    now, told = file, list[tuple[int, str]]()
    for wish in wished:
        for change in changes.steps(_head(now)[2], wish):
            done = _made(now, change)
            told += done.changes
            now = SourceFile(file.path, file.name, done.data)
    return Edited(file, now.data, tuple(told))


def new_text(value: RawNode, body: str | None = None) -> str:
    """A new file: a record or a list of them; as the head of a Markdown file where there is a ``body``."""
    text = "\n".join(yaml_text.block(value, flow_rows=False)) + "\n"
    return text if body is None else f"---\n{text}---\n{body}"


def place_of(file: SourceFile, id: str) -> FieldPath | None:
    """Where the record of an id stands in a file: it holds one, or a list."""
    value = _head(file)[2]
    if isinstance(value, dict):
        return () if value.get("id") == id else None
    found = (n for n, one in enumerate(value or ()) if isinstance(one, dict) and one.get("id") == id)
    return next(((n,) for n in found), None)


def _head(file: SourceFile) -> tuple[int, str, RawNode | None]:
    """Where a file's YAML begins, what it is, and what it says."""
    text, problems = file.decoded
    begins, head, value = 0, text, None
    if not problems and file.name.endswith(".md"):
        document, problems = frontmatter.split(text, file.path)
        begins, head, value = text.find("\n") + 1, document.head.text, document.raw
    elif not problems:
        value, problems = yaml.read(text, file.path)
    if problems:
        raise Refused(_("{path} 里有错误，先改好它（运行 check）").format(path=file.path))
    return begins, head, value


def _made(file: SourceFile, wish: RecordEdit) -> Edited:
    begins, head, before = _head(file)
    change = changes.narrowed(before, wish)
    try:
        found = _splices(head, change)
        edits = [TextEdit(start=one.start + begins, end=one.end + begins, new=one.new) for one in found]
        done = applied(file, edits)
        _prove(file, done, changes.after(before, change))
    except (Misplaced, Unreachable) as error:
        message = _("{path} 的写法接不上新的一项：先改成一行一个字段、一项一个“- ”")
        raise Refused(message.format(path=file.path)) from error
    line = file.decoded[0].count("\n", 0, edits[0].start) + (2 if edits[0].new.startswith("\n") else 1)
    return Edited(file, done.data, ((line, change.says),) if change.says else ())


def _prove(file: SourceFile, done: Edited, wished: RawNode) -> None:
    """``Misplaced`` unless the file reads as is wished, and all of a text behind its head is as it was."""
    new = SourceFile(file.path, file.name, done.data)
    try:
        value = _head(new)[2]
    except Refused as error:
        raise Misplaced from error
    if _comparable(value) != _comparable(wished) or _body(new) != _body(file):
        raise Misplaced


def _comparable(value: Any) -> Any:
    """A value without the line ends behind its texts: whether a text over several lines has one depends on whether
    something stands below it."""
    if isinstance(value, dict):
        return {name: _comparable(one) for name, one in value.items()}
    return [*map(_comparable, value)] if isinstance(value, list) else value and value.rstrip("\n")


def _body(file: SourceFile) -> str:
    return frontmatter.split(file.decoded[0], file.path)[0].body if file.name.endswith(".md") else ""


def _splices(text: str, change: RecordEdit) -> list[Splice]:
    layout, root = YamlLayout(text), yaml.compose(text)
    if root is None:
        return splices.at_end(text, _first_rows(change))
    if isinstance(change, Remove):
        around = _found(root, change.where[:-1])
        return splices.removed(layout, around, _entry(around.node, change.where[-1]))
    spot = splices.find(root, change.where)
    if isinstance(change, Insert):
        return _inserted(layout, _found(root, change.where), change)
    if spot is None:
        return _added(layout, root, change)
    return splices.replaced(layout, root, spot, _replacing(spot, change))


def _first_rows(change: RecordEdit) -> Sequence[str]:
    """The first value of a file."""
    if not isinstance(change, Put) or change.where:
        raise Misplaced
    return (
        change.value.rows if isinstance(change.value, WrittenLines) else yaml_text.block(change.value, flow_rows=False)
    )


def _found(root: Any, where: FieldPath) -> NodeSpot:
    spot = splices.find(root, where)
    if spot is None or not isinstance(spot.node, pyyaml.CollectionNode):
        raise Misplaced
    return spot


def _names(node: Any) -> list[str | int]:
    """What the entries of a record or a list are called by."""
    return [one[0].value if isinstance(one, tuple) else n for n, one in enumerate(node.value)]


def _entry(node: Any, step: str | int) -> int:
    names = _names(node)
    if step not in names:
        raise Misplaced
    return names.index(step)


def _inserted(layout: YamlLayout, spot: NodeSpot, change: Insert) -> list[Splice]:
    items = spot.node.value
    at = len(items) if change.at is None else change.at
    if isinstance(change.value, WrittenLines):
        return splices.inserted(layout, spot, at, _lines(change.value, within=spot.is_flow))
    if spot.is_flow:
        return splices.inserted(layout, spot, at, [yaml_text.line(change.value)])
    # As the one beside it is written
    beside = items[min(at, len(items) - 1)]
    flow = beside.flow_style if isinstance(beside, pyyaml.CollectionNode) else None
    rows = splices.as_item(rows_of(change.value, one_line=flow))
    return splices.inserted(layout, spot, at, rows)


def _lines(value: WrittenLines, *, within: bool) -> Sequence[str]:
    if within:
        raise Misplaced
    return value.rows


def _value_lines(value: WrittenLines, *, within: bool) -> ValueRows:
    return ValueRows(rows=_lines(value, within=within), is_list=isinstance(value.value, list))


def _added(layout: YamlLayout, root: Any, change: Put) -> list[Splice]:
    """A field more."""
    around, name = _found(root, change.where[:-1]), change.where[-1]
    at = _index(_names(around.node), str(name), change.order)
    if isinstance(change.value, WrittenLines):
        value = _value_lines(change.value, within=around.is_flow)
    else:
        value = rows_of(change.value, one_line=True if around.is_flow else None)
    return splices.inserted(layout, around, at, splices.as_field(str(name), value, root))


def _index(names: Sequence[str | int], name: str, order: Sequence[str]) -> int:
    """Where a field belongs: behind the last of those that stand before it."""
    if name not in order:
        return len(names)
    before = set(order[: order.index(name)])
    return max((n for n, one in enumerate(names, 1) if one in before), default=0)


def _replacing(spot: NodeSpot, change: Put) -> ValueRows:
    if isinstance(change.value, WrittenLines):
        return _value_lines(change.value, within=spot.within)
    if not change.where and change.value and not isinstance(change.value, str):
        return ValueRows(rows=yaml_text.block(change.value, flow_rows=False), is_list=isinstance(change.value, list))
    style = spot.node.style if isinstance(spot.node, pyyaml.ScalarNode) else None
    return rows_of(change.value, one_line=True if spot.within else None, style=style)
