"""What YAML would take away from a text without a word: values cut by a comma or a ``#``, lines put together.

Asked only of a text that has such signs; it reads it a second time, as nodes with their places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unicodedata import east_asian_width

import yaml
from msgspec import Struct, field

from disclosure.source.yaml_faults import YamlFault, cut_by_comment, cut_line, in_quotes, near, shortened
from disclosure.translation import gettext as _

BLOCK = ("|", ">")
COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
# A comma that no blank follows
TIGHT = re.compile(r",\S")
THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")

Spot = tuple[int, int]


def is_doubtful(text: str) -> bool:
    """Whether a text has the signs of a loss that its values do not show."""
    return " #" in text or "\t#" in text or TIGHT.search(text) is not None


class _Spans(Struct, kw_only=True):
    """The scalars of a text in their order, and its brackets, each from its first spot to the one behind it."""

    rows: list[str]
    scalars: list[tuple[Spot, Spot, Any]] = field(default_factory=list)
    keys: set[Spot] = field(default_factory=set)
    brackets: list[tuple[Spot, Spot]] = field(default_factory=list)


def first(text: str, node: Any) -> YamlFault | None:
    """The first loss of a text that was read as ``node``."""
    spans = _Spans(rows=text.split("\n"))
    found = [*_walk(node, spans)] if node is not None else []
    found += _comments(spans)
    return min(found, key=lambda one: (one.line, one.column), default=None)


def _walk(node: Any, spans: _Spans) -> Iterator[YamlFault]:
    if isinstance(node, yaml.ScalarNode):
        spans.scalars.append((_start(node), _spot(node.end_mark), node))
        yield from _folds(node, spans.rows)
        return
    if node.flow_style:
        spans.brackets.append((_spot(node.start_mark), _spot(node.end_mark)))
        yield from _cuts(node, spans.rows)
    for child in node.value:
        if isinstance(child, tuple):
            spans.keys.add(_spot(child[0].start_mark))
            yield from _walk(child[0], spans)
            yield from _walk(child[1], spans)
        else:
            yield from _walk(child, spans)


def _spot(mark: Any) -> Spot:
    return mark.line, mark.column


def _start(node: Any) -> Spot:
    """Where a scalar's text begins; what stands behind the sign of a block is none of it."""
    return (node.start_mark.line + 1, 0) if node.style in BLOCK else _spot(node.start_mark)


def _cuts(node: Any, rows: list[str]) -> Iterator[YamlFault]:
    """What a comma made of a value within brackets."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if value.value == "" and value.start_mark.index == value.end_mark.index and not _has_colon(key, rows):
                yield _cut(key, rows)
        return
    between = [(one, _between(one, other, rows)) for one, other in pairwise(node.value)]
    mixed = any(re.search(r",\s", gap) for _one, gap in between)
    for one, gap in between:
        row, end = rows[one.end_mark.line], one.end_mark.column
        if gap == "," and (
            mixed or THOUSANDS.search(row[max(end - 1, 0) : end + 5]) or _cuts_address(one, row[end + 1 :])
        ):
            yield _cut_list(one, row)


def _has_colon(key: Any, rows: list[str]) -> bool:
    row = rows[key.end_mark.line] if key.end_mark.line < len(rows) else ""
    return row[key.end_mark.column :].lstrip().startswith(":")


def _between(one: Any, other: Any, rows: list[str]) -> str:
    end, start = one.end_mark, other.start_mark
    return rows[end.line][end.column : start.column] if end.line == start.line else ", "


def _cuts_address(one: Any, rest: str) -> bool:
    return isinstance(one, yaml.ScalarNode) and "://" in one.value and not one.style and "://" not in rest[:8]


def _cut(key: Any, rows: list[str]) -> YamlFault:
    mark, row = key.start_mark, rows[key.start_mark.line]
    field = near(mark.line, key.value) if re.match(r"[A-Za-z_]+[:：]", str(key.value)) else None
    if field is not None:
        return YamlFault(mark.line, mark.column + field.column, message=field.message, hint=field.hint)
    message = _("“{rest}”成了一个没有值的字段：花括号里的半角逗号会截断值").format(rest=shortened(str(key.value)))
    return YamlFault(mark.line, mark.column, rule="cut-value", message=message, hint=in_quotes(row))


def _cut_list(one: Any, row: str) -> YamlFault:
    column = one.end_mark.column
    message = _("方括号里的半角逗号把值截断了：逗号后面是“{rest}”").format(
        rest=shortened(row[column + 1 :].rstrip("]} "))
    )
    hint = _("是两项就在逗号后面加一个空格；是一个值就加引号")
    return YamlFault(one.end_mark.line, column, rule="cut-value", message=message, hint=hint)


def _folds(node: Any, rows: list[str]) -> Iterator[YamlFault]:
    """Lines that YAML puts together with a blank, where Chinese has none."""
    if node.start_mark.line == node.end_mark.line or node.style == "|" or not node.value:
        return
    parts = _parts(node, rows)
    begun = near(node.start_mark.line, rows[node.start_mark.line]) if not node.style else None
    if begun is not None:
        yield begun
    for (_line, before), (line, after) in pairwise(parts.items()):
        if not before.strip() or not after.strip():
            continue
        meant = near(line, after) if not node.style else None
        if meant is not None:
            yield meant
        elif _joins_chinese(before.rstrip(), after.lstrip(), escaped=node.style == '"'):
            yield _fold(line, before, after)


def _parts(node: Any, rows: list[str]) -> dict[int, str]:
    """The lines of a scalar, without what stands before and behind it."""
    end, (first, column) = node.end_mark, _start(node)
    parts = {line: rows[line] for line in range(first, min(end.line + 1, len(rows)))}
    if end.line in parts:
        parts[end.line] = parts[end.line][: end.column]
    return parts | {first: parts[first][column:]}


def _joins_chinese(before: str, after: str, *, escaped: bool) -> bool:
    if escaped and before.endswith("\\"):
        return False
    return any(east_asian_width(sign) in "WF" or sign in "“”‘’—…" for sign in (before[-1], after[0]))


def _fold(line: int, before: str, after: str) -> YamlFault:
    shown = f"{before.strip()[-8:]} {after.strip()[:8]}"
    message = _("值换了行，YAML 会在这里加一个空格：“{shown}”").format(shown=shown)
    return YamlFault(
        line,
        len(after) - len(after.lstrip()),
        rule="cut-value",
        message=message,
        hint=_("值写成一行；要保留换行就用 |"),
    )


def _comments(spans: _Spans) -> Iterator[YamlFault]:
    starts = [start for start, _end, _node in spans.scalars]
    for line, row in enumerate(spans.rows):
        for sign in COMMENT.finditer(row) if "#" in row else ():
            spot = (line, sign.start())
            n = bisect_right(starts, spot) - 1
            if n >= 0 and spot < spans.scalars[n][1]:
                continue
            if row[: sign.start()].strip():
                yield cut_by_comment(*spot, row)
            elif n >= 0 and _goes_on(spans, n, spot):
                yield cut_line(*spot, row)
            break


def _goes_on(spans: _Spans, n: int, spot: Spot) -> bool:
    """Whether a comment, on a line of its own, looks like more of the value before it: it is indented as such."""
    node = spans.scalars[n][2]
    if not node.value or _spot(node.start_mark) in spans.keys or any(a < spot < b for a, b in spans.brackets):
        return False
    row = spans.rows[node.start_mark.line]
    before = row[: node.start_mark.column]
    own = len(before) - len(before.lstrip(" -")) if before.strip(" -") else max(before.rfind("-"), 0)
    return spot[1] > own
