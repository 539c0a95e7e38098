"""The numbers that a site says first: how much was promised, how much of it can be checked, what accounts for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure import coverage
from disclosure.catalog import tally
from disclosure.catalog.catalog import Report
from disclosure.catalog.outcome import is_checkable
from disclosure.pages.silence import SILENT
from disclosure.translation import gettext as _


class FigureSide(Struct, frozen=True):
    """A number and what it counts: an id, and the words for it; ``unit`` stands behind it."""

    id: str
    label: str
    number: int
    unit: str = ""


def of_report(report: Report) -> Iterator[FigureSide]:
    yield from _promised(report)
    yield from _held_against(report)
    yield FigureSide("results", _("成果和不足"), len(report.register.results))
    yield FigureSide("updates", _("更新"), len(report.updates))
    yield from _accounted(report)


def _promised(report: Report) -> Iterator[FigureSide]:
    commitments = report.register.commitments
    checkable = sum(is_checkable(one) for one in commitments)
    yield FigureSide("commitments", _("承诺"), len(commitments))
    yield FigureSide("checkable", _("能核对的承诺"), checkable)
    yield FigureSide("directions", _("只是方向的承诺"), len(commitments) - checkable)
    yield FigureSide("known", _("有公开信息的承诺"), sum(one.id not in SILENT for one in report.outcomes.values()))


def _held_against(report: Report) -> Iterator[FigureSide]:
    yield FigureSide("targets", _("目标"), sum(len(one.targets) for one in report.register.commitments))
    rate = tally.all_rate(tally.items(report))
    yield FigureSide("targets_met", _("达成的目标"), rate.met)
    yield FigureSide("targets_decided", _("可判定的目标"), rate.decided)


def _accounted(report: Report) -> Iterator[FigureSide]:
    figures, clauses = report.accounts.figures, report.accounts.clauses
    yield FigureSide("figures", _("报告里的数字"), len(figures))
    yield FigureSide("figures_covered", _("有交代的数字"), sum(one.kind != "uncovered" for one in figures))
    yield FigureSide("clauses", _("报告里的语句"), len(clauses))
    yield FigureSide("clauses_covered", _("有交代的语句"), sum(not one.missing for one in clauses))
    yield FigureSide("registered", _("登记"), coverage.share(figures, clauses).percent, "%")
