"""The command line: exit codes, help, JSON, dates."""

from __future__ import annotations

import errno
import json
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest

from disclosure import __version__
from disclosure.cli import main
from disclosure.cli.main import COMMANDS, WITH_VALUE, _with_command, parser
from disclosure.forms.options import KINDS, FormKind
from disclosure.publishing.staging import Staging
from tests.projects import Sandbox, full


def options(command: str) -> list[str]:
    """What a command takes, as it declares it to a parser, and what every command takes."""
    COMMANDS[command].arguments(parser := Mock())
    # What is said of a kind of record belongs to the kind
    own = [given for name, given, _named in parser.mock_calls if "add_parser" not in name]
    words = [word for given in own for word in given if isinstance(word, str)]
    return [*(word for word in words if word.startswith("-")), "--help", "--root", "--date", "--json"]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_tells_every_option_of_a_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    assert [option for option in options(command) if option not in told] == []


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_help_tells_every_option_of_a_kind(kind: FormKind, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["new", kind.name, "--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    wanted = [f"--{option.name}" for option in kind.options]
    assert [option for option in (*wanted, "--root", "--date", "--json") if option not in told] == []


def test_help_tells_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n    {name}" not in told] == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"{__version__}\n"


def test_build_is_the_command_where_none_is_given(project: Sandbox) -> None:
    assert project.run().code == 0
    assert (project.site / "index.html").exists()


def test_options_may_stand_before_or_behind_the_command(project: Sandbox) -> None:
    assert project.run("check", "--date", "2024-01-31").code == 1
    assert project.run("check", "--date", "2024-02-28").code == 0


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["build", "--nonsense"], ["--date", "2024-02-30", "check"], ["import"]]
)
def test_wrong_usage_is_exit_2_and_points_to_the_help(arguments: list[str], project: Sandbox) -> None:
    done = project.run(*arguments)
    assert done.code == 2
    assert done.err.startswith("用法错误：")
    assert "--help" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nw"], "命令：没有 nw。是不是 new？可用：build、check、"),
        (["chekc"], "命令：没有 chekc。是不是 check？可用："),
        (["new", "updte"], "种类：没有 updte。是不是 update？可用：update、"),
        (["import"], "还要写：原文\n"),
        (["new"], "还要写：种类\n"),
        (["check", "--date"], "--date：后面要写一个值\n"),
        (["check", "--targets=3"], "--targets：后面不写值，多了 '3'\n"),
        (["check", "--verfy"], "不认识：--verfy\n"),
        (["serve", "--port", "x"], "--port：端口是 0 到 65535 的整数，不是 x\n"),
    ],
)
def test_wrong_usage_is_told_in_the_words_of_editors(arguments: list[str], told: str, project: Sandbox) -> None:
    assert project.run(*arguments).err.startswith(f"用法错误：{told}")


@pytest.mark.parametrize("command", [[], ["new"], ["new", "update"], *([one] for one in sorted(COMMANDS))])
def test_the_help_has_no_heading_in_english(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    told = capsys.readouterr().out
    assert told.startswith("用法：")
    assert re.findall(r"^[a-z ]+:", told, re.M) == []


def test_a_date_that_is_none_is_named(project: Sandbox) -> None:
    assert "日期应当写成 2026-11-23 的样子，不是 昨天" in project.run("--date", "昨天", "check").err


def test_a_folder_without_mkdocs_yml_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert capsys.readouterr().out == f"没有找到可读的 {tmp_path / 'mkdocs.yml'}；在项目根目录运行，或用 --root 指明\n"


def test_the_day_may_come_from_the_environment(
    project: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCLOSURE_DATE", "2024-01-31")
    assert main(["--root", str(project.root), "check"]) == 1
    monkeypatch.setenv("DISCLOSURE_DATE", "昨天")
    assert main(["--root", str(project.root), "check"]) == 2
    assert "环境变量 DISCLOSURE_DATE 不是日期" in capsys.readouterr().out


def test_our_own_bug_is_exit_3_with_the_traceback(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.build()

    def fail(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("disclosure.build.build.build", fail)
    done = project.run("build", "--verify")
    assert done.code == 3
    assert done.out.startswith("程序出错了，这不是内容的问题；网站保持原样。")
    assert "RuntimeError: a bug" in done.out
    monkeypatch.undo()
    assert project.build() == before


def test_what_only_the_audit_finds_is_our_bug(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disclosure.audit.astray", lambda *_arguments: iter(["about.html: 2 h1 elements"]))
    done = project.run("build")
    assert done.code == 3
    assert "about.html: 2 h1 elements" in done.out
    assert not project.site.exists()


@pytest.mark.parametrize(("command", "key"), [("build", "published"), ("check", "passed")])
def test_json_is_one_object_and_words_go_elsewhere(project: Sandbox, command: str, key: str) -> None:
    done = project.run("--json", command)
    assert json.loads(done.out)[key] is True
    assert json.loads(done.out)["problems"] == []
    project.edit("about.md", "order: 20", "order: 二十")
    done = project.run(command, "--json")
    assert json.loads(done.out)[key] is False
    assert [problem["rule"] for problem in json.loads(done.out)["problems"]] == ["bad-value"]


def test_a_pipe_gets_plain_lines(project: Sandbox) -> None:
    done = project.run("build")
    assert done.err == ""
    assert "\x1b" not in done.out
    assert done.out.startswith("已发布 14 页：")


def test_a_preview_builds_shows_and_builds_again_at_a_save(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def save_twice(_project: object) -> Iterator[frozenset[Path] | None]:
        changes = frozenset((project.content / "about.md",))
        yield None
        project.edit("about.md", "order: 20", "order: 二十")
        yield changes
        project.edit("about.md", "order: 二十", "order: 30")
        yield changes

    monkeypatch.setattr("disclosure.cli.serve.changes", save_twice)
    done = project.run("serve", "--port", "0")
    assert done.code == 0
    assert [line.partition("：")[0] for line in done.out.splitlines()] == [
        "已更新",
        "预览",
        "有改动，重新检查",
        "1 个错误；预览保持上一次的样子",
        "有改动，重新检查",
        "已更新",
    ]
    assert "[bad-value] order" in done.err


def test_a_preview_outlives_a_disk_that_refuses(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def save_twice(_project: object) -> Iterator[frozenset[Path] | None]:
        changes = frozenset((project.content / "about.md",))
        yield None
        project.edit("about.md", "order: 20", "order: 30")
        with monkeypatch.context() as patched:
            patched.setattr(Staging, "put", full)
            yield changes
        yield changes

    monkeypatch.setattr("disclosure.cli.serve.changes", save_twice)
    done = project.run("serve", "--port", "0")
    assert done.code == 0
    assert [line.partition("（")[0].partition("：")[0] for line in done.out.splitlines()] == [
        "已更新",
        "预览",
        "有改动，重新检查",
        "写不进去",
        "有改动，重新检查",
        "已更新",
    ]


def test_a_port_that_is_taken_is_exit_2(project: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = project.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.code == 2
    assert "换一个：--port 8001" in done.out


@pytest.mark.parametrize("port", ["99999", "-1", "八千"])
def test_a_port_that_is_none_is_wrong_usage(project: Sandbox, port: str) -> None:
    done = project.run("serve", f"--port={port}")
    assert done.code == 2
    assert f"端口是 0 到 65535 的整数，不是 {port}" in done.err


def test_an_options_value_is_no_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "build").mkdir()
    assert main(["--root", str(tmp_path), "--date", "2024-03-01"]) == 2
    assert parser().parse_args(_with_command(["--root", "build"])).command == "build"
    assert parser().parse_args(_with_command(["--root", "build", "check"])).command == "check"
    assert parser().parse_args(_with_command(["--workers", "1"])).workers == 1
    assert "没有找到可读的" in capsys.readouterr().out


def test_every_option_of_a_build_that_a_value_follows_is_known() -> None:
    COMMANDS["build"].arguments(told := Mock())
    added = [(names[0], given) for _call, names, given in told.mock_calls]
    assert {name for name, given in added if "action" not in given} == {*WITH_VALUE} - {"--root", "--date"}


def test_a_refused_import_is_told_in_json(project: Sandbox) -> None:
    source = project.content / "reports/2024/bad.txt"
    source.write_bytes(b"\xff\xfe")
    done = project.run("--json", "import", str(source))
    assert done.code == 1
    assert [problem["rule"] for problem in json.loads(done.out)["problems"]] == ["not-utf8"]


def test_where_no_more_files_can_be_opened_no_project_is_missed(
    create: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = create()
    monkeypatch.setattr("disclosure.project.bytes_of", Mock(side_effect=OSError(errno.EMFILE, "", "mkdocs.yml")))
    done = project.run("check")
    assert done.code == 2
    assert "打开的文件太多。关掉别的程序，或加 --workers 1，再运行一次" in done.out + done.err


def test_a_vocabulary_that_cannot_be_read_leaves_the_schemas_as_they_were(create: Callable[..., Sandbox]) -> None:
    project = create("register")
    (project.content / "vocabulary/topics.yml").write_text("- id: [", "utf-8")
    done = project.run("--json", "schema")
    assert done.code == 1
    assert [problem["rule"] for problem in json.loads(done.out)["problems"]] == ["yaml"]
    assert not (project.root / "docs").exists()
