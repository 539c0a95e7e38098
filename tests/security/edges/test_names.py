"""What a name or a text holds is shown by every command, and does nothing."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.comparison.markdown import plain
from disclosure.problem import Place, Problem
from disclosure.visible import as_json, line, lines, visible
from tests.projects import REPOSITORY, Sandbox
from tests.security.edges import names

# Characters of every kind, and pieces of what terminals and machines obey
ANY = st.lists(
    st.one_of(
        st.characters(), st.sampled_from(["\x1b[", "\r\n", "::", "##[", "##vso[", "\u202e", "@", "#1", "://", "&"])
    )
).map("".join)


def test_names_in_every_folder_are_said_and_shown(tmp_path: Path) -> None:
    files, faults = names.of_folders(tmp_path / "project", names.NAMES)
    assert (files > 300, faults) == (True, [])


def test_names_on_the_command_line_are_shown(project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # An escape, a forged line, a turned name, bytes that are no text, and what is too long for the system
    tried, faults = names.of_arguments(project, [names.NAMES[n] for n in (0, 8, 12, 19, -1)])
    assert (tried > 90, faults) == (True, [])


def test_a_file_whose_name_hides_something_is_to_be_called_otherwise(project: Sandbox) -> None:
    assert project.run("table", "in", "a\x1b[31m\u202e.xlsx").err.splitlines()[0] == (
        r"用法错误：表格：文件名 a\x1b[31m\u202e.xlsx 里有看不见的字符（U+001B、U+202E）；先给文件改个名字，再运行一次"
    )


@given(ANY)
def test_a_line_is_one_line_that_moves_nothing_and_commands_nothing(text: str) -> None:
    assert names.faults(line(text)) == []
    assert "\n" not in visible(text)


@given(ANY)
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    seen = "".join(one for one in text if one.isprintable() or category(one) == "Zs")
    assert visible(seen) == seen


@given(ANY, ANY, ANY)
def test_a_problem_is_two_lines_whatever_is_in_it(path: str, message: str, hint: str) -> None:
    told = lines(str(Problem(Place(path), "rule", message, hint)))
    assert names.faults(told) == []
    assert told.count("\n") == bool(hint)


@given(ANY)
def test_json_says_the_same_and_can_be_shown(text: str) -> None:
    told = as_json({text: [text]})
    assert json.loads(told) == {text: [text]}
    assert names.faults(told) == []


# What a host makes of a comment: markup, calls to people, links of numbers and addresses
OBEYED = re.compile(
    r"(?<!\\)[`*_\[\]|~$]|<(?!!-- -->)|@(?!<!-- -->)(?=\S)|[#!%^](?!<!-- -->)(?=[0-9A-Za-z])|:(?!<!-- -->)//|www\."
)


@given(ANY)
def test_nothing_in_a_comment_is_markup_a_call_or_a_link(text: str) -> None:
    told = plain(text).replace("\\\\", "")
    assert (OBEYED.findall(told), names.faults(told)) == ([], [])


def printing(path: Path) -> list[str]:
    """Where a module writes to what a terminal shows."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "input"):
            found.append(node.func.id)
        if isinstance(node, ast.Attribute) and node.attr in ("print_exc", "print_exception", "print_help"):
            found.append(node.attr)
        if isinstance(node, ast.Attribute) and node.attr in ("write", "writelines") and "sys.std" in ast.unparse(node):
            found.append(ast.unparse(node))
    return found


# What a process of its own hands back to the program, and what readers copy
ELSEWHERE = {"source/inside/limited.py": ["sys.stdout.write"]}


def test_one_module_prints() -> None:
    program = REPOSITORY / "disclosure"
    found = {path.relative_to(program).as_posix(): printing(path) for path in program.rglob("*.py")}
    # Scripts that the site hands out are no part of the program; the starter's run in a project's pipeline
    found = {
        name: told for name, told in found.items() if told and not re.match("pages/examples/|starter/files/", name)
    }
    assert found == {"cli/output.py": ["print"] * 4 + ["input"], **ELSEWHERE}
