"""Changes of values, told by where a value is; and what they make of it. Knows nothing of how a file is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.source import yaml
from disclosure.source.yaml import FieldPath, RawNode


class Unreachable(Exception):
    """There is nothing at the place of a change that it could change."""


class WrittenLines(Struct, frozen=True):
    """A value as somebody has written it, comments and all, from the margin on; items of a list with their dashes."""

    rows: tuple[str, ...]

    @property
    def value(self) -> RawNode:
        return yaml.read("\n".join(self.rows), "")[0] or ""


class Put(Struct, frozen=True, kw_only=True):
    """The value at ``where`` becomes ``value``; a field that the record lacks is added, behind those that stand before
    it in ``order``, or as the last. What a record or a list there says already is not touched."""

    where: FieldPath
    value: RawNode | WrittenLines
    order: Sequence[str] = ()
    says: str = ""


class Insert(Struct, frozen=True, kw_only=True):
    """One more item of the list at ``where``, before its item ``at`` or as the last. A list that is missing is made,
    as a field that stands by ``order``. ``WrittenLines`` may be several items."""

    where: FieldPath
    value: RawNode | WrittenLines
    at: int | None = None
    order: Sequence[str] = ()
    says: str = ""


class Remove(Struct, frozen=True, kw_only=True):
    """The field or the item at ``where`` goes, with the comments about it."""

    where: FieldPath
    says: str = ""


RecordEdit = Put | Insert | Remove


def get(value: Any, where: FieldPath) -> Any:
    """What a value holds at a place, or ``None``."""
    for step in where:
        held = isinstance(value, dict) and step in value
        if not held and not (isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)):
            return None
        value = value[step]
    return value


def differences(old: RawNode, new: RawNode, where: FieldPath = ()) -> Iterator[RecordEdit]:
    """The changes that make ``new`` of ``old``, each as far inside as can be."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and old:
        yield from _of_records(old, new, where)
    elif isinstance(old, list) and isinstance(new, list) and old:
        yield from _of_lists(old, new, where)
    else:
        yield Put(where=where, value=new)


def _of_records(old: dict[str, RawNode], new: dict[str, RawNode], where: FieldPath) -> Iterator[RecordEdit]:
    """What is new comes first: a record never becomes empty on the way."""
    for name, value in new.items():
        if name in old:
            yield from differences(old[name], value, (*where, name))
        else:
            yield Put(where=(*where, name), value=value, order=tuple(new))
    yield from (Remove(where=(*where, name)) for name in old if name not in new)


def _of_lists(old: list[RawNode], new: list[RawNode], where: FieldPath) -> Iterator[RecordEdit]:
    """From behind, so that what stands before keeps its place."""
    matcher = SequenceMatcher(a=[repr(one) for one in old], b=[repr(one) for one in new], autojunk=False)
    for kind, a, a_end, b, b_end in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        common = min(a_end - a, b_end - b)
        yield from (Insert(where=where, value=one, at=a + common) for one in reversed(new[b + common : b_end]))
        yield from (Remove(where=(*where, n)) for n in reversed(range(a + common, a_end)))
        for n in range(common):
            yield from differences(old[a + n], new[b + n], (*where, a + n))


def steps(value: RawNode | None, change: RecordEdit) -> list[RecordEdit]:
    """A change as those that go as far inside as can be; the last tells of all of them."""
    old = get(value, change.where)
    if isinstance(change, Put) and old is not None and not isinstance(change.value, WrittenLines):
        found = [*differences(old, change.value, change.where)]
        return [*found[:-1], *(replace(one, says=change.says) for one in found[-1:])]
    if isinstance(change, Insert) and not old:
        whole = change.value if isinstance(change.value, WrittenLines) else [change.value]
        return [Put(where=change.where, value=whole, order=change.order, says=change.says)]
    return [change]


def narrowed(value: RawNode | None, change: RecordEdit) -> RecordEdit:
    """A removal of the last that a record or a list holds leaves an empty one."""
    around = get(value, change.where[:-1])
    if isinstance(change, Remove) and isinstance(around, dict | list) and len(around) == 1:
        return Put(where=change.where[:-1], value=type(around)(), says=change.says)
    return change


def after(value: RawNode | None, change: RecordEdit) -> RawNode:
    """A value with a change made; ``Unreachable`` where there is nothing to change."""
    if not change.where:
        return _at_place(value, change)
    step, rest = change.where[0], change.where[1:]
    is_gone = isinstance(change, Remove) and not rest
    if isinstance(value, dict) and isinstance(step, str):
        if is_gone:
            return {name: one for name, one in value.items() if name != step}
        return value | {step: after(value.get(step), replace(change, where=rest))}
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        kept = [] if is_gone else [after(value[step], replace(change, where=rest))]
        return [*value[:step], *kept, *value[step + 1 :]]
    raise Unreachable


def _at_place(value: RawNode | None, change: RecordEdit) -> RawNode:
    if isinstance(change, Insert) and isinstance(value, list):
        at = len(value) if change.at is None else change.at
        return [*value[:at], *_items(change), *value[at:]]
    if isinstance(change, Put):
        return change.value.value if isinstance(change.value, WrittenLines) else change.value
    raise Unreachable


def _items(change: Insert) -> list[RawNode]:
    found = change.value.value if isinstance(change.value, WrittenLines) else [change.value]
    if not isinstance(found, list):
        raise Unreachable
    return found
