"""What has to hold of every answer."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.problem import Problem


def told(problems: Iterable[Problem], text: str, first_line: int = 1) -> list[Problem]:
    """Each problem says what is wrong, what to do, and a place that is in the text."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    found, lines = list(problems), plain.count("\n") + first_line
    for problem in found:
        assert problem.rule
        assert problem.message
        assert problem.hint, problem
        assert 1 <= problem.place.line <= lines, problem
        assert problem.place.column >= 1, problem
        assert str(problem)
    return found
