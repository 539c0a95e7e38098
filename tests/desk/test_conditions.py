"""What a form says of a record, the checks say by the same rule; and of a record that is right neither says a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from disclosure.desk import forms
from tests.desk import described
from tests.desk.node import Node, asked, needs_node
from tests.projects import Sandbox, date_of

pytestmark = needs_node

TODAY = date_of("shiguang")
DELIVERED = "2025-01-12"
EVIDENCE = {"publisher": "拾光区交通局", "title": "道路建设通报（虚构）", "date": "2026-01-12"}
UPDATE: dict[str, Any] = {
    "title": "拾光区公布道路建设情况",
    "date": "2026-01-12",
    "published": "2026-01-12 18:00",
    "commitments": ["c005"],
    "evidence": [EVIDENCE],
}
CORRECTION: dict[str, Any] = {
    "title": "一处日期抄错",
    "date": "2026-02-01",
    "published": "2026-02-01 18:00",
    "was": "一月",
    "now": "二月",
}
ANSWER = {"date": "2026-02-10", "result": "予以公开", "evidence": [{**EVIDENCE, "date": "2026-02-10"}]}
REQUEST: dict[str, Any] = {
    "title": "向区交通局要道路清单",
    "date": "2026-02-01",
    "published": "2026-02-01 18:00",
    "holder": "拾光区交通局",
    "commitments": ["2025/c005"],
    "asks": "2025年道路建设清单",
    "channel": "邮寄",
}
RESPONSIBILITY: dict[str, Any] = {
    "commitments": ["c005"],
    "date": "2026-01-12",
    "deadline": "2026-12-01",
    "source": EVIDENCE,
}
VOTE: dict[str, Any] = {
    "date": "2025-01-16",
    "source": {**EVIDENCE, "date": "2025-01-16"},
    "projects": [{"commitment": "c022", "adopted": "通过"}],
}
NONE_PUBLIC = {"evidenced": "无公开证据"}
VALUE = {"target": "c001/1", "value": "6.5", "unit": "%"}


def without(given: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name not in names}


def cited(**values: Any) -> dict[str, Any]:
    return {**UPDATE, "evidence": [{**EVIDENCE, **values}]}


# The form, its values, and the rule that is broken
BROKEN: tuple[tuple[str, Mapping[str, Any], str], ...] = (
    ("update", without(UPDATE, "commitments"), "entries"),
    ("update", without(UPDATE, "date"), "event"),
    ("update", {**UPDATE, "inferred": "材料没有写"}, "event"),
    ("update", {**UPDATE, "event": "不详", "inferred": "材料没有写"}, "event"),
    (
        "update",
        {**UPDATE, "event": "不详", "commitments": ["c001"], "observations": [{**VALUE, "period": "2025"}]},
        "event",
    ),
    ("update", {**UPDATE, "context": "样例市", "reported": "推进中"}, "context"),
    ("update", {**UPDATE, "context": "样例市", "entries": [{"commitment": "c006"}]}, "context"),
    ("update", {**UPDATE, **NONE_PUBLIC, "searched": "2026-01-10"}, "none-public"),
    ("update", {**without(UPDATE, "evidence"), **NONE_PUBLIC}, "no-evidence"),
    ("update", {**without(UPDATE, "evidence"), "reported": "已完成"}, "no-evidence"),
    ("update", {**without(UPDATE, "evidence"), "evidenced": "有证据支持"}, "no-evidence"),
    ("update", {**UPDATE, "commitments": [], "entries": [{"commitment": "c005", **NONE_PUBLIC}]}, "no-evidence"),
    (
        "update",
        {**without(UPDATE, "evidence", "commitments"), "entries": [{"commitment": "c005", "reported": "已完成"}]},
        "no-evidence",
    ),
    ("update", {**UPDATE, "commitments": ["c001"], "observations": [VALUE]}, "period"),
    (
        "update",
        {**without(UPDATE, "evidence"), "commitments": ["c001"], "observations": [{**VALUE, "period": "2025"}]},
        "no-evidence",
    ),
    ("update", cited(publisher=""), "source"),
    ("update", cited(title=""), "source"),
    ("update", cited(seen="镜像", url="https://news.example/1"), "seen"),
    ("update", cited(snapshot="files/roads-2024.csv"), "snapshot"),
    ("update", cited(retrieved="2026-01-11"), "evidence-order"),
    ("update", cited(date="2026-01-13"), "evidence-order"),
    ("update", cited(retrieved="2099-01-01"), "source"),
    ("update", {**UPDATE, "published": "2099-01-12 18:00"}, "date-future"),
    ("update", {**UPDATE, "published": "2026-01-11 18:00"}, "update-date"),
    ("update", {**UPDATE, "searched": "2024-01-11"}, "none-public"),
    ("correction", without(CORRECTION, "was", "now"), "correction"),
    ("correction", {**CORRECTION, "published": "2026-01-30 18:00"}, "correction"),
    ("request", without(REQUEST, "commitments"), "request"),
    ("request", {**REQUEST, "due": "2026-03-10"}, "request"),
    ("request", {**REQUEST, "because": "机关另有告知"}, "request"),
    ("request", {**REQUEST, "answer": {**ANSWER, "result": "不予公开"}}, "request"),
    ("request", {**REQUEST, "answer": {**ANSWER, "result": "信息不存在", "about": ["2025/c005"]}}, "request"),
    ("request", {**REQUEST, "received": "2026-01-30"}, "request-date"),
    ("request", {**REQUEST, "answer": {**ANSWER, "date": "2026-01-30"}}, "request-date"),
    ("responsibility", without(RESPONSIBILITY, "deadline"), "responsibility"),
    ("responsibility", {**RESPONSIBILITY, "date": "2099-01-01"}, "responsibility"),
    ("vote", {**VOTE, "date": "2024-12-31"}, "vote-date"),
    (
        "vote",
        {
            **VOTE,
            "projects": [
                {
                    "commitment": "c022",
                    "adopted": "通过",
                    "votes_for": "1",
                    "votes_against": "1",
                    "abstained": "1",
                    "cast": "4",
                }
            ],
        },
        "vote",
    ),
)
FINE: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("update", UPDATE),
    ("update", {**without(UPDATE, "date"), "event": "不详"}),
    ("update", {**without(UPDATE, "evidence"), **NONE_PUBLIC, "searched": "2026-01-10"}),
    ("correction", CORRECTION),
    ("request", {**REQUEST, "received": "2026-02-03", "answer": ANSWER}),
    ("responsibility", RESPONSIBILITY),
    ("vote", VOTE),
)
# A file of each kind by its number, and how its record stands in it
PLACES = {
    "update": "updates/2025/{day}-n{n}.md",
    "correction": "corrections/{day}-n{n}.md",
    "request": "requests/{day}-n{n}.md",
    "responsibility": "responsibilities/2025.yml",
    "vote": "votes/2025.yml",
}
LISTED = ("responsibility", "vote")


node = asked("relations.js")


@pytest.fixture(scope="module")
def desk() -> dict[str, dict[str, Any]]:
    """What the scripts know of each form, by its id."""
    words = described.vocabularies()
    records = msgspec.to_builtins(forms.records())
    # What the scripts say has names alone here
    site = {
        "records": records,
        "words": dict.fromkeys(("future", "before", "sum", "delivered", "today"), ""),
        "vocabularies": {},
    }
    return {
        one.id: {"site": site, "form": msgspec.to_builtins(one), "data": {"delivered": DELIVERED}, "today": TODAY}
        for one in forms.described(words)
    }


def written(form: str, values: Mapping[str, Any], n: int) -> tuple[str, str]:
    """The name and the text of the file that these values are."""
    day = values.get("date") or values.get("published", "")[:10]
    name = PLACES[form].format(day=day, n=n)
    if form in LISTED:
        return name, yaml.safe_dump([values] if form == "responsibility" else values, allow_unicode=True)
    head = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, default_style="'")
    return name, f"---\n{head}---\n\n说明。\n"


@pytest.mark.parametrize(
    "n", range(len(BROKEN)), ids=[f"{form}-{rule}-{n}" for n, (form, _v, rule) in enumerate(BROKEN)]
)
def test_a_form_says_what_is_wrong(node: Node, desk: dict[str, Any], n: int) -> None:
    form, values, rule = BROKEN[n]
    assert rule in {one["rule"] for one in node.ask("ofRelations", desk[form], values)}


@pytest.mark.parametrize(("form", "values"), FINE)
def test_a_form_says_nothing_of_what_is_right(
    node: Node, desk: dict[str, Any], form: str, values: Mapping[str, Any]
) -> None:
    assert node.ask("ofRelations", desk[form], values) == []


def test_the_checks_say_so_by_the_same_rules(create: Callable[..., Sandbox]) -> None:
    project = create("shiguang")
    wanted = {}
    for n, (form, values, rule) in enumerate(BROKEN):
        if form not in LISTED:
            name, text = written(form, values, n)
            (project.content / name).write_text(text, "utf-8")
            wanted[n, name] = rule
    said = _rules(project.run("check", date=TODAY).err)
    assert {key: rule for key, rule in wanted.items() if rule not in said.get(key[1], ())} == {}


@pytest.mark.parametrize("n", [n for n, (form, _values, _rule) in enumerate(BROKEN) if form in LISTED])
def test_the_checks_say_so_of_lists_too(create: Callable[..., Sandbox], n: int) -> None:
    form, values, rule = BROKEN[n]
    project, (name, text) = create("shiguang"), written(form, values, n)
    Path(project.content / name).write_text(text, "utf-8")
    assert rule in _rules(project.run("check", date=TODAY).err)[name]


def _rules(printed: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, rule in re.findall(r"^content/(.+?):\d+:\d+: \[([a-z0-9-]+)\]", printed, re.M):
        found.setdefault(name, set()).add(rule)
    return found
