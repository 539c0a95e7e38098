"""A correction changes one value of a file that stands, as the program's own edits do, and no other line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from disclosure.source import frontmatter, record_edits, yaml
from disclosure.source.files import SourceFile
from tests.desk.node import Node, asked, needs_node
from tests.projects import REPOSITORY

pytestmark = needs_node
EXAMPLE = REPOSITORY / "examples/shiguang/content"
PATTERNS = (
    *("updates/*/*.md", "requests/*.md", "corrections/*.md", "method.md"),
    *("responsibilities/*.yml", "votes/*.yml", "reports/*/commitments/*/*.yml"),
)
FILES = [path for pattern in PATTERNS for path in sorted(EXAMPLE.glob(pattern))]
# Values that need no quotes, that need some, of several lines
WISHED = ("133", "停车位建成3601个，目标已调整", "a: 'b' #c \"d\"", "yes", "第一行\n第二行")


replacing = asked("replacing.js")


def value_of(file: SourceFile) -> Any:
    text = file.decoded[0]
    if file.name.endswith(".md"):
        return frontmatter.split(text, file.path)[0].raw
    return yaml.read(text, file.path)[0]


def scalars(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        if value:
            yield path
    elif value is not None:
        entries: Sequence[tuple[Any, Any]] = [*(value.items() if isinstance(value, dict) else enumerate(value))]
        for step, one in entries:
            yield from scalars(one, (*path, step))


def is_first(value: Any, where: tuple[str | int, ...]) -> bool:
    """Whether it is the first field of its record."""
    for step in where[:-1]:
        value = value[step]
    return next(iter(value)) == where[-1]


def source(path: Path) -> SourceFile:
    return SourceFile(path.name, path.name, path.read_bytes())


def asked(file: SourceFile, where: tuple[str | int, ...], value: str, field: dict[str, Any]) -> dict[str, Any]:
    return {"isArticle": file.name.endswith(".md"), "path": [*where], "value": value, "field": field}


def changed_lines(before: str, after: str) -> int:
    old, new = before.splitlines(), after.splitlines()
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = next((n for n, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), 0)
    return len(old) - end - start


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_value_of_the_example_can_be_replaced(replacing: Node, path: Path) -> None:
    """And is read as the program's own edit is."""
    file = source(path)
    text = file.decoded[0]
    for n, where in enumerate(scalars(value_of(file))):
        wished = WISHED[n % len(WISHED)]
        edit = record_edits.edited(file, record_edits.Put(where=where, value=wished))
        wanted = value_of(SourceFile(file.path, file.name, edit.data))
        found = replacing.ask("replaceValue", text, asked(file, where, wished, {"name": "x", "input": "line"}))
        assert value_of(SourceFile(file.path, file.name, found.encode())) == wanted
        assert changed_lines(text, found) == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_value_that_is_taken_away_goes_as_the_programs_edit_lets_it_go(replacing: Node, path: Path) -> None:
    """Or the file is refused: an item of a list, the only field of a record, the first line of an item."""
    file = source(path)
    text = file.decoded[0]
    for where in scalars(value_of(file)):
        found = replacing.refused("replaceValue", text, asked(file, where, "", {}))
        if found is None:
            assert isinstance(where[-1], int) or is_first(value_of(file), where)
            continue
        edit = record_edits.edited(file, record_edits.Remove(where=where))
        wanted = value_of(SourceFile(file.path, file.name, edit.data))
        assert value_of(SourceFile(file.path, file.name, found[0].encode())) == wanted


@pytest.mark.parametrize(
    ("before", "where", "value", "after"),
    [
        ("a: 1  # 说明\nb: 2\n", ["a"], "3", "a: 3  # 说明\nb: 2\n"),
        ("a: '1'\r\nb: 2\r\n", ["a"], "3", "a: '3'\r\nb: 2\r\n"),
        ("\ufeffa: 1\n", ["a"], "3", "\ufeffa: 3\n"),
        ("- {a: 1, b: [c, d]}\n", [0, "b", 1], "e", "- {a: 1, b: [c, e]}\n"),
        ("a: |\n  甲\n  乙\n\nb: 2\n", ["a"], "丙\n丁", "a: |\n  丙\n  丁\n\nb: 2\n"),
        ("a: |-\n  甲\nb: 2\n", ["a"], "丙", "a: 丙\nb: 2\n"),
        ("a: 1\nb: 2\n", ["a"], "", "b: 2\n"),
        ("- {a: 1, b: 2}\n", [0, "b"], "", "- {a: 1}\n"),
        ("- {a: 1, b: 2}\n", [0, "a"], "", "- {b: 2}\n"),
    ],
)
def test_only_the_value_is_another(replacing: Node, before: str, where: list[Any], value: str, after: str) -> None:
    given = {"isArticle": False, "path": where, "value": value, "field": {"name": "a", "input": "number"}}
    assert replacing.ask("replaceValue", before, given) == after


@pytest.mark.parametrize(
    ("before", "where", "value"),
    [
        ("a: >\n  甲\n", ["a"], "乙"),
        ("a: &x 1\nb: *x\n", ["a"], "2"),
        ("a: 1\n", ["b"], "2"),
        ("a:\n  - 1\n", ["a", 0], ""),
        ("a: {b: 1}\n", ["a", "b"], ""),
        ("a: 1  # 说明\n", ["a"], ""),
        ("a: 1\rb: 2\r", ["a"], "3"),
    ],
)
def test_what_cannot_be_said_for_certain_is_refused(replacing: Node, before: str, where: list[Any], value: str) -> None:
    given = {"isArticle": False, "path": where, "value": value, "field": {"name": "a", "input": "line"}}
    assert replacing.refused("replaceValue", before, given) is None


def test_a_passage_of_a_text_is_replaced_where_it_stands_once(replacing: Node) -> None:
    text = "---\ntitle: 甲有3个\n---\n\n甲有3个，乙有3个。\n"
    assert replacing.ask("replaceText", text, "甲有3个", "甲有4个") == text.replace("\n\n甲有3", "\n\n甲有4")
    assert replacing.refused("replaceText", text, "有3个", "有4个") is None
    assert replacing.refused("replaceText", text, "title", "x") is None
