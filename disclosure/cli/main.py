"""Words to a command, a command to an exit code: 0 fine, 1 problems in the content, 2 wrong usage, 3 our bug.

130 where somebody interrupted it, 143 where the system did.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from disclosure import __version__, project
from disclosure.cli import (
    accept,
    build,
    check,
    diff,
    draft,
    evidence,
    import_,
    init,
    new,
    offline,
    part,
    pdf,
    release,
    rename,
    rubric,
    schema,
    serve,
    stopping,
    sweep,
    table,
    upgrade,
    writing,
)
from disclosure.cli.options import USAGE, Parser, commands, common
from disclosure.cli.output import Console, system_said
from disclosure.clock import today
from disclosure.problem import Misconfigured, Refused
from disclosure.translation import gettext as _

FINE, PROBLEMS, BUG = 0, 1, 3
# As shells have it: 128 and the signal's number
INTERRUPTED, TERMINATED = 130, 143
# Options of a build that a value follows
WITH_VALUE = ("--root", "--date", "--workers", "--parts")
COMMANDS = {
    "build": build,
    "check": check,
    "diff": diff,
    "serve": serve,
    "import": import_,
    "draft": draft,
    "accept": accept,
    "new": new,
    "schema": schema,
    "part": part,
    "release": release,
    "offline": offline,
    "rubric": rubric,
    "rename": rename,
    "sweep": sweep,
    "table": table,
    "evidence": evidence,
    "pdf": pdf,
    "init": init,
    "upgrade": upgrade,
}


def parser() -> Parser:
    top = Parser(
        prog="build.py",
        description=_("把 content/ 里的内容生成为网站"),
        parents=[common({"root": Path(), "date": None, "json": False})],
        add_help=False,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=__version__, help=_("显示版本"))
    commands(top, "command", _("命令"), COMMANDS)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    given = parser().parse_args(_with_command(list(sys.argv[1:] if arguments is None else arguments)))
    output = Console(given.json, getattr(given, "formats", ()), given.root.as_posix())
    with stopping.termination_heard():
        return _run(given, output)


def _run(given: argparse.Namespace, output: Console) -> int:
    try:
        given.today = today(given.date)
        command = COMMANDS[given.command]
        if getattr(command, "NEEDS_PROJECT", True):
            given.project = project.find(given.root)
            writing.finish(given.project, output)
        return int(command.run(given, output))
    except KeyboardInterrupt as interrupted:
        return _stopped(given.command, output, interrupted)
    except BrokenPipeError:
        # Whoever read our lines has read enough, and not all of it: nothing more may be written, not even at the end
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return PROBLEMS
    except Misconfigured as wrong:
        output.problems(wrong.problems)
        output.result(wrong.problems, passed=False)
        return PROBLEMS
    except Exception as error:
        return _failed(given, output, error)


def _failed(given: argparse.Namespace, output: Console, error: Exception) -> int:
    """What stands in the way, where that is known; all else is our fault."""
    said = str(error) if isinstance(error, Refused) else None
    if isinstance(error, MemoryError):
        said = _("内存不够，没有做完；网站保持原样。关掉别的程序，或加 --workers 1 少用几个进程，再运行一次")
    elif isinstance(error, OSError):
        said = system_said(error, given.root)
    if said is None:
        output.bug()
        return BUG
    output.say(said)
    return USAGE


def _stopped(command: str, output: Console, by: KeyboardInterrupt) -> int:
    """Ctrl+C is the way to end a preview; all else was not done."""
    stopping.hear_nothing()
    if command == "serve":
        output.say(_("预览结束"))
        return FINE
    output.say(_("中断了，没有做完；已经发布的网站和内容都没有写坏，再运行一次就会补齐"))
    return TERMINATED if isinstance(by, stopping.Terminated) else INTERRUPTED


def _with_command(arguments: list[str]) -> list[str]:
    """Without a command, build."""
    wants_help = any(one in ("-h", "--help", "--version") for one in arguments)
    named = any(not one.startswith("-") and not _is_value(arguments, n) for n, one in enumerate(arguments))
    return arguments if wants_help or named else ["build", *arguments]


def _is_value(arguments: list[str], n: int) -> bool:
    return n > 0 and arguments[n - 1] in WITH_VALUE
