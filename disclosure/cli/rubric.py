"""``rubric``: which verdicts a changed rubric would flip, before anybody changes it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cli.options import path_of
from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Catalog
    from disclosure.problem import Problem
    from disclosure.verdict import Rubric

HELP = N_("换一份对照尺度，哪些结论会改变")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=path_of, metavar=_("文件"), help=_("另一份对照尺度，写法同 content/rubric.yml"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot

    new, problems = _read(given.file)
    reports, found = catalogs(
        snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci())
    )
    problems = [*problems, *found]
    output.problems(problems)
    if new is None or reports is None:
        output.say(_("没有比较：先改好上面的问题"))
        output.result(problems, flips=[])
        return 1
    flips = [words for report in reports for words in _flips(report, new)]
    for words in flips:
        output.say(words)
    output.say(_("对照尺度换成第 {version} 版，{n} 个结论会改变").format(version=new.version, n=len(flips)))
    output.result(problems, flips=flips)
    return 0


def _read(path: Path) -> tuple[Rubric | None, list[Problem]]:
    """The rubric in a file anywhere; what is wrong with it is told like a content file's problem."""
    from disclosure.catalog.resolve import aims
    from disclosure.model.rubric import RubricRecord
    from disclosure.problem import Place, Problem
    from disclosure.source import yaml
    from disclosure.source.records import convert

    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None, [Problem(Place(str(path)), "unreadable", _("读不出这个文件"), _("检查路径，文件用 UTF-8"))]
    raw, problems = yaml.read(text, str(path))
    if problems:
        return None, problems
    record, problems = convert(RubricRecord, raw, yaml.Written(str(path), text))
    return (aims.rubric(record) if record else None), problems


def _flips(catalog: Catalog, new: Rubric) -> Iterator[str]:
    from disclosure.verdict import outcome_word
    from disclosure.verdict.flips import flip

    for report in catalog.reports:
        for became in report.follow.values():
            for one in became.rulings:
                changed = flip(one.aim, [seen for seen, _said in one.settled.all], one.rubric, new)
                if changed is not None:
                    before, after = (outcome_word(each.outcome) for each in changed)
                    yield _("{report} {target} {measure}：{before} → {after}（{working}）").format(
                        report=report.key,
                        target=one.target.id,
                        measure=one.target.measure,
                        before=before,
                        after=after,
                        working=changed[1].working,
                    )
