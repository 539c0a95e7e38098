"""``build``: the site brought up to date."""

from __future__ import annotations

import argparse
import time

from disclosure.cli.output import Output, count
from disclosure.shell.build import build
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("生成网站（默认命令）；有错误时网站保持原样")


def arguments(parser: argparse.ArgumentParser) -> None:
    """``build`` has no arguments of its own."""


def run(given: argparse.Namespace, output: Output) -> int:
    begun = time.perf_counter()
    outcome, problems = build(given.project, given.today, output.progress)
    output.problems(problems)
    if outcome is None:
        output.say(_("没有发布：{count}，网站保持原样").format(count=count(problems)))
        output.result(problems, published=False)
        return 1
    tally = outcome.tally
    output.say(
        _("已发布 {pages} 页：渲染 {rendered} 页，写入 {written} 个文件，删除 {removed} 个，未变 {kept} 个").format(
            pages=outcome.pages,
            rendered=outcome.rendered,
            written=tally.written,
            removed=tally.removed,
            kept=tally.kept,
        )
        + _("，{s:.2f} 秒").format(s=time.perf_counter() - begun)
    )
    output.result(problems, published=True, pages=outcome.pages, rendered=outcome.rendered, written=tally.written)
    return 0
