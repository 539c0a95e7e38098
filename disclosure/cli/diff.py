"""``diff [REV]``: what the content as it lies here would change on the site."""

from __future__ import annotations

import argparse

from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.problem import errors
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("现在的内容与某个提交相比，网站会有哪些变化（只比内容：模板和程序的改动不在其中）")
FORMATS = ("text", "markdown")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "revision",
        nargs="?",
        default="",
        metavar=_("提交"),
        help=_("与哪个提交、分支或标签相比，例如 HEAD~3；默认与发布分支上最近的那个提交"),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=_("text 给终端（默认），markdown 给合并请求的评论；给程序的用 --json"),
    )


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build.compare import compare
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot
    from disclosure.comparison import data, markdown, text

    seen, options = snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci())
    found = compare(seen, options, given.revision)
    wrong = errors(found.problems)
    # What only reminds is told by the check
    output.problems(wrong)
    if not output.as_json:
        output.say(markdown.comment(found).rstrip() if given.format == "markdown" else "\n".join(text.lines(found)))
    output.result(found.problems, passed=not wrong, **data.values(found))
    return 1 if wrong else 0
