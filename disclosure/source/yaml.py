"""YAML to plain text values: every scalar is text, and nothing is guessed.

``010`` stays 010, ``3:30`` stays 3:30, ``no`` stays no. Duplicate keys, anchors, aliases and tags are
refused, depth is limited. Values are built straight from libyaml's events; positions are looked up only
when there is something to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct

from disclosure.problem import Place, Problem
from disclosure.source import characters
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

MAX_DEPTH = 12
# Asked of every event
Scalar, SequenceEnd, MappingEnd = yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

RawNode = dict[str, "RawNode"] | list["RawNode"] | str
FieldPath = tuple[str | int, ...]

NO_ALIAS = N_("不支持锚点（&）和引用（*）；文字以 & 或 * 开头时加引号")
NO_TAG = N_("不支持标签（!）；文字以 ! 开头时加引号")
NO_INDENT = N_("缩进没有对齐，或引号没有成对")
# What libyaml says, in the words of somebody who edits a data file
WORDS = {
    "mapping values are not allowed in this context": N_("这里不能出现冒号：文字里有冒号时整个值要加引号，或缩进不对"),
    "could not find expected ':'": N_("这一行缺少冒号，或冒号后面缺空格"),
    "found character that cannot start any token": N_("这里的字符不能用来开头（常见的是制表符、@ 和 `）"),
    "found a tab character that violates indentation": N_("缩进要用空格，不能用制表符"),
    "did not find expected key": NO_INDENT,
    "did not find expected node content": N_("这里缺少内容，或多了逗号"),
    "did not find expected '-' indicator": N_("列表的缩进没有对齐"),
    "did not find expected ',' or ']'": N_("方括号没有成对，或缺少逗号"),
    "did not find expected ',' or '}'": N_("花括号没有成对，或缺少逗号"),
    "found unexpected end of stream": N_("引号没有成对"),
    "found unexpected document indicator": N_("引号没有成对"),
    "found unknown escape character": N_("双引号里的反斜杠（\\）不能这样写，改用单引号"),
    "block sequence entries are not allowed in this context": N_("列表项不能写在这里，请换行并缩进"),
    "mapping keys are not allowed in this context": N_("这里不能出现问号加空格，给文字加引号"),
    "did not find expected alphabetic or numeric character": NO_ALIAS,
    "did not find expected whitespace or line break": NO_TAG,
    "did not find expected comment or line break": N_("| 和 > 后面只能换行"),
}
# Here the place to mend is where it was opened, not where the parser gave up
OPENED = (
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
)
# What it says where a colon is missing, or one stands behind a field that was not seen as one
COLON = ("mapping values are not allowed in this context", "could not find expected ':'")
# A field whose colon is no colon to YAML: full-width, or without the blank
NEAR_FIELD = re.compile(r"[ -]*[^\s:：#'\"]{1,20}(?:(：)|:(?=[^\s:/]))")
# Brings in a character that the file's text need not hold: \x07, \u200b, \_ and the like
ESCAPED = re.compile(r"\\[0abefnrtvxuUN_LP]")


class _Refused(Exception):
    def __init__(self, mark: Any, rule: str, message: str, hint: str) -> None:
        self.mark, self.rule, self.message, self.hint = mark, rule, message, hint


def read(text: str, path: str, first_line: int = 1) -> tuple[RawNode | None, list[Problem]]:
    """The document's value; ``None`` for an empty document or one with a problem."""
    try:
        return _read(text), []
    except yaml.MarkedYAMLError as error:
        return None, [_broken(error, text, path, first_line)]
    except _Refused as refused:
        place = Place(path, refused.mark.line + first_line, refused.mark.column + 1)
        return None, [Problem(place, refused.rule, refused.message, refused.hint)]
    except (yaml.YAMLError, ValueError):
        return None, [Problem(Place(path, first_line), "yaml", _("不是有效的 YAML 文本"), _("检查是否有乱码"))]


def _read(text: str) -> RawNode | None:
    """From the events of ``yaml.parse``, without asking the parser twice for each."""
    loader = LOADER(text)
    try:
        value = _document(iter(loader.get_event, None))
    finally:
        loader.dispose()
    if ESCAPED.search(text):
        _check_escapes(text)
    return value


def _check_escapes(text: str) -> None:
    """An escape, which only double quotes know, brings in no character that the text itself may not hold."""
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, Scalar) and event.style == '"':
            marks: Any = (event.start_mark, event.end_mark)
            typed = text[marks[0].index : marks[1].index]
            for strange in characters.find(event.value):
                if strange.character not in typed:
                    said = characters.problem(Place(""), strange)
                    raise _Refused(event.start_mark, said.rule, said.message, said.hint)


def _broken(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    said = error.problem or ""
    mark = (error.context_mark if said in OPENED else None) or error.problem_mark or error.context_mark
    hint = _("写法是“字段: 值”，用半角冒号加一个空格，缩进用空格")
    near = _near_field(text.split("\n"), mark.line) if mark and said in COLON else None
    if near is not None:
        line, column, words = near
        return Problem(Place(path, line + first_line, column + 1), "yaml", words, hint)
    place = Place(path, mark.line + first_line, mark.column + 1) if mark else Place(path, first_line)
    words = _(WORDS[said]) if said in WORDS else _("无法解析（{said}）").format(said=said)
    return Problem(place, "yaml", words, hint)


def _near_field(lines: list[str], row: int) -> tuple[int, int, str] | None:
    """The colon that was meant as one, on the line where the parser stopped or the one before."""
    for number in (row - 1, row):
        found = NEAR_FIELD.match(lines[number]) if 0 <= number < len(lines) else None
        if found:
            words = _("这是全角冒号“：”，应当用半角“:”") if found[1] else _("冒号后面缺一个空格")
            return number, found.end() - 1, words
    return None


def _document(events: Iterator[Any]) -> RawNode | None:
    value: RawNode | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and value is not None:
            raise _Refused(event.start_mark, "yaml", _("一个文件只能有一份 YAML 文档"), _("删去多余的 ---"))
        if isinstance(event, yaml.NodeEvent):
            value = _node(event, events, 0)
    return value


def _node(event: Any, events: Iterator[Any], depth: int) -> RawNode:
    if event.anchor:
        raise _Refused(
            event.start_mark,
            "yaml-alias",
            _(NO_ALIAS),
            _("把内容直接写在这里"),
        )
    if depth > MAX_DEPTH:
        raise _Refused(event.start_mark, "yaml-depth", _("嵌套超过 {n} 层").format(n=MAX_DEPTH), _("减少嵌套"))
    if isinstance(event, Scalar):
        text: str = event.value
        return text
    if event.tag:
        raise _Refused(event.start_mark, "yaml-tag", _(NO_TAG), _("删去标签，只写值"))
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, depth)
    return _mapping(events, depth)


def _sequence(events: Iterator[Any], depth: int) -> list[RawNode]:
    values: list[RawNode] = []
    for event in events:
        if isinstance(event, SequenceEnd):
            break
        values.append(_node(event, events, depth + 1))
    return values


def _mapping(events: Iterator[Any], depth: int) -> dict[str, RawNode]:
    values: dict[str, RawNode] = {}
    for event in events:
        if isinstance(event, MappingEnd):
            break
        if not isinstance(event, Scalar):
            raise _Refused(event.start_mark, "yaml-key", _("字段名只能是文字"), _("写法是“字段: 值”"))
        key: str = event.value
        if key in values:
            message = _("字段 {key} 写了两次").format(key=key)
            raise _Refused(event.start_mark, "duplicate-field", message, _("只保留一个"))
        values[key] = _node(next(events), events, depth + 1)
    return values


def locate(node: Any, where: FieldPath, path: str, first_line: int = 1) -> Place:
    """The place of the value at ``where`` (keys and indexes); of its nearest parent if it is not there."""
    mark = node.start_mark if node is not None else None
    for step in where:
        found = _child(node, step)
        if found is None:
            break
        key, node = found
        mark = (key if key is not None else node).start_mark
    if mark is None:
        return Place(path, first_line)
    return Place(path, mark.line + first_line, mark.column + 1)


class Written(Struct, frozen=True, dict=True):
    """A YAML text and the file it stands in, for finding the place of a value again when it turns out wrong."""

    path: str
    text: str
    first_line: int = 1

    def place(self, *where: str | int) -> Place:
        return locate(self._node, where, self.path, self.first_line)

    @cached_property
    def _node(self) -> Any:
        """The document with its positions, made once however many places are asked for."""
        try:
            return yaml.compose(self.text, Loader=LOADER)
        except (yaml.YAMLError, ValueError):
            return None


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
