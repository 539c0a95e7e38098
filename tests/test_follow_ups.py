"""What follows from another error waits until that is mended; nothing else does, and nothing vanishes alone."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks import follow_ups
from disclosure.checks.follow_ups import CONSEQUENCES
from disclosure.problem import Place, Problem, errors

RULES = sorted({"stray-file", *chain.from_iterable((*one.of, *one.rules) for one in CONSEQUENCES)})
PATHS = ("content/reports/2024/report.md", "content/reports/2024/commitments/2-1/c016.yml", "content/questions.yml")
PROBLEMS = st.builds(
    Problem,
    st.builds(Place, st.sampled_from(PATHS), st.integers(1, 2)),
    st.sampled_from(RULES),
    st.sampled_from(("c016：", "没有 2024/c016", "p2-01 ", "2 条")),
    st.just("…"),
    st.booleans(),
)


def told(*problems: tuple[str, str, str]) -> list[str]:
    found = (Problem(Place(path), rule, message, "…") for path, rule, message in problems)
    return [one.rule for one in follow_ups.without(found)]


@pytest.mark.parametrize("id", ["c016", "c017"])
def test_what_names_a_record_that_stands_nowhere_waits_for_it(id: str) -> None:
    said = told((PATHS[1], "quote", "c016：引文在 p2-03 里找不到"), (PATHS[2], "answer-gone", f"没有 2024/{id}"))
    assert said == (["quote"] if id == "c016" else ["quote", "answer-gone"])


@pytest.mark.parametrize("line", [1, 2])
def test_a_sign_that_cannot_be_seen_is_told_alone_on_its_line(line: int) -> None:
    strange = Problem(Place(PATHS[1], 1), "character", "看不见的字符", "…")
    other = Problem(Place(PATHS[1], line), "unknown-word", "词表里没有", "…")
    assert follow_ups.without([strange, other]) == ((strange,) if line == 1 else (strange, other))


@given(st.lists(PROBLEMS, max_size=6))
def test_where_there_is_an_error_one_is_told_and_what_is_told_stands_alone(problems: list[Problem]) -> None:
    left = follow_ups.without(problems)
    assert set(left) <= set(problems)
    assert bool(errors(left)) == bool(errors(problems))
    assert errors(problems) or left == tuple(problems)
