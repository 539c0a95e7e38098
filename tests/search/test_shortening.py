"""A long text is said in few characters, and of one that no address can hold each clause was looked for or is named."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

SCRIPT = Path(__file__).with_name("shortened_of.mjs")
# As in templates/js/search
LONGEST, BRIEF = 200, 30
CLAUSES = st.lists(st.text("停车位学校新增2880%。\n 甲", min_size=1, max_size=9), min_size=1, max_size=9)
# Many short clauses, or one that is too long alone
LETTERS = st.one_of(
    st.tuples(CLAUSES, st.integers(1, 9)).map(
        lambda made: "，".join(n * one for one in made[0] for n in range(made[1] + 1))
    ),
    st.integers(60, 300).map(lambda n: n * "路灯不亮"),
)
TEXTS = st.text(st.characters(codec="utf-16"), max_size=80)


def shortened(texts: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(["node", SCRIPT], input=json.dumps(texts), capture_output=True, encoding="utf-8", check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@settings(deadline=None, max_examples=8)
@given(st.lists(TEXTS, min_size=30, max_size=60))
def test_a_long_text_is_said_by_its_beginning_and_a_short_one_whole(texts: list[str]) -> None:
    for text, found in zip(texts, shortened(texts), strict=True):
        said = found["brief"]
        assert said == text if len(text) <= BRIEF else (len(said) <= BRIEF and said[-1] == "…")
        assert text.startswith(said.removesuffix("…") if len(text) > BRIEF else said)


@settings(deadline=None, max_examples=8)
@given(st.lists(LETTERS, min_size=5, max_size=12))
def test_every_clause_of_a_long_text_was_looked_for_or_is_named_as_left_out(texts: list[str]) -> None:
    for text, found in zip(texts, shortened(texts), strict=True):
        assert 0 < len(found["query"]) <= LONGEST or not found["clauses"]
        said = [*found["used"], *found["unused"]]
        assert sorted("".join(said)) == sorted("".join(found["clauses"])), text
        assert all(any(one in clause for clause in found["clauses"]) for one in said)
