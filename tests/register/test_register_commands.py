"""What ``check --targets`` tells of each target, and what ``schema`` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from tests.projects import Sandbox


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create("register")


def test_check_counts_what_it_understood(project: Sandbox) -> None:
    assert project.run("check").out.splitlines()[1:] == [
        "  13 条承诺（12 个目标）、6 条成果；25 个数字、32 个语句都有交代",
        "没有 git 仓库：发布过的内容有没有被改动，没有核对，更新时间不显示",
        "检查通过：0 个错误",
    ]


def test_check_tells_each_target_as_it_was_read(project: Sandbox) -> None:
    told = {line.split()[0]: line for line in project.run("check", "--targets").out.splitlines() if "→" in line}
    assert len(told) == 12
    assert [told[id] for id in ("c001/1", "c010/1", "c011/1")] == [
        "  c001/1 园区产值增速：7.5%以上 → 不低于 7.5%，预期（预期目标）",
        "  c010/1 绿化评比：每季度一次 → 频次 每季度 1次，承诺（直接写明次数，没有动词）",
        "  c011/1 新增停车位：200—300个 → 个数区间 200个—300个，承诺（新增）",
    ]


def test_targets_that_could_be_read_are_told_beside_an_error(project: Sandbox) -> None:
    path = next((project.content / "reports").rglob("c001.yml"))
    path.write_text(re.sub(r"^topics: .*$", "topics: [没有的主题]", path.read_text("utf-8"), flags=re.M), "utf-8")
    done = project.run("check", "--targets")
    assert done.code == 1
    assert len([line for line in done.out.splitlines() if "→" in line]) == 12
    assert done.out.splitlines()[-1] == "检查未通过：1 个错误"
    assert "→" not in project.run("check").out


def test_check_for_machines_says_the_same_elsewhere(project: Sandbox) -> None:
    done = project.run("--json", "check", "--targets")
    assert json.loads(done.out) == {"problems": [], "passed": True}
    assert "c001/1" in done.err


def test_schema_writes_a_schema_for_each_kind_of_file_and_the_dictionary(project: Sandbox) -> None:
    done = project.run("schema")
    docs = project.root / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}
    told = f"已写入 {len(written)} 个文件到 {docs}\n已写入 4 个文件到 {project.root / '.vscode'}\n"
    assert (done.code, done.out) == (0, told)
    editors = (
        *("absence", "alias", "ballot", "calendar", "commitment", "digest", "district", "document", "entity"),
        *(
            "exemption",
            "federation",
            "indicator",
            "measure",
            "personal",
            "place",
            "query",
            "question",
            "responsibility",
            "result",
            "rubric",
        ),
        *("site", "vocabulary", "update", "request", "correction", "report", "narrative", "draft"),
    )
    data = (
        *("adjustments", "calendars", "changes", "commitments", "corrections", "coverage"),
        *("departments", "digests", "districts", "documents", "entities", "evidence", "exemptions", "glossary"),
        *("indicators", "mentions", "outcome-changes", "passages", "places", "questions", "report"),
        *("reports", "requests", "responsibilities", "results", "retired", "twin", "updates"),
        *("vocabulary",),
    )
    assert written == {
        *(f"schema/editors/{name}.schema.json" for name in editors),
        *(f"schema/data/{name}.schema.json" for name in data),
        "data.md",
    }


def test_schema_knows_the_words_of_this_project(project: Sandbox) -> None:
    project.run("schema", "--to", str(project.root / "elsewhere"))
    schema = json.loads((project.root / "elsewhere/schema/editors/commitment.schema.json").read_text("utf-8"))
    assert schema["$defs"]["Record"]["properties"]["kind"]["enum"] == [
        "预期目标",
        "重点任务",
        "民生实事候选",
        "总体要求",
    ]
    words = (project.root / "elsewhere/data.md").read_text("utf-8")
    assert "| `education` |" in words
    # Bodies are no words: one that is added makes no dictionary stale
    assert "样品园区办" not in words


def test_schema_tells_a_broken_vocabulary(project: Sandbox) -> None:
    project.edit("vocabulary/topics.yml", "{id: education, ", "{id: jobs, ")
    done = project.run("schema")
    assert done.code == 1
    assert "[vocabulary] 词表 topics 里“jobs”出现两次" in done.err
