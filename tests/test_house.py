"""The rules of the house hold in the program, and each of them finds what it forbids."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests import house
from tests.house import Program

HouseRule = Callable[[Program], list[str]]
RULES: tuple[HouseRule, ...] = (
    house.types_with_two_meanings,
    house.constructors_by_position,
    house.foreign_privates,
    house.collector_elsewhere,
)


SHAPES = """
class Span:
    start: int
    end: int
class Wide(Span):
    kind: str
    words: str
    place: str
"""
CALLS = """
import app
from app.shapes import Wide
app.Span(1, 2, 3, 4, 5)
Wide(*ends)
Wide[int](1, 2, 3, 4, 5)
"""


@pytest.fixture(scope="module")
def program() -> Program:
    return Program(house.project())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_rules_of_the_house(rule: HouseRule, program: Program) -> None:
    assert rule(program) == []


@pytest.mark.parametrize(
    ("rule", "sources", "findings"),
    [
        (
            house.types_with_two_meanings,
            {
                "app.a": "class Page: ...\nclass Row: ...",
                "app.b": "def f():\n    class Page: ...\nRow = dict[str, str]",
            },
            ["Page: app.a.Page, app.b.Page", "Row: app.a.Row, app.b.Row"],
        ),
        (
            house.types_with_two_meanings,
            {"app.a": "Path = tuple[str, ...]", "app.b": "from pathlib import Path"},
            ["Path: app.a.Path, pathlib.Path"],
        ),
        (
            house.constructors_by_position,
            {
                "app.__init__": "from .shapes import Span",
                "app.shapes": SHAPES,
                "app.b": CALLS,
                "app.c": "class Own:\n    def of(cls): return cls(1, 2, 3, 4, 5)",
            },
            ["app.b:4: Span", "app.b:5: Wide", "app.b:6: Wide", "app.c:2: Own"],
        ),
        (
            house.foreign_privates,
            {
                "app.taken": "from os.path import _get_sep\nimport _thread\nfrom collections import _chain as chain",
                "app.used": "import jinja2\njinja2.runtime._logger\nmade = jinja2.Environment()\nmade._parse('')",
                "app.told": "getattr(made, '_tokenize')",
                "app.over": "from jinja2 import Environment\nclass Ours(Environment):\n    def _generate(self): ...",
            },
            [
                "app.over:2: Ours._generate",
                "app.taken:1: os.path._get_sep",
                "app.taken:2: _thread",
                "app.taken:3: collections._chain",
                "app.told:1: _tokenize",
                "app.used:2: jinja2.runtime._logger",
                "app.used:4: made._parse",
            ],
        ),
        (
            house.collector_elsewhere,
            {
                "app.a": "def f():\n    import gc\n    gc.collect()",
                "app.b": "from gc import freeze",
                "build": "import gc",
            },
            ["app.a", "app.b"],
        ),
    ],
    ids=[
        "two classes, a class and an alias",
        "a library's name",
        "constructors by position",
        "private names",
        "the collector",
    ],
)
def test_a_rule_finds_what_it_forbids(rule: HouseRule, sources: dict[str, str], findings: list[str]) -> None:
    assert rule(Program(sources)) == findings


@pytest.mark.parametrize(
    ("rule", "sources"),
    [
        (house.types_with_two_meanings, {"app.a": "class Page: ...", "app.b": "from app.a import Page\nPAGE = 1"}),
        (
            house.constructors_by_position,
            {
                "app.a": "class Span:\n    a: int\n    b: int",
                "app.b": "from app.a import Span\nSpan(*ends)\nSpan(1, 2, 3, 4, e=5)\nprint(1, 2, 3, 4, 5)",
                "disclosure.problem": "class Problem: ...\nProblem(1, 2, 3, 4, 5)",
            },
        ),
        (
            house.foreign_privates,
            {
                "app.a": "import os\nfrom app import b\nb._own()\nos._exit(1)\nother._kept\n_own.__class__",
                "app.b": "def _own(): ...\nclass Box:\n    def __init__(self): self._kept = 1",
            },
        ),
        (house.collector_elsewhere, {"disclosure.build.garbage": "import gc", "build": "import gc"}),
    ],
    ids=lambda given: getattr(given, "__name__", None),
)
def test_a_rule_lets_pass_what_is_fine(rule: HouseRule, sources: dict[str, str]) -> None:
    assert rule(Program(sources)) == []
