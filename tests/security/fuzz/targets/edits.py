"""Changes of files that stand: what is written reads as it was wished, or is refused."""

from __future__ import annotations

from random import Random
from typing import Any

from disclosure.problem import Refused
from disclosure.source import edits, record_edits, rename, yaml
from disclosure.source.editing import changes, layout, splices
from disclosure.source.editing import text as yaml_text
from disclosure.source.edits import TextEdit, applied
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, Put, RecordEdit, Remove, edited
from tests.security.fuzz.target import FuzzTarget, example, numbers, sections, text, words

__all__ = ["edits", "layout", "rename", "splices", "yaml_text"]

NAMES = ("id", "title", "date", "note", "names")
VALUES: tuple[Any, ...] = (
    "012",
    "+5",
    "a: b",
    "# 号",
    "",
    "第一行\n第二行",
    "'引'",
    ["a", "b, c"],
    {"x": "1"},
    [{"id": "r"}],
    [],
)
SIGNS = words("edits-signs")
SEEDS = [
    b"\0\1\2" + one
    for raw in (*example("reports/*/commitments/*/*.yml", 20), *example("*.yml", 4))
    for one in sections(raw, 200)
]
HEADS = [b"\0\1\2" + one[:400] for one in example("updates/*/*.md", 20)]


def _where(value: Any, dice: Random) -> tuple[str | int, ...]:
    """A place in a value, or one that is not there."""
    where: list[str | int] = []
    while isinstance(value, dict | list) and value and dice.random() < 0.8:
        step = dice.choice([*value]) if isinstance(value, dict) else dice.randrange(len(value))
        where.append(step)
        value = value[step]
    if dice.random() < 0.4:
        where.append(dice.choice(NAMES))
    return tuple(where)


def _change(value: Any, dice: Random) -> RecordEdit:
    where, kind = _where(value, dice), dice.randrange(3)
    if kind == 0 and where:
        return Remove(where=where)
    if kind == 1:
        return Insert(where=where, value=dice.choice(VALUES), at=dice.choice((None, None, 0, 1)))
    return Put(where=where, value=dice.choice(VALUES), order=NAMES)


def _edit(name: str, data: bytes) -> None:
    seed, rest = numbers(data, 3)
    file = SourceFile(f"content/{name}", name, text(rest).encode())
    try:
        value = record_edits._head(file)[2]
        change = _change(value, Random(bytes(seed)))
        done = edited(file, change)
    except Refused:
        return
    again = record_edits._head(SourceFile(file.path, name, done.data))[2]
    wished = value
    for one in changes.steps(value, change):
        wished = changes.after(wished, changes.narrowed(wished, one))
    assert _plain(again) == _plain(wished), (change, done.data)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [*map(_plain, value)] if isinstance(value, list) else value and value.rstrip("\n")


def _record(data: bytes) -> None:
    _edit("x.yml", data)


def _head(data: bytes) -> None:
    _edit("updates/2024/2024-01-01-x.md", data)


def _splice(data: bytes) -> None:
    """Characters of a file become others; all else stays as it was typed."""
    (start, length, kind), rest = numbers(data, 3)
    file = SourceFile("content/x.yml", "x.yml", text(rest).encode())
    plain = file.decoded[0]
    start = min(start, len(plain))
    end = min(start + length % 8, len(plain))
    new = ("", "a", "一\n二", "\n")[kind % 4]
    done = applied(file, [TextEdit(start=start, end=end, new=new, says="x")])
    after = SourceFile("content/x.yml", "x.yml", done.data).decoded[0]
    assert after == plain[:start] + new + plain[end:] or {"\r", "\ufeff"} & {*text(rest)}, (start, end, new, after)


def _scalar(data: bytes) -> None:
    """Any text, written as a value, reads as itself."""
    whole = text(data)
    if not whole.isprintable():
        return
    style = (None, "'", '"')[len(data) % 3]
    back, problems = yaml.read("a: " + yaml_text.scalar(whole, style), "x.yml")
    assert problems or back == {"a": whole}, (style, back)
    flow, wrong = yaml.read("a: " + yaml_text.line([whole, {"b": whole}]), "x.yml")
    assert wrong or flow == {"a": [whole, {"b": whole}]}, flow


TARGETS = (
    FuzzTarget(name="record-edits", reads=_record, seeds=SEEDS, words=SIGNS, size=200),
    FuzzTarget(name="head-edits", reads=_head, seeds=HEADS, words=SIGNS, size=300),
    FuzzTarget(name="text-edits", reads=_splice, seeds=SEEDS[:20], words=SIGNS, size=120),
    FuzzTarget(
        name="scalars",
        reads=_scalar,
        seeds=[b"a: b # c", "一，二".encode(), b"- x", b"null"],
        words=(*SIGNS, "null", "~", "- ", "&a", "*a", "!", "%", "@", "`", "012", "3:30", "\\n", " "),
        size=40,
    ),
)
