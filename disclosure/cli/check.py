"""``check``: everything that a build checks, what was understood, and nothing written."""

from __future__ import annotations

import argparse

from disclosure import quantity
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Target
from disclosure.cli.output import Output, count
from disclosure.model import vocabulary
from disclosure.problem import errors
from disclosure.shell.prepare import prepare
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HELP = N_("只检查内容，不生成网站")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--targets", action="store_true", help=_("列出每个目标和程序的读法"))


def run(given: argparse.Namespace, output: Output) -> int:
    prepared, problems = prepare(given.project, given.today)
    output.problems(problems)
    if prepared is None:
        output.say(_("检查未通过：{count}").format(count=count(problems)))
    else:
        for report in prepared.catalog.reports:
            _say(prepared.catalog, report, output, targets=given.targets)
        output.say(_("检查通过：{count}").format(count=count(problems)))
    output.result(problems, passed=prepared is not None)
    return 1 if errors(problems) else 0


def _say(catalog: Catalog, report: Report, output: Output, *, targets: bool) -> None:
    """What was understood of a report."""
    output.say(
        _("{title}：{lines} 行正文、{notes} 条注释与存档原文逐字一致").format(
            title=report.meta.title, lines=len(report.text.lines), notes=len(report.text.notes)
        )
    )
    register, accounts = report.register, report.accounts
    if not accounts.clauses:
        return
    found = [target for one in register.commitments for target in one.targets]
    records = _("{commitments} 条承诺（{targets} 个目标）、{results} 条成果").format(
        commitments=len(register.commitments), targets=len(found), results=len(register.results)
    )
    covered = _("{figures} 个数字、{clauses} 个语句都有交代").format(
        figures=len(accounts.figures), clauses=len(accounts.clauses)
    )
    output.say(f"  {records}；{covered}")
    for target in found if targets else ():
        output.say("  " + _reading(catalog, target))


def _reading(catalog: Catalog, one: Target) -> str:
    """c016/1 新经济产业中心：2个 → 不低于 2个，承诺（建设）"""
    operator = catalog.words.id(vocabulary.OPERATORS, one.quantity.operator.value).label
    read = one.quantity
    value = "—".join(quantity.spell(end, read.unit) for end in (read.value, read.upper) if end is not None)
    because = one.strength.word or one.strength.because
    return _("{id} {measure}：{written} → {reading}，{strength}（{because}）").format(
        id=one.id,
        measure=one.measure,
        written=one.written,
        reading=" ".join(filter(None, [operator, read.per, value])),
        strength=one.strength.term.label,
        because=because,
    )
