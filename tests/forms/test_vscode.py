"""What VS Code is told: snippets that leave blanks where nothing was chosen, tasks that see every problem, and of the
files of its user nothing but what is ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from disclosure.exports import schema
from disclosure.forms import signs, vscode
from disclosure.source import frontmatter, yaml
from tests import rule_pages
from tests.prepared import Prepared
from tests.projects import REPOSITORY, Sandbox

STOP = re.compile(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}")


@pytest.fixture(scope="module")
def made(sample_prepared: Prepared) -> dict[str, dict[str, Any]]:
    return {name: json.loads(data) for name, data in vscode.files(sample_prepared.catalog.words, {})}


def passed_over(snippet: dict[str, Any]) -> str:
    """What stands there when every place was passed over."""
    text = STOP.sub(lambda found: found[1] or found[2], "\n".join(snippet["body"]))
    text = text.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-30")
    return re.sub(r"\\([$}\\])", r"\1", text.replace("$CURRENT_HOUR:$CURRENT_MINUTE", "09:00"))


def test_every_snippet_leaves_yaml_with_blanks(made: dict[str, dict[str, Any]]) -> None:
    for name, one in made[vscode.SNIPPETS].items():
        text = passed_over(one)
        assert "$" not in text, name
        assert "〔待填：" in text, name
        head = frontmatter.split(text, name)[0].head.text if text.startswith("---") else text
        assert yaml.read(head, name)[1] == [], name


def test_no_word_is_chosen_that_nobody_chose(made: dict[str, dict[str, Any]]) -> None:
    one = made[vscode.SNIPPETS]["field evidenced"]
    assert one["body"] == ["evidenced: ${1|〔待填：证据状态〕,有证据支持,部分支持,无公开证据,与报告不符|}"]
    assert one["description"].startswith("证据状态：公开材料支持到什么程度；可用：有证据支持 / ")


def test_each_field_in_front_of_markdown_has_a_snippet(made: dict[str, dict[str, Any]]) -> None:
    there = {name.removeprefix("field ") for name in made[vscode.SNIPPETS]}
    wanted = {name for kind in ("update", "correction", "request") for name in schema.FRONT_MATTER[kind][0].declared}
    assert wanted <= there


def test_every_kind_of_file_with_yaml_has_its_schema(made: dict[str, dict[str, Any]]) -> None:
    told = made[vscode.SETTINGS]["yaml.schemas"]
    assert {path: (REPOSITORY / path).is_file() for path in told} == dict.fromkeys(told, True)
    assert list(told.values()) == [*(pattern for _model, pattern in schema.EDITORS.values()), schema.DRAFT_FILES[1]]


@cache
def matchers() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    each = (one for one in vscode.matchers())
    return [(one["severity"], *(re.compile(line["regexp"]) for line in one["pattern"])) for one in each]


def seen(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """Severity, place and words of each problem, as a task shows it: two lines, one after the other."""
    for first, second in pairwise(lines):
        for severity, one, other in matchers():
            found, hint = one.match(first), other.match(second)
            if found and hint:
                yield severity, f"{found[1]}:{found[2]}:{found[3]}: [{found[4]}]", f"{found[5]}\n{hint[1]}"


def test_a_task_sees_every_problem_that_the_rule_pages_print() -> None:
    for example in rule_pages.examples():
        lines = example.printed.splitlines()
        places = [line.partition("] ")[0] + "]" for line in lines if rule_pages.RULE.match(line)]
        assert [place for _severity, place, _words in seen(lines)] == places, example.title
    text = "content/a.md:1:2: [x-y] 提醒：甲\n    提示：乙\ncontent/b.yml:3:4: [z] 丙：[丁]\n    提示：戊"
    assert list(seen(text.splitlines())) == [
        ("info", "content/a.md:1:2: [x-y]", "甲\n乙"),
        ("error", "content/b.yml:3:4: [z]", "丙：[丁]\n戊"),
    ]


def test_the_preview_says_where_it_begins_anew_and_where_it_is_done(made: dict[str, dict[str, Any]]) -> None:
    preview = next(one for one in made[vscode.TASKS]["tasks"] if one.get("isBackground"))
    for matcher in preview["problemMatcher"]:
        begins, ends = (re.compile(matcher["background"][name]) for name in ("beginsPattern", "endsPattern"))
        lines = (
            signs.AGAIN,
            signs.MADE.format(n=3),
            signs.KEPT.format(count="1 个错误"),
            "预览：http://127.0.0.1:8000/",
        )
        assert [bool(begins.match(line)) for line in lines] == [True, False, False, False]
        assert [bool(ends.match(line)) for line in lines] == [False, True, True, False]


def test_tasks_start_each_command_as_it_is_called(
    made: dict[str, dict[str, Any]], create: Callable[..., Sandbox]
) -> None:
    project = create("register")
    for task in made[vscode.TASKS]["tasks"]:
        assert task["args"][0] == "build.py"
        assert project.run(*task["args"][1:], "--help").code == 0
    assert [task["label"] for task in made[vscode.TASKS]["tasks"]][:4] == [
        *("检查", "生成网站", "预览，保存时检查", "新建：跟踪更新"),
    ]


def test_what_the_user_set_stays(sample_prepared: Prepared, made: dict[str, dict[str, Any]]) -> None:
    standing = {
        vscode.SETTINGS: {
            "editor.fontSize": 18,
            "yaml.schemas": {"my.json": "*.yml", f"{vscode.SCHEMAS}/gone.json": "x"},
        },
        vscode.EXTENSIONS: {"recommendations": ["redhat.vscode-yaml", "a.b"], "unwantedRecommendations": ["c.d"]},
        vscode.TASKS: {"version": "2.0.0", "tasks": [{"label": "检查", "command": "old"}, {"label": "我的"}]},
    }
    given = {name: json.dumps(one).encode() for name, one in standing.items()}
    found = {name: json.loads(data) for name, data in vscode.files(sample_prepared.catalog.words, given)}
    ours = made[vscode.SETTINGS]
    assert found[vscode.SETTINGS] == {
        "editor.fontSize": 18,
        **ours,
        "yaml.schemas": {**ours["yaml.schemas"], "my.json": "*.yml"},
    }
    assert found[vscode.EXTENSIONS] == {
        "recommendations": [*made[vscode.EXTENSIONS]["recommendations"], "a.b"],
        "unwantedRecommendations": ["c.d"],
    }
    assert found[vscode.TASKS]["tasks"] == [*made[vscode.TASKS]["tasks"], {"label": "我的"}]
    again = vscode.files(sample_prepared.catalog.words, {name: json.dumps(one).encode() for name, one in found.items()})
    assert {name: json.loads(data) for name, data in again} == found


def test_a_project_has_all_that_its_settings_name_once_they_are_written(create: Callable[..., Sandbox]) -> None:
    project = create("register")
    given = {name for name in json.loads(project.run("--json", "schema").out)["written"] if "/schema/data/" not in name}
    told = json.loads((project.root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert [path for path in told if f"{project.root}/{path}" not in given] == []
    folders = {f"{project.root}/{name}" for name in (".vscode", vscode.SCHEMAS, "docs")}
    assert {name.rpartition("/")[0] for name in given} == folders


def test_settings_with_comments_are_left_alone(create: Callable[..., Sandbox]) -> None:
    project = create("register")
    folder = project.root / ".vscode"
    folder.mkdir()
    (folder / "settings.json").write_text('{\n  // mine\n  "a": 1\n}\n', "utf-8")
    done = project.run("schema")
    assert f"{folder / 'settings.json'} 不是没有注释的 JSON，没有改动它" in done.out
    assert (folder / "settings.json").read_text("utf-8") == '{\n  // mine\n  "a": 1\n}\n'
    assert sorted(path.name for path in folder.iterdir()) == [
        *("disclosure.code-snippets", "extensions.json", "settings.json", "tasks.json")
    ]
