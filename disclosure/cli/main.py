"""Words to a command, a command to an exit code: 0 fine, 1 problems in the content, 2 wrong usage, 3 our bug.

130 where somebody interrupted it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from disclosure import __version__, project
from disclosure.cli import (
    build,
    check,
    diff,
    evidence,
    import_,
    init,
    release,
    rename,
    rubric,
    schema,
    serve,
    sweep,
    upgrade,
)
from disclosure.cli.output import Console
from disclosure.clock import today
from disclosure.problem import Misconfigured, Refused
from disclosure.translation import gettext as _

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
# As shells have it: 128 and the signal's number
INTERRUPTED = 130
COMMANDS = {
    "build": build,
    "check": check,
    "diff": diff,
    "serve": serve,
    "import": import_,
    "schema": schema,
    "release": release,
    "rubric": rubric,
    "rename": rename,
    "sweep": sweep,
    "evidence": evidence,
    "init": init,
    "upgrade": upgrade,
}


class Parser(argparse.ArgumentParser):
    """argparse, speaking to editors."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            USAGE, _("用法错误：{message}\n运行 {prog} --help 查看用法\n").format(message=message, prog=self.prog)
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("日期应当写成 2026-11-23 的样子，不是 {text}").format(text=text)) from None


def parser() -> Parser:
    top = Parser(
        prog="build.py",
        description=_("把 content/ 里的内容生成为网站"),
        parents=[_common({"root": Path(), "date": None, "json": False})],
        add_help=False,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=__version__, help=_("显示版本"))
    commands = top.add_subparsers(
        dest="command", title=_("命令"), metavar=_("命令"), required=True, parser_class=Parser
    )
    for name, module in COMMANDS.items():
        help = _(module.HELP)
        # Without defaults here: a command must not overrule what stood before it
        one = commands.add_parser(name, help=help, description=help, parents=[_common({})], add_help=False)
        module.arguments(one)
    return top


def _common(defaults: dict[str, object]) -> Parser:
    """The options of every command."""
    common = Parser(add_help=False)
    options = common.add_argument_group(_("选项"))
    add = partial(options.add_argument, default=argparse.SUPPRESS)
    add("-h", "--help", action="help", help=_("显示这份说明"))
    add("--root", type=Path, help=_("项目所在文件夹，默认为当前文件夹"))
    add("--date", type=_day, help=_("把这一天当作今天，例如 2026-11-23（默认为北京时间的今天）"))
    add("--json", action="store_true", help=_("输出 JSON，供程序读取"))
    common.set_defaults(**defaults)
    return common


def main(arguments: Sequence[str] | None = None) -> int:
    given = parser().parse_args(_with_command(list(sys.argv[1:] if arguments is None else arguments)))
    output = Console(given.json, getattr(given, "formats", ()), given.root.as_posix())
    try:
        given.today = today(given.date)
        command = COMMANDS[given.command]
        if getattr(command, "NEEDS_PROJECT", True):
            given.project = project.find(given.root)
        return int(command.run(given, output))
    except Misconfigured as wrong:
        output.problems(wrong.problems)
        output.result(wrong.problems, passed=False)
        return PROBLEMS
    except Refused as refused:
        output.say(str(refused))
        return USAGE
    except KeyboardInterrupt:
        # The way to end a preview; all else was not done
        return FINE if given.command == "serve" else INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has read enough, and not all of it: nothing more may be written, not even at the end
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return PROBLEMS
    except Exception:
        output.bug()
        return BUG


def _with_command(arguments: list[str]) -> list[str]:
    """Without a command, build."""
    wants_help = any(one in ("-h", "--help", "--version") for one in arguments)
    named = any(not one.startswith("-") and not _is_value(arguments, n) for n, one in enumerate(arguments))
    return arguments if wants_help or named else ["build", *arguments]


def _is_value(arguments: list[str], n: int) -> bool:
    return n > 0 and arguments[n - 1] in ("--root", "--date")
