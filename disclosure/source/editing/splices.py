"""Where new text goes in a YAML text so that a value is added, replaced or taken out: pieces of lines, or whole lines.

Values come as ``ValueRows``. What is within brackets stays within them, what is by lines stays by lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml
from msgspec import Struct

from disclosure.source.editing import text as yaml_text
from disclosure.source.editing.layout import YamlEntry, YamlLayout
from disclosure.source.yaml import FieldPath, RawNode, child

INDENT = 2


class Misplaced(Exception):
    """What is wished cannot be said in the way in which a file is written."""


class Splice(Struct, frozen=True):
    """Characters ``start`` to ``end`` become ``new``."""

    start: int
    end: int
    new: str


class NodeSpot(Struct, frozen=True, kw_only=True):
    """A node; ``within`` says whether it stands within brackets, ``key`` is that of its field."""

    node: Any
    key: Any = None
    within: bool = False

    @property
    def is_block(self) -> bool:
        """A list or a record by lines."""
        return isinstance(self.node, yaml.CollectionNode) and not self.node.flow_style

    @property
    def is_flow(self) -> bool:
        """Whether entries of the node stand within brackets."""
        return self.within or bool(getattr(self.node, "flow_style", False))

    @property
    def is_empty(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode) and self.node.start_mark.index == self.node.end_mark.index


class ValueRows(Struct, frozen=True, kw_only=True):
    """A value as it is to be written, from the margin on; ``head`` stands behind the field's colon or the dash:
    all of a value on one line, the sign of a text over several lines, or nothing."""

    head: str = ""
    rows: Sequence[str] = ()
    is_list: bool = False


def rows_of(value: RawNode, *, one_line: bool | None = None, style: str | None = None) -> ValueRows:
    """A value in this project's manner, or on one line or several, as is said; a text in the quotes of ``style``."""
    if isinstance(value, str):
        found = [yaml_text.scalar(value, style)] if one_line or "\n" not in value else yaml_text.block(value)
        return ValueRows(head=found[0], rows=found[1:])
    if not value or one_line or (one_line is None and yaml_text.is_one_line(value)):
        return ValueRows(head=yaml_text.line(value))
    return ValueRows(rows=yaml_text.block(value), is_list=isinstance(value, list))


def find(root: Any, where: FieldPath) -> NodeSpot | None:
    """What stands at a place, or ``None``."""
    spot = NodeSpot(node=root)
    for step in where:
        found = child(spot.node, step)
        if found is None:
            return None
        spot = NodeSpot(key=found[0], node=found[1], within=spot.is_flow)
    return spot


def as_field(name: str, value: ValueRows, root: Any) -> list[str]:
    """A field from the margin on."""
    first = f"{yaml_text.scalar(name)}: {value.head}".rstrip()
    return [first, *_indented(value.rows, 0 if value.head else _step(value, root))]


def as_item(value: ValueRows) -> list[str]:
    """An item of a list from the margin on."""
    if value.head:
        return [f"- {value.head}", *value.rows]
    return [f"- {value.rows[0]}", *_indented(value.rows[1:], INDENT)]


def _step(value: ValueRows, root: Any) -> int:
    """How far a value is indented below its field: a list as other lists of the file."""
    return next(_list_steps(root), INDENT) if value.is_list else INDENT


def _list_steps(node: Any) -> Iterator[int]:
    for one in node.value if isinstance(node, yaml.CollectionNode) and not node.flow_style else ():
        key, value = one if isinstance(one, tuple) else (None, one)
        if key is not None and isinstance(value, yaml.SequenceNode) and not value.flow_style:
            yield value.start_mark.column - key.start_mark.column
        yield from _list_steps(value)


def _indented(rows: Iterable[str], columns: int) -> list[str]:
    return [" " * columns + row if row else row for row in rows]


def at_end(text: str, rows: Sequence[str]) -> list[Splice]:
    """Rows behind a text without values."""
    end = len(text)
    return [Splice(end, end, ("" if not text or text.endswith("\n") else "\n") + "\n".join(rows) + "\n")]


# A value in the place of another


def replaced(layout: YamlLayout, root: Any, spot: NodeSpot, value: ValueRows) -> list[Splice]:
    if spot.within:
        if value.rows:
            raise Misplaced
        return [_in_place(layout, spot, value.head)]
    if spot.key is None:
        return _item_replaced(layout, spot, value)
    return _field_replaced(layout, root, spot, value)


def _in_place(layout: YamlLayout, spot: NodeSpot, new: str) -> Splice:
    start, end = spot.node.start_mark.index, layout.end_of(spot.node)
    if not spot.is_empty:
        return Splice(start, end, new)
    rest = layout.text[end : layout.row_end(end)]
    return Splice(start, end + len(rest) - len(rest.lstrip(" ")), f" {new}")


def _item_replaced(layout: YamlLayout, spot: NodeSpot, value: ValueRows) -> list[Splice]:
    """The first line in the place of the old one, what follows behind all of the old."""
    start = spot.node.start_mark.index
    column = layout.column(start) + (1 if spot.is_empty else 0)
    first, rest = (value.head, value.rows) if value.head else (value.rows[0], _indented(value.rows[1:], column))
    if value.head and rest:
        rest = _indented(rest, max(layout.column(start) - INDENT, 0))
    place = _in_place(layout, spot, first)
    if spot.is_block and column:
        # With the comments about its end, which are indented further than its dash
        entry = YamlEntry(start=start - 1, end=layout.end_of(spot.node))
        place = Splice(start, layout.last_end(entry), first)
    return [place, *_behind(layout, place.end, rest)]


def _behind(layout: YamlLayout, offset: int, rows: Sequence[str]) -> list[Splice]:
    """Rows behind the line of an offset."""
    end = layout.row_end(offset)
    return [Splice(end, end, "".join(f"\n{row}" for row in rows))] if rows else []


def _field_replaced(layout: YamlLayout, root: Any, spot: NodeSpot, value: ValueRows) -> list[Splice]:
    colon = layout.text.index(":", spot.key.end_mark.index) + 1
    column = spot.key.start_mark.column
    rows = _indented(value.rows, column + (0 if value.head else _step(value, root)))
    head = f" {value.head}" if value.head else ""
    if not spot.is_block:
        if not rows:
            return [_in_place(layout, spot, value.head)]
        end = max(layout.end_of(spot.node), colon)
        return [Splice(colon, end, head), *_behind(layout, end, rows)]
    entry = YamlEntry(start=spot.key.start_mark.index, end=layout.end_of(spot.node))
    below = Splice(layout.row_end(colon), layout.last_end(entry), "".join(f"\n{row}" for row in rows))
    return [Splice(colon, colon, head), below]


# One more entry


def inserted(layout: YamlLayout, spot: NodeSpot, at: int, rows: Sequence[str]) -> list[Splice]:
    """One more entry of a list or a record, as its entry ``at``; within brackets ``rows`` is one line, no dash."""
    entries = layout.entries(spot.node)
    if spot.is_flow:
        if len(rows) > 1:
            raise Misplaced
        return _within_brackets(layout, spot.node, entries, at, rows[0])
    rows = _indented(rows, layout.column(entries[0].start))
    gap = [""] if layout.is_spaced(entries) else []
    if at >= len(entries):
        end = layout.last_end(entries[-1])
        return [Splice(end, end, "".join(f"\n{row}" for row in [*gap, *rows]))]
    entry = entries[at]
    if layout.begins_row(entry.start):
        start = layout.starts[layout.first_row(entry, entries[at - 1].end if at else 0)]
        return [Splice(start, start, "".join(f"{row}\n" for row in [*rows, *gap]))]
    # Behind the dash of the record, or of the list, that it is the first entry of
    column = " " * layout.column(entry.start)
    return [Splice(entry.start, entry.start, "\n".join(rows).lstrip(" ") + "\n" + column)]


def _within_brackets(layout: YamlLayout, node: Any, entries: Sequence[YamlEntry], at: int, new: str) -> list[Splice]:
    if not entries:
        start, end = node.start_mark.index + 1, node.end_mark.index - 1
        return [Splice(end if layout.text[start:end].strip() else start, end, new)]
    if at < len(entries):
        start = entries[at].start
        gap = "\n" + " " * layout.column(start) if layout.begins_row(start) else " "
        return [Splice(start, start, f"{new},{gap}")]
    last = entries[-1]
    comma = _comma(layout.text, last.end, node.end_mark.index)
    behind = last.end if comma is None else comma + 1
    if not (layout.begins_row(last.start) and layout.ends_row(behind)):
        return [Splice(last.end, last.end, f", {new}")]
    mark = [Splice(last.end, last.end, ",")] if comma is None else []
    ended = new if comma is None else f"{new},"
    return [*mark, *_behind(layout, behind, [" " * layout.column(last.start) + ended])]


def _comma(text: str, start: int, end: int) -> int | None:
    """The comma in what stands between two values, which may be comments too."""
    is_comment = False
    for n in range(start, end):
        if text[n] == "," and not is_comment:
            return n
        is_comment = text[n] != "\n" and (is_comment or text[n] == "#")
    return None


# One entry less


def removed(layout: YamlLayout, spot: NodeSpot, at: int) -> list[Splice]:
    """Without entry ``at``, which is not the only one."""
    entries = layout.entries(spot.node)
    if spot.is_flow:
        return _out_of_brackets(layout, spot.node, entries, at)
    entry = entries[at]
    if layout.begins_row(entry.start):
        first = layout.first_row(entry, entries[at - 1].end if at else 0)
        return [_without_rows(layout, first, layout.last_row(entry))]
    after = entries[at + 1]
    first, last = layout.first_row(after, entry.end), layout.last_row(entry)
    if first == layout.row_of(after.start) and first == last + 1:
        return [Splice(entry.start, after.start, "")]
    # Comments about what follows stay: the dash stands alone above them
    start = layout.starts[layout.row_of(entry.start)]
    bare = start + len(layout.text[start : entry.start].rstrip())
    return [Splice(bare, layout.starts[last + 1] - 1, "")]


def _without_rows(layout: YamlLayout, first: int, last: int) -> Splice:
    """Without whole lines, and without the empty ones behind them where there are some before them too."""
    rows = layout.rows
    if first == 0 or not rows[first - 1].strip():
        while last + 1 < len(rows) - 1 and not rows[last + 1].strip():
            last += 1
    if last + 1 >= len(rows):
        return Splice(max(layout.starts[first] - 1, 0), len(layout.text), "")
    return Splice(layout.starts[first], layout.starts[last + 1], "")


def _out_of_brackets(layout: YamlLayout, node: Any, entries: Sequence[YamlEntry], at: int) -> list[Splice]:
    entry, text = entries[at], layout.text
    comma = _comma(text, entry.end, node.end_mark.index)
    behind = entry.end if comma is None else comma + 1
    if layout.begins_row(entry.start) and layout.ends_row(behind):
        return [_without_rows(layout, layout.row_of(entry.start), layout.row_of(behind))]
    if at + 1 < len(entries) and "#" not in text[entry.end : entries[at + 1].start]:
        return [Splice(entry.start, entries[at + 1].start, "")]
    if at and "#" not in text[entries[at - 1].end : entry.start]:
        return [Splice(entries[at - 1].end, entry.end, "")]
    return [Splice(entry.start, behind, "")]
