"""Modules become plain scripts: one for each entry, complete, that any browser of the baseline can read."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from disclosure.theme.scripts import NamedTwice, scripts
from tests.projects import REPOSITORY

FOLD = """\
// Why this is so.
const LIMIT = 3; // kept: it does not stand alone
export function fold(text) {
  return text.slice(0, LIMIT);
}
"""
SEARCH = 'import { fold } from "./fold.js";\nimport { start } from "../start.js";\n\nstart(fold);\n'
REPAIR = "export async function repair() {}\nexport const more = 1;\n"
START = "export function start(one) {\n  one();\n}\n"
MODULES = {"search/fold.js": FOLD, "search/search.js": SEARCH, "search/repair.js": REPAIR, "start.js": START}
# Reads each script as browsers read a classic script of 2020, and says what is wrong with it
PARSE = """
import { readFileSync } from "node:fs";
import { parse } from "acorn";
const wrong = {};
for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  try {
    parse(text, { ecmaVersion: 2020, sourceType: "script" });
  } catch (error) {
    wrong[name] = error.message;
  }
}
console.log(JSON.stringify(wrong));
"""

# What each script leaves behind in the page: names declared outside any function, and what is set on the window
GLOBALS = """
import { readFileSync } from "node:fs";
import { parse } from "acorn";
const isNode = (value) => value !== null && typeof value === "object";
function* nodes(node) {
  yield node;
  for (const inner of Object.values(node).filter(isNode)) yield* nodes(inner);
}
const isWindow = (node) => ["window", "globalThis", "self", "top"].includes(node?.name);
const found = {};
for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const program = parse(text, { ecmaVersion: 2020, sourceType: "script" });
  const declared = program.body.flatMap((node) => node.declarations ?? [node]).flatMap((node) => node.id?.name ?? []);
  const set = [...nodes(program)].filter((node) => node.type === "AssignmentExpression" && isWindow(node.left.object));
  const names = [...declared, ...set.map((node) => node.left.property.name)];
  if (names.length) found[name] = names;
}
console.log(JSON.stringify(found));
"""

ACORN = REPOSITORY / "node_modules/acorn"
needs_acorn = pytest.mark.skipif(
    not ACORN.is_dir() and os.environ.get("CI") != "true", reason="acorn comes with `npm ci --ignore-scripts`"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "search").mkdir()
    for name, text in MODULES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_what_no_other_imports_is_an_entry(folder: Path) -> None:
    assert set(scripts(folder)) == {"search.js", "search-repair.js"}


def test_an_entry_carries_what_it_imports_and_no_comments(folder: Path) -> None:
    assert scripts(folder)["search.js"].decode() == (
        '(function () {\n"use strict";\n'
        "const LIMIT = 3; // kept: it does not stand alone\n"
        "function fold(text) {return text.slice(0, LIMIT);}\n"
        "function start(one) {one();}\n"
        "\nstart(fold);})();\n"
    )


def test_a_line_that_ends_in_a_comment_ends_there(folder: Path) -> None:
    (folder / "other.js").write_text('const a = "//"; // one;\nconst b = [1,\n  2]; // two (\n', "utf-8")
    assert scripts(folder)["other.js"].decode() == (
        '(function () {\n"use strict";\nconst a = "//"; // one;\nconst b = [1,2]; // two (\n})();\n'
    )


def test_an_entry_hands_over_everything_that_it_exports(folder: Path) -> None:
    assert scripts(folder)["search-repair.js"].decode() == (
        '(function () {\n"use strict";\n'
        "async function repair() {}\nconst more = 1;"
        'disclosure.script("search-repair", { repair, more });\n'
        "})();\n"
    )


def test_two_files_that_declare_one_name_cannot_be_joined(folder: Path) -> None:
    (folder / "search/search.js").write_text(SEARCH + "const LIMIT = 4;\n", "utf-8")
    with pytest.raises(NamedTwice, match="LIMIT"):
        scripts(folder)


@needs_acorn
def test_what_is_published_are_classic_scripts_of_2020() -> None:
    published = {name: data.decode() for name, data in scripts(REPOSITORY / "templates/js").items()}
    assert set(published) == {
        "aloud.js",
        "changes.js",
        "changes-home.js",
        "desk.js",
        "display.js",
        "districts.js",
        "lead.js",
        "letter.js",
        "lost.js",
        "main.js",
        "mark.js",
        "picture.js",
        "posters.js",
        "register.js",
        "register-found.js",
        "search.js",
        "search-answers.js",
        "search-around.js",
        "search-exact.js",
        "search-extras.js",
        "search-inside.js",
        "search-large.js",
        "search-narrow.js",
        "search-repair.js",
        "search-shorten.js",
        "search-together.js",
        "search-why.js",
        "snapshot.js",
        "take.js",
        "text.js",
    }
    assert in_node(PARSE, published) == {}
    assert [name for name, text in published.items() if "import(" in text] == []


@needs_acorn
def test_a_module_is_told_from_a_classic_script() -> None:
    wrong = in_node(PARSE, {"import": 'import("./a.js");', "export": "export const a = 1;", "await": "await 1;"})
    assert set(wrong) == {"export", "await"}


# What begins the search of a small site, of a large one, of several
SEARCHES = ("search.js", "search-large.js", "search-together.js")


@needs_acorn
def test_what_is_published_leaves_one_name_behind() -> None:
    published = {name: data.decode() for name, data in scripts(REPOSITORY / "templates/js").items()}
    loading = ("changes.js", "changes-home.js", "desk.js", "register.js", *SEARCHES)
    assert in_node(GLOBALS, published) == {name: ["disclosure"] for name in loading}


@needs_acorn
def test_a_name_left_behind_is_found() -> None:
    left = {"declared": "const a = 1; function b() {}", "set": "(function () { window.c = 1; })();", "none": "d();"}
    assert in_node(GLOBALS, left) == {"declared": ["a", "b"], "set": ["c"]}


def in_node(program: str, given: object) -> object:
    command = ["node", "--input-type=module", "--eval", program]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, check=True, encoding="utf-8", cwd=REPOSITORY
    )
    return json.loads(done.stdout)
