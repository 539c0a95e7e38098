"""``check``: everything that a build checks, what was understood, and nothing written."""

from __future__ import annotations

import argparse

from disclosure.cache import snapshot
from disclosure.cache.snapshot import Snapshot
from disclosure.cli import formats
from disclosure.cli.output import Console, count
from disclosure.clock import in_ci
from disclosure.problem import errors
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("只检查内容，不生成网站")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--targets", action="store_true", help=_("列出每个目标和程序的读法"))
    parser.add_argument("--verify", action="store_true", help=_("不相信文件的时间，全部重新读取"))
    formats.option(parser)


def run(given: argparse.Namespace, output: Console) -> int:
    verify = given.verify or in_ci()
    seen = snapshot.look(given.project, given.today)
    remembered = None if verify else snapshot.said(seen, targets=given.targets)
    if remembered is None:
        return _check(given, seen, output)
    for line in remembered:
        output.say(line)
    output.result((), passed=True)
    return 0


def _check(given: argparse.Namespace, seen: Snapshot, output: Console) -> int:
    # Imported here: where nothing has changed since the last check, nothing of this is needed
    from disclosure.build.build import check
    from disclosure.build.options import BuildOptions
    from disclosure.cli import lacking

    found = check(seen, BuildOptions(progress=output.progress, ci=in_ci()), targets=given.targets)
    problems, passed = found.problems, found.passed
    output.problems(problems)
    verdict = _("检查通过：{count}") if passed else _("检查未通过：{count}")
    wanted = tuple(lacking.wanted(found.site, given.project))
    lines = [*found.understood, *wanted, verdict.format(count=count(problems))]
    for line in lines:
        output.say(line)
    output.result(problems, passed=passed)
    # What is wanted in vain is looked for again: a font may be there by then
    if not problems and not wanted:
        snapshot.remember_said(seen, lines, targets=given.targets)
    return 1 if errors(problems) else 0
