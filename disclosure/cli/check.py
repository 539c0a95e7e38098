"""``check``: everything that a build checks, and nothing written."""

from __future__ import annotations

import argparse

from disclosure.cli.output import Output, count
from disclosure.problem import errors
from disclosure.shell.prepare import prepare
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("只检查内容，不生成网站")


def arguments(parser: argparse.ArgumentParser) -> None:
    """``check`` has no arguments of its own."""


def run(given: argparse.Namespace, output: Output) -> int:
    prepared, problems = prepare(given.project, given.today)
    output.problems(problems)
    if prepared is None:
        output.say(_("检查未通过：{count}").format(count=count(problems)))
    else:
        for report in prepared.catalog.reports:
            output.say(
                _("{title}：{lines} 行正文、{notes} 条注释与存档原文逐字一致").format(
                    title=report.meta.title, lines=len(report.text.lines), notes=len(report.text.notes)
                )
            )
        output.say(_("检查通过：{count}").format(count=count(problems)))
    output.result(problems, passed=prepared is not None)
    return 1 if errors(problems) else 0
