"""What the machines of a pull request are told: annotations, a Code Quality report, a comment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disclosure.cli.formats import FORMATS, MachineFormat, text
from disclosure.cli.output import Console
from disclosure.problem import Place, Problem
from tests.projects import Sandbox

WRONG = Problem(Place("content/a,b:c.md", 3, 5), "broken-link", "链接 100% 没有\r对应", "改成\nb.md")
ODD = Problem(Place("content/b.md", 7), "old-look", "很久没有去看", notice=True)


def test_github_is_told_errors_and_warnings_with_file_line_and_column() -> None:
    assert text(MachineFormat("github"), [WRONG, ODD]) == (
        "::error file=content/a%2Cb%3Ac.md,line=3,col=5,title=broken-link::链接 100%25 没有%0D对应%0A改成%0Ab.md\n"
        "::warning file=content/b.md,line=7,col=1,title=old-look::很久没有去看\n"
    )


def test_gitlab_is_told_a_code_quality_report() -> None:
    said = json.loads(text(MachineFormat("gitlab"), [WRONG, ODD]))
    assert said == [
        {
            "description": "链接 100% 没有\r对应 改成\nb.md",
            "check_name": "broken-link",
            "fingerprint": said[0]["fingerprint"],
            "severity": "blocker",
            "location": {"path": "content/a,b:c.md", "lines": {"begin": 3}},
        },
        {
            "description": "很久没有去看",
            "check_name": "old-look",
            "fingerprint": said[1]["fingerprint"],
            "severity": "minor",
            "location": {"path": "content/b.md", "lines": {"begin": 7}},
        },
    ]


def fingerprints(*problems: Problem) -> list[str]:
    return [one["fingerprint"] for one in json.loads(text(MachineFormat("gitlab"), problems))]


def test_a_problem_that_moves_to_another_line_is_the_same_problem() -> None:
    moved = Problem(Place(WRONG.place.path, 9, 1), WRONG.rule, WRONG.message)
    assert fingerprints(WRONG) == fingerprints(moved)


def test_what_is_wrong_twice_is_two_problems() -> None:
    again = Problem(Place(WRONG.place.path, 9, 1), WRONG.rule, WRONG.message)
    assert len(set(fingerprints(WRONG, again, ODD))) == 3


def test_a_comment_says_what_the_terminal_says() -> None:
    assert text(MachineFormat("markdown"), [ODD]) == (
        "**检查通过：0 个错误，1 个提醒**\n\n```text\ncontent/b.md:7:1: [old-look] 提醒：很久没有去看\n```\n"
    )
    assert text(MachineFormat("markdown"), []) == "**检查通过：0 个错误**\n"


def test_nothing_that_content_says_ends_the_fence_of_a_comment() -> None:
    wrong = Problem(Place("content/a.md"), "x", "````` @everyone")
    assert text(MachineFormat("markdown"), [wrong]) == (
        "**检查未通过：1 个错误**\n\n``````text\ncontent/a.md:1:1: [x] ````` @everyone\n``````\n"
    )


def test_a_comment_has_an_end() -> None:
    many = [Problem(Place("content/a.md", n), "x", "不对") for n in range(1, 1001)]
    said = text(MachineFormat("markdown"), many)
    assert said.startswith("**检查未通过：1000 个错误**\n")
    assert said.count("[x]") == 50
    assert said.endswith("```\n\n还有 950 个，见运行记录。\n")


def test_paths_begin_where_the_repository_does() -> None:
    assert "file=examples/shiguang/content/b.md," in text(MachineFormat("github"), [ODD], "examples/shiguang")
    assert "file=content/b.md," in text(MachineFormat("github"), [ODD], ".")


def test_a_check_says_all_that_is_asked_for_and_keeps_its_exit_code(project: Sandbox, tmp_path: Path) -> None:
    with (project.content / "about.md").open("a", encoding="utf-8") as about:
        about.write("\n[不见了](missing.md)\n")
    report, comment = tmp_path / "new/quality.json", tmp_path / "new/check.md"
    plain = project.run("check")
    done = project.run("check", "--format", "github", "--format", f"gitlab={report}", "--format", f"markdown={comment}")
    assert (plain.code, done.code) == (1, 1)
    assert done.err == plain.err + plain.out
    assert done.out.startswith(f"::error file={project.content}/about.md,line=")
    assert [one["check_name"] for one in json.loads(report.read_text("utf-8"))] == ["broken-link"]
    assert comment.read_text("utf-8").startswith("**检查未通过：1 个错误**\n")


def test_a_check_that_need_not_look_again_still_says_them(project: Sandbox, tmp_path: Path) -> None:
    assert project.run("check").code == 0
    for _time in range(2):
        done = project.run("check", "--format", f"markdown={tmp_path / 'check.md'}")
        assert (done.code, (tmp_path / "check.md").read_text("utf-8")) == (0, "**检查通过：0 个错误**\n")


def test_settings_that_cannot_be_read_are_told_too(project: Sandbox) -> None:
    (project.root / "mkdocs.yml").write_text("docs_dir: ../elsewhere\n", "utf-8")
    done = project.run("check", "--format", "github")
    assert done.code == 1
    assert done.out.startswith(f"::error file={project.root}/mkdocs.yml,line=1,")


@pytest.mark.parametrize("asked", ["nonsense", "gitlab2=x.json"])
def test_another_format_is_wrong_usage(asked: str, project: Sandbox) -> None:
    done = project.run("check", "--format", asked)
    assert done.code == 2
    assert "、".join(FORMATS) in done.err


def test_without_a_format_nothing_is_added(capsys: pytest.CaptureFixture[str]) -> None:
    Console().result([WRONG])
    assert capsys.readouterr().out == ""
