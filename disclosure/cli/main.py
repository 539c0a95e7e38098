"""Words to a command, a command to an exit code: 0 fine, 1 problems in the content, 2 wrong usage, 3 our bug.

130 where somebody interrupted it.
"""

from __future__ import annotations

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
    pdf,
    release,
    rename,
    rubric,
    schema,
    serve,
    sweep,
    table,
    upgrade,
)
from disclosure.cli.options import USAGE, Parser, commands, common
from disclosure.cli.output import Console
from disclosure.clock import today
from disclosure.problem import Misconfigured, Refused
from disclosure.translation import gettext as _

FINE, PROBLEMS, BUG = 0, 1, 3
# As shells have it: 128 and the signal's number
INTERRUPTED = 130
# Options of a build that a value follows
WITH_VALUE = ("--root", "--date", "--workers")
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
    return n > 0 and arguments[n - 1] in WITH_VALUE
