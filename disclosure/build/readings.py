"""What the program understood of the content, said line by line."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure import coverage, quantity
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Target
from disclosure.model import vocabulary
from disclosure.translation import gettext as _


def lines(catalog: Catalog, *, targets: bool) -> Iterator[str]:
    """A line or two a report; with ``targets``, each target as it is written and as it is read."""
    for report in catalog.reports:
        yield from _report(catalog, report, targets=targets)


def _report(catalog: Catalog, report: Report, *, targets: bool) -> Iterator[str]:
    yield (
        _("{title}：{lines} 行正文、{notes} 条注释与存档原文逐字一致").format(
            title=report.meta.title, lines=len(report.text.lines), notes=len(report.text.notes)
        )
    )
    register = report.register
    if not report.accounts.clauses:
        return
    found = [target for one in register.commitments for target in one.targets]
    records = _("{commitments} 条承诺（{targets} 个目标）、{results} 条成果").format(
        commitments=len(register.commitments), targets=len(found), results=len(register.results)
    )
    yield f"  {records}；{_registered(report)}"
    for target in found if targets else ():
        yield "  " + _reading(catalog, target)


def _registered(report: Report) -> str:
    """How much of the report the register accounts for."""
    figures, clauses = report.accounts.figures, report.accounts.clauses
    found = coverage.share(figures, clauses)
    if found.covered == found.all:
        return _("{figures} 个数字、{clauses} 个语句都有交代").format(figures=len(figures), clauses=len(clauses))
    return _("{all} 个数字和语句里 {covered} 个有交代，登记 {percent}%").format(
        all=found.all, covered=found.covered, percent=found.percent
    )


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
