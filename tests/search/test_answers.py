"""What is answered in a line before any hit: the numbers are those of the published data, words lead to their list."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from disclosure.search import data_file
from disclosure.search.answers import SearchAnswers
from tests import projects, shared
from tests.projects import Sandbox

SCRIPTS = Path(__file__).parents[2] / "templates/js/search"
ASK = f"""
import {{ readFileSync }} from "node:fs";
import {{ answersTo }} from "{SCRIPTS}/answers.js";
import {{ fold }} from "{SCRIPTS}/fold.js";
import {{ bare }} from "{SCRIPTS}/query.js";
import {{ letters }} from "{SCRIPTS}/tokens.js";
const {{ given, asks, names, queries }} = JSON.parse(readFileSync(0, "utf8"));
const store = {{ names, ways: [], reports: [], reading: {{ bare, fold, letters }} }};
const isAsked = (text) => /\\d/.test(text) || asks.split(" ").some((word) => letters(fold(text)).includes(word));
const answer = (text) => (isAsked(text) ? answersTo(text, given, store) : []);
console.log(JSON.stringify(queries.map(answer)));
"""

FIELDS = ("outcome", "reported", "evidenced", "schedule")
# Of these the data say nothing
UNSAID = ("no-day", "not-looked", "unrated")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years' reports of a place that does not exist."""
    folder = shared.folder(tmp_path_factory, "answers", lambda root: built(root / "project"))
    return folder / "project/site"


def built(root: Path) -> Sandbox:
    made = projects.create(root, "shiguang")
    made.build(date=projects.date_of("shiguang"))
    return made


@pytest.fixture(scope="module")
def given(site: Path) -> SearchAnswers:
    return data_file.decode((site / "search/answers.js").read_bytes(), SearchAnswers)


@pytest.fixture(scope="module")
def commitments(site: Path) -> list[dict[str, Any]]:
    return json.loads((site / "data/commitments.json").read_text("utf-8"))


def ask(site: Path, *queries: str) -> list[list[str]]:
    """The lines that answer each query."""
    head = data_file.decode((site / "search/index.js").read_bytes(), dict[str, Any])
    all = data_file.decode((site / "search/answers.js").read_bytes(), dict[str, Any])
    asked = json.dumps({"given": all, "asks": head["asks"], "names": head["names"], "queries": queries})
    run = ["node", "--input-type=module", "-e", ASK]
    done = subprocess.run(run, input=asked, capture_output=True, encoding="utf-8", check=True)
    return [[answer["text"] for answer in answers] for answers in json.loads(done.stdout)]


def test_what_statuses_count_is_what_the_data_count(given: SearchAnswers, commitments: list[dict[str, Any]]) -> None:
    counted = Counter((one["report"], name, id_of(one[name])) for one in commitments for name in FIELDS)
    values = [(one.facet, one.id) for one in given.statuses.values]
    said = {
        (report.key, *value): count
        for report in given.statuses.reports
        for value, count in zip(values, report.counts, strict=True)
    }
    known = {key: n for key, n in counted.items() if key[2] != "nothing"}
    assert {key: n for key, n in said.items() if n and key[2] not in UNSAID} == known
    assert 0 in said.values()


def id_of(value: dict[str, str] | str | None) -> str:
    """Of a status as the data have it."""
    if isinstance(value, dict):
        return value.get("id") or value["status"]
    return value or "nothing"


def test_a_status_is_answered_with_its_count_and_where_it_has_none_that_is_said(site: Path) -> None:
    done, none = ask(site, "已完成", "有数的已达成")
    assert done[0] == "2025年拾光区政府工作报告（示例）：结论是“已完成”的承诺有1条。"
    assert "2024年拾光区政府工作报告（示例）：没有结论是“有数的已达成”的承诺。" in none


def test_a_status_is_understood_as_it_is_asked_for(site: Path) -> None:
    queries = ("未完成", "哪些承诺没完成？", "有没有未完成的任务", "没做到的")
    first, *others = ask(site, *queries)
    assert first
    assert others == [first] * 3


def test_a_word_of_a_status_in_another_question_is_none(site: Path) -> None:
    assert ask(site, "完成新建图书馆", "推进智慧园区建设", "没有证据表明的体育公园") == [[], [], []]


def test_who_answers_is_said_as_on_the_pages(site: Path) -> None:
    (said,) = ask(site, "停车位谁负责？")
    assert [one.partition("：")[0] for one in said] == [
        "2025年拾光区政府工作报告（示例）",
        "2024年拾光区政府工作报告（示例）",
    ]
    page = (site / "departments.html").read_text("utf-8")
    assert said[0].partition("：")[2] in page


def test_an_indicator_is_answered_with_what_was_aimed_at_and_what_came(site: Path) -> None:
    named, asked, other = ask(site, "地区生产总值增速", "2025年地区生产总值增长目标是多少", "地区生产总值里的公园")
    assert named[0].startswith("地区生产总值增速：2025年目标")
    assert asked == named
    assert other == []


def test_the_day_of_a_report_is_answered_and_no_other(site: Path) -> None:
    days = ask(site, "2025-01-15", "2025年1月15日", "1月15日", "11月15日", "1月1日")
    said = ["2025年1月15日：《2025年拾光区政府工作报告（示例）》作出。"]
    assert days == [said, said, said, [], []]


def test_every_answer_leads_to_a_page_that_is_there(site: Path, given: SearchAnswers) -> None:
    links = [*(address for one in given.lines for _label, address in one.links)]
    registers = [one.register for one in given.statuses.reports]
    addresses = {address.partition("#")[0].partition("?")[0] for address in (*links, *registers)}
    assert [address for address in addresses if not (site / address).exists()] == []
