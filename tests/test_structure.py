"""The shape of the program itself: small functions and files, documented rules, an example of every problem."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path
from statistics import median

import pytest

from disclosure.checks import history, links, run
from tests import rule_pages
from tests.projects import REPOSITORY

SOURCES = sorted((REPOSITORY / "disclosure").rglob("*.py"))
# Rules that need more than content to be broken: git history, the file system's limits
WITHOUT_CONTENT = {
    "commit-date": "history/test_dates.py",
    "format": "test_upgrade.py",
    "shallow-history": "history/test_git_answers.py",
    "git-owner": "history/test_git_answers.py",
    "partial-history": "history/test_git_answers.py",
    "no-git": "history/test_git_answers.py",
    "no-branch": "history/test_git_answers.py",
    "no-beginning": "history/test_git_answers.py",
    "lost-release": "history/test_withdrawal.py",
    "git-failed": "history/test_git_answers.py",
    "photo-place": "test_attachments.py",
    "heavy-attachment": "test_attachments.py",
    "too-large": "test_source_files.py",
    "outside": "test_source_files.py",
    "unreadable": "test_source_files.py",
    "no-content": "test_source_files.py",
    "template": "test_templates.py",
    "draft": "drafts/test_draft_files.py",
}
# An entry of a rule page: - `ids`：what is wanted
ENTRY = re.compile(r"^- ((?:`[a-z0-9-]+`、?)+)：(.+)$", re.M)
# "rule-id" where a Problem is made: the second argument, or the third or fourth of a helper that makes one
RULE_ARGUMENT = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"')


def functions() -> list[int]:
    """The length of every function in lines."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    found = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return [(node.end_lineno or 0) - node.lineno + 1 for node in found]


def test_functions_are_short() -> None:
    assert median(functions()) < 10


def test_files_are_short() -> None:
    long = {path.name: lines for path in SOURCES if (lines := len(path.read_text("utf-8").splitlines())) > 300}
    assert long == {}


def test_every_rule_says_its_ids_and_what_it_wants() -> None:
    for rule in (*run.RULES, *run.WHOLE, links.check_links, history.check_changes, history.check_git):
        assert re.match(r"^(?:[a-z-]+, )*[a-z-]+: [^\x00-\x7f]", rule.__doc__ or ""), rule.__name__


def test_the_ids_a_rule_documents_are_the_ids_it_uses() -> None:
    for path in sorted((REPOSITORY / "disclosure/checks").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        docs = [ast.get_docstring(node) or "" for node in tree.body if isinstance(node, ast.FunctionDef)]
        documented = {id for doc in docs if ": " in doc for id in doc.partition(": ")[0].split(", ")}
        documented = {id for id in documented if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", id)}
        assert used_rules(path) == documented, path.name


@pytest.fixture(scope="module")
def used() -> set[str]:
    """The rules of the whole program."""
    return {rule for path in SOURCES for rule in used_rules(path)}


def used_rules(path: Path) -> set[str]:
    """Rule ids: plain text literals handed to what makes a problem."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and name(node) in ("Problem", "RuleMessage", "wrong", "_refused"):
            found |= {one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        if isinstance(node, ast.Call) and name(node) in ("Doubt", "YamlFault"):
            found |= {
                one.value.value for one in node.keywords if one.arg == "rule" and isinstance(one.value, ast.Constant)
            }
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and path.name == "records.py":
            found |= {one.value for one in node.value.elts if isinstance(one, ast.Constant) and one.value}
    return found


def name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def test_every_problem_has_an_example(used: set[str]) -> None:
    shown = {rule for example in rule_pages.examples() for rule in rule_pages.rules(example.printed)}
    assert used - shown == set(WITHOUT_CONTENT)
    assert shown <= used


def test_every_rule_is_explained_on_a_rule_page(used: set[str]) -> None:
    """The pages are the manual: what a rule's docstring says stands there, and nothing about rules that are none."""
    entries = [line for path in rule_pages.PAGES.glob("*.md") for line in ENTRY.findall(path.read_text("utf-8"))]
    assert {rule for ids, _words in entries for rule in re.findall(r"`([a-z0-9-]+)`", ids)} == used
    said = {words for _ids, words in entries}
    for rule in (*run.RULES, *run.WHOLE, links.check_links):
        assert (rule.__doc__ or "").partition(": ")[2].split("\n")[0] in said, rule.__name__


def test_problems_that_need_more_than_content_are_tested_too() -> None:
    for rule, file in WITHOUT_CONTENT.items():
        assert f'"{rule}"' in (text := (REPOSITORY / "tests" / file).read_text("utf-8")) or f"[{rule}]" in text


def test_what_is_in_git_is_text_and_of_a_size_to_read() -> None:
    """No package or output lies in the repository: the largest files are lists of hashes and goldens. The README's two
    pictures weigh 150 kB together at most, one of the handbook 40 kB."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no git checkout")
    listed = [name for name in done.stdout.decode().split("\0") if not name.startswith("content/")]
    data = {name: (REPOSITORY / name).read_bytes() for name in listed if (REPOSITORY / name).is_file()}
    pictures = [data.pop(name) for name in ("docs/pictures/desktop.png", "docs/pictures/phone.png")]
    assert sum(map(len, pictures)) <= 150_000
    pages = [data.pop(name) for name in list(data) if name.startswith("docs/handbook/pictures/")]
    assert [len(found) for found in pages if len(found) > 40_000] == []
    assert [name for name, found in data.items() if b"\0" in found or len(found) > 200_000] == []
