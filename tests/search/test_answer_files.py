"""Answers in parts say what all of them in one file say, whatever district or year is named."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from disclosure.search import answer_files, data_file
from tests.search import several

SCRIPTS = Path(__file__).parents[2] / "templates/js/search"
ASK = f"""
import {{ readFileSync }} from "node:fs";
import {{ answersTo, partOf }} from "{SCRIPTS}/answers.js";
import {{ fold }} from "{SCRIPTS}/fold.js";
import {{ bare }} from "{SCRIPTS}/query.js";
import {{ letters }} from "{SCRIPTS}/tokens.js";
const {{ files, reports, queries }} = JSON.parse(readFileSync(0, "utf8"));
const store = {{ names: [], ways: [], reports, reading: {{ bare, fold, letters }}, departments: async () => {{}} }};
const answers = [];
for (const query of queries) {{
  const read = [];
  const given = files.answers;
  store.read = async (name) => read.push(name) && files[name];
  const found = given.parted ? await partOf(query, given, [], store) : given;
  answers.push([answersTo(query, found, store), read.length]);
}}
console.log(JSON.stringify(answers));
"""
NAMES = (
    "",
    *several.DISTRICTS,
    *(f"{year}年" for year in several.YEARS),
    f"{several.YEARS[0]}年{several.DISTRICTS[1]}",
)
WORDS = ("未完成", "已完成", "没做到", "兑现了吗", "谁负责", "2024-12-31", "2023年底到期", "6月30日")


def asked(files: dict[str, Any], queries: list[str]) -> list[Any]:
    given = json.dumps({"files": files, "reports": several.REPORTS, "queries": queries})
    command = ["node", "--input-type=module", "-e", ASK]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def files() -> dict[str, Any]:
    made = answer_files.answer_files(several.answered(), several.REPORTS, figures_apart=False)
    return {where.removeprefix("search/").removesuffix(".js"): data_file.decode(data, Any) for where, data in made}


def test_they_say_the_same_as_one_file_and_a_query_reads_one_more_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    queries = [f"{name}{word}" for name, word in product(NAMES, WORDS)]
    whole = files()
    monkeypatch.setattr(answer_files, "WHOLE", 2)
    parts = files()
    assert [*whole] == ["answers"]
    assert [*parts] == [
        "answers",
        *(f"answers/{name}" for name in (0, 1, 2, 2023, 2024)),
    ]
    in_one, in_parts = asked(whole, queries), asked(parts, queries)
    assert [answer for answer, _read in in_parts] == [answer for answer, _read in in_one]
    assert {read for _answer, read in in_parts} == {0, 1}
    assert sum(bool(answer) for answer, _read in in_one) > len(queries) / 3


def test_the_first_file_holds_no_more_of_many_reports_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_files, "WHOLE", 2)
    monkeypatch.setattr(answer_files, "SHOWN", 1)
    first = files()["answers"]
    assert len(first["statuses"]["reports"]) == 1
    keys = [(line[0], line[1]) for line in first["lines"] if line[4]]
    assert len(keys) == len(set(keys))
