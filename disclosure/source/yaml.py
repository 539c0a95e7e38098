"""YAML to plain text values: every scalar is text, and nothing is guessed.

``010`` stays 010, ``3:30`` stays 3:30, ``no`` stays no. Duplicate keys, anchors, aliases, tags, directives and
whatever would take a part of a value away are refused, depth is limited. Values are built straight from libyaml's
events; positions are looked up only when there is something to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct

from disclosure.problem import Place, Problem
from disclosure.source import characters, yaml_losses
from disclosure.source.yaml_faults import NO_ALIAS, NO_CONTROL, NO_DIRECTIVE, NO_TAG, YamlFault, explained, in_quotes
from disclosure.translation import gettext as _

MAX_DEPTH = 12
# Asked of every event
Scalar, SequenceEnd, MappingEnd = yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

RawNode = dict[str, "RawNode"] | list["RawNode"] | str
FieldPath = tuple[str | int, ...]

# Brings in a character that the file's text need not hold: \x07, \u200b, \_ and the like
ESCAPED = re.compile(r"\\[0abefnrtvxuUN_LP]")
# Ends of lines to YAML, and to nobody else
BREAKS = ("\x85", "\u2028", "\u2029")
# libyaml passes over one at the beginning, and counts all places from behind it
BYTE_ORDER_MARK = "\ufeff"
# What libyaml does not take, or must not
UNREADABLE = re.compile(r"\A\ufeff|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def read(text: str, path: str, first_line: int = 1) -> tuple[RawNode | None, list[Problem]]:
    """The document's value; ``None`` for an empty document or one with a problem, of which the first is told."""
    # Ends of lines to YAML: settings that are read before all else come as they were typed
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    try:
        return _read(plain), []
    except YamlFault as fault:
        line, column = _within(plain, fault)
        return None, [Problem(Place(path, line + first_line, column + 1), fault.rule, fault.message, fault.hint)]


def _within(text: str, fault: YamlFault) -> tuple[int, int]:
    """Where it is, from nothing on: to libyaml what is missing at the end stands on a line more."""
    lines = text.split("\n")
    return (fault.line, fault.column) if fault.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _read(text: str) -> RawNode | None:
    if any(sign in text for sign in BREAKS) or text.startswith(BYTE_ORDER_MARK):
        raise _unreadable(text)
    reader = _Reader(text)
    try:
        value = reader.document()
    except yaml.MarkedYAMLError as error:
        raise explained(error.problem or "", error.context_mark, error.problem_mark, text) from None
    except (yaml.YAMLError, ValueError):
        raise _unreadable(text) from None
    lost = yaml_losses.first(text, compose(text)) if reader.is_doubtful or yaml_losses.is_doubtful(text) else None
    if lost is not None:
        raise lost
    return value


def _unreadable(text: str) -> YamlFault:
    """A sign that is in no YAML text, or ends a line there."""
    found = UNREADABLE.search(text)
    if found is None:
        return YamlFault(0, 0, message=_("不是有效的 YAML 文本"), hint=_("检查是否有乱码"))
    before = text[: found.start()]
    message = _("{what} U+{code:04X}").format(what=_(NO_CONTROL), code=ord(found[0]))
    column = len(before) - before.rfind("\n") - 1
    return YamlFault(before.count("\n"), column, rule="control", message=message, hint=_("删去这个字符"))


def _refused(mark: Any, rule: str, message: str, hint: str) -> YamlFault:
    return YamlFault(mark.line, mark.column, rule=rule, message=message, hint=hint)


class _Reader:
    """Makes values of libyaml's events. ``is_doubtful`` where a value may not be all that was written."""

    def __init__(self, text: str) -> None:
        self.text, self.is_doubtful = text, False
        self.events: Iterator[Any] = iter(())

    def document(self) -> RawNode | None:
        """From the events of ``yaml.parse``, without asking the parser twice for each."""
        loader = LOADER(self.text)
        self.events = iter(loader.get_event, None)
        try:
            return self._document()
        finally:
            loader.dispose()

    def _document(self) -> RawNode | None:
        value: RawNode | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._start(event, value)
            elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                raise _refused(event.start_mark, "yaml", _("这里不用写 ...，它以后的字不会被读取"), _("删去 ..."))
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, 0)
        return value

    def _start(self, event: Any, before: RawNode | None) -> None:
        if before is not None:
            raise _refused(event.start_mark, "yaml", _("一个文件只能有一份 YAML 文档"), _("删去多余的 ---"))
        if event.version or event.tags:
            raise _refused(event.start_mark, "yaml", _(NO_DIRECTIVE), _("删去这一行；文字以 % 开头时给值加引号"))

    def _node(self, event: Any, depth: int) -> RawNode:
        if event.anchor or event.tag:
            raise self._adorned(event)
        if depth > MAX_DEPTH:
            message = _("嵌套超过 {n} 层").format(n=MAX_DEPTH)
            raise _refused(event.start_mark, "yaml-depth", message, _("减少嵌套"))
        if isinstance(event, Scalar):
            text: str = event.value
            if event.style or " " in text:
                self._look(event)
            return text
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return self._mapping(event, depth)

    def _adorned(self, event: Any) -> YamlFault:
        is_text = not isinstance(event, yaml.CollectionStartEvent)
        spelling = in_quotes(self.text.split("\n")[event.start_mark.line]) if is_text else ""
        if event.anchor:
            return _refused(event.start_mark, "yaml-alias", _(NO_ALIAS), spelling or _("把内容直接写在这里"))
        return _refused(event.start_mark, "yaml-tag", _(NO_TAG), spelling or _("删去标签，只写值"))

    def _look(self, event: Any) -> None:
        """A scalar whose lines may have been put together, or that may hold what only an escape can bring in."""
        if event.start_mark.line != event.end_mark.line:
            self.is_doubtful = True
        typed = self.text[event.start_mark.index : event.end_mark.index] if event.style == '"' else ""
        if ESCAPED.search(typed):
            self._check_escapes(event, typed)

    def _check_escapes(self, event: Any, typed: str) -> None:
        """An escape brings in no character that the text itself may not hold."""
        for strange in characters.find(event.value):
            if strange.character not in typed:
                said = characters.problem(Place(""), strange)
                raise _refused(event.start_mark, said.rule, said.message, said.hint)

    def _sequence(self, depth: int) -> list[RawNode]:
        values: list[RawNode] = []
        for event in self.events:
            if isinstance(event, SequenceEnd):
                break
            values.append(self._node(event, depth + 1))
        return values

    def _mapping(self, start: Any, depth: int) -> dict[str, RawNode]:
        values: dict[str, RawNode] = {}
        for event in self.events:
            if isinstance(event, MappingEnd):
                break
            if not isinstance(event, Scalar) or event.anchor or event.tag or event.style or not event.value:
                self._check_key(event)
            key = event.value
            if key in values:
                message = _("字段 {key} 写了两次").format(key=key)
                raise _refused(event.start_mark, "duplicate-field", message, _("只保留一个"))
            values[key] = value = self._node(next(self.events), depth + 1)
            # Within braces, what stands behind a stray comma is a field
            if value == "" and start.flow_style:
                self.is_doubtful = True
        return values

    def _check_key(self, event: Any) -> None:
        if event.anchor or event.tag:
            raise self._adorned(event)
        if not isinstance(event, Scalar) or not event.value:
            raise _refused(event.start_mark, "yaml-key", _("字段名只能是文字"), _("写法是“字段: 值”"))
        self._look(event)


def compose(text: str) -> Any:
    """A YAML text as nodes with their places."""
    return yaml.compose(text, Loader=LOADER)


def locate(node: Any, where: FieldPath, path: str, first_line: int = 1) -> Place:
    """The place of the value at ``where`` (keys and indexes); of its nearest parent if it is not there."""
    mark = node.start_mark if node is not None else None
    for step in where:
        found = child(node, step)
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
            return compose(self.text)
        except (yaml.YAMLError, ValueError):
            return None


def child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """A field of a record's node with its key, or an item of a list's without one."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return None, node.value[step]
    return None
