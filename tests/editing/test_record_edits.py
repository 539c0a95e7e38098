"""Records are changed where they stand: the file reads as wished, and no line moves that need not."""

from __future__ import annotations

from difflib import SequenceMatcher
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from disclosure.problem import Refused
from disclosure.source import frontmatter, yaml
from disclosure.source.editing import changes
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, Put, RecordEdit, Remove, WrittenLines, edited, new_text, place_of
from disclosure.source.yaml import RawNode
from tests.editing.layouts import NAMES, places, values, written
from tests.projects import EXAMPLES

UPDATE = """\
---
date: 2024-08-18
# 一条承诺
commitments: [c098]
observations:
  # 初步数
  - {target: c098/1, value: +5, unit: 家}
  - target: c098/1
    value: '012'

evidence: []
---

正文 - 不动：

- a: 1
"""


def of(text: str, name: str = "x.yml") -> SourceFile:
    return SourceFile(f"content/{name}", name, text.encode())


def changed(text: str, *wished: RecordEdit, name: str = "x.yml") -> str:
    return edited(of(text, name), *wished).data.decode()


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("", Insert(where=(), value={"id": "a"}), "- id: a\n"),
        ("# 空的", Insert(where=(), value={"id": "a"}), "# 空的\n- id: a\n"),
        ("# 空的\n[]\n", Insert(where=(), value={"id": "a"}), "# 空的\n- id: a\n"),
        ("- {id: a}\n", Insert(where=(), value={"id": "b"}), "- {id: a}\n- {id: b}\n"),
        ("- id: a\n\n- id: b\n", Insert(where=(), value={"id": "c"}), "- id: a\n\n- id: b\n\n- id: c\n"),
        ("# 头\n- id: a\n", Insert(where=(), value={"id": "b"}, at=0), "# 头\n- id: b\n- id: a\n"),
        (
            "- id: a\n# 说b\n- id: b\n",
            Insert(where=(), value={"id": "c"}, at=1),
            "- id: a\n- id: c\n# 说b\n- id: b\n",
        ),
        (
            "- id: a\n  # names:\n- id: b\n",
            Insert(where=(), value={"id": "c"}, at=1),
            "- id: a\n  # names:\n- id: c\n- id: b\n",
        ),
        ("id: a\n", Put(where=("title",), value="+5"), "id: a\ntitle: +5\n"),
        ("id: a\nnote: x", Put(where=("title",), value="012", order=NAMES), "id: a\ntitle: 012\nnote: x"),
        ("- note: x\n", Put(where=(0, "id"), value="a", order=NAMES), "- id: a\n  note: x\n"),
        ("id:\ntitle: x\n", Put(where=("id",), value="a"), "id: a\ntitle: x\n"),
        ("id: 'a'\n", Put(where=("id",), value="b'"), "id: 'b'''\n"),
        ("note: |\n  一\n  二\n\nid: a\n", Put(where=("note",), value="三"), "note: 三\n\nid: a\n"),
        ("names: [a]\n", Put(where=("names",), value=["a", "b"]), "names: [a, b]\n"),
        ("names: [a, # 半\n]", Put(where=("names",), value=["a"]), None),
        ("rows: []\nid: a\n", Insert(where=("rows",), value={"x": "1"}), "rows:\n  - {x: 1}\nid: a\n"),
        ("a:\n- 1\nrows:\n", Insert(where=("rows",), value={"x": "1"}), "a:\n- 1\nrows:\n- {x: 1}\n"),
        ("id: a\n", Insert(where=("names",), value="甲"), "id: a\nnames: [甲]\n"),
        ("{id: a}\n", Put(where=("title",), value=["x", "y, z"]), "{id: a, title: [x, 'y, z']}\n"),
        ("[\n  a,\n  b\n]\n", Insert(where=(), value="c"), "[\n  a,\n  b,\n  c\n]\n"),
        ("[\n  a,\n  # 说b\n  b,\n]\n", Remove(where=(0,)), "[\n  # 说b\n  b,\n]\n"),
        ("- id: a\n  title: x\n", Remove(where=(0, "id")), "- title: x\n"),
        ("- id: a\n  # 说名\n  title: x\n", Remove(where=(0, "id")), "-\n  # 说名\n  title: x\n"),
        ("# 头\n- id: a\n# 说b\n- id: b\n- id: c\n", Remove(where=(1,)), "# 头\n- id: a\n- id: c\n"),
        ("- id: a\n\n- id: b\n\n- id: c\n", Remove(where=(1,)), "- id: a\n\n- id: c\n"),
        ("- id: a\n- id: b", Remove(where=(1,)), "- id: a"),
        ("id: a\nnames:\n  - 甲\n", Remove(where=("names", 0)), "id: a\nnames: []\n"),
        (
            "# 牵头\n# lead:\n# 名称\ntitle: x\nid: a\n",
            Remove(where=("title",)),
            "# 牵头\n# lead:\nid: a\n",
        ),
        (
            "id: a\nsource:\n  date: 2024-01-01\n  # 页码\n  page: 3\nnote: x\n",
            Put(where=("source",), value={"date": "2024-01-02", "page": "3"}),
            "id: a\nsource:\n  date: 2024-01-02\n  # 页码\n  page: 3\nnote: x\n",
        ),
        (
            "id: a\n",
            Insert(where=("rows",), value=WrittenLines(("# 说明", "- id: x", "  # names:"))),
            "id: a\nrows:\n  # 说明\n  - id: x\n    # names:\n",
        ),
    ],
)
def test_a_change_touches_the_lines_it_must(before: str, change: RecordEdit, after: str | None) -> None:
    if after is None:
        with pytest.raises(Refused):
            changed(before, change)
        return
    assert changed(before, change) == after
    windows = "\ufeff" + before.replace("\n", "\r\n")
    if "\n" in before:
        assert changed(windows, change) == "\ufeff" + after.replace("\n", "\r\n")


def test_the_head_of_a_markdown_file_is_edited_at_any_depth() -> None:
    made = changed(
        UPDATE,
        Put(where=("observations", 1, "value"), value="13"),
        Put(where=("observations", 0, "unit"), value="个"),
        Insert(where=("evidence",), value={"title": "甲", "date": "2024-08-18"}),
        Put(where=("evidenced",), value="部分支持", order=("date", "commitments", "evidenced")),
        name="updates/2024/x.md",
    )
    assert made == UPDATE.replace("'012'", "'13'").replace("家}", "个}").replace(
        "evidence: []", "evidence:\n  - {title: 甲, date: 2024-08-18}"
    ).replace("[c098]\n", "[c098]\nevidenced: 部分支持\n")


def test_several_changes_are_told_each_by_its_line() -> None:
    wished = (Put(where=("id",), value="b", says="改"), Insert(where=("names",), value="甲", says="加"))
    assert edited(of("# 头\nid: a\n"), *wished).changes == ((2, "改"), (3, "加"))


def test_a_record_is_found_by_its_id() -> None:
    assert [place_of(of(text), "b") for text in ("- id: a\n- {id: b}\n", "id: b\n", "id: a\n", "# 无\n")] == [
        (1,),
        (),
        None,
        None,
    ]


def test_a_new_file_is_written_as_one_writes_them() -> None:
    record: RawNode = {"date": "2024-01-01", "commitments": ["c1"], "evidence": [{"title": "甲", "page": "+5"}]}
    head = "date: 2024-01-01\ncommitments: [c1]\nevidence:\n  - {title: 甲, page: +5}\n"
    assert new_text(record) == head
    assert new_text(record, "\n正文\n") == f"---\n{head}---\n\n正文\n"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "a: [1\n", "<<<<<<< HEAD\na: 1\n"])
def test_in_a_file_with_errors_nothing_is_changed(text: str) -> None:
    with pytest.raises(Refused, match="里有错误"):
        changed(text, Put(where=("c",), value="1"))


@pytest.mark.parametrize(
    "change",
    [
        Put(where=("a", 0), value="x"),
        Remove(where=("b",)),
        Remove(where=("a", "b")),
        Insert(where=("a",), value="x"),
        Put(where=("b", "c"), value="x"),
        Insert(where=(), value="x"),
    ],
)
def test_what_has_no_place_is_refused(change: RecordEdit) -> None:
    with pytest.raises(Refused, match="接不上"):
        changed("a: 1\nc: 2\n", change)


# Whatever the layout


def _edits(value: RawNode | None) -> st.SearchStrategy[RecordEdit]:
    """A change of any kind, of any place in a value."""
    every = [*places(value)]
    inner = [where for where in every if where]
    records = [where for where in every if isinstance(changes.get(value, where), dict)]
    lists = [where for where in every if isinstance(changes.get(value, where), list)]
    made: list[st.SearchStrategy[RecordEdit]] = [
        st.builds(lambda where: Remove(where=where), st.sampled_from(inner)),
        st.builds(lambda where, new: Put(where=where, value=new), st.sampled_from(inner), values()),
    ]
    if records:
        order = st.sampled_from([(), NAMES])
        one = st.builds(lambda where, name: (*where, name), st.sampled_from(records), st.sampled_from(NAMES))
        made.append(st.builds(lambda where, new, by: Put(where=where, value=new, order=by), one, values(), order))
    if lists:
        at = st.sampled_from([None, 0])
        made.append(
            st.builds(
                lambda where, new, at: Insert(where=where, value=new, at=at), st.sampled_from(lists), values(), at
            )
        )
    return st.one_of(made)


@given(st.data(), written(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_a_file_of_any_layout_reads_as_wished_after_any_change(data: Any, text: str, end: str, mark: str) -> None:
    before, problems = yaml.read(text, "")
    assume(before is not None and not problems)
    change = data.draw(_edits(before))
    try:
        done = changed(mark + text.replace("\n", end), change)
    except Refused:
        assume(False)
    after, problems = yaml.read(of(done).decoded[0], "")
    assert (problems, _plain(after)) == ([], _plain(_wished(before, change)))
    assert done.startswith(mark)
    assert done.count("\n") == done.count(end)
    _check_lines(text.split("\n"), of(done).decoded[0].split("\n"), before, change)


def _wished(value: Any, change: RecordEdit) -> Any:
    """What is to come out, written down a second time, plainly."""
    if isinstance(value, dict | list):
        made: Any = value.copy()
    else:
        made = [] if isinstance(change, Insert) else None
    if not change.where:
        if isinstance(change, Insert):
            made.insert(len(made) if change.at is None else change.at, change.value)
            return made
        return getattr(change, "value", None)
    step, *rest = change.where
    if isinstance(change, Remove) and not rest:
        del made[step]
    else:
        inner = type(change)(**{**_fields(change), "where": tuple(rest)})
        if isinstance(made, dict) and step not in made:
            made[step] = _wished(None, inner)
        else:
            made[step] = _wished(made[step], inner)
    return made


def _fields(change: RecordEdit) -> dict[str, Any]:
    return {name: getattr(change, name) for name in change.__struct_fields__}


def _plain(value: Any) -> Any:
    """Without the line ends behind texts, which a text over several lines has or not by what stands below it."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value and value.rstrip("\n")


def _check_lines(old: list[str], new: list[str], before: RawNode | None, change: RecordEdit) -> None:
    """What is added takes nothing away but a part of one line or two (``[]``, a comma, a dash); nothing that is taken
    away brings anything in."""
    opcodes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    gone = sum(one[2] - one[1] for one in opcodes if one[0] != "equal")
    come = sum(one[4] - one[3] for one in opcodes if one[0] != "equal")
    is_new = isinstance(change, Insert) or changes.get(before, change.where) is None
    if is_new:
        assert gone <= 2
        assert [row for row in old if row.lstrip().startswith("#")] == [
            row for row in new if row.lstrip().startswith("#") and row in old
        ]
    if isinstance(change, Remove):
        assert come <= 2


def _corpus() -> list[tuple[str, str]]:
    """The files of the example, by name, as text."""
    content = EXAMPLES / "shiguang/content"
    found = sorted(path for path in content.rglob("*") if path.suffix in (".yml", ".md"))
    texts = [(path.relative_to(content).as_posix(), path.read_text("utf-8")) for path in found]
    return [(name, text) for name, text in texts if name.endswith(".yml") or text.startswith("---\n")]


@pytest.mark.parametrize("seed", range(3))
def test_every_file_of_the_example_can_be_edited_anywhere(seed: int) -> None:
    for name, text in _corpus():
        random = Random(f"{name} {seed}")
        head = frontmatter.split(text, "")[0].head.text if name.endswith(".md") else text
        before, _problems = yaml.read(head, "")
        where = random.choice([one for one in places(before) if one] or [()])
        for change in _some(before, where):
            done = changed(text, change, name=name)
            _check_lines(text.split("\n"), done.split("\n"), before, change)
            if isinstance(change, Put) and isinstance(changes.get(before, change.where), str):
                assert done.count("\n") <= text.count("\n")


def _some(value: RawNode | None, where: tuple[str | int, ...]) -> list[RecordEdit]:
    if not where:
        return [Insert(where=(), value={"id": "new"})]
    around = changes.get(value, where[:-1])
    more: RecordEdit = (
        Insert(where=where[:-1], value="新的一句话。" * 30)
        if isinstance(around, list)
        else Put(where=(*where[:-1], "new"), value="新的一句话。" * 30)
    )
    return [Put(where=where, value="+5"), Remove(where=where), more]
