"""A file of the search's data is a script that hands over exactly its value."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.search import data_file

# Runs each file as a browser does, and writes what it hands over
RUN = """
const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");
const handed = [];
const disclosure = { data: (name, value) => handed.push([name, value]) };
for (const text of JSON.parse(readFileSync(0, "utf8"))) runInNewContext(text, { disclosure });
console.log(JSON.stringify(handed));
"""
TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = st.recursive(
    st.integers(-(2**53) + 1, 2**53 - 1) | TEXT | st.sampled_from(["</script>", "\u2028\u2029", "\\\"'`${}", "", '",']),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
)


@settings(max_examples=10, deadline=None)
@given(st.lists(VALUES, min_size=20, max_size=60))
def test_a_browser_is_handed_the_value_under_its_name(values: list[Any]) -> None:
    files = [data_file.encode(f"tokens/{n}", value).decode() for n, value in enumerate(values)]
    done = subprocess.run(
        ["node", "--eval", RUN], input=json.dumps(files), capture_output=True, check=True, encoding="utf-8"
    )
    assert json.loads(done.stdout) == [[f"tokens/{n}", value] for n, value in enumerate(values)]


@given(VALUES)
def test_what_was_written_is_read_again(value: Any) -> None:
    assert data_file.decode(data_file.encode("documents/0-1", value), object) == value


def test_json_that_is_there_already_is_put_into_a_file_as_it_is() -> None:
    assert data_file.wrap("site", b"[1, 2]") == b'disclosure.data("site",[1, 2]);\n'
