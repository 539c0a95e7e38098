"""What the desk writes is read back as the text that was typed, by the program and by other readers of YAML."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from disclosure.source import character_tables, characters, yaml
from tests.desk.node import Node, asked, needs_node
from tests.projects import REPOSITORY

pytestmark = needs_node

# All kinds of signs that mean something to some reader, and whatever else content may hold
SIGNS = st.sampled_from(list("-?:,[]{}#&*!|>'\"%@`~=<+._/\\0123456789eExnyNYtTfF \n\t（）。，〔〕“”《》的年万"))
WORDS = st.sampled_from(
    [
        "no",
        "true",
        "null",
        "~",
        "010",
        "1e3",
        "0x1F",
        "3:30",
        "2025-01-01",
        ".5",
        "NaN",
        "- ",
        ": ",
        " #",
        "---",
        "<<",
        "=",
        "off",
    ]
)
TEXT = st.one_of(
    st.text(SIGNS, min_size=1, max_size=20),
    WORDS,
    st.text(min_size=1, max_size=20),
    st.builds("".join, st.lists(st.one_of(WORDS, st.text(SIGNS, max_size=4)), max_size=5)),
)
RECORDS: dict[str, Any] = {
    "Head": [
        {"name": "title", "input": "line"},
        {"name": "date", "input": "day"},
        {"name": "commitments", "input": "lines"},
        {"name": "source", "input": "record", "record": "Document"},
        {"name": "answer", "input": "record", "record": "Answer"},
        {"name": "evidence", "input": "records", "record": "Document"},
    ],
    "Document": [{"name": "title", "input": "line"}, {"name": "says", "input": "text"}],
    "Answer": [{"name": "says", "input": "text"}, {"name": "evidence", "input": "records", "record": "Document"}],
}


written = asked("written.js")
signs = asked("characters.js")


def allowed(text: str) -> bool:
    return not next(characters.find(text), None)


def is_known(text: str) -> bool:
    """Whether no character of the text is younger than this Python's Unicode."""
    return text.isprintable() or not any(one.kind == characters.UNASSIGNED for one in characters.find(text))


texts = TEXT.map(str.strip).filter(bool)
documents = st.fixed_dictionaries({}, optional={"title": texts.filter(allowed), "says": texts.filter(allowed)}).filter(
    bool
)
heads = st.fixed_dictionaries(
    {"title": texts.filter(allowed)},
    optional={
        "date": st.just("2025-05-12"),
        "commitments": st.lists(texts.filter(allowed), min_size=1, max_size=3),
        "source": documents,
        "answer": st.fixed_dictionaries(
            {}, optional={"says": texts.filter(allowed), "evidence": st.lists(documents, min_size=1, max_size=2)}
        ).filter(bool),
        "evidence": st.lists(documents, min_size=1, max_size=3),
    },
)


@given(values=heads)
def test_whatever_is_typed_is_read_back(written: Node, values: dict[str, Any]) -> None:
    text = "\n".join(written.ask("recordLines", RECORDS, "Head", values)) + "\n"
    assert yaml.read(text, "") == (values, [])


@given(values=heads)
def test_readers_of_both_versions_of_yaml_read_the_same(written: Node, values: dict[str, Any]) -> None:
    """Days are days to them, and all else is text."""
    del values["title"]
    values = {name: value for name, value in values.items() if name != "date"} | {"says": "一"}
    text = "\n".join(
        written.ask(
            "recordLines",
            RECORDS | {"Head": [*RECORDS["Head"], {"name": "says", "input": "line"}]},
            "Head",
            values,
        )
    )
    assert pyyaml.safe_load(text) == values
    assert YAML(typ="safe", pure=True).load(text) == values


@given(values=heads)
def test_an_item_of_a_list_is_read_back(written: Node, values: dict[str, Any]) -> None:
    text = "\n".join(written.ask("itemLines", RECORDS, "Head", values)) + "\n"
    assert yaml.read(text, "") == ([values], [])


@given(text=TEXT.filter(is_known))
def test_characters_are_refused_where_the_check_refuses_them(signs: Node, text: str) -> None:
    found = {one["character"] for one in signs.ask("strange", text)}
    assert found == {one.character for one in characters.find(text)}


@pytest.mark.parametrize("character", [*character_tables.KANA, *"\u200b\u00a0\x07\u2028Аﬁ⽔１𝟏é́\ufeff\U000f0000\r"])
def test_each_kind_of_character_that_is_refused(signs: Node, character: str) -> None:
    told = signs.ask("strange", f"甲{character}乙")
    assert [one["character"] for one in told] == [one.character for one in characters.find(f"甲{character}乙")]


def test_the_tables_of_characters_are_those_of_the_check() -> None:
    program = "import * as one from %s; console.log(JSON.stringify([one.USUAL, one.KANA, one.ALIKE, one.LIGATURES]))"
    path = (REPOSITORY / "templates/js/desk/characters.js").as_uri()
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", program % json.dumps(path)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    alike = "".join(map(chr, character_tables.ALIKE))
    assert json.loads(done.stdout) == [
        character_tables.USUAL,
        "".join(character_tables.KANA),
        alike,
        character_tables.LIGATURES,
    ]


@pytest.mark.parametrize(
    ("text", "field", "spelt"),
    [
        ("拾光区商务局", {}, "拾光区商务局"),
        ("20250106001", {}, "'20250106001'"),
        ("2025", {"pattern": "^x$"}, "2025"),
        ("%", {}, "'%'"),
        ("2025-05-12 18:00", {"input": "minute"}, "2025-05-12 18:00"),
        ("no", {}, "'no'"),
        ("it's", {}, "'it''s'"),
        ("-3", {"input": "number"}, "-3"),
        ("2025/c016", {}, "2025/c016"),
    ],
)
def test_a_scalar_is_plain_where_every_reader_reads_it_so(
    written: Node, text: str, field: dict[str, str], spelt: str
) -> None:
    assert written.ask("scalar", text, field) == spelt
