"""A file that stands is read as the program reads it or not at all, and an edit moves no other line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from disclosure.source import yaml
from tests.desk.node import Node, asked, needs_node
from tests.desk.test_writing import RECORDS, heads, written
from tests.projects import REPOSITORY

pytestmark = needs_node
EXAMPLE = REPOSITORY / "examples/shiguang/content"
FILES = sorted(EXAMPLE.rglob("*.yml"))
__all__ = ["written"]


reader = asked("reader.js")
standing = asked("standing.js")


def heads_of(folder: str) -> list[Path]:
    return sorted(path for path in (EXAMPLE / folder).rglob("*.md"))


def head(path: Path) -> str:
    return path.read_text("utf-8").split("---\n")[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_of_the_example_are_read_as_the_program_reads_them(reader: Node, path: Path) -> None:
    text = path.read_text("utf-8")
    assert reader.ask("readYaml", text) == yaml.read(text, "")[0]


@pytest.mark.parametrize(
    "path", [*heads_of("updates"), *heads_of("requests"), *heads_of("corrections")], ids=lambda path: path.name
)
def test_heads_of_the_example_are_read_as_the_program_reads_them(reader: Node, path: Path) -> None:
    assert reader.ask("readYaml", head(path)) == yaml.read(head(path), "")[0]


@given(values=heads)
def test_what_the_desk_writes_it_can_read(written: Node, reader: Node, values: dict[str, Any]) -> None:
    text = "\n".join(written.ask("recordLines", RECORDS, "Head", values)) + "\n"
    assert reader.ask("readYaml", text) == values


LINES = st.sampled_from(
    [
        *(
            "a: 1",
            "b: [x, y]",
            "c:",
            "  - d",
            "- e",
            "  f: {g: h, i: }",
            "# 说明",
            "",
            "  ",
            "j: 'k'",
            'l: "m\\n"',
            "n: |-",
            "  o",
            "    p",
            "q: >",
        ),
        *(
            "r: s # t",
            "u: v#w",
            "x: y: z",
            "- - a",
            "- b: c",
            "  d: e",
            "f:g",
            "  - {h: 'i, j'}",
            "k: [",
            "l]",
            "m: {n: o,",
            "  p: q}",
            "&r s",
            "t: *u",
        ),
        *(
            "v: http://w/x",
            "y: [http://z/a, b]",
            "c: -",
            "d: ?",
            "e: - f",
            "---",
            "g: 'h",
            "i'",
            "'j': k",
            "l: m\tn",
            "o: [p,q]",
            "r: {s: t,u: v}",
            "？: w",
        ),
        *(
            "x: ~",
            'y: "a\\u200bb"',
            "z: [,]",
            "  继续的一行",
            "a: 'b' c",
            "b: ''",
            "c: [a, [b]]",
            "- ",
            "-",
            "d: |",
            "e:  f",
            "1: 2",
        ),
    ]
)


@given(lines=st.lists(LINES, min_size=1, max_size=6))
def test_what_the_desk_reads_the_program_reads_too(reader: Node, lines: list[str]) -> None:
    """It may refuse what the program takes, and never takes it for something else."""
    text = "\n".join(lines) + "\n"
    value, problems = yaml.read(text, "")
    found = reader.refused("readYaml", text)
    if found is not None and not problems:
        assert found == [value] or (value is None and found == [None])


def test_a_list_gets_more_records_and_no_other_line_moves(standing: Node) -> None:
    text = (EXAMPLE / "responsibilities/2025.yml").read_text("utf-8")
    lines = ["- commitments: [c025]", "  date: 2025-03-01"]
    found = standing.ask("addRows", text, [lines], [{"commitments": ["c025"], "date": "2025-03-01"}])
    assert found == text + "\n- commitments: [c025]\n  date: 2025-03-01\n"


def test_the_list_of_a_field_gets_more_records(standing: Node) -> None:
    text = (EXAMPLE / "votes/2025.yml").read_text("utf-8")
    found = standing.ask(
        "addToList",
        text,
        "projects",
        [["- {commitment: c025, adopted: 通过}"]],
        [{"commitment": "c025", "adopted": "通过"}],
    )
    assert found == text + "  - {commitment: c025, adopted: 通过}\n"


def test_a_list_in_the_middle_grows_in_the_middle(standing: Node) -> None:
    text = "projects:\n- {a: b}\n# 说明\n\ndate: 2025-01-01\n"
    found = standing.ask("addToList", text, "projects", [["- {a: c}"]], [{"a": "c"}])
    assert found == "projects:\n- {a: b}\n- {a: c}\n# 说明\n\ndate: 2025-01-01\n"


def test_a_file_of_windows_keeps_its_ends(standing: Node) -> None:
    assert standing.ask("addRows", "- {a: b}\r\n", [["- {a: c}"]], [{"a": "c"}]) == "- {a: b}\r\n- {a: c}\r\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "- {a: c}\n"),
        ("# 说明\n", "# 说明\n- {a: c}\n"),
        ("- {a: b}", "- {a: b}\n- {a: c}\n"),
        ("  - {a: b}\n  # 末尾\n", "  - {a: b}\n  # 末尾\n  - {a: c}\n"),
        ("- {a: b}\n\n- {a: d}\n\n", "- {a: b}\n\n- {a: d}\n\n- {a: c}\n"),
    ],
)
def test_where_a_record_is_added(standing: Node, text: str, found: str) -> None:
    assert standing.ask("addRows", text, [["- {a: c}"]], [{"a": "c"}]) == found


@pytest.mark.parametrize(
    "text", ["a: b\n", "- &a {b: c}\n", "- {a: >\n  b}\n", "[{a: b}]\n", "- a\n- >\n  b\n", "- a\r- b\n"]
)
def test_a_file_that_is_not_understood_is_refused(standing: Node, text: str) -> None:
    assert standing.refused("addRows", text, [["- {a: c}"]], [{"a": "c"}]) is None


def test_a_head_behind_a_stray_byte_order_mark_is_not_changed(standing: Node) -> None:
    text = "---\n\ufefftitle: 甲\n---\n文字\n"
    assert standing.refused("addFields", text, ["order: 1"], {"order": "1"}) is None


def test_an_answer_comes_into_the_head_of_its_request(standing: Node) -> None:
    text = (EXAMPLE / "requests/2026-02-24-parking-2025.md").read_text("utf-8")
    lines = ["answer:", "  date: 2026-03-20", "  result: 已提供"]
    found = standing.ask("addFields", text, lines, {"answer": {"date": "2026-03-20", "result": "已提供"}})
    assert found == text.replace("received: 2026-02-26\n", "received: 2026-02-26\n" + "\n".join(lines) + "\n")


def test_a_field_that_is_there_is_not_written_twice(standing: Node) -> None:
    text = (EXAMPLE / "requests/2026-02-24-parking-2025.md").read_text("utf-8")
    assert standing.refused("addFields", text, ["received: 2026-02-27"], {"received": "2026-02-27"}) is None


def test_another_body_leaves_the_head_alone(standing: Node) -> None:
    text = "---\ntitle: 甲  # 说明\norder: 1\n---\n\n旧的一段。\n\n第二段。\n"
    found = standing.ask("rewrite", text, {"order": "order: 2"}, {"order": "2"}, "新的一段。\n\n第二段。")
    assert found == "---\ntitle: 甲  # 说明\norder: 2\n---\n\n新的一段。\n\n第二段。\n"
    assert standing.ask("rewrite", text, {}, {}, "旧的一段。\n\n第二段。") == text


@given(old=st.lists(heads, min_size=1, max_size=3), new=heads, blank=st.booleans(), indent=st.sampled_from(["", "  "]))
def test_whatever_is_added_is_read_beside_what_stood(
    written: Node, standing: Node, old: list[dict[str, Any]], new: dict[str, Any], blank: bool, indent: str
) -> None:
    items = [written.ask("itemLines", RECORDS, "Head", one) for one in old]
    text = ("\n\n" if blank else "\n").join("\n".join(line and indent + line for line in item) for item in items) + "\n"
    assume(yaml.read(text, "") == (old, []))
    found = standing.ask("addRows", text, [written.ask("itemLines", RECORDS, "Head", new)], [new])
    assert found.startswith(text)
    assert yaml.read(found, "") == ([*old, new], [])
